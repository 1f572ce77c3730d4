"""Several values made one: the published test vectors."""

from datetime import date

import pytest

from monitoring.combine import by_year, combined, ratio
from monitoring.results import Point


def test_the_four_ways_and_no_value() -> None:
    assert [combined([1, 5, 3], way) for way in ("latest", "sum", "mean", "max")] == [3, 9, 3, 5]
    assert combined([], "sum") is None
    with pytest.raises(ValueError, match="unknown way"):
        combined([1], "median")


def test_nothing_of_nothing_does_not_count() -> None:
    assert ratio([(0, 0), (3, 4), (1, 2)]) == (4, 6)
    assert ratio([(0, 0)]) is None


QUARTERS = (
    Point(date(2024, 3, 31), 1, low=0.5, high=2),
    Point(date(2024, 9, 30), 3),
    Point(date(2024, 6, 30), 5),
    Point(date(2025, 3, 31), 7, low=6, high=8),
)


def test_the_periods_of_a_year_become_one_value_dated_in_its_middle() -> None:
    for way, value in (("sum", 9), ("mean", 3), ("max", 5)):
        assert by_year(QUARTERS, way) == (Point(date(2024, 7, 1), value), QUARTERS[3])
    assert by_year((), "sum") == ()


def test_while_a_year_runs_its_value_is_dated_by_its_newest_period() -> None:
    running = (Point(date(2024, 1, 31), 1), Point(date(2024, 2, 29), 3))
    assert by_year(running, "sum") == (Point(date(2024, 2, 29), 4),)


def test_where_the_newest_counts_every_value_stands_as_it_is() -> None:
    assert by_year(QUARTERS, "latest") == (QUARTERS[0], QUARTERS[2], QUARTERS[1], QUARTERS[3])


def test_ratios_of_a_year_are_combined_by_their_parts() -> None:
    parts = (Point(date(2024, 3, 31), 75, ratio=(3, 4)), Point(date(2024, 12, 31), 50, ratio=(1, 2)))
    for way in ("sum", "mean"):
        (found,) = by_year(parts, way, whole=100)
        assert found.value == pytest.approx(100 * 4 / 6)
        assert (found.on, found.ratio) == (date(2024, 7, 1), (4, 6))
    assert by_year(parts, "mean")[0].value == pytest.approx(4 / 6)
    assert by_year(parts, "max", whole=100) == (Point(date(2024, 7, 1), 75),)


def test_a_year_of_which_one_period_has_no_ratio_is_combined_by_its_values() -> None:
    mixed = (Point(date(2024, 3, 31), 75, ratio=(3, 4)), Point(date(2024, 12, 31), 25))
    assert by_year(mixed, "mean", whole=100) == (Point(date(2024, 7, 1), 50),)
    nothing = (Point(date(2024, 3, 31), 4, ratio=(0, 0)), Point(date(2024, 12, 31), 6, ratio=(0, 0)))
    assert by_year(nothing, "mean", whole=100) == (Point(date(2024, 7, 1), 5),)
