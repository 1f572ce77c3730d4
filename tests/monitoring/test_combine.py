"""Several values made one: the published test vectors."""

import pytest

from monitoring.combine import against_targets, combined, ratio, standing


def test_two_periods_against_their_targets() -> None:
    assert against_targets([350, 950], [500, 800], "sum") == (1300, 1300)
    assert against_targets([350, 950], [500, 800], "latest") == (950, 800)


def test_the_four_ways_and_no_value() -> None:
    assert [combined([1, 5, 3], way) for way in ("latest", "sum", "mean", "max")] == [3, 9, 3, 5]
    assert combined([], "sum") is None
    with pytest.raises(ValueError, match="unknown way"):
        combined([1], "median")


def test_a_late_report_for_an_earlier_period_leaves_later_ones_alone() -> None:
    reports = [(1, 1.0), (1, 2.0), (2, 3.0), (2, 5.0)]
    assert standing(reports, 3) == [2, 5, 5]
    assert standing([*reports, (1, 3.0)], 3) == [3, 5, 5]
    assert standing([], 2) == [None, None]


def test_nothing_of_nothing_does_not_count() -> None:
    assert ratio([(0, 0), (3, 4), (1, 2)]) == (4, 6)
    assert ratio([(0, 0)]) is None
