"""Every table of a page can be taken along: all of its rows, in the words that a reader sees."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from db import queries
from db.engine import Database
from monitoring.filters import Filters
from monitoring.periods import Dates
from tests.browser.conftest import Visit
from ui import table_files

WITH_TABLES = (
    *("decisions", "changes", "review", "quality", "activities", "method", "goal?goal=NAP-4", "workplan?partner=MOH"),
    *("activities?activity=MOE-2025-02", "indicators?indicator=ORGL"),
)
# Tables with a head that stand on the page itself: not in a "why", on paper only, as a phone's list, or the first lines
# (in one column) of a page that has them all.
TABLES = """() => [...document.querySelectorAll('table.rows:has(thead)')].filter(one =>
  !one.closest('.why, [class*="st-key-paper-"], [class*="st-key-phone-"]')
  && one.tHead.rows[0].cells.length > 1).length"""


def taken(visitor: Visit, key: str, separator: str = ",") -> tuple[str, list[dict[str, str]]]:
    """The file of a table: what it is called, and its rows."""
    with visitor.page.expect_download() as waiting:
        visitor.page.locator(f".st-key-table-of-{key} button").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    return waiting.value.suggested_filename, list(csv.DictReader(StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize("path", WITH_TABLES)
def test_every_table_has_a_way_to_its_file(visit: Callable[..., Visit], demonstration: str, path: str) -> None:
    visitor = visit(demonstration)
    visitor.open(path)
    tables = visitor.page.evaluate(TABLES) + visitor.page.locator('.stMain [data-testid="stDataFrame"]').count()
    assert tables
    assert visitor.page.locator("[class*='st-key-table-of-']").count() >= tables


def test_a_file_has_the_rows_that_are_not_shown_yet(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("changes")
    name, rows = taken(visitor, "movers")
    assert name == "child-rights-workplans_movers_2025-09-30_illustrative.csv"
    assert visitor.page.locator(".st-key-more-of-movers").count() == 1, "not all are shown"
    assert len(rows) > 15
    assert all(" → " in row["Was, and is"] and "Why?" not in row["Was, and is"] for row in rows)


def test_what_needs_a_decision_is_given_with_its_days(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("decisions")
    _name, rows = taken(visitor, "waiting")
    waiting = queries.needs_decision(database, september, Filters())
    assert [(row["Activity"], int(row["Days"])) for row in rows] == list(
        zip(waiting["title_en"], waiting["days"], strict=True)
    )
    assert all(row["Activity (2)"] for row in rows), "whose it is"


def test_activities_are_given_with_their_figures(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("workplan?partner=MOH&lang=ru")
    name, rows = taken(visitor, "workplan-activities", separator=";")
    assert name == "child-rights-workplans_workplan-activities_2025-09-30_MOH_illustrative.csv"
    found = queries.judged_activities(database, september, Filters(partners=("MOH",)))
    assert {row["Код"] for row in rows} == set(found["code"])
    told = {row["Код"]: row["Выполнено, %"].replace(",", ".") for row in rows}
    for code, share in zip(found["code"], found["delivered"], strict=True):
        assert told[code] == "" if share != share else float(told[code]) == pytest.approx(share * 100)


def test_words_of_a_cell_are_those_that_a_reader_sees() -> None:
    cell = (
        '<a class="open" href="?a=1&amp;b">A &amp; B<br>more</a><div class="who">Ministry</div>'
        '<div class="who narrow">for a phone</div><img alt="" src="x"> Behind '
        '<button class="ask">Why?</button><div id="w" popover class="why"><p>long <b>working</b></p></div>'
    )
    assert table_files.lines(cell) == ["A & B", "more", "Ministry", "Behind"]
    assert table_files.lines("") == []


def test_the_first_line_of_a_cell_stands_alone_and_a_number_stays_one() -> None:
    head = [("", ""), ("Days", "n")]
    table = table_files.plain(head, [["<b>x</b>", '183<div class="who">past<br>the end</div>'], ["", "–"]])
    assert table.to_dict("list") == {"(1)": ["x", ""], "Days": [183, "–"], "Days (2)": ["past · the end", ""]}
