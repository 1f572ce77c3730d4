"""The rows of the timeline as a plain table, in the words of this language."""

from collections.abc import Mapping

import pandas as pd

from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery


def readable(rows: pd.DataFrame, partners: Mapping[str, str]) -> pd.DataFrame:
    """One row an activity, as drawn: whose it is, from when to when, and how much of it is delivered.

    ``rows`` as :func:`monitoring.timeline.picked` gives them; days stay days, and shares become percent.
    """
    return pd.DataFrame(
        {
            _("Ministry or partner"): [partners.get(code, code) for code in rows["partner"]],
            _("Activity"): [name(row, "title") for row in rows_of(rows)],
            _("Planned start"): rows["starts"].to_numpy(),
            _("Planned end"): rows["ends"].to_numpy(),
            _("End as first signed"): rows["first_ends"].to_numpy(),
            _("Delivered, %"): (rows["delivered"] * 100).to_numpy(),
            _("Status"): [DELIVERY_MARKS[Delivery(word)].label for word in rows["status"]],
            _("Code"): rows["code"].to_numpy(),
        }
    )
