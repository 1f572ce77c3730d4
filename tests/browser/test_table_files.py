"""Every table of a page can be taken along: all of its rows, in the words that a reader sees."""

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from db import queries
from db.engine import Database
from monitoring.filters import Filters
from monitoring.periods import Dates
from tests.browser.conftest import DETAILS, PAGES, Visit
from ui import table_files

OTHERS = ("activities?activity=GPO-2025-02", "goal?goal=NAP-1&lang=ru", "areas?area=EDU", "regions?region=TM-D")
# Tables and buttons in the order in which they stand: not the working in a "why", whose rule is in the file of
# activities, what is on paper only, or a phone's list in place of a chart.
IN_ORDER = """() => [...document.querySelectorAll('table, [data-testid="stDataFrame"], [class*="st-key-table-of-"]')]
  .filter(one => !one.closest('.why, [class*="st-key-paper-"], [class*="st-key-phone-"]'))
  .filter(one => !one.matches('table') || !one.closest('[data-testid="stDataFrame"]'))
  .map(one => one.matches('[class*="st-key-table-of-"]') ? 'file' : 'table')"""


def taken(visitor: Visit, key: str, separator: str = ",") -> tuple[str, list[dict[str, str]]]:
    """The file of a table: what it is called, and its rows."""
    with visitor.page.expect_download() as waiting:
        visitor.page.locator(f".st-key-table-of-{key} button").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    return waiting.value.suggested_filename, list(csv.DictReader(StringIO(text, newline=""), delimiter=separator))


def without_file(visitor: Visit) -> tuple[int, list[int]]:
    """How many tables stand on the page, and which of them no button follows."""
    order = visitor.page.evaluate(IN_ORDER)
    tables = [place for place, what in enumerate(order) if what == "table"]
    return len(tables), [number for number, place in enumerate(tables, 1) if order[place + 1 :][:1] != ["file"]]


@pytest.mark.slow
def test_every_table_of_every_page_has_a_way_to_its_file(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    seen = 0
    for path in (*PAGES, *DETAILS, *OTHERS):
        visitor.open(path)
        tables, left = without_file(visitor)
        assert left == [], f"{path}: tables without a file, of {tables}"
        seen += tables
    assert seen > 40


def test_what_was_tried_on_the_method_page_can_be_taken_along(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    before, _left = without_file(visitor)
    for place, opened in ((0, 1), (1, 3)):
        visitor.page.get_by_role("button", name="Judge").nth(place).click()
        visitor.page.wait_for_function(f"({IN_ORDER})().filter(one => one === 'table').length === {before + opened}")
        visitor.settle()
    assert without_file(visitor) == (before + 3, [])
    _name, rows = taken(visitor, "tried-activity")
    told = {row["What"]: row["Value"] for row in rows}
    assert (told["Status"], told["Days behind at the report"]) == ("Needs attention", "91")
    _name, rows = taken(visitor, "tried-indicator-by-method")
    assert len(rows) > 2
    assert all(row["Status"] and row["What it says"] for row in rows)


@pytest.mark.parametrize("path", ["", "goal?goal=NAP-4", "workplan?partner=MOH"])
def test_the_file_of_five_lines_has_all_of_them(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates, path: str
) -> None:
    visitor = visit(demonstration)
    visitor.open(path)
    asked = parse_qs(path.partition("?")[2])
    filters = Filters(goals=tuple(asked.get("goal", [])), partners=tuple(asked.get("partner", [])))
    _name, rows = taken(visitor, "movers")
    june = Dates(date(2025, 6, 30), september.known_on)
    found = queries.changes(database, june, september, filters)
    moved = found[found["moved"] != "unchanged"]
    assert {row["Code"] for row in rows} == set(moved["code"])
    assert len(rows) == len(moved)
    _name, rows = taken(visitor, "waiting")
    assert [row["Code"] for row in rows] == list(queries.needs_decision(database, september, filters)["code"])
    if not path:
        assert len(rows) > 5, "not all are shown"
        _name, rows = taken(visitor, "open-decisions")
        assert len(rows) == int(queries.decisions(database, september, filters)["is_open"].sum())


def test_a_file_has_the_rows_that_are_not_shown_yet(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("changes")
    name, rows = taken(visitor, "movers")
    assert name == "child-rights-workplans_movers_2025-09-30_illustrative.csv"
    assert visitor.page.locator(".st-key-more-of-movers").count() == 1, "not all are shown"
    assert len(rows) > 15
    assert all(row["Status before"] != row["Status now"] for row in rows)
    assert any(row["Cause of delay"] for row in rows)
    assert any(row["Reported by"] and row["Last report"] <= "2025-09-30" for row in rows)


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
    assert all(row["Ministry or partner"] and row["Code"] and row["On schedule again"] for row in rows)


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
