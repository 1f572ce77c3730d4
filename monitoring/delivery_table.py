"""The vectorised twin of delivery: many activities judged at once, with the same answer as the pure function for each.

Columns are numpy arrays of one length; days are ``datetime64[D]`` with NaT for none, shares float with NaN for none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from monitoring.delivery import NEVER_LATE
from monitoring.periods import Period, quarter_end
from monitoring.planned import PLACES, Plan, days_behind, planned_share
from monitoring.status import Delivery
from monitoring.thresholds import Thresholds

Array = npt.NDArray[Any]
ONE = np.timedelta64(1, "D")
STATUSES = tuple(Delivery)
CODE = {status: code for code, status in enumerate(STATUSES)}


@dataclass(frozen=True)
class PlanTable:
    """Plans as columns. ``milestones`` holds only the rows that have any, by row number; shares between 0 and 1."""

    starts: Array
    ends: Array
    event: Array
    quarter_precision: Array
    state: Array  # codes of CODE for cancelled, carried over, postponed; -1 for active
    signed_on: Array
    milestones: Mapping[int, tuple[tuple[date, float], ...]]

    def plan(self, row: int) -> Plan:
        """One row as the pure functions take it."""
        return Plan(
            starts=self.starts[row].astype(object),
            ends=self.ends[row].astype(object),
            measured_by="event" if self.event[row] else "percent",
            milestones=self.milestones.get(row, ()),
            precision="quarter" if self.quarter_precision[row] else "day",
        )


@dataclass(frozen=True)
class JudgedTable:
    """Judgements as columns; ``status`` holds codes of :data:`STATUSES`, days are whole numbers."""

    status: Array
    delivered: Array
    planned_at_report: Array
    planned_now: Array
    days_behind: Array
    days_past_end: Array
    report_late: Array
    report_due: Array

    def words(self) -> Array:
        """The status of each row as its word."""
        words: Array = np.array([status.value for status in STATUSES], dtype=object)
        return words.take(self.status)


def judge_all(
    plans: PlanTable,
    reported_on: Array,
    share: Array,
    as_of: date,
    periods: Sequence[Period],
    thresholds: Thresholds = Thresholds(),
) -> JudgedTable:
    """Judge every row; ``reported_on`` NaT means no report, ``share`` NaN with a report means only words so far."""
    day = np.datetime64(as_of, "D")
    has_report = ~np.isnat(reported_on)
    delivered = np.round(np.where(np.isnan(share), 0.0, share), PLACES)
    due, last_starts = _last_closed(plans, as_of, periods)
    behind = _days_behind(plans, delivered, reported_on, has_report)
    past_end = (day - plans.ends).astype(np.int64)
    status = _statuses(plans, has_report, delivered, behind, past_end, due, as_of, thresholds)
    late = due & (~has_report | (has_report & (reported_on < last_starts)))
    late &= ~np.isin(status, [CODE[never] for never in NEVER_LATE])
    return JudgedTable(
        status=status,
        delivered=np.where(has_report, delivered, np.nan),
        planned_at_report=np.where(has_report, _planned(plans, reported_on, has_report), np.nan),
        planned_now=_planned(plans, np.full(len(past_end), day), np.ones(len(past_end), bool)),
        days_behind=behind,
        days_past_end=np.maximum(past_end, 0),
        report_late=late,
        report_due=due,
    )


def _statuses(
    plans: PlanTable,
    has_report: Array,
    delivered: Array,
    behind: Array,
    past_end: Array,
    due: Array,
    as_of: date,
    limits: Thresholds,
) -> Array:
    day = np.datetime64(as_of, "D")
    quarter_open = plans.quarter_precision & (np.datetime64(quarter_end(as_of), "D") >= day)
    quarter_open &= plans.ends.astype("datetime64[M]") >= np.datetime64(quarter_end(as_of), "M") - 2
    rules: list[tuple[Array, Any]] = [
        (plans.state >= 0, plans.state),
        (has_report & (delivered >= 1), CODE[Delivery.COMPLETED]),
        (past_end > limits.past_end_days, CODE[Delivery.PAST_END]),
        ((plans.starts > day) & (delivered == 0), CODE[Delivery.NOT_YET_DUE]),
        (~has_report & due, CODE[Delivery.NO_REPORT]),
        (~has_report, CODE[Delivery.REPORT_NOT_DUE]),
        ((behind <= limits.on_schedule_days) & (past_end <= 0), CODE[Delivery.ON_SCHEDULE]),
        (past_end > 0, CODE[Delivery.NEEDS_ATTENTION]),
        (behind <= limits.attention_days, CODE[Delivery.NEEDS_ATTENTION]),
        (quarter_open, CODE[Delivery.NEEDS_ATTENTION]),
    ]
    conditions = [fits for fits, _ in rules]
    codes: list[Array] = [np.broadcast_to(code, past_end.shape) for _, code in rules]
    chosen: Array = np.select(conditions, codes, default=CODE[Delivery.BEHIND])
    return chosen.astype(np.int64)


def _last_closed(plans: PlanTable, as_of: date, periods: Sequence[Period]) -> tuple[Array, Array]:
    due = np.zeros(len(plans.starts), bool)
    starts = np.full(len(plans.starts), np.datetime64("NaT"), dtype="datetime64[D]")
    signed = np.where(np.isnat(plans.signed_on), np.datetime64("0001-01-01"), plans.signed_on)
    for period in sorted(periods, key=lambda period: period.ends):
        if not period.closed(as_of):
            continue
        fits = (plans.ends >= np.datetime64(period.starts)) & (plans.starts <= np.datetime64(period.ends))
        fits &= np.datetime64(period.closes) >= signed
        due |= fits
        starts[fits] = np.datetime64(period.starts)
    return due, starts


def _planned(plans: PlanTable, days: Array, wanted: Array) -> Array:
    days = np.where(wanted, days, plans.starts - ONE)
    total = (plans.ends - plans.starts + ONE).astype(np.float64)
    passed = (days - (plans.starts - ONE)).astype(np.float64)
    share = np.round(np.clip(passed / total, 0.0, 1.0), PLACES)
    share = np.where(plans.event, (days >= plans.ends).astype(np.float64), share)
    for row in plans.milestones:
        share[row] = planned_share(plans.plan(row), days[row].astype(object)) if wanted[row] else 0.0
    return share


def _days_behind(plans: PlanTable, delivered: Array, reported_on: Array, has_report: Array) -> Array:
    """Days behind at the report's own date; -1 where there is no report."""
    days = np.where(has_report, reported_on, plans.starts)
    total = (plans.ends - plans.starts + ONE).astype(np.float64)
    asked = np.floor(delivered * total)
    # Shares are rounded, so the day after may ask for just as much.
    asked += np.round((asked + 1) / total, PLACES) <= delivered
    straight = plans.starts - ONE + asked.astype(np.int64) * ONE
    sufficient = np.where(plans.event, plans.ends - ONE, straight)
    behind = np.maximum((days - sufficient).astype(np.int64), 0)
    behind[delivered >= 1] = 0
    for row in plans.milestones:
        if has_report[row]:
            behind[row] = days_behind(plans.plan(row), float(delivered[row]), days[row].astype(object))
    return np.where(has_report, behind, -1)
