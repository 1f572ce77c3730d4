"""What changed between two reporting dates: which activities moved from one status to another."""

import numpy as np
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

KEPT = (
    *("code", "title_en", "title_ru", "title_tk", "partner", "area", "delivered"),
    *("days_behind", "cause", "waiting_for", "illustrative"),
)


@remembered
def changes(database: Database, before: Dates, after: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row an activity picked at ``after`` that was in the plan at both dates.

    Columns: code, title_*, partner, area, before, after (words of Delivery), delivered_before, delivered (0 to 1, NaN
    for none), moved ("forward", "slipped", "unchanged", "other" where an amendment or a wait decides), days_behind,
    cause, waiting_for, illustrative.
    """
    then = judged_activities(database, before)
    earlier = dict(zip(then["code"], zip(then["status"], then["delivered"], strict=True), strict=True))
    now = judged_activities(database, after, filters)
    both = np.array([code in earlier for code in now["code"]], dtype=bool)
    # Column by column: joining two tables of fifty columns takes ten times as long as all this.
    kept = {name: pd.Series(now[name].to_numpy()[both], dtype=now[name].dtype) for name in (*KEPT, "status")}
    was = [earlier[code] for code in kept["code"]]
    moved = [_moved(word, after) for (word, _share), after in zip(was, kept["status"], strict=True)]
    found = {
        **{name: kept[name] for name in KEPT},
        "before": pd.Series([word for word, _share in was], dtype=object),
        "after": kept["status"],
        "delivered_before": np.array([share for _word, share in was], dtype=float),
        "moved": pd.Series(moved, dtype=object),
    }
    return pd.DataFrame(found)


def _moved(before: str, after: str) -> str:
    if before == after:
        return "unchanged"
    if after == "completed":
        return "forward"
    if before not in _STEPS or after not in _STEPS or _STEPS[before] == _STEPS[after]:
        return "other"
    return "forward" if _STEPS[after] < _STEPS[before] else "slipped"
