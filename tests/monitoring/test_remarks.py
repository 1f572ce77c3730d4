"""Phrases of the data that a page shows can be translated, and none that is left over is."""

import csv

import pytest

from db.settings import ROOT
from monitoring import remarks
from monitoring.language import spoken_in

SHOWN = [
    *(("indicators", "note"), ("goals", "note"), ("workplans", "source")),
    *(("demonstration/decisions", "who"), ("demonstration/reports", "support_from")),
    *(("demonstration/submissions", "reported_by_post"), ("demonstration/submissions", "uploaded_by")),
    ("demonstration/amendments", "reason"),
    *(
        ("demonstration/reports", column)
        for column in ("challenge", "narrative", "next_step", "support_asked", "evidence")
    ),
]


def phrases(table: str, column: str) -> set[str]:
    with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines) if row[column]}


def counted(text: str) -> bool:
    return any(phrase.fullmatch(text) for phrase in remarks.COUNTED)


@pytest.mark.parametrize(("table", "column"), SHOWN)
def test_every_phrase_that_a_page_shows_is_there_to_be_translated(table: str, column: str) -> None:
    left = {text for text in phrases(table, column) - set(remarks.WORDS) if not counted(text)}
    assert left == set(), "add it to monitoring/remarks.py, then “make messages”"


def test_no_phrase_is_translated_that_no_longer_stands_in_the_data() -> None:
    found = set().union(*(phrases(*place) for place in SHOWN))
    assert set(remarks.WORDS) == {text for text in found if not counted(text)}
    assert [phrase.pattern for phrase in remarks.COUNTED if not any(map(phrase.fullmatch, found))] == []


def test_what_somebody_wrote_stays_as_it_is() -> None:
    with spoken_in("ru"):
        assert remarks.said("UNICEF, Health section") == "ЮНИСЕФ, отдел здравоохранения"
        assert remarks.said("Мы ждём насосы") == "Мы ждём насосы"
        assert remarks.said(None) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Illustrative: 4 of 14 exercises so far, as planned.", "Условные данные: пока 4 из 14, как запланировано."),
        ("Illustrative: final report", "Условные данные: итоговый отчёт"),
    ],
)
def test_a_narrative_of_the_demonstration_is_said_in_the_language_of_its_reader(text: str, said: str) -> None:
    assert remarks.said(text) == text
    with spoken_in("ru"):
        assert remarks.said(text) == said


@pytest.mark.parametrize("code", ["ru", "tk"])
def test_no_narrative_of_the_demonstration_is_left_in_english(code: str) -> None:
    with spoken_in(code):
        for column in ("narrative", "evidence", "challenge"):
            told = phrases("demonstration/reports", column)
            assert [text for text in told if remarks.said(text).startswith("Illustrative")] == []


def test_a_narrative_that_nobody_translated_stays_as_it_stands() -> None:
    with spoken_in("ru"):
        assert remarks.said("Illustrative: told in words of its own") == "Illustrative: told in words of its own"
