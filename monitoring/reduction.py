"""Results by the method "reduction rate": UNICEF's average annual rate of reduction, for prevalences that should fall.

Source: progress-method.md, "Method reduction rate".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import exp, log
from statistics import linear_regression

from monitoring.status import Result

CLEAR = 0.5  # percent a year: less in either direction is no clear change


@dataclass(frozen=True)
class ReductionJudgement:
    """A status with its working: both rates in percent a year, rounded to two places; ``reason`` is a key."""

    status: Result
    current: float | None = None
    required: float | None = None
    reason: str = ""


def judge_reduction(
    direction: str,
    baseline: tuple[float, float] | None,
    target: tuple[float, float] | None,
    points: Sequence[tuple[float, float]],
) -> ReductionJudgement:
    """Judge a prevalence; ``baseline``, ``target`` and ``points`` are years with values, in the unit of the indicator.

    Only points since the baseline count, the baseline's own among them where it is one. First line that fits.
    """
    if not points:
        return ReductionJudgement(Result.NO_DATA, reason="no observation")
    cannot = _cannot(direction, baseline, target)
    if cannot or baseline is None or target is None:
        return ReductionJudgement(Result.CANNOT, reason=cannot)
    series = sorted((year, rounded(value, 1)) for year, value in points if year >= baseline[0])
    if not series:
        return ReductionJudgement(Result.NO_DATA, reason="no observation")
    lowest = min(value for _year, value in series)
    if lowest <= 0:
        return ReductionJudgement(Result.CANNOT, reason="below zero" if lowest < 0 else "value rounds to zero")
    start, aim = rounded(baseline[1], 1), rounded(target[1], 1)
    try:
        required = rounded(100 * (1 - (aim / start) ** (1 / (target[0] - baseline[0]))), 2)
        current = average_annual_rate(series)
    except OverflowError:  # a few days to a multiple of the value: no yearly rate can be written
        return ReductionJudgement(Result.CANNOT, reason="out of reach")
    if series[-1][1] <= aim:
        return ReductionJudgement(Result.TARGET_MET, current, required)
    if current is None:
        return ReductionJudgement(Result.ONE_VALUE, None, required, "one value only")
    return ReductionJudgement(_status(current, required), current, required)


def average_annual_rate(series: Sequence[tuple[float, float]]) -> float | None:
    """Percent by which the values fall in a year: 100·(1 − e^slope), the slope of ln(value) on the year by least
    squares; None for fewer than two years.
    """
    years = [year for year, _value in series]
    if len(set(years)) < 2:
        return None
    slope = linear_regression(years, [log(value) for _year, value in series]).slope
    return rounded(100 * (1 - exp(slope)), 2)


def rounded(value: float, places: int) -> float:
    """Rounded as a person would: a half goes away from zero."""
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _cannot(direction: str, baseline: tuple[float, float] | None, target: tuple[float, float] | None) -> str:
    """Why the rate cannot be calculated, as a key; empty when it can."""
    if direction != "down":
        return "should rise" if direction == "up" else "no direction"
    if baseline is None:
        return "no baseline"
    if target is None:
        return "no target"
    start, aim = rounded(baseline[1], 1), rounded(target[1], 1)
    if start < 0 or aim < 0:
        return "below zero"
    if aim == 0:
        return "no target above zero"
    if start == 0:
        return "value rounds to zero"
    return "" if target[0] > baseline[0] else "target year not after the base"


def _status(current: float, required: float) -> Result:
    if current >= required:
        return Result.ON_TRACK
    if current > CLEAR:
        return Result.PROGRESSING
    return Result.NO_CLEAR_CHANGE if current >= -CLEAR else Result.MOVING_AWAY
