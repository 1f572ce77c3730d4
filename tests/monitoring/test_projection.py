"""Looking ahead: a line from two points on, a 90 % prediction interval from five, and the year of arrival."""

from math import exp

import numpy as np
import pytest
from scipy.stats import t

from monitoring.projection import completed_by_end, project

STRAIGHT = [(2015.0, 30.0), (2020.0, 25.0)]


def test_two_points_give_a_line_without_an_interval() -> None:
    found = project(STRAIGHT, 2030, 18)
    assert found is not None
    assert (found.points, found.with_interval) == (2, False)
    assert (found.at_target.year, found.at_target.value) == (2030, pytest.approx(15))
    assert (found.at_target.low, found.at_target.high) == (None, None)
    assert found.arrives == pytest.approx(2027)
    assert [one.year for one in found.course][:2] == [2020, pytest.approx(2020 + 10 / 12)]
    assert len(found.course) == 13


def test_fewer_than_two_years_give_nothing() -> None:
    assert project([(2020, 5)], 2030, 3) is None
    assert project([(2020, 5), (2020, 6)], 2030, 3) is None
    assert project([], 2030, 3) is None


def test_the_interval_from_five_points_is_that_of_the_textbook() -> None:
    years = np.array([2019.0, 2020, 2021, 2022, 2023])
    values = np.array([10.0, 9.1, 8.7, 7.4, 7.0])
    found = project(list(zip(years, values, strict=True)), 2028, 4.0)
    assert found is not None
    assert found.with_interval
    # The same by matrices: the variance of a new value is s²·(1 + x'(X'X)⁻¹x).
    design = np.column_stack([np.ones(5), years])
    fitted = np.linalg.lstsq(design, values, rcond=None)[0]
    rest = values - design @ fitted
    at = np.array([1.0, 2028.0])
    spread = np.sqrt(rest @ rest / 3 * (1 + at @ np.linalg.inv(design.T @ design) @ at))
    assert found.at_target.value == pytest.approx(at @ fitted)
    assert found.at_target.low == pytest.approx(at @ fitted - t.ppf(0.95, 3) * spread, rel=1e-6)
    assert found.at_target.high == pytest.approx(at @ fitted + t.ppf(0.95, 3) * spread, rel=1e-6)
    assert found.course[0].low is not None


def test_four_points_are_too_few_for_an_interval() -> None:
    found = project([(2019, 10), (2020, 9), (2021, 9), (2022, 8)], 2030, 4)
    assert found is not None
    assert (found.with_interval, found.at_target.low) == (False, None)


def test_constant_growth_is_a_straight_line_of_logarithms() -> None:
    found = project([(2020, 8.0), (2022, 2.0)], 2024, 1.0, growth=True)
    assert found is not None
    assert found.at_target.value == pytest.approx(0.5)
    assert found.arrives == pytest.approx(2023)
    five = project([(2020 + n, 8 * exp(-0.1 * n)) for n in range(5)], 2030, 1.0, growth=True)
    assert five is not None
    assert five.at_target.low is not None
    assert five.at_target.high is not None
    assert 0 < five.at_target.low <= five.at_target.value <= five.at_target.high
    assert project([(2020, 8.0), (2022, 0.0)], 2024, 1.0, growth=True) is None


@pytest.mark.parametrize(
    ("target", "why"),
    [(40, "behind it"), (None, "no target"), (-2000, "farther than anybody looks")],
)
def test_no_arrival_where_the_line_does_not_lead(target: float | None, why: str) -> None:
    found = project(STRAIGHT, 2030, target)
    assert found is not None
    assert found.arrives is None, why


def test_a_level_course_never_arrives_and_growth_never_reaches_zero() -> None:
    level = project([(2015, 5), (2020, 5)], 2030, 4)
    assert level is not None
    assert level.arrives is None
    shrinking = project([(2015, 5), (2020, 4)], 2030, 0, growth=True)
    assert shrinking is not None
    assert shrinking.arrives is None


def test_an_arrival_may_be_exactly_at_the_newest_value() -> None:
    found = project(STRAIGHT, 2030, 25)
    assert found is not None
    assert found.arrives == pytest.approx(2020)


def test_a_target_that_is_past_is_answered_for_the_newest_year() -> None:
    found = project(STRAIGHT, 2018, 20)
    assert found is not None
    assert found.at_target.year == 2020


@pytest.mark.parametrize(
    ("delivered", "planned", "share"), [(0.6, 0.75, 0.8), (0.9, 0.5, 1.0), (0.0, 0.5, 0.0), (0.2, 0.0, None)]
)
def test_a_plan_goes_on_at_its_pace_so_far(delivered: float, planned: float, share: float | None) -> None:
    found = completed_by_end(delivered, planned)
    assert found == (None if share is None else pytest.approx(share))
    assert completed_by_end(0.5, float("nan")) is None


def test_no_course_leaves_the_range_of_its_values() -> None:
    up = project([(2015, 90), (2020, 96)], 2030, 100, most=100)
    assert up is not None
    assert (up.at_target.value, up.arrives) == (100, pytest.approx(2023 + 1 / 3))
    down = project([(2015, 10), (2020, 4)], 2030, 0)
    assert down is not None
    assert down.at_target.value == 0
    below = project([(2015, -1), (2020, -4)], 2030, -20)
    assert below is not None
    assert below.at_target.value == pytest.approx(-10)
