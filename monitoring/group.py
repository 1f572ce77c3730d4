"""A group of activities judged one by one: its figures and its word. The vectorised twin is rollup.

Source: progress-method.md, "Delivery: a group".
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from monitoring.delivery import Judgement
from monitoring.planned import PLACES
from monitoring.status import LATE, LEFT_OUT, Delivery, Group
from monitoring.thresholds import Thresholds


@dataclass(frozen=True)
class GroupJudgement:
    """A word with its working; shares between 0 and 1, None where there is none.

    Attributes:
        word: a status word, "mixed" or "none".
        reason: the key of why there is no word; empty when there is one.
        weight: the weight that counts, without what an amendment left out; ``reported_weight`` the part with a report,
            ``silent_weight`` the part that should have one and has none.
        due_in: the part of the weight due to report that has; ``late_share`` the part of all that is behind or past
            its end.
        counts: activities by status, those left out too.
        thresholds: the limits that decided.
    """

    word: str
    reason: str
    weight: float
    reported_weight: float
    silent_weight: float
    delivered: float | None
    delivered_of_due: float | None
    planned_at_report: float | None
    planned_now: float | None
    due_in: float | None
    late_share: float | None
    reports_due: int
    reports_in: int
    late_reports: int
    counts: Mapping[Delivery, int]
    thresholds: Thresholds


def judge_group(
    members: Sequence[Judgement], weights: Sequence[float] | None = None, thresholds: Thresholds = Thresholds()
) -> GroupJudgement:
    """Judge a group; ``weights`` as many as members, 1 each by default, a missing budget being 0."""
    given = [1.0] * len(members) if weights is None else weights
    active = [(one, weight) for one, weight in zip(members, given, strict=True) if one.status not in LEFT_OUT]
    reported = [(one, weight) for one, weight in active if one.delivered is not None]
    due = [(one, weight) for one, weight in active if one.report_due]

    def total(some: Sequence[tuple[Judgement, float]], value: Callable[[Judgement], float] = lambda one: 1.0) -> float:
        return sum(weight * value(one) for one, weight in some)

    late = [(one, weight) for one, weight in active if one.status in LATE]
    in_time = [(one, weight) for one, weight in due if one.delivered is not None]
    weight = total(active)
    figures = GroupJudgement(
        word=Group.NONE.value,
        reason="",
        weight=weight,
        reported_weight=total(reported),
        silent_weight=total(due) - total(in_time),
        delivered=_ratio(total(reported, _share), total(reported)),
        delivered_of_due=_ratio(
            total(reported, lambda one: min(_share(one), _asked(one))), total(reported, lambda one: _asked(one))
        ),
        planned_at_report=_ratio(total(reported, _asked), total(reported)),
        planned_now=_ratio(total(active, lambda one: one.planned_now), weight),
        due_in=_ratio(total(in_time), total(due)),
        late_share=_ratio(total(late), weight),
        reports_due=len(due),
        reports_in=len(in_time),
        late_reports=sum(one.report_late for one, _weight in active),
        counts=Counter(one.status for one in members),
        thresholds=thresholds,
    )
    word, reason = _word(figures, [one.status for one, _weight in active], thresholds)
    return GroupJudgement(**{**vars(figures), "word": word, "reason": reason})


def _word(found: GroupJudgement, statuses: Sequence[Delivery], limits: Thresholds) -> tuple[str, str]:
    """The first line that fits: a word, or none and why."""
    none = Group.NONE.value
    if not statuses:
        return none, "nothing planned"
    if found.weight == 0:
        return none, "no weight"
    if found.due_in is not None and found.due_in < limits.reporting_share:
        return none, "too few reports"
    for all_alike in (Delivery.COMPLETED, Delivery.NOT_YET_DUE):
        if all(status is all_alike for status in statuses):
            return all_alike.value, ""
    if found.late_share is not None and found.late_share >= limits.mixed_share:
        return Group.MIXED.value, ""
    if found.reported_weight == 0:
        return none, "no report due yet"
    share = found.delivered_of_due
    # Reported already though nothing was due by then: nothing is behind.
    if share is None or share >= limits.group_on_schedule:
        return Delivery.ON_SCHEDULE.value, ""
    return (Delivery.NEEDS_ATTENTION if share >= limits.group_attention else Delivery.BEHIND).value, ""


def _share(one: Judgement) -> float:
    return one.delivered or 0.0


def _asked(one: Judgement) -> float:
    return one.planned_at_report or 0.0


def _ratio(part: float, whole: float) -> float | None:
    """Part ÷ whole to nine decimals, so that a share exactly at a limit is on its good side."""
    return round(part / whole, PLACES) if whole > 0 else None
