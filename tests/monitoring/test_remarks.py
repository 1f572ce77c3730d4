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
    *(("demonstration/reports", column) for column in ("challenge", "next_step", "support_asked")),
]


def phrases(table: str, column: str) -> set[str]:
    with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines) if row[column]}


@pytest.mark.parametrize(("table", "column"), SHOWN)
def test_every_phrase_that_a_page_shows_is_there_to_be_translated(table: str, column: str) -> None:
    assert phrases(table, column) - set(remarks.WORDS) == set(), "add it to monitoring/remarks.py, then “make messages”"


def test_no_phrase_is_translated_that_no_longer_stands_in_the_data() -> None:
    assert set(remarks.WORDS) == set().union(*(phrases(*place) for place in SHOWN))


def test_what_somebody_wrote_stays_as_it_is() -> None:
    with spoken_in("ru"):
        assert remarks.said("UNICEF, Health section") == "ЮНИСЕФ, отдел здравоохранения"
        assert remarks.said("Мы ждём насосы") == "Мы ждём насосы"
        assert remarks.said(None) == ""
