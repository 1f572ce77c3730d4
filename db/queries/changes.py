"""What changed between two reporting dates: which activities moved from one status to another."""

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries.activities import chosen_rows
from db.queries.remembered import remembered
from db.queries.snapshot import Snapshot, snapshot
from monitoring.delivery_table import Array
from monitoring.filters import Filters
from monitoring.periods import Dates
from monitoring.status import Delivery

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
    then, now = snapshot(database, before, ()), snapshot(database, after, filters.years)
    old = then.columns
    earlier = dict(zip(old["code"], zip(old["status"], old["delivered"], strict=True), strict=True))
    rows = [row for row in np.flatnonzero(chosen_rows(now, filters)) if now.columns["code"][row] in earlier]
    # Column by column: joining two tables of fifty columns takes ten times as long as all this.
    kept = {name: _column(now.columns[name][rows]) for name in (*KEPT, "status")}
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


def newly_silent(database: Database, before: Dates, after: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """Activities picked at ``after`` that miss a report which is due, and did not at ``before``.

    Columns: those of :func:`db.queries.activities.judged_activities`.
    """
    then, now = snapshot(database, before, ()), snapshot(database, after, filters.years)
    silent_before = {code for code, silent in zip(then.columns["code"], _silent(then), strict=True) if silent}
    new = np.array([code not in silent_before for code in now.columns["code"]], dtype=bool)
    found: pd.DataFrame = now.activities[chosen_rows(now, filters) & _silent(now) & new]
    return found


def _silent(current: Snapshot) -> Array:
    """Nothing reported though a report was due, or the last closed period in which it was under way missed."""
    silent: Array = (current.columns["status"] == Delivery.NO_REPORT.value) | current.columns["report_late"].astype(
        bool
    )
    return silent


def _column(values: Array) -> pd.Series:
    """Texts stay what they are; pandas would make its own kind of them, which costs more than all else here."""
    return pd.Series(values, dtype=values.dtype)


def _moved(before: str, after: str) -> str:
    if before == after:
        return "unchanged"
    if after == "completed":
        return "forward"
    if before not in _STEPS or after not in _STEPS or _STEPS[before] == _STEPS[after]:
        return "other"
    return "forward" if _STEPS[after] < _STEPS[before] else "slipped"
