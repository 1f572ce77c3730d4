"""Sentences on the quality of the data: what has come, how late, and what is missing."""

import pandas as pd

from monitoring.language import gettext as _
from monitoring.language import ngettext


def punctuality(found: pd.DataFrame, period: str) -> str:
    """What came for the newest period: "10 of 12 partners sent all their reports for Q3 2025, 9 of them in time".

    ``found`` as db.queries.punctuality gives it; ``period``: the name of its newest period.
    """
    if found.empty:
        return _("No report was due in these periods")
    newest = found[(found["period"] == found["period"].iloc[-1]).to_numpy(dtype=bool)]
    whole = newest[(newest["reports_in"] >= newest["reports_due"]).to_numpy(dtype=bool)]
    late = int((whole["days_late"] > 0).sum())
    start = ngettext(
        "{n} of {m} partners sent all its reports for {period}",
        "{n} of {m} partners sent all their reports for {period}",
        len(whole),
        m=len(newest),
        period=period,
    )
    if whole.empty:
        return start
    if not late:
        return _("{start}, all in time", start=start)
    return ngettext("{start}, {n} of them late", "{start}, {n} of them late", late, start=start)
