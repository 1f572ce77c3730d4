"""The judgement of a growth rate carries its whole working, with and without a target."""

from dataclasses import replace

import pytest

from monitoring.growth import Growth, GrowthCase, GrowthJudgement, judge_group, judge_growth
from monitoring.thresholds import Thresholds


def grown(value: float, target: float | None = 20.0, **changed: object) -> GrowthCase:
    return replace(GrowthCase("up", 2020, 10.0, 2025, value, 2030, target), **changed)  # type: ignore[arg-type]


def rates(value: float, target: float = 20.0, base: float = 10.0) -> tuple[float, float]:
    return (value / base) ** (1 / 5) - 1, (target / base) ** (1 / 10) - 1


def test_the_working_of_a_growth_rate_with_a_target() -> None:
    growth, required = rates(14.0)
    found = judge_growth(grown(14.0))
    assert found.status is Growth.SUBSTANTIAL
    assert (found.growth, found.required) == pytest.approx((growth, required))
    assert found.value == pytest.approx(growth / required)
    assert found.score == pytest.approx(7.1429 * growth / required - 4.2857)
    assert (found.reason, found.factor, found.zero_replaced) == ("", 1.0, False)


def test_a_target_that_is_reached_keeps_its_working() -> None:
    growth, required = rates(21.0)
    found = judge_growth(grown(21.0))
    assert (found.status, found.score, found.reason) == (Growth.ACHIEVED, 5, "")
    assert (found.growth, found.required, found.value) == pytest.approx((growth, required, growth / required))
    zero = judge_growth(GrowthCase("down", 2020, 10.0, 2025, 0.0, 2030, 0.0))
    assert (zero.status, zero.zero_replaced, zero.factor) == (Growth.ACHIEVED, True, 1.0)


@pytest.mark.parametrize(
    ("value", "status"),
    [(10.0, Growth.LIMITED), (12.0, Growth.LIMITED), (12.5, Growth.MODERATE), (9.9, Growth.DETERIORATION)],
)
def test_the_words_of_a_growth_rate(value: float, status: Growth) -> None:
    found = judge_growth(grown(value))
    assert found.status is status
    assert found.value is not None
    assert found.score is not None
    if found.value < 0.6:
        assert found.score == pytest.approx(max(4.1667 * found.value - 2.5, -5))


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (grown(12.0, direction=""), "no direction"),
        (grown(12.0, base_value=None), "no baseline"),
        (grown(12.0, base_year=None), "no year of the baseline"),
        (grown(12.0, current_value=None), "no observation"),
        (grown(12.0, current_year=None), "no year of the value"),
        (grown(12.0, current_year=2020.9), "less than a year"),
        (grown(-12.0), "signs differ"),
        (grown(12.0, target_year=None), "no target year"),
        (grown(12.0, target_year=2020), "target year not after the base"),
        (grown(12.0, base_value=-10.0, current_value=-12.0), "signs differ"),
        (grown(8.0, target=10.0), "nothing required"),
    ],
)
def test_why_there_is_no_growth_rate(case: GrowthCase, reason: str) -> None:
    assert judge_growth(case) == GrowthJudgement(Growth.NOT_AVAILABLE, reason=reason)


def test_a_year_is_enough_and_a_value_of_zero_is_no_change_of_sign() -> None:
    assert judge_growth(grown(12.0, current_year=2021)).value is not None
    fallen = judge_growth(grown(0.0))
    assert (fallen.status, fallen.growth) == (Growth.DETERIORATION, -1.0)
    from_zero = judge_growth(grown(12.0, base_value=0.0))
    assert (from_zero.zero_replaced, from_zero.growth) == (True, pytest.approx((12 / 0.001) ** (1 / 5) - 1))


@pytest.mark.parametrize(
    ("yearly", "limit", "status", "score"),
    [
        (0.02, None, Growth.SUBSTANTIAL, 500 * 0.02 - 5),
        (0.015, None, Growth.SUBSTANTIAL, 2.5),
        (0.01, None, Growth.MODERATE, 250 * 0.01 - 1.25),
        (0.005, None, Growth.MODERATE, 0.0),
        (0.004, None, Growth.LIMITED, 500 * 0.004 - 2.5),
        (-0.01, None, Growth.DETERIORATION, 125 * -0.01 - 2.5),
        (0.5, None, Growth.SUBSTANTIAL, 5.0),
        (-0.5, None, Growth.DETERIORATION, -5.0),
        (0.01, 20.0, Growth.MODERATE, 250 * 0.01 / (1 - 0.5**4.44) - 1.25),
        (0.01, 12.0, Growth.SUBSTANTIAL, 500 * 0.01 / (1 - (10 / 12) ** 4.44) - 5),
        (0.01, 8.0, Growth.MODERATE, 250 * 0.01 / (1 - (6 / 8) ** 4.44) - 1.25),
        (0.004, 10.0, Growth.SUBSTANTIAL, 5.0),
        (0.01, 5.0, Growth.MODERATE, 250 * 0.01 - 1.25),
    ],
)
def test_the_working_of_a_growth_rate_without_a_target(
    yearly: float, limit: float | None, status: Growth, score: float
) -> None:
    case = GrowthCase("up", 2020, 10.0, 2025, 10.0 * (1 + yearly) ** 5, limit=limit)
    found = judge_growth(case)
    assert (found.status, found.required, found.reason) == (status, None, "")
    assert (found.value, found.growth) == (pytest.approx(yearly), pytest.approx(yearly))
    assert found.score == pytest.approx(score)


def test_several_growth_rates_as_one() -> None:
    done, none = judge_growth(grown(21.0)), judge_growth(grown(12.0, direction=""))
    assert judge_group([none]) == GrowthJudgement(Growth.NOT_AVAILABLE, reason="no score")
    assert judge_group([done, done]) == GrowthJudgement(Growth.ACHIEVED, score=5)
    assert judge_group([done, none]).status is Growth.SUBSTANTIAL
    for score, status in ((2.5, Growth.SUBSTANTIAL), (0, Growth.MODERATE), (-2.5, Growth.LIMITED)):
        assert judge_group([GrowthJudgement(status, 0.0, score)]) == GrowthJudgement(status, score=score)
    assert judge_group([GrowthJudgement(Growth.LIMITED, 0.0, -2.6)]).status is Growth.DETERIORATION


def test_the_words_beside_a_target_follow_the_limits_and_the_score_does_not() -> None:
    case = grown(12.5)  # 0.636 of what is required
    strict = Thresholds(on_track_pace=0.99, limited_pace=0.7)
    assert [judge_growth(case).status, judge_growth(case, strict).status] == [Growth.MODERATE, Growth.LIMITED]
    assert judge_growth(case).score == judge_growth(case, strict).score
    loose = Thresholds(on_track_pace=0.63)
    assert judge_growth(case, loose).status is Growth.SUBSTANTIAL
