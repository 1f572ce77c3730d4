"""Months, quarters, half years, years and times from one date to another, as people type them."""

from datetime import date, datetime

import pytest

from spreadsheets import typed

MARCH = date(2025, 3, 6)


YEAR = (date(2025, 1, 1), date(2025, 12, 31))


QUARTERS = {
    1: (date(2025, 1, 1), date(2025, 3, 31)),
    2: (date(2025, 4, 1), date(2025, 6, 30)),
    3: (date(2025, 7, 1), date(2025, 9, 30)),
    4: (date(2025, 10, 1), date(2025, 12, 31)),
}


SPRING = (date(2025, 3, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("said", "quarter"),
    [
        *[(said, 1) for said in ("Q1 2025", "2025 Q1", "2025-Q1", "1Q2025", "Q1/2025", "Q1-2025", "q1 25", "Q1'25")],
        *[
            (said, 1)
            for said in ("I квартал 2025", "1 кв. 2025", "1кв2025", "первый квартал 2025 года", "1-й квартал 2025")
        ],
        *[
            (said, 2)
            for said in ("2 кв. 2025 г.", "2-й квартал 2025 года", "ІІ квартал 2025", "П квартал 2025", "кв.2 2025")
        ],
        *[(said, 2) for said in ("II çärýek 2025", "2025-nji ýylyň II çärýegi", "2-nji çärýek 2025", "II caryek 2025")],
        *[(said, 2) for said in ("second quarter of 2025", "2nd quarter 2025", "quarter 2, 2025", "2025-II кв.")],
        *[
            (said, 3)
            for said in (
                "III кв. 2025",
                "3 кв-л 2025",
                "Ш кв. 2025",
                "третий квартал 2025",
                "ІІІ кв 2025",
                "IIIкв.2025",
                "IIIкв 2025",
                "Шкв.2025",
                "IIIçärýek 2025",
                "üçünji çärýek 2025",
            )
        ],
        *[
            (said, 4)
            for said in (
                "IV квартал 2025",
                "ІV кв. 2025",
                "до конца IV квартала 2025",
                "2025-njy ýylyň dördünji çärýegi",
            )
        ],
        *[(said, 4) for said in ("QIV 2025", "Ⅳ кв. 2025", "в 4-м квартале 2025 года", "by the end of Q4 2025")],
    ],
)
def test_a_quarter_is_its_last_day_in_each_language(said: str, quarter: int) -> None:
    assert typed.span(said) == QUARTERS[quarter]
    assert typed.day(said) == QUARTERS[quarter][1]
    assert typed.header_period(said) == QUARTERS[quarter]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("II кв.", QUARTERS[2]),
        ("II çärýek", QUARTERS[2]),
        ("Q3", QUARTERS[3]),
        ("1 полугодие", (date(2025, 1, 1), date(2025, 6, 30))),
        ("1-nji ýarym ýyl", (date(2025, 1, 1), date(2025, 6, 30))),
        ("второе полугодие", (date(2025, 7, 1), date(2025, 12, 31))),
        ("9 aý", (date(2025, 1, 1), date(2025, 9, 30))),
        ("за 6 месяцев", (date(2025, 1, 1), date(2025, 6, 30))),
        ("в течение года", YEAR),
        ("весь год", YEAR),
        ("during the year", YEAR),
        ("whole year", YEAR),
        ("ýylyň dowamynda", YEAR),
        ("в теч. года", YEAR),
        ("конец года", YEAR),
        ("март", (date(2025, 3, 1), date(2025, 3, 31))),
        ("март–июнь", SPRING),
        ("6 марта", (MARCH, MARCH)),
        ("06.03", (MARCH, MARCH)),
    ],
)
def test_the_year_that_is_meant_is_used_where_none_is_written(said: str, meant: tuple[date, date]) -> None:
    assert typed.span(said, year=2025) == meant
    with pytest.raises(typed.Refused, match="which year") as refused:
        typed.span(said)
    assert "year" in str(refused.value.allowed)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *[(said, (date(2025, 1, 1), date(2025, 6, 30))) for said in ("H1 2025", "1H2025", "первое полугодие 2025")],
        *[(said, (date(2025, 1, 1), date(2025, 6, 30))) for said in ("I полугодие 2025 г.", "1 п/г 2025", "H1/2025")],
        *[
            (said, (date(2025, 1, 1), date(2025, 6, 30)))
            for said in ("first half of 2025", "в первой половине 2025 года", "1-nji ýarymýyllyk 2025")
        ],
        *[
            (said, (date(2025, 7, 1), date(2025, 12, 31)))
            for said in ("2025-nji ýylyň 2-nji ýarymy", "second half-year 2025", "2-е пол. 2025", "IIпол. 2025 г.")
        ],
        *[
            (said, (date(2025, 1, 1), date(2025, 9, 30)))
            for said in ("9 месяцев 2025", "за 9 мес. 2025 г.", "9 months 2025")
        ],
        *[
            (said, (date(2025, 1, 1), date(2025, 9, 30)))
            for said in ("9 aý 2025", "2025-nji ýylyň 9 aýynda", "9-month 2025")
        ],
        *[
            (said, YEAR)
            for said in ("2025", "2025 год", "2025 г.", "в течение 2025 года", "during 2025", "2025-nji ýyl")
        ],
        *[(said, YEAR) for said in ("2025-nji ýylyň dowamynda", "до конца 2025 года", "end of 2025", "весь 2025 год")],
        *[(said, YEAR) for said in ("конец 2025 года", "в теч. 2025 г.", "в теч.2025г.", "в конце 2025 г.")],
        *[
            (said, (date(2025, 8, 1), date(2025, 8, 31)))
            for said in ("авг.25", "авг.25 г.", "авг.2025", "конец авг. 2025")
        ],
        *[(said, YEAR) for said in (2025, 2025.0, "year 2025", "2025-nji ýylyň ahyryna çenli")],
    ],
)
def test_half_years_months_from_january_and_years_are_their_last_day(said: object, meant: tuple[date, date]) -> None:
    assert typed.span(said) == meant  # type: ignore[arg-type]
    assert typed.day(said) == meant[1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *[
            (said, SPRING)
            for said in ("01.03.2025–30.06.2025", "01.03.2025 - 30.06.2025", "март–июнь 2025", "март-июнь 2025 г.")
        ],
        *[
            (said, SPRING)
            for said in ("с 01.03.2025 по 30.06.2025", "с 1 марта по 30 июня 2025 г.", "from March to June 2025")
        ],
        *[
            (said, SPRING)
            for said in ("1 March – 30 June 2025", "01.03.2025-den 30.06.2025-ä çenli", "martdan iýuna çenli 2025")
        ],
        *[
            (said, SPRING)
            for said in ("01.03–30.06.2025", "2025-03-01 - 2025-06-30", "03.2025–06.2025", "mart-iýun 2025 ý.")
        ],
        *[
            (said, (date(2025, 1, 1), date(2025, 6, 30)))
            for said in ("I–II кв. 2025", "I-IIкв.2025", "Q1-Q2 2025", "1-2 кв. 2025 г.", "Q1–2 2025")
        ],
        ("6–10 марта 2025", (MARCH, date(2025, 3, 10))),
        ("с 6 по 10 марта 2025", (MARCH, date(2025, 3, 10))),
        ("Q4 2024 – Q1 2025", (date(2024, 10, 1), date(2025, 3, 31))),
        ("ноябрь 2024 - март 2025", (date(2024, 11, 1), date(2025, 3, 31))),
        ("2024–2025 гг.", (date(2024, 1, 1), date(2025, 12, 31))),
    ],
)
def test_from_one_date_to_another_is_a_span_and_no_day(said: str, meant: tuple[date, date]) -> None:
    written_without = "martdan" in said
    assert typed.span(said, year=2025 if written_without else None) == meant
    with pytest.raises(typed.Refused, match="more than one date") as refused:
        typed.day(said, year=2025)
    assert "one date" in str(refused.value.allowed)


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Q3", QUARTERS[3]),
        ("I кв.", QUARTERS[1]),
        ("2025", YEAR),
        (2025, YEAR),
        (datetime(2025, 3, 6), (MARCH, MARCH)),
        ("март\n2025", (date(2025, 3, 1), date(2025, 3, 31))),
    ],
)
def test_the_period_above_a_column_is_known(header: object, meant: tuple[date, date]) -> None:
    assert typed.header_period(header, year=2025) == meant  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "header",
    [
        "Code",
        "Year",
        "Год",
        "Status",
        "Narrative 2025",
        "План на I кв.",
        "",
        "5",
        5,
        45722,
        "45722",
        True,
        "Q9",
        "1.2",
        "06.03",
    ],
)
def test_other_words_above_a_column_are_no_period(header: object) -> None:
    assert typed.header_period(header, year=2025) is None  # type: ignore[arg-type]


def test_a_header_without_its_year_names_no_period_when_none_is_meant() -> None:
    assert typed.header_period("Q3") is None
