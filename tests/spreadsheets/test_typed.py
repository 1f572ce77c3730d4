"""Values as people type them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreadsheets import typed


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (45, "45"),
        (49.6, "49.6"),
        (100 / 3, "33.333333"),
        ("45", "45"),
        (" 45,5 ", "45.5"),
        ("1 100,50", "1100.50"),
        ("1\u00a0100,50", "1100.50"),
        ("1\u202f234\u202f567", "1234567"),
        ("1,100.50", "1100.50"),
        ("1.100,50", "1100.50"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1'100", "1100"),
        ("-3,5", "-3.5"),
        ("\u22123", "-3"),
        ("0,125", "0.125"),
        ("1,1000", "1.1"),
        ("007", "7"),
    ],
)
def test_a_number_is_understood_as_people_write_it(said: str | float, meant: str) -> None:
    assert typed.number(said) == Decimal(meant)


@pytest.mark.parametrize(("said", "meant"), [("45 %", "45"), ("45%", "45"), ("33,333", "33.333"), ("0,5 %", "0.5")])
def test_a_percent_is_understood_with_and_without_its_sign(said: str, meant: str) -> None:
    assert typed.number(said, most=Decimal(100), percent=True) == Decimal(meant)


@pytest.mark.parametrize("said", ["half", "3 of 5", "45 %", "", "4 5", "1.2.3", "12,34,567", "nan", "inf", True, "1e5"])
def test_what_is_no_number_is_refused(said: str | bool) -> None:
    with pytest.raises(typed.Refused, match="number"):
        typed.number(said)


@pytest.mark.parametrize("said", ["1,100", "12.500"])
def test_what_may_mean_two_numbers_is_asked_about(said: str) -> None:
    with pytest.raises(typed.Refused) as refused:
        typed.number(said)
    assert "not clear" in str(refused.value.what)
    assert said.replace(".", ",") + "0" in str(refused.value.allowed)


def test_a_share_in_place_of_a_percent_is_asked_about() -> None:
    with pytest.raises(typed.Refused, match="share or a percent"):
        typed.number(0.45, most=Decimal(100), percent=True)
    assert typed.number(0.45) == Decimal("0.45")


@pytest.mark.parametrize("said", [1e300, float("inf"), float("nan"), "9" * 30])
def test_a_number_beyond_all_measure_is_refused(said: float | str) -> None:
    with pytest.raises(typed.Refused):
        typed.number(said)


@given(st.decimals(min_value=-1_000_000, max_value=1_000_000, places=2, allow_nan=False))
def test_a_number_written_the_russian_way_is_read_back_exactly(value: Decimal) -> None:
    written = f"{value:,.2f}".replace(",", "\u00a0").replace(".", ",")
    assert typed.number(written) == value


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    assert outcome(text) in ("number", "refused")


def outcome(text: str) -> str:
    """Any other error than a refusal goes through, and fails the test."""
    try:
        return "number" if typed.number(text).is_finite() else "not finite"
    except typed.Refused as refused:
        return "refused" if str(refused.allowed) else "refused without a word"


MARCH = date(2025, 3, 6)


@pytest.mark.parametrize(
    "said",
    [
        MARCH,
        datetime(2025, 3, 6, 14, 30),
        "06.03.2025",
        "6.3.2025",
        "06.03.25",
        "2025-03-06",
        "2025-03-06 00:00:00",
        " 06.03.2025 г. ",
        "2025-3-6",
        45722,
        45722.0,
    ],
)
def test_a_date_is_understood_as_people_write_it(said: object) -> None:
    assert typed.day(said) == MARCH  # type: ignore[arg-type]


def test_a_day_above_twelve_tells_day_from_month() -> None:
    assert typed.day("25/03/2025") == typed.day("03/25/2025") == date(2025, 3, 25)


@pytest.mark.parametrize("said", ["03/04/2025", "32.01.2025", "30.02.2025", "soon", "03.2025 or so", 3, True, 1e9])
def test_a_date_that_is_none_or_not_clear_is_refused(said: str | float) -> None:
    with pytest.raises(typed.Refused):
        typed.day(said)


@pytest.mark.parametrize("said", ["2024", 2024, 2024.0])
def test_a_year_alone_is_its_first_of_july_where_a_year_may_stand(said: str | float) -> None:
    assert typed.day(said, year_alone=True) == date(2024, 7, 1)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_is_read_back_from_any_of_its_spellings(day: date) -> None:
    spellings = (f"{day:%d.%m.%Y}", day.isoformat(), (day - typed.EXCEL_EPOCH).days)
    assert {typed.day(said) for said in spellings} == {day}


@pytest.mark.parametrize(
    ("field", "said", "meant"),
    [
        ("reported_status", "Completed", "completed"),
        ("reported_status", "  ONGOING * ", "ongoing"),
        ("rating", "On Track", "on track"),
        ("rating", "on\ntrack", "on track"),
        ("stage", "Under way", 50),
        ("stage", 50.0, 50),
        ("stage", "75 %", 75),
        ("cause", "UNICEF funds", "UNICEF funds"),
        ("wealth", "poorest", "poorest"),
    ],
)
def test_a_word_is_understood_in_any_case(field: str, said: str | float, meant: object) -> None:
    assert typed.choice(field, said) == meant


def test_a_word_that_is_not_listed_is_refused_with_those_that_are() -> None:
    with pytest.raises(typed.Refused) as refused:
        typed.choice("rating", "grand")
    assert str(refused.value.allowed) == "Choose one of: Met, On Track, Constrained, No Progress, No Status."
