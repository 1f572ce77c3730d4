"""Results by the method "growth rate": the compound annual rate that was reached, beside the one that is required.

Source: progress-method.md, "Method growth rate", as in Open SDG and Statistics Canada, after Eurostat.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isinf
from statistics import fmean

from monitoring.planned import PLACES
from monitoring.thresholds import Thresholds

INSTEAD_OF_ZERO = 0.001
CURVE = 4.44
SCORED = 0.60  # the part of what is required from which the score rises faster, as published
YEARLY_SUBSTANTIAL, YEARLY_MODERATE = 0.015, 0.005  # a year's growth without a target, before a natural limit
GROUP_CUTS = (2.5, 0.0, -2.5)
BEST, WORST = 5.0, -5.0


class Growth(StrEnum):
    """Statuses in the words of those who publish such assessments."""

    ACHIEVED = "target_achieved"
    SUBSTANTIAL = "substantial_progress"
    MODERATE = "moderate_progress"
    LIMITED = "limited_progress"
    DETERIORATION = "deterioration"
    NOT_AVAILABLE = "not_available"


RANKED = (Growth.SUBSTANTIAL, Growth.MODERATE, Growth.LIMITED)


@dataclass(frozen=True)
class GrowthCase:
    """One series: years may have parts, ``None`` is what is not known.

    Attributes:
        direction: "up" or "down", where better lies; empty when nobody said.
        limit: the natural limit of the values, such as 100 percent; only of use without a target.
    """

    direction: str
    base_year: float | None
    base_value: float | None
    current_year: float | None
    current_value: float | None
    target_year: float | None = None
    target: float | None = None
    limit: float | None = None


@dataclass(frozen=True)
class GrowthJudgement:
    """A status with its working.

    Attributes:
        value: with a target the yearly growth as a part of what is required (1 = as required), else the yearly growth
            itself (0.01 = one percent a year); positive is towards better. None where it cannot be calculated.
        score: from −5 to 5; None where there is none.
        reason: the key of why there is no status; empty when there is one.
        growth, required: a year, 0.01 = one percent.
        factor: how much the natural limit lowers what is expected (1 = not at all).
        zero_replaced: whether a base or target of 0 was taken as 0.001 in the rates.
        thresholds: the limits that held; of these the paces give the words with a target.
    """

    status: Growth
    value: float | None = None
    score: float | None = None
    reason: str = ""
    growth: float | None = None
    required: float | None = None
    factor: float = 1.0
    zero_replaced: bool = False
    thresholds: Thresholds = Thresholds()


def judge_growth(case: GrowthCase, limits: Thresholds = Thresholds()) -> GrowthJudgement:
    """Judge a series; that the target is reached comes before anything but a missing base or current value.

    The words with a target follow ``limits``; scores, and the words without a target, stay as published.
    """
    return replace(_judged(case, limits), thresholds=limits)


def _judged(case: GrowthCase, limits: Thresholds) -> GrowthJudgement:
    if not case.direction:
        return GrowthJudgement(Growth.NOT_AVAILABLE, reason="no direction")
    if case.base_value is None:
        return GrowthJudgement(Growth.NOT_AVAILABLE, reason="no baseline")
    if case.base_year is None:
        return GrowthJudgement(Growth.NOT_AVAILABLE, reason="no year of the baseline")
    if case.current_value is None:
        return GrowthJudgement(Growth.NOT_AVAILABLE, reason="no observation")
    if case.current_year is None:
        return GrowthJudgement(Growth.NOT_AVAILABLE, reason="no year of the value")
    rates = _rates(case, case.base_value, case.current_value, case.current_year - case.base_year, limits)
    if _reached(case, case.current_value):
        return GrowthJudgement(
            Growth.ACHIEVED, rates.value, BEST, "", rates.growth, rates.required, rates.factor, rates.zero_replaced
        )
    return rates


def judge_group(judged: Sequence[GrowthJudgement]) -> GrowthJudgement:
    """Several series as one, by the mean of their scores; those without a score are left out, and achieved is only said
    when all of them are.
    """
    scores = [one.score for one in judged if one.score is not None]
    if not scores:
        return GrowthJudgement(Growth.NOT_AVAILABLE, reason="no score")
    mean = round(fmean(scores), PLACES)
    if all(one.status is Growth.ACHIEVED for one in judged):
        return GrowthJudgement(Growth.ACHIEVED, score=mean)
    return GrowthJudgement(_ranked(mean, *GROUP_CUTS), score=mean)


def yearly(earlier: float, later: float, years: float) -> float:
    """The compound annual rate from one value to another of the same sign, 0.01 = one percent.

    Raises OverflowError for a rate that is too large to be written.
    """
    rate = float((later / earlier) ** (1 / years) - 1)
    if isinf(rate):
        raise OverflowError("rate")
    return rate


def limit_factor(base: float, limit: float | None) -> float:
    """How much nearness to a natural limit lowers what is expected without a target: 1 not at all, 0 at the limit."""
    if not limit:
        return 1.0
    base, limit = abs(base), abs(limit)
    if base >= 2 * limit:
        return 1.0
    return 1.0 - float(((base if base <= limit else 2 * limit - base) / limit) ** CURVE)


def _rates(case: GrowthCase, base: float, current: float, years: float, limits: Thresholds) -> GrowthJudgement:
    replaced = base == 0 or case.target == 0
    start = base or INSTEAD_OF_ZERO

    def unknown(reason: str) -> GrowthJudgement:
        return GrowthJudgement(Growth.NOT_AVAILABLE, reason=reason, zero_replaced=replaced)

    if round(years, PLACES) < 1:
        return unknown("less than a year")
    if start * current < 0:
        return unknown("signs differ")
    try:
        growth = yearly(start, current, years)
    except OverflowError:
        return unknown("out of reach")
    towards_better = growth * (1 if start > 0 else -1) * (1 if case.direction == "up" else -1)
    if case.target is None:
        return _without_target(towards_better, growth, limit_factor(base, case.limit), replaced)
    target = case.target or INSTEAD_OF_ZERO
    if case.target_year is None:
        return unknown("no target year")
    if case.base_year is None or case.target_year <= case.base_year:
        return unknown("target year not after the base")
    if start * target < 0:
        return unknown("signs differ")
    try:
        required = yearly(start, target, case.target_year - case.base_year)
    except OverflowError:  # a few days to a multiple of the value: no yearly rate can be written
        return unknown("out of reach")
    if required == 0:
        return unknown("nothing required")
    value = towards_better / abs(required)
    status = _ranked(round(value, PLACES), limits.on_track_pace, limits.limited_pace, 0.0)
    return GrowthJudgement(status, value, _score_with_target(value), "", growth, required, zero_replaced=replaced)


def _without_target(value: float, growth: float, factor: float, replaced: bool) -> GrowthJudgement:
    substantial, moderate = (round(cut * factor, PLACES) for cut in (YEARLY_SUBSTANTIAL, YEARLY_MODERATE))
    status = _ranked(round(value, PLACES), substantial, moderate, 0.0)
    return GrowthJudgement(
        status, value, _score_without_target(value, factor, status), "", growth, None, factor, replaced
    )


def _reached(case: GrowthCase, current: float) -> bool:
    if case.target is None:
        return False
    return current >= case.target if case.direction == "up" else current <= case.target


def _ranked(value: float, substantial: float, moderate: float, limited: float) -> Growth:
    cuts = (substantial, moderate, limited)
    return next((word for word, cut in zip(RANKED, cuts, strict=True) if value >= cut), Growth.DETERIORATION)


# Scores are of the value as it is: what is rounded is only what a limit is held against.
def _score_with_target(value: float) -> float:
    if round(value, PLACES) >= SCORED:
        return min(7.1429 * value - 4.2857, BEST)
    return max(4.1667 * value - 2.5, WORST)


def _score_without_target(value: float, factor: float, status: Growth) -> float:
    if status is Growth.DETERIORATION:
        return max(125 * value - 2.5, WORST)
    if factor == 0:
        return BEST
    if status is Growth.SUBSTANTIAL:
        return min(500 * value / factor - 5, BEST)
    if status is Growth.MODERATE:
        return 250 * value / factor - 1.25
    return 500 * value / factor - 2.5
