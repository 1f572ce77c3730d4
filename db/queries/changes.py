"""What changed between two reporting dates: which activities moved from one status to another."""

import pandas as pd

from db.engine import Database
from db.queries.activities import judged_activities
from db.queries.remembered import remembered
from monitoring.filters import Filters
from monitoring.periods import Dates

# From better to worse; what stands on one step is neither better nor worse than its neighbour.
_STEPS = {
    "completed": 0,
    "on schedule": 1,
    "needs attention": 2,
    "no report": 3,
    "behind": 3,
    "past end date": 4,
}


@remembered
def changes(database: Database, before: Dates, after: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row an activity picked at ``after`` that was in the plan at both dates.

    Columns: code, title_*, partner, area, before, after (words of Delivery), delivered_before, delivered (0 to 1, NaN
    for none), moved ("forward", "slipped", "unchanged", "other" where an amendment or a wait decides), days_behind,
    cause, waiting_for, illustrative.
    """
    now = judged_activities(database, after, filters)
    then = judged_activities(database, before)[["code", "status", "delivered"]]
    both = now.merge(then.rename(columns={"status": "before", "delivered": "delivered_before"}), on="code")
    both = both.rename(columns={"status": "after"})
    both["moved"] = [_moved(*pair) for pair in zip(both["before"], both["after"], strict=True)]
    columns = ["code", "title_en", "title_ru", "title_tk", "partner", "area", "before", "after", "delivered_before"]
    return both[[*columns, "delivered", "moved", "days_behind", "cause", "waiting_for", "illustrative"]]


def _moved(before: str, after: str) -> str:
    if before == after:
        return "unchanged"
    if after == "completed":
        return "forward"
    if before not in _STEPS or after not in _STEPS or _STEPS[before] == _STEPS[after]:
        return "other"
    return "forward" if _STEPS[after] < _STEPS[before] else "slipped"
