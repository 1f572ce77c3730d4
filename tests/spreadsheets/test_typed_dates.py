"""Dates and periods as people type them, in each language, and what is asked where they are not clear."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreadsheets import typed
from spreadsheets.workbook import DayOrder

MARCH = date(2025, 3, 6)


@pytest.mark.parametrize(
    "said",
    [
        *("6 марта 2025", "6 марта 2025 г.", "6 Марта 2025 года", "06 мар 2025", "06 мар. 2025", "«6» марта 2025 г."),
        *("6 March 2025", "6th of March 2025", "March 6, 2025", "Mar 6 2025", "March 6th, 2025", "06-Mar-2025"),
        *("06-Mar-25", "6.mart.2025", "6-nji mart 2025", "6-njy mart 2025", "2025-nji ýylyň 6-njy marty"),
        *("2025-nji yylyn 6-njy marty", "6 mart 2025 ý.", "2025-nji ýylyň mart aýynyň 6-sy", "6.III.2025"),
        *("2025-03-06", "2025-03-06T10:00:00+05:00", "2025-03-06T10:00:00.000Z", "2025-03-06 10:00:00 +0500"),
        *("2025/03/06", "2025.03.06", "06.03.2025 10:30", "06.03.2025, 10:30", "06.03.2025 10:30 AM", "06.03.25"),
        *("6.3.25", "06.03.2025г.", "06.03.2025 года", "45722", "45722,604", "'45722", "06. 03. 2025"),
        *("до 06.03.2025", "к 6 марта 2025 г.", "на 06.03.2025", "по состоянию на 6 марта 2025 г.", "от 06.03.2025"),
        *("by 6 March 2025", "as of 06.03.2025", "until 6 March 2025", "06.03.2025-ä çenli", "2025-03-06-a çenli"),
        *("６.３.２０２５", "06.03.2025\n", "срок 06.03.2025", datetime(2025, 3, 6, 14, 30), 45722.6),
    ],
)
def test_a_day_is_read_however_it_is_typed(said: object) -> None:
    assert typed.day(said) == MARCH  # type: ignore[arg-type]
    assert typed.span(said) == (MARCH, MARCH)  # type: ignore[arg-type]


MONTHS = (
    ("январь", "january", "ýanwar"),
    ("февраль", "feb", "fewral"),
    ("март", "march", "mart"),
    ("апрель", "Apr.", "aprel"),
    ("май", "May", "maý"),
    ("июнь", "June", "iýun"),
    ("июль", "july", "iýul"),
    ("авг.", "august", "awgust"),
    ("сентябрь", "Sept.", "sentýabr"),
    ("октябрь", "October", "oktýabr"),
    ("нояб.", "november", "noýabr"),
    ("декабрь", "Dec", "dekabr"),
)


@pytest.mark.parametrize(("month", "names"), list(enumerate(MONTHS, start=1)))
def test_a_month_alone_is_its_last_day_in_each_language(month: int, names: tuple[str, ...]) -> None:
    first = date(2025, month, 1)
    last = date(2025 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    for name in (*names, f"{month:02d}."):
        said = f"{name}2025" if name.endswith(f"{month:02d}.") else f"{name} 2025"
        assert typed.span(said) == (first, last), said
        assert typed.day(said) == last
    assert typed.span(f"2025-{month:02d}") == (first, last)
    assert typed.span(f"2025-nji ýylyň {names[2]} aýy") == (first, last)
    assert typed.day(names[0], year=2025) == last


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("03/04/2025", "which number is the day"),
        ("3-4-2025", "which number is the day"),
        ("03–04–25", "which number is the day"),
        ("03-04-2025 г.", "which number is the day"),
        ("13-13-2025", "no such day"),
        ("04.13.2025", "no such day"),
        ("31 февраля 2025", "no such day"),
        ("2025-02-30", "no such day"),
        ("32.01.2025", "no such day"),
        ("13.2025", "no such period"),
        ("Q5 2025", "no such period"),
        ("3 полугодие 2025", "no such period"),
        ("март 25", "a day or a year"),
        ("авг.05", "a day or a year"),
        ("Aug.25", "a day or a year"),
        ("06.03.1825", "cannot be meant"),
        ("06.03.2025, 10.03.2025", "more than one date"),
        ("10.03.2025–06.03.2025", "comes after the last"),
        ("6 и 7 марта 2025", "not a date"),
        ("после 30.09.2025", "not a date"),
        ("soon", "not a date"),
        ("середина 2025", "not a date"),
        ("в течение 6 месяцев", "not a date"),
        ("in 2 months", "not a date"),
        ("в 2 месяца", "not a date"),
        ("1.2", "not a date"),
        ("2025/2026", "not a date"),
        ("с 01.03.2025", "not a date"),
        ("ежеквартально", "not a date"),
        ("каждый квартал", "not a date"),
        ("not 30.09.2025", "not a date"),
        ("", "not a date"),
        ("9" * 5000, "not a date"),
        (3, "not a date"),
        (True, "not a date"),
        (float("nan"), "not a date"),
        (float("inf"), "not a date"),
        (time(10, 30), "not a date"),
        (timedelta(days=3), "not a date"),
        (date(1905, 7, 17), "cannot be meant"),
    ],
)
def test_what_is_no_clear_date_is_refused_with_its_reason(said: object, wrong: str) -> None:
    for read in (typed.day, typed.span):
        with pytest.raises(typed.Refused, match=wrong) as refused:
            read(said, year=2025)  # type: ignore[operator]
        assert str(refused.value.allowed)


@pytest.mark.parametrize("said", ["13/04/2025", "04/13/2025", "13-04-2025", "4-13-2025", "04-13-25", "2025-04-13"])
def test_a_day_above_twelve_tells_day_from_month_with_strokes_and_dashes(said: str) -> None:
    assert typed.day(said) == date(2025, 4, 13)


def test_the_same_number_twice_with_dashes_is_clear() -> None:
    assert typed.day("04-04-2025") == date(2025, 4, 4)


@pytest.mark.parametrize(
    "said", ["2024", "2024 г.", "2024 год", 2024, 2024.0, date(1905, 7, 16), datetime(1905, 7, 16)]
)
def test_a_bare_year_of_an_annual_value_is_its_first_of_july(said: object) -> None:
    assert typed.day(said, year_alone=True) == date(2024, 7, 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(("said", "meant"), [("Q1 2024", date(2024, 3, 31)), ("март 2024", date(2024, 3, 31))])
def test_a_period_of_an_annual_value_is_still_its_last_day(said: str, meant: date) -> None:
    assert typed.day(said, year_alone=True) == meant


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_in_words_is_read_back_in_each_language(day: date) -> None:
    russian = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября"]
    russian += ["октября", "ноября", "декабря"]
    turkmen = [names[2] for names in MONTHS]
    spellings = (
        f"{day.day} {russian[day.month - 1]} {day.year} г.",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%d-%b-%Y}",
        f"{day.year}-nji ýylyň {day.day}-njy {turkmen[day.month - 1]}y",
        f"{day.day}-nji {turkmen[day.month - 1]} {day.year}",
    )
    assert {typed.day(said) for said in spellings} == {day}


@pytest.mark.parametrize(
    ("said", "order", "meant"),
    [
        ("03/04/2025", "day first", date(2025, 4, 3)),
        ("03/04/2025", "month first", date(2025, 3, 4)),
        ("3/4/25", "month first", date(2025, 3, 4)),
        ("15/04/2025", "month first", date(2025, 4, 15)),  # there is no month 15
        ("04/15/2025", "day first", date(2025, 4, 15)),
        ("03-04-2025", "day first", date(2025, 4, 3)),
        ("3-4-2025", "month first", date(2025, 3, 4)),
        ("03–04–2025", "month first", date(2025, 3, 4)),
        ("03-04-2025-ä çenli", "month first", date(2025, 3, 4)),
        ("2025-03-04", "day first", date(2025, 3, 4)),  # with the year first there is one order
        ("13-04-2025", "month first", date(2025, 4, 13)),
        ("03.04.2025", "month first", date(2025, 4, 3)),  # points stand between day and month in every country
    ],
)
def test_a_day_between_strokes_is_clear_once_its_order_is_said(said: str, order: DayOrder, meant: date) -> None:
    assert typed.day(typed.in_order(said, order)) == meant


@pytest.mark.parametrize("said", ["03/04/2025-10/04/2025", "03-04-2025 - 10-04-2025", "03-04-2025-10-04-2025"])
def test_both_days_of_a_time_are_clear_once_their_order_is_said(said: str) -> None:
    assert typed.span(typed.in_order(said, "day first")) == (date(2025, 4, 3), date(2025, 4, 10))  # type: ignore[arg-type]
    assert typed.span(typed.in_order("2025-03-04-2025-03-10", "day first"))[0] == date(2025, 3, 4)  # type: ignore[arg-type]


def test_without_an_order_nothing_of_a_cell_changes() -> None:
    assert typed.in_order("03/04/2025", "") == "03/04/2025"
    assert typed.in_order(5, "day first") == 5
