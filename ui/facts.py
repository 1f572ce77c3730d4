"""Where a fact comes from and how sure it is, said on the screen."""

from datetime import date
from typing import Any

import pandas as pd

from monitoring import formats, remarks
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.wording import FACT


def status(word: str) -> str:
    """How sure a fact is, in a word or two."""
    return _(FACT.get(word, word))


def sourced(row: dict[str, Any]) -> str:
    """The source of a fact, and how sure it is where it is not simply what the source says."""
    source, said = remarks.said(str(row["source"])), status(row["status"]).lower()
    return source if row["status"] == "sourced" else f"{source} ({said})"


def note(row: dict[str, Any]) -> str:
    """The note of a row of reference data, with how sure it is."""
    return f"{status(row['status'])}. {remarks.said(row['note'])}" if row["note"] else status(row["status"])


def without_goals(frameworks: pd.DataFrame, kind: str, as_of: date) -> str:
    """Why no goal can be shown: a plan runs whose goals are not public, or none runs."""
    for row in rows_of(frameworks):
        if row["kind"] == kind and row["starts"] <= as_of <= row["ends"]:
            return _(
                "{name} runs from {first} to {last}; its goals are not public yet. Choose an earlier reporting period "
                "or the other plan.",
                name=name(row),
                first=row["starts"].year,
                last=row["ends"].year,
            )
    day = formats.day(as_of)
    return _("No plan of this kind runs on {day}. Choose another reporting period or the other plan.", day=day)


def about_framework(goals: pd.DataFrame) -> str:
    """What the goals shown are: a country programme's components, or the plan's priorities named at its approval."""
    if (goals["kind"] == "country programme").all():
        return _("The components of UNICEF's country programme.")
    return _(
        "Priorities of the National Action Plan 2023–2028 as named at its approval in June 2023; the list may be "
        "incomplete and these are not the plan's own headings."
    )
