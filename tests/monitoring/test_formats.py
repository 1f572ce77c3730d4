"""Numbers, shares, money and days are written as people read them."""

from datetime import UTC, date, datetime

import pytest

from monitoring import formats


@pytest.mark.parametrize(
    ("share", "places", "text"),
    [(0.415, 0, "42%"), (0.414, 0, "41%"), (0.125, 0, "13%"), (0.4149, 1, "41.5%"), (1.0, 1, "100%"), (0.0, 0, "0%")],
)
def test_a_share_is_rounded_half_away_from_zero(share: float, places: int, text: str) -> None:
    assert formats.percent(share, places) == text


def test_nothing_known_is_a_dash_and_never_zero() -> None:
    nothing = float("nan")
    assert {
        formats.percent(None),
        formats.percent(nothing),
        formats.number(nothing),
        formats.money(nothing, "USD"),
    } == {"–"}
    assert formats.day(None) == formats.moment(None) == "–"


@pytest.mark.parametrize(("change", "text"), [(0.05, "+5 points"), (-0.031, "−3 points"), (0.0, "±0 points")])
def test_a_change_is_in_points_with_its_sign(change: float, text: str) -> None:
    assert formats.points(change) == text


def test_money_is_whole_units_from_cents() -> None:
    assert formats.money(123_456_789, "USD") == "$1,234,568"
    assert formats.money(123_456_789, "USD", short=True) == "$1.2M"


def test_a_moment_is_told_by_the_clock_in_ashgabat() -> None:
    assert formats.moment(datetime(2025, 7, 31, 20, 30, tzinfo=UTC)) == "1 Aug 2025, 01:30"
    assert formats.day(date(2025, 9, 30)) == "30 Sep 2025"
