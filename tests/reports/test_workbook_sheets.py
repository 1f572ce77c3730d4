"""What the workbook tells beside the tables of the report, compared with what the pages read."""

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pandas as pd
import pytest
from openpyxl.chart import BarChart, LineChart
from openpyxl.worksheet.worksheet import Worksheet

from db import queries
from db.engine import Database
from monitoring.filters import Filters
from monitoring.language import available, spoken_in
from monitoring.language import gettext as _
from monitoring.periods import Dates, end_of_day
from monitoring.status import DELIVERY_MARKS, RESULT_MARKS, Delivery
from reports import observation_rows
from reports.all_tables import sheets as tables_of
from reports.contents import Contents, gather
from reports.documents import FORMATS
from reports.xlsx import workbook
from tests.reports.reading import unpacked

PLAN = "national action plan"
SEPTEMBER = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))
HEAD = 5
ONE = Filters(partners=("MIA",), statuses=("behind",))
NONE = Filters(partners=("SC",), statuses=("carried over",))


def opened(contents: Contents) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(contents)))


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    head, *found = sheet.iter_rows(min_row=HEAD, values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def drawn(sheet: Worksheet) -> list[tuple[Any, list[list[Any]]]]:
    """Each chart with the values of its series, read from the cells that it points at."""
    found = []
    for chart in sheet._charts:
        values = [_cells(sheet, series.val.numRef.f) for series in chart.series]
        found.append((chart, values))
    return found


def _cells(sheet: Worksheet, where: str) -> list[Any]:
    own, cells = where.rsplit("!", 1)
    assert own.strip("'") == sheet.title
    return [row[0].value for row in sheet[cells.replace("$", "")]]


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, SEPTEMBER, Filters(), PLAN)


@pytest.fixture(scope="module")
def book(whole: Contents) -> openpyxl.Workbook:
    return opened(whole)


def test_the_summary_draws_the_numbers_of_the_pages(book: openpyxl.Workbook, demonstration: Database) -> None:
    (_s, statuses), (course, shares), (_p, partners), (_a, areas) = drawn(book["Summary"])
    totals = queries.totals(demonstration, SEPTEMBER, Filters())
    assert statuses == [[totals[status.value] for status in Delivery if totals[status.value]]]
    curve = queries.over_time(demonstration, SEPTEMBER, Filters())
    assert isinstance(course, LineChart)
    months = [place for place, value in enumerate(shares[1]) if value is not None]
    assert [shares[1][place] for place in months] == pytest.approx(curve["planned"].tolist())
    known = [value for value in curve["delivered"].tolist() if value == value]
    assert [shares[0][place] for place in months][: len(known)] == pytest.approx(known)
    told = [value for value in shares[0] if value is not None]
    rises = [place for place in range(1, len(told)) if told[place] != told[place - 1]]
    assert rises, "and on the day before each it stands where it stood"
    assert [place for place in rises if shares[1][place - 1] is not None] == []
    for kind, values in (("partner", partners), ("area", areas)):
        progress = queries.progress_by(demonstration, SEPTEMBER, kind, Filters())  # type: ignore[arg-type]
        progress = queries.furthest_behind(progress) if kind == "partner" else progress
        reported = progress["reported_weight"]
        assert values[0] == pytest.approx((progress["delivered"] * reported).tolist())
        assert values[1] == pytest.approx((progress["planned_at_report"] * reported).tolist())
        assert values[2] == pytest.approx(progress["silent_weight"].tolist())


def test_the_bars_of_statuses_have_their_colours(book: openpyxl.Workbook) -> None:
    chart = drawn(book["Summary"])[0][0]
    assert isinstance(chart, BarChart)
    words = _cells(book["Summary"], chart.series[0].cat.strRef.f)
    marks = {mark.label: mark for mark in DELIVERY_MARKS.values()}
    for word, point in zip(words, chart.series[0].dPt, strict=True):
        mark, look = marks[word], point.graphicalProperties
        assert look.ln.solidFill.srgbClr == mark.fill(dark=False)[1:]
        assert look.solidFill.srgbClr == ("FFFFFF" if mark.outlined else mark.fill(dark=False)[1:])


def test_each_chart_says_in_words_what_it_shows_and_that_it_is_made_up(whole: Contents) -> None:
    parts = unpacked(workbook(whole))
    drawing = parts["xl/drawings/drawing1.xml"].decode()
    assert drawing.count('descr="') == 4

    charts = [text.decode() for name, text in parts.items() if name.startswith("xl/charts/chart")]
    assert len(charts) == 4
    assert all("(Illustrative)" in text for text in charts)


def test_every_point_of_every_indicator_shown_is_a_row(book: openpyxl.Workbook, demonstration: Database) -> None:
    found = rows(book["Observations"])
    seen, aims = queries.observations(demonstration, SEPTEMBER), queries.targets(demonstration, SEPTEMBER)
    for what, expected in (("Value", seen["value"]), ("Target", aims["value"])):
        values = [row["Value"] for row in found if row["What it is"] == what]
        assert sorted(values) == sorted(expected.tolist()) != []
    judged = queries.judged_indicators(demonstration, SEPTEMBER)
    baselines = [row["Value"] for row in found if row["What it is"] == "Baseline"]
    assert baselines == judged["baseline"].dropna().tolist()
    girls = [row for row in found if row["Group"] == "Female"]
    assert len(girls) == (seen["sex"] == "female").sum() > 0
    assert {row["The value is"] for row in found} == {"From a named source", "Assumed"}


def test_only_indicators_of_the_goal_picked_have_points(demonstration: Database) -> None:
    contents = gather(demonstration, SEPTEMBER, Filters(goals=("NAP-1",)), PLAN)
    codes = contents.report.tables["indicators"].frame["code"]
    assert set(contents.observations["code"]) == set(codes)
    assert 0 < len(contents.observations) < len(gather(demonstration, SEPTEMBER, Filters(), PLAN).observations)
    assert list(contents.observations) == [column.key for column in observation_rows.COLUMNS]


def test_what_needs_a_decision_is_what_the_page_lists(book: openpyxl.Workbook, demonstration: Database) -> None:
    waiting = queries.needs_decision(demonstration, SEPTEMBER)
    found = rows(book["Needs a decision"])
    assert [(row["Code"], row["Waits for days"]) for row in found] == list(
        zip(waiting["code"], waiting["days"], strict=True)
    )
    decisions = queries.decisions(demonstration, SEPTEMBER)
    still = decisions[decisions["is_open"].astype(bool)]
    assert [row["Decision"] for row in rows(book["Open decisions"])] == still["what_en"].tolist()
    assert [row["Due on"].date() for row in rows(book["Open decisions"])] == still["due_on"].tolist()


def test_the_phrases_of_the_plan_are_in_the_language_of_the_workbook(demonstration: Database) -> None:
    with spoken_in("ru"):
        contents = gather(demonstration, SEPTEMBER, Filters(), PLAN)
        titled = {column.key: _(column.title) for column in tables_of(contents)["activities"].columns}
        sheets = [
            rows(sheet)
            for sheet in opened(contents).worksheets
            if sheet.title in (_("Activities"), _("Needs a decision"))
        ]
    own = [titled[key] for key in ("support_asked", "support_from", "next_step", "amended_why")]
    said = {cell for found in sheets for row in found for name in own if (cell := row.get(name))}
    assert len(said) > 10
    assert [text for text in said if re.search("[A-Za-z]", text)] == []


def test_what_is_not_known_is_a_sentence_a_row(book: openpyxl.Workbook, whole: Contents) -> None:
    assert [row["What we do not know"] for row in rows(book["What we do not know"])] == [
        line for line, _made_up in whole.unknown
    ]


def test_a_status_shows_its_sign_and_holds_its_word_alone(book: openpyxl.Workbook) -> None:
    signs = {
        cell.value: cell.number_format for row in book["Activities"].iter_rows(min_row=HEAD + 1) for cell in [row[2]]
    }
    assert signs["Completed"] == '"✔ "@'
    assert signs["Behind"] == '"◆ "@'
    assert len(set(signs.values())) == len(signs) >= 8
    words = {mark.label for mark in RESULT_MARKS.values()}
    assert all(cell.value in words for row in book["Indicators"].iter_rows(min_row=HEAD + 1) for cell in [row[2]])


def test_the_head_of_a_column_tells_what_it_holds(book: openpyxl.Workbook) -> None:
    notes = {cell.value: cell.comment.text for cell in book["Activities"][HEAD] if cell.comment}
    assert notes["Planned by now"] == "The share that the plan asks for on the reporting date."
    assert notes["Reported as spent"].endswith("Whole units of the currency named in the row.")
    assert len(notes) > 10


def test_thousands_of_activities_stand_in_it_one_by_one(whole: Contents) -> None:
    table = whole.report.tables["activities"]
    many = pd.concat([table.frame] * 40, ignore_index=True)
    many["code"] = [f"{code}-{number}" for number, code in enumerate(many["code"])]
    every = whole.report.tables | {"activities": replace(table, frame=many)}
    found = rows(opened(replace(whole, report=replace(whole.report, tables=every)))["Activities"])
    assert len(found) > 2500
    for title, column in (("Code", "code"), ("Status key", "status_key"), ("Days behind", "days_behind")):
        assert [row[title] for row in found] == [None if value != value else value for value in many[column]]
    assert [row["End"] for row in found] == [day.to_pydatetime() for day in many["ends"]]


@pytest.mark.parametrize("filters", [ONE, NONE])
def test_one_activity_or_none_still_makes_a_finished_workbook(demonstration: Database, filters: Filters) -> None:
    contents = gather(demonstration, SEPTEMBER, filters, PLAN)
    made = opened(contents)
    assert len(contents.report.tables["activities"]) == (0 if filters is NONE else 1)
    assert len(made["Summary"]._charts) == (0 if filters is NONE else 4)
    for table, sheet in zip(tables_of(contents).values(), made.worksheets[2:], strict=True):
        assert len(sheet.tables) == (1 if len(table) else 0)
        assert len(table) or sheet[f"A{HEAD}"].value == "Nothing matches these filters."


@pytest.mark.parametrize("language", available())
def test_the_chooser_lists_the_sheets_in_each_language(demonstration: Database, language: str) -> None:
    with spoken_in(language):
        contents = gather(demonstration, SEPTEMBER, Filters(), PLAN)
        chosen = FORMATS["xlsx"]
        assert chosen.contains is not None
        made = openpyxl.load_workbook(io.BytesIO(chosen.make(contents, "")))
        assert made.sheetnames == chosen.contains(contents)
        assert all(len(name) <= 31 for name in made.sheetnames)
        assert len(made.worksheets[1]._charts) == 4
