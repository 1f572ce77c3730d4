"""Progress of groups of activities: by partner, priority area, goal or region, in the order of the reference data."""

from typing import Literal

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries.activities import chosen_rows, nationwide_rows
from db.queries.funds import sources
from db.queries.limits import limits
from db.queries.names import ordered_codes
from db.queries.remembered import remembered
from db.queries.snapshot import Snapshot, snapshot
from monitoring.delivery_table import STATUSES, Array, JudgedTable
from monitoring.filters import NATIONWIDE, Filters
from monitoring.periods import Dates
from monitoring.rollup import roll_up
from monitoring.thresholds import Thresholds

Grouping = Literal["partner", "area", "goal", "region", "marker", "workplan", "source"]


@remembered
def progress_by(
    database: Database,
    dates: Dates,
    group: Grouping,
    filters: Filters = Filters(),
) -> pd.DataFrame:
    """One row a group that has activities among those picked.

    By partner an activity counts once, at its lead; with ``filters.supporting`` also at those who support it, and the
    column ``shared`` says how many. By goal, region, marker (a level above 0) or source of its money it counts at each
    it is linked to; where the filters name regions, only at those.

    Columns: group (code), activities (all, left-out ones too), counted (without cancelled, carried over, postponed),
    shared, delivered, delivered_of_due, planned_at_report, planned_now (0 to 1, NaN for none), reported_weight and
    silent_weight (the parts of the weight with a report, and without one that is due), reports_in, reports_due (of the
    period of the reporting date), days_behind (largest, 0 for none), word, reason (why there is no word), illustrative,
    and one column a status with the number of activities.
    """
    current = snapshot(database, dates, filters.years)
    rows, codes, leads = members(database, dates, group, filters)
    found = set(codes)
    order = [code for code in ordered_codes(database, group) if code in found]
    numbers = pd.Series(codes, dtype=object).map({code: number for number, code in enumerate(order)})
    held = limits(database, dates)
    figures = _figures(current, rows, numbers.to_numpy(dtype=np.int64), order, leads, filters, held)
    # Not copied: laying thirty columns of a few rows together takes longer than all the sums.
    return pd.DataFrame(figures, copy=False)


def furthest_behind(progress: pd.DataFrame) -> pd.DataFrame:
    """The rows of :func:`progress_by`, those first that are behind by the largest part of their own plan."""
    gap = (progress["planned_at_report"] - progress["delivered"]) * progress["reported_weight"]
    order = np.argsort(-gap.fillna(0).to_numpy(dtype=float), kind="stable")
    found: pd.DataFrame = progress.iloc[order]
    return found


@remembered
def totals(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.Series:
    """The same columns as :func:`progress_by` for everything picked; no activity counts twice."""
    current = snapshot(database, dates, filters.years)
    rows = np.flatnonzero(chosen_rows(current, filters))
    figures = _one_group(current, rows, "all", filters, limits(database, dates))
    return pd.Series({name: column[0] for name, column in figures.items()}, dtype=object)


@remembered
def nationwide(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """The activities that are linked to no region, as one row of :func:`progress_by`; no row where there are none.

    Such an activity is for the whole country: it names no region to carry it out in. The group is NATIONWIDE.
    """
    current = snapshot(database, dates, filters.years)
    kept = chosen_rows(current, filters) & nationwide_rows(current)
    figures = _one_group(current, np.flatnonzero(kept), NATIONWIDE, filters, limits(database, dates))
    return pd.DataFrame(figures).iloc[: int(kept.any())]


def members(database: Database, dates: Dates, group: Grouping, filters: Filters) -> tuple[Array, Array, Array]:
    """Row and group code of each membership among the rows picked, and whether it is the lead partner's."""
    current = snapshot(database, dates, filters.years)
    kept = chosen_rows(current, filters)
    rows = np.flatnonzero(kept)
    if group in ("partner", "area", "workplan"):
        codes = current.columns[group][rows]
        leads: Array = np.ones(len(rows), dtype=bool)
        if group == "partner" and filters.supporting:
            links = current.links["supporter"]
            more = kept[links.row]
            rows = np.concatenate([rows, links.row[more]])
            codes = np.concatenate([codes, links.code[more]])
            leads = np.concatenate([leads, np.zeros(int(more.sum()), dtype=bool)])
        if group == "partner" and filters.partners:
            own = np.isin(codes, filters.partners)
            return rows[own], codes[own], leads[own]
        return rows, codes, leads
    links = sources(database, dates, filters.years) if group == "source" else current.links[group]
    linked = kept[links.row] & (links.level > 0)
    if group == "region" and filters.regions:
        linked &= np.isin(links.code, filters.regions)
    return links.row[linked], links.code[linked], np.ones(int(linked.sum()), dtype=bool)


def _one_group(
    current: Snapshot, rows: Array, called: str, filters: Filters, thresholds: Thresholds
) -> dict[str, Array]:
    leads: Array = np.ones(len(rows), dtype=bool)
    return _figures(current, rows, np.zeros(len(rows), np.int64), [called], leads, filters, thresholds)


def _figures(
    current: Snapshot,
    rows: Array,
    numbers: Array,
    order: list[str],
    leads: Array,
    filters: Filters,
    thresholds: Thresholds,
) -> dict[str, Array]:
    columns = current.columns
    judged = JudgedTable(**{name: column[rows] for name, column in vars(current.judged).items()})
    weight = columns["planned_cents"][rows] if filters.weight == "budget" else None
    several = weight is not None and _currencies(columns, rows) > 1
    if several:
        weight = np.zeros(len(rows))  # several currencies cannot be added, so no group gets a word
    rolled = roll_up(judged, numbers, len(order), weight, thresholds)
    if several:
        rolled.reason[rolled.reason == "no weight"] = "several currencies"

    def counted(column: str) -> Array:
        values: Array = np.bincount(numbers, weights=columns[column][rows], minlength=len(order))
        return values.astype(int)

    behind: Array = np.zeros(len(order), dtype=np.int64)
    np.maximum.at(behind, numbers, np.where(judged.status < len(STATUSES), judged.days_behind, 0))
    return {
        "group": np.array(order, dtype=object),
        "activities": rolled.counts.sum(axis=1),
        "counted": rolled.counts[:, : len(STATUSES) - 3].sum(axis=1),
        "shared": np.bincount(numbers, weights=~leads, minlength=len(order)).astype(int),
        "delivered": rolled.delivered,
        "delivered_of_due": rolled.delivered_of_due,
        "planned_at_report": rolled.planned_at_report,
        "planned_now": rolled.planned_now,
        "reported_weight": _part(rolled.reported_weight, rolled.weight),
        "silent_weight": _part(rolled.silent_weight, rolled.weight),
        "reports_in": counted("in_period"),
        "reports_due": counted("due_in_period"),
        "days_behind": behind,
        "word": rolled.word,
        "reason": rolled.reason,
        "illustrative": counted("illustrative") > 0,
        **{status.value: rolled.counts[:, code] for code, status in enumerate(STATUSES)},
    }


def _currencies(columns: dict[str, Array], rows: Array) -> int:
    return len({unit for unit in columns["currency"][rows] if unit})


def _part(weight: Array, whole: Array) -> Array:
    part: Array = np.divide(weight, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return part
