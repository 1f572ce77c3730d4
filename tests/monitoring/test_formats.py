"""Numbers, shares, money and days are written as people read them."""

from datetime import UTC, date, datetime

import pytest

from monitoring import formats, language
from monitoring.periods import end_of_day


@pytest.mark.parametrize(
    ("share", "places", "text"),
    [(0.415, 0, "42%"), (0.414, 0, "41%"), (0.125, 0, "13%"), (0.4149, 1, "41.5%"), (1.0, 1, "100%"), (0.0, 0, "0%")],
)
def test_a_share_is_rounded_half_away_from_zero(share: float, places: int, text: str) -> None:
    assert formats.percent(share, places) == text


def test_a_share_is_written_as_its_language_does_in_documents_too() -> None:
    for code, said, written in (
        ("en", "41.5%", "0%"),
        ("ru", "41,5\xa0%", '0"\xa0"%'),
        ("tk", "41,5\xa0%", '0"\xa0"%'),
    ):
        with language.spoken_in(code):
            assert formats.percent(0.415, 1) == formats.value(41.5, "percent") == said
            assert formats.percent_code() == written
            assert formats.before_percent() == said[4:-1]


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


def test_a_moment_known_at_is_a_day_where_the_day_is_over() -> None:
    assert formats.known(end_of_day(date(2025, 7, 31))) == "31 Jul 2025"
    assert formats.known(datetime(2025, 7, 31, 20, 30, tzinfo=UTC)) == "1 Aug 2025, 01:30"


def test_a_moment_is_told_by_the_clock_in_ashgabat() -> None:
    assert formats.moment(datetime(2025, 7, 31, 20, 30, tzinfo=UTC)) == "1 Aug 2025, 01:30"
    assert formats.day(date(2025, 9, 30)) == "30 Sep 2025"


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        (6.5, "percent", "6.5%"),
        (1234.56, "per_1000", "1,234.6"),
        (2.0, "level", "level 2"),
        (1.0, "yes/no", "yes"),
        (0.0, "yes/no", "no"),
        (None, "percent", "–"),
        (float("nan"), "level", "–"),
    ],
)
def test_a_value_is_written_in_the_unit_of_its_indicator(amount: float | None, unit: str, text: str) -> None:
    assert formats.value(amount, unit) == text


def test_no_figure_is_a_dash_wherever_it_stands() -> None:
    nothing = float("nan")
    dashes = [formats.points(None), formats.points(nothing), formats.number(None), formats.money(None, "USD")]
    assert dashes == ["–"] * 4


def test_numbers_are_rounded_half_away_from_zero_and_grouped() -> None:
    assert [formats.number(value) for value in (0.5, 1.5, 2.5, -2.5, 12345)] == ["1", "2", "3", "-3", "12,345"]
    assert [formats.number(value, 2) for value in (1.005, 1.5, 2)] == ["1.01", "1.5", "2"]
    assert formats.percent(0.12345, 2) == "12.35%"


def test_a_sign_is_a_real_minus_and_zero_has_none() -> None:
    assert [formats.signed(value) for value in (1, -2, 0.4, -0.4, 0)] == ["+1", "−2", "±0", "±0", "±0"]


def test_a_day_may_leave_its_year_out() -> None:
    assert formats.day(date(2025, 9, 30), year=False) == "30 Sep"


def test_shares_and_days_are_written_as_the_language_of_the_run_does() -> None:
    language.speak("ru")
    try:
        assert formats.number(12345.5, 1) == "12\xa0345,5"
        assert formats.day(date(2025, 9, 30)) == "30 сент. 2025"
        assert formats.money(123_456_789, "USD", short=True) == "1,2\xa0млн\xa0$"
        assert formats.moment(datetime(2025, 7, 31, 20, 30, tzinfo=UTC)) == "1 авг. 2025, 01:30"
    finally:
        language.speak("en")


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [("en", "[$-409]d mmm yyyy", "[$-409]mmm yyyy"), ("ru", "dd.mm.yyyy", "mm.yyyy"), ("tk", "dd.mm.yyyy", "mm.yyyy")],
)
def test_days_and_months_of_a_workbook_are_written_as_its_language_does(code: str, day: str, month: str) -> None:
    with language.spoken_in(code):
        assert (formats.day_code(), formats.month_code()) == (day, month)
