"""The rate of reduction of UNICEF, and why there is none."""

import pytest

from monitoring.reduction import average_annual_rate, judge_reduction, rounded
from monitoring.status import Result

STUNTING = [12.6, 11.8, 11.1, 10.4, 9.7, 9.0, 8.4, 7.8, 7.4, 7.0, 6.8, 6.6, 6.5]
POINTS = [(2012.0 + years, value) for years, value in enumerate(STUNTING)]


def test_stunting_falls_faster_than_the_made_up_target_requires() -> None:
    judged = judge_reduction("down", (2012, 12.6), (2030, 5.0), POINTS)
    assert (judged.status, judged.current, judged.required) == (Result.ON_TRACK, 5.71, 5.01)


@pytest.mark.parametrize(
    ("points", "status", "current"),
    [
        ([(2020, 10.0), (2022, 5.0)], Result.TARGET_MET, 29.29),
        ([(2020, 10.0), (2022, 5.04)], Result.TARGET_MET, 29.29),  # 5.04 is 5.0 at one decimal
        ([(2020, 10.0), (2021, 9.3)], Result.ON_TRACK, 7.0),
        ([(2020, 10.0), (2021, 9.4)], Result.PROGRESSING, 6.0),
        ([(2020, 10.0), (2021, 9.9)], Result.PROGRESSING, 1.0),
        ([(2020, 20.0), (2021, 19.9)], Result.NO_CLEAR_CHANGE, 0.5),
        ([(2020, 20.0), (2021, 20.1)], Result.NO_CLEAR_CHANGE, -0.5),
        ([(2020, 10.0), (2021, 10.1)], Result.MOVING_AWAY, -1.0),
        ([(2020, 10.0)], Result.ONE_VALUE, None),
        ([(2018, 30.0), (2020, 10.0)], Result.ONE_VALUE, None),  # before the baseline nothing counts
        ([(2018, 30.0)], Result.NO_DATA, None),
        ([], Result.NO_DATA, None),
        ([(2020, 10.0), (2021, 0.04)], Result.CANNOT, None),
    ],
)
def test_the_first_line_that_fits_decides(
    points: list[tuple[float, float]], status: Result, current: float | None
) -> None:
    # From 10 to 5 in ten years: 6.7 % a year are required.
    judged = judge_reduction("down", (2020, 10.0), (2030, 5.0), points)
    assert (judged.status, judged.current) == (status, current)


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "reason"),
    [
        ("up", (2020, 10), (2030, 5), "should rise"),
        ("", (2020, 10), (2030, 5), "no direction"),
        ("down", None, (2030, 5), "no baseline"),
        ("down", (2020, 10), None, "no target"),
        ("down", (2020, 10), (2030, 0), "no target above zero"),
        ("down", (2020, 10), (2030, 0.04), "no target above zero"),
        ("down", (2020, 10), (2030, -1), "below zero"),
        ("down", (2020, -10), (2030, 5), "below zero"),
        ("down", (2020, 10), (2020.0001, 20), "out of reach"),
        ("down", (2020, 0.04), (2030, 5), "value rounds to zero"),
        ("down", (2020, 10), (2020, 5), "target year not after the base"),
    ],
)
def test_why_a_rate_cannot_be_calculated(
    direction: str, baseline: tuple[float, float] | None, target: tuple[float, float] | None, reason: str
) -> None:
    judged = judge_reduction(direction, baseline, target, [(2020, 10.0), (2021, 9.0)])
    assert (judged.status, judged.reason, judged.current) == (Result.CANNOT, reason, None)


def test_halves_are_rounded_away_from_zero() -> None:
    assert [rounded(value, 1) for value in (0.25, 0.35, -0.25, 2.5)] == [0.3, 0.4, -0.3, 2.5]


def test_two_values_of_one_year_make_no_rate() -> None:
    assert average_annual_rate([(2020, 5.0), (2020, 4.0)]) is None


def test_values_below_zero_are_told_from_values_that_round_to_zero() -> None:
    for value, reason in ((-0.1, "below zero"), (0.04, "value rounds to zero")):
        judged = judge_reduction("down", (2020, 10.0), (2030, 5.0), [(2020, 10.0), (2024, value)])
        assert (judged.status, judged.reason) == (Result.CANNOT, reason)
