"""Where a fact comes from and how sure it is, said on the screen."""

from typing import Any

import pandas as pd

from monitoring.language import gettext as _
from monitoring.wording import FACT


def status(word: str) -> str:
    """How sure a fact is, in a word or two."""
    return _(FACT.get(word, word))


def note(row: dict[str, Any]) -> str:
    """The note of a row of reference data, with how sure it is."""
    return f"{status(row['status'])}. {row['note']}" if row["note"] else status(row["status"])


def about_framework(goals: pd.DataFrame) -> str:
    """What the goals shown are: a country programme's components, or the plan's priorities named at its approval."""
    if (goals["kind"] == "country programme").all():
        return _("The components of UNICEF's country programme.")
    return _(
        "Priorities of the National Action Plan 2023–2028 as named at its approval in June 2023; the list may be "
        "incomplete and these are not the plan's own headings."
    )
