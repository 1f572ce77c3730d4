"""Indicators whose periods are added up: Σ results beside Σ targets of the same periods.

Source: progress-method.md, "Results: indicators". A target asks for its own period, which reaches from the target
before it to its date; the first one from the end of the baseline, or without a baseline from the start of its year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from monitoring.combine import MIDDLE
from monitoring.planned import PLACES
from monitoring.results import Goalpost, Point, ResultJudgement, Series, older
from monitoring.status import Result
from monitoring.thresholds import Thresholds


@dataclass(frozen=True)
class Sums:
    """What the same periods brought and asked: Σ results, Σ of whole targets, and Σ of targets as far as reported."""

    results: float
    targets: float
    due: float


def judge_sum(series: Series, as_of: date, limits: Thresholds = Thresholds()) -> ResultJudgement:
    """Judge the sum of the periods; the first line that fits. Progress is Σ results ÷ Σ targets of the periods that
    have results, pace the same with the target of a running period only as far as it is reported, by days.
    """
    points = sorted((point for point in series.points if point.on <= as_of), key=lambda point: point.on)
    if not points:
        return ResultJudgement(Result.NO_DATA, "no observation")
    old = older(points[-1].on, as_of, series.interval_years)
    if not series.targets:
        return ResultJudgement(Result.NO_TARGET, "no target", points[-1], old=old)
    targets = sorted(series.targets, key=lambda target: target.on)
    start = _start(series.baseline, targets[0])
    counted = [point for point in points if start < point.on <= targets[-1].on]
    if not counted:
        return ResultJudgement(Result.ONE_VALUE, "nothing after the baseline", points[-1], old=old)
    sums = same_periods(counted, targets, start)
    final = round(sum(target.value for target in targets), PLACES)
    all_in = covered_to(counted[-1]) >= targets[-1].on
    status, rule = _status(series.direction, targets[-1].kind, sums, final, all_in, limits)
    shares = (None, None) if rule == "hold" else (_share(sums.results, sums.targets), _share(sums.results, sums.due))
    return ResultJudgement(status, rule, Point(counted[-1].on, sums.results), sums.due, *shares, None, old, limits)


def same_periods(points: Sequence[Point], targets: Sequence[Goalpost], start: date) -> Sums:
    """Sums over the periods of ``targets`` (by date, the first from the day after ``start``) that have results."""
    whole = due = 0.0
    before = start
    for target in targets:
        reached = [min(covered_to(point), target.on) for point in points if before < point.on <= target.on]
        if reached:
            whole += target.value
            due += target.value * (max(reached) - before).days / (target.on - before).days
        before = target.on
    results = round(sum(point.value for point in points), PLACES)
    return Sums(results, round(whole, PLACES), round(due, PLACES))


def covered_to(point: Point) -> date:
    """The last day that a result speaks of: an annual one, dated 1 July, of the whole year."""
    return date(point.on.year, 12, 31) if (point.on.month, point.on.day) == MIDDLE else point.on


def _start(baseline: Point | None, first: Goalpost) -> date:
    """The day before the first period."""
    if baseline is not None and covered_to(baseline) < first.on:
        return covered_to(baseline)
    return date(first.on.year, 1, 1) - timedelta(days=1)


def _status(
    direction: str, kind: str, sums: Sums, final: float, all_in: bool, limits: Thresholds
) -> tuple[Result, str]:
    up = direction == "up"
    kept = sums.results >= sums.due if up else sums.results <= sums.due
    if kind == "hold":
        return (Result.TARGET_MET if kept else Result.MOVING_AWAY), "hold"
    # Less than a ceiling says nothing before the last period is in; a sum that is reached stays reached.
    if (up and sums.results >= final) or (not up and all_in and sums.results <= final):
        return Result.TARGET_MET, "final target"
    reached = _share(sums.results, sums.due) if up else _share(sums.due, sums.results)
    if kept or (reached is not None and reached >= limits.on_track_pace):
        return Result.ON_TRACK, "sum"
    if reached is not None and reached >= limits.limited_pace:
        return Result.PROGRESSING, "sum"
    return Result.LIMITED, "sum"


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, PLACES) if whole else None
