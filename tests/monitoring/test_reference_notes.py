"""What a page shows of the remarks in the reference data can be translated."""

import csv

import pytest

from db.settings import ROOT
from monitoring.reference_notes import NOTES

SHOWN = [("indicators", "note"), ("goals", "note"), ("workplans", "source")]


def remarks(table: str, column: str) -> set[str]:
    with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines) if row[column]}


@pytest.mark.parametrize(("table", "column"), SHOWN)
def test_every_remark_that_a_page_shows_is_there_to_be_translated(table: str, column: str) -> None:
    assert remarks(table, column) - set(NOTES) == set(), "add it to monitoring/reference_notes.py, then “make messages”"


def test_no_remark_is_translated_that_no_longer_stands_in_the_data() -> None:
    assert set(NOTES) == set().union(*(remarks(*place) for place in SHOWN))
