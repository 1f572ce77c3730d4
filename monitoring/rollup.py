"""Groups of activities: delivered, delivered of what was due, reports in, and the word. Source: progress-method.md."""

from dataclasses import dataclass

import numpy as np

from monitoring.delivery_table import CODE, STATUSES, Array, JudgedTable
from monitoring.planned import PLACES
from monitoring.status import LATE, LEFT_OUT, Delivery, Group
from monitoring.thresholds import Thresholds


@dataclass(frozen=True)
class GroupTable:
    """Figures per group as columns, one row a group; shares between 0 and 1, NaN where there is none.

    ``weight`` is the weight that counts (cancelled, carried over and postponed left out), ``reported_weight`` the part
    with a report, ``silent_weight`` the part that should have one and has none; ``counts`` has one column a status in
    the order of STATUSES; ``word`` is a status word, "mixed" or "none"; ``reason`` says why a word is missing.
    """

    weight: Array
    reported_weight: Array
    silent_weight: Array
    delivered: Array
    delivered_of_due: Array
    planned_at_report: Array
    planned_now: Array
    reports_due: Array
    reports_in: Array
    late_reports: Array
    counts: Array
    word: Array
    reason: Array


def roll_up(
    judged: JudgedTable,
    group: Array,
    groups: int,
    weight: Array | None = None,
    thresholds: Thresholds = Thresholds(),
) -> GroupTable:
    """Figures of each group.

    ``group`` holds the group's number for each row of ``judged`` (rows may repeat a judgement for several groups, the
    caller having repeated the columns), ``weight`` the weight of each row: 1 by default, planned budget otherwise.
    """
    given = np.ones(len(group)) if weight is None else np.nan_to_num(weight, nan=0.0)
    counted = ~np.isin(judged.status, [CODE[status] for status in LEFT_OUT])
    has_report = ~np.isnan(judged.delivered)
    active = np.where(counted, given, 0.0)
    reported = np.where(has_report, active, 0.0)
    share = np.nan_to_num(judged.delivered)
    asked = np.nan_to_num(judged.planned_at_report)

    def total(values: Array) -> Array:
        sums: Array = np.bincount(group, weights=values, minlength=groups)
        return sums

    weights, reported_weights = total(active), total(reported)
    due = judged.report_due & counted
    counts = np.zeros((groups, len(STATUSES)), dtype=np.int64)
    np.add.at(counts, (group, judged.status), 1)
    table = GroupTable(
        weight=weights,
        reported_weight=reported_weights,
        silent_weight=total(np.where(due & ~has_report, active, 0.0)),
        delivered=_ratio(total(reported * share), reported_weights),
        delivered_of_due=_ratio(total(reported * np.minimum(share, asked)), total(reported * asked)),
        planned_at_report=_ratio(total(reported * asked), reported_weights),
        planned_now=_ratio(total(active * judged.planned_now), weights),
        reports_due=total(due.astype(float)).astype(int),
        reports_in=total((due & has_report).astype(float)).astype(int),
        late_reports=total((judged.report_late & counted).astype(float)).astype(int),
        counts=counts,
        word=np.full(groups, Group.NONE.value, dtype=object),
        reason=np.full(groups, "", dtype=object),
    )
    is_late = np.isin(judged.status, [CODE[status] for status in LATE])
    due_weight = total(np.where(due, active, 0.0))
    due_reported = total(np.where(due, reported, 0.0))
    _words(table, _ratio(due_reported, due_weight), _ratio(total(np.where(is_late, active, 0.0)), weights), thresholds)
    return table


def _ratio(part: Array, whole: Array) -> Array:
    """Part ÷ whole to nine decimals, so that a share exactly at a limit is on its good side; NaN where whole is 0."""
    ratio: Array = np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return ratio.round(PLACES)


def _words(table: GroupTable, due_in: Array, late_share: Array, limits: Thresholds) -> None:
    active = table.counts.sum(axis=1) - table.counts[:, [CODE[status] for status in LEFT_OUT]].sum(axis=1)
    completed = table.counts[:, CODE[Delivery.COMPLETED]]
    waiting = table.counts[:, CODE[Delivery.NOT_YET_DUE]]
    for number in range(len(active)):
        word, reason = Group.NONE.value, ""
        if active[number] == 0:
            reason = "nothing planned"
        elif table.weight[number] == 0:
            reason = "no weight"
        elif due_in[number] < limits.reporting_share:
            reason = "too few reports"
        elif completed[number] == active[number]:
            word = Delivery.COMPLETED.value
        elif waiting[number] == active[number]:
            word = Delivery.NOT_YET_DUE.value
        elif late_share[number] >= limits.mixed_share:
            word = Group.MIXED.value
        elif table.reported_weight[number] == 0:
            reason = "no report due yet"
        else:
            word = _by_delivered(float(table.delivered_of_due[number]), limits)
        table.word[number], table.reason[number] = word, reason


def _by_delivered(share: float, limits: Thresholds) -> str:
    # Reported already though nothing was due by then: nothing is behind.
    if np.isnan(share) or share >= limits.group_on_schedule:
        return Delivery.ON_SCHEDULE.value
    return Delivery.NEEDS_ATTENTION.value if share >= limits.group_attention else Delivery.BEHIND.value
