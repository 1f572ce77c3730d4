"""Cash: what is reported beside what is delivered, and how old the rest is."""

from datetime import date

import pytest

from monitoring.money import judge_cash, outstanding, remaining, utilisation
from monitoring.thresholds import Thresholds

ON = date(2025, 9, 30)


@pytest.mark.parametrize(
    ("released", "reported", "delivered", "ahead", "flagged"),
    [
        (1000, 750, 0.50, 25.0, False),
        (1000, 751, 0.50, 25.1, True),
        (1000, 1000, 0.75, 25.0, False),
        (1000, 200, 0.50, -30.0, False),
        (1000, 1500, 1.00, 50.0, True),
        (1000, None, 0.10, None, False),
        (None, 500, 0.10, None, False),
        (0, 500, 0.10, None, False),
        (1000, 900, None, None, False),
        (1000, 0, 0.0, 0.0, False),
    ],
)
def test_cash_is_flagged_when_it_runs_more_than_25_points_ahead(
    released: int | None, reported: int | None, delivered: float | None, ahead: float | None, flagged: bool
) -> None:
    found = judge_cash(released, reported, delivered)
    assert (found.ahead, found.flagged, found.limit) == (ahead, flagged, 25.0)


def test_the_limit_is_the_one_in_force() -> None:
    assert judge_cash(1000, 700, 0.5, Thresholds(cash_ahead_points=10)).flagged
    assert not judge_cash(1000, 700, 0.5, Thresholds(cash_ahead_points=20)).flagged


def test_utilisation_is_reported_of_released_and_blank_is_not_zero() -> None:
    assert utilisation(3, 1) == round(1 / 3, 9)
    assert utilisation(1000, 0) == 0
    assert (utilisation(None, 5), utilisation(5, None), utilisation(0, 0)) == (None, None, None)


@pytest.mark.parametrize(
    ("released", "ages"),
    [
        (date(2025, 9, 30), (100, 0, 0, 0)),
        (date(2025, 7, 1), (100, 0, 0, 0)),
        (date(2025, 6, 30), (0, 100, 0, 0)),
        (date(2025, 3, 31), (0, 100, 0, 0)),
        (date(2025, 3, 30), (0, 0, 100, 0)),
        (date(2024, 12, 31), (0, 0, 100, 0)),
        (date(2024, 12, 30), (0, 0, 0, 100)),
        (date(2025, 10, 1), (0, 0, 0, 0)),
    ],
)
def test_what_is_not_reported_ages_by_whole_months(released: date, ages: tuple[int, int, int, int]) -> None:
    assert outstanding([(released, 100)], 0, ON) == ages


def test_the_oldest_release_is_settled_first() -> None:
    releases = [(date(2025, 8, 1), 500), (date(2024, 11, 1), 300), (date(2025, 4, 1), 200)]
    assert outstanding(releases, 0, ON) == (500, 200, 0, 300)
    assert outstanding(releases, 350, ON) == (500, 150, 0, 0)
    assert outstanding(releases, 800, ON) == (200, 0, 0, 0)
    assert outstanding(releases, 5000, ON) == (0, 0, 0, 0)


def test_what_is_left_of_each_release_keeps_its_place() -> None:
    releases = [(date(2025, 8, 1), 500), (date(2024, 11, 1), 300), (date(2025, 4, 1), 200)]
    left = [(date(2025, 8, 1), 500), (date(2024, 11, 1), 0), (date(2025, 4, 1), 150)]
    assert remaining(releases, 350) == left
    assert remaining([], 350) == []
