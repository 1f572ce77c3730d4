"""Results of indicators by the method "path": the expected line from baseline through targets, and the pace on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from monitoring.planned import PLACES
from monitoring.status import Result
from monitoring.thresholds import Thresholds


@dataclass(frozen=True)
class Point:
    """A dated value with its interval and its ratio (numerator, denominator), where there are such."""

    on: date
    value: float
    low: float | None = None
    high: float | None = None
    ratio: tuple[float, float] | None = None


@dataclass(frozen=True)
class Goalpost:
    """A dated target, to ``reach`` or to ``hold``."""

    on: date
    value: float
    kind: str = "reach"


@dataclass(frozen=True)
class Series:
    """What an indicator is judged by.

    Attributes:
        direction: "up" or "down", where better lies.
        unit: "percent" has tolerances of its own.
        kind: "survey", "administrative" or "estimate": decides the noise without intervals.
        interval_years: a value older than this is marked old.
        baseline: None when there is none.
        targets: of one framework, by date.
        points: observations comparable with the baseline (one series), by date; the baseline's own may be among them.
        combine: how the periods of a calendar year become one value, a word of
            :data:`monitoring.words.COMBINATIONS`.
    """

    direction: str
    unit: str
    kind: str
    interval_years: int
    baseline: Point | None
    targets: tuple[Goalpost, ...] = ()
    points: tuple[Point, ...] = ()
    combine: str = "latest"


@dataclass(frozen=True)
class ResultJudgement:
    """A result with its working: progress and pace are shares (1 = at the final target / at the expected value).

    ``thresholds``: the limits that held.
    """

    status: Result
    rule: str
    value: Point | None = None
    expected: float | None = None
    progress: float | None = None
    pace: float | None = None
    noise: float | None = None
    old: bool = False
    thresholds: Thresholds = Thresholds()


def expected_value(baseline: Point, targets: Sequence[Goalpost], on: date) -> float:
    """Straight lines by days from the baseline through the dated targets; the final one stays after its date."""
    corners = [(baseline.on, baseline.value), *((t.on, t.value) for t in targets if t.on > baseline.on)]
    if on <= corners[0][0]:
        return corners[0][1]
    for (left, low), (right, high) in pairwise(corners):
        if on <= right:
            return low + (high - low) * (on - left).days / (right - left).days
    return corners[-1][1]


def judge_path(series: Series, as_of: date, limits: Thresholds = Thresholds()) -> ResultJudgement:
    """Judge the newest comparable value at its own date (progress-method.md, "Method path": first line that fits)."""
    points = sorted((point for point in series.points if point.on <= as_of), key=lambda point: point.on)
    if not points:
        return ResultJudgement(Result.NO_DATA, "no observation")
    newest = points[-1]
    old = older(newest.on, as_of, series.interval_years)
    if not series.targets:
        return ResultJudgement(Result.NO_TARGET, "no target", newest, old=old)
    if series.baseline is None:
        return ResultJudgement(Result.CANNOT, "no baseline", newest, old=old)
    judged = _against_target(series, series.baseline, newest, limits)
    return replace(judged, old=old, thresholds=limits)


def _against_target(series: Series, baseline: Point, newest: Point, limits: Thresholds) -> ResultJudgement:
    sign = 1.0 if series.direction == "up" else -1.0
    targets = sorted(series.targets, key=lambda target: target.on)
    final = targets[-1]
    tolerance = limits.hold_tolerance_percent if series.unit == "percent" else 0.0
    if final.kind == "hold" or sign * (baseline.value - final.value) >= 0:
        held = round(sign * (newest.value - final.value), PLACES) >= -tolerance
        return ResultJudgement(Result.TARGET_MET if held else Result.MOVING_AWAY, "hold", newest, final.value)
    if _reached(newest.value, final.value, sign, series.unit, limits):
        no_line = final.on <= baseline.on
        progress, pace, expected = (None, None, None) if no_line else _shares(baseline, targets, newest)
        passed = round(sign * (newest.value - final.value), PLACES) >= 0
        rule = "final target" if passed else "near the end"
        return ResultJudgement(Result.TARGET_MET, rule, newest, expected, progress, pace)
    if final.on <= baseline.on:
        return ResultJudgement(Result.CANNOT, "target year not after the base", newest)
    if newest.on <= baseline.on:
        return ResultJudgement(Result.ONE_VALUE, "nothing after the baseline", newest)
    progress, pace, expected = _shares(baseline, targets, newest)
    noise = _noise(series, baseline, newest, limits)

    def judged(status: Result, rule: str) -> ResultJudgement:
        return ResultJudgement(status, rule, newest, expected, progress, pace, noise)

    change = round(sign * (newest.value - baseline.value), PLACES)
    as_expected = round(sign * (newest.value - expected), PLACES) >= 0
    if as_expected or (pace is not None and pace >= limits.on_track_pace and change > 0):
        return judged(Result.ON_TRACK, "pace")
    if abs(change) <= noise:
        return judged(Result.NO_CLEAR_CHANGE, "noise")
    if round(sign * (expected - baseline.value), PLACES) <= 0 or (pace is not None and pace < 0):
        return judged(Result.MOVING_AWAY, "pace below zero")
    if pace is not None and pace >= limits.limited_pace:
        return judged(Result.PROGRESSING, "pace")
    return judged(Result.LIMITED, "pace")


def _shares(baseline: Point, targets: Sequence[Goalpost], newest: Point) -> tuple[float | None, float | None, float]:
    expected = round(expected_value(baseline, targets, newest.on), PLACES)
    change = newest.value - baseline.value
    whole = targets[-1].value - baseline.value
    due = expected - baseline.value
    progress = round(change / whole, PLACES) if whole else None
    return progress, round(change / due, PLACES) if due else None, expected


def _reached(value: float, target: float, sign: float, unit: str, limits: Thresholds) -> bool:
    if round(sign * (value - target), PLACES) >= 0:
        return True
    extreme = unit == "percent" and target in (0.0, 100.0)
    return extreme and round(abs(value - target), PLACES) <= limits.extreme_tolerance_percent


def _noise(series: Series, baseline: Point, newest: Point, limits: Thresholds) -> float:
    widths = [
        point.high - point.low for point in (baseline, newest) if point.low is not None and point.high is not None
    ]
    if widths:
        return round(max(widths) / 2, PLACES)
    by_kind = {"survey": limits.noise_survey, "administrative": limits.noise_administrative}
    return by_kind.get(series.kind, limits.noise_estimate)


def older(on: date, as_of: date, interval_years: int) -> bool:
    """Whether a value is older than the interval in which its indicator is reported; on its last day it is not."""
    leap_day = (on.month, on.day) == (2, 29)
    last = date(on.year + interval_years, 3, 1) if leap_day else on.replace(year=on.year + interval_years)
    return as_of > last
