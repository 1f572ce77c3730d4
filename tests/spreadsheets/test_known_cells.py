"""What stands in the columns of the plan and of the last report is compared with what is known, and never read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from monitoring.form import FormContent, LastFigure
from monitoring.sent_rows import ReportRow
from monitoring.upload import Checked
from spreadsheets import checking, form, marker, reading
from spreadsheets.workbook import DayOrder
from tests.spreadsheets.forms import ENDS, JUNE, TODAY, content, filled, saved

PLAN_NOT_READ = "The plan says {planned} here, and what stands here is not read."


def told(found: Checked) -> list[tuple[str, str, str]]:
    return [(one.cell, str(one.what), one.level) for one in found.problems]


def without_mark(sent: bytes) -> bytes:
    """The form as only its table was kept: copied into a new workbook, below no title."""
    book = openpyxl.load_workbook(BytesIO(sent))
    del book[marker.SHEET]
    for sheet in book.worksheets[:2]:
        sheet.delete_rows(1, 2)
    return saved(book)


def check(sent: bytes, known: FormContent) -> Checked:
    return checking.check(reading.read(sent, "form.xlsx"), known, TODAY, ENDS)


@pytest.mark.parametrize(
    ("code", "header", "value", "planned"),
    [
        ("Q-1", "Planned quantity", 300, "5"),
        ("P-1", "Planned quantity", 3, "nothing"),
        ("P-1", "End", date(2026, 3, 31), "31.12.2025"),
        ("P-1", "Start", "01.02.2025", "01.01.2025"),
        ("P-1", "Measured by", "Quantity", "Percent, estimated"),
    ],
)
@pytest.mark.parametrize("reported", [True, False])
def test_a_cell_of_the_plan_that_was_changed_in_the_form_is_told_and_the_row_is_read(
    code: str, header: str, value: object, planned: str, reported: bool
) -> None:
    cells: dict[str, Any] = {header: value, "Narrative": "well" if reported else None}
    found = check(filled(form.write(content()), {code: cells}), content())
    ((_, said, level),) = told(found)
    assert (said, level) == (PLAN_NOT_READ.format(planned=planned), "warning")
    assert len(found.reports) == reported


def test_of_a_table_of_the_partners_own_a_column_that_plans_otherwise_is_told_once() -> None:
    head = "Code;Reported on;Percent complete;End"
    lines = [head, "P-1;30.09.2025;70;30.11.2025", "P-2;30.09.2025;70;30.11.2025", "S-1;;;31.12.2025"]
    found = checking.check(reading.read("\n".join(lines).encode(), "own.csv"), content(), TODAY)
    said = "The plan says 31.12.2025 here, and other things in 2 rows: this column is not read."
    assert told(found) == [("D2", said, "warning")]
    assert len(found.reports) == 2


@pytest.mark.parametrize(("order", "told_of"), [("day first", ["D2"]), ("month first", []), ("", [])])
def test_a_day_of_the_plan_is_compared_in_the_order_that_was_said(order: DayOrder, told_of: list[str]) -> None:
    workbook = reading.read(b"Code;Reported on;Percent complete;Start\nP-1;30.09.2025;70;1-2-2025", "own.csv")
    known = content(
        activities=tuple(
            replace(one, starts=date(2025, 1, 2)) if one.code == "P-1" else one for one in content().activities
        )
    )
    found = checking.check(replace(workbook, day_order=order), known, TODAY)
    assert ([one.cell for one in found.problems], len(found.reports)) == (told_of, 1)


def test_an_untouched_plan_is_no_fault_in_whatever_way_its_days_and_numbers_are_written() -> None:
    head = "Code;Reported on;Percent complete;Quantity done;Start;End;Planned quantity"
    lines = [head, "P-1;30.09.2025;70;;2025-01-01;31 декабря 2025;", "Q-1;30.09.2025;;4;01.01.2025;;5,0"]
    found = checking.check(reading.read("\n".join(lines).encode(), "own.csv"), content(), TODAY)
    assert (told(found), len(found.reports)) == ([], 2)


def since(**changes: Any) -> FormContent:
    """What is known by now: changed since the form of :func:`content` was made."""
    return content(
        activities=tuple(
            replace(one, last=changes[one.code]) if one.code in changes else one for one in content().activities
        )
    )


FILLED: Mapping[str, Mapping[str, Any]] = {"P-2": {"Percent complete": 70}, "Q-1": {"Quantity done": 4}}


@pytest.mark.parametrize(
    ("code", "last", "shown"),
    [
        ("P-2", LastFigure(ENDS, share=Decimal("66.5")), "66.5% on 30.09.2025"),
        ("P-2", LastFigure(JUNE, share=Decimal(65)), "65% on 30.06.2025"),
        ("Q-1", LastFigure(JUNE, quantity=Decimal(4)), "4 on 30.06.2025"),
    ],
)
def test_a_form_without_its_mark_says_by_its_last_figures_that_somebody_reported_since(
    code: str, last: LastFigure, shown: str
) -> None:
    sent = filled(form.write(content()), FILLED)
    found = check(without_mark(sent), since(**{code: last}))
    assert [(what, level) for _, what, level in told(found)] == [
        (f"Somebody has reported since this file was made: {shown}.", "warning")
    ]
    assert told(check(without_mark(sent), content())) == []
    # The mark says when the form was made, and the preview then shows both values.
    assert "Somebody has reported" not in str(told(check(sent, since(**{code: last}))))


def test_a_first_report_since_a_form_without_its_mark_was_made_is_told() -> None:
    sent = filled(form.write(content()), {"S-1": {"Stage": "Under way"}})
    found = check(without_mark(sent), since(**{"S-1": LastFigure(ENDS, stage=25)}))
    assert [what for _, what, _ in told(found)] == [
        "Somebody has reported since this file was made: Started, terms or draft agreed on 30.09.2025."
    ]


def test_a_stage_that_was_reported_last_is_compared_by_its_word() -> None:
    known = since(**{"S-1": LastFigure(JUNE, stage=25)})
    sent = without_mark(filled(form.write(known), {"S-1": {"Stage": "Under way"}}))
    assert told(check(sent, known)) == []
    said = [what for _, what, _ in told(check(sent, since(**{"S-1": LastFigure(JUNE, stage=75)})))]
    assert said[0] == "Somebody has reported since this file was made: Submitted or delivered on 30.06.2025."


def test_an_indicator_with_a_newer_value_is_told_too() -> None:
    sent = without_mark(filled(form.write(content()), {}, {"ORGL": {"Value": 46, "Observed on": "01.07.2025"}}))
    newer = tuple(
        replace(one, last=Decimal(45), last_on=date(2025, 7, 1)) if one.code == "ORGL" else one
        for one in content().indicators
    )
    (said,) = [what for _, what, _ in told(check(sent, content(indicators=newer)))]
    assert said == "Somebody has reported since this file was made: 45 on 01.07.2025."


def test_the_mark_is_read_from_the_sheet_itself_where_the_hidden_one_is_gone() -> None:
    book = openpyxl.load_workbook(BytesIO(form.write(content())))
    del book[marker.SHEET]
    found = marker.marker(reading.read(saved(book), "form.xlsx"))
    assert found == marker.Marker("1", "MOE", "2025-Q3", "en", content().known_on)


def test_sheets_of_several_forms_in_one_workbook_say_only_what_all_of_them_say() -> None:
    health = replace(content().partner, code="MOH")
    earlier = datetime(2025, 10, 1, tzinfo=UTC)
    book = openpyxl.load_workbook(BytesIO(form.write(content())))
    other = openpyxl.load_workbook(BytesIO(form.write(content(partner=health, known_on=earlier))))
    copied = book.create_sheet("Health")
    for row in other["Activities"].iter_rows():
        for cell in row:
            copied[cell.coordinate].value = cell.value
    found = marker.marker(reading.read(saved(book), "both.xlsx"))
    assert found == marker.Marker("1", "", "2025-Q3", "en", earlier)


@pytest.mark.parametrize(
    ("code", "cells", "said"),
    [
        ("P-1", {"Last reported": "30 %"}, "Nothing was reported on this yet, and what stands here is not read."),
        ("P-2", {"Last reported": "70 %"}, "Reported last was 60% on 30.06.2025, and what stands here is not read."),
        ("Q-1", {"Last reported": "4 / 5", "Last reported on": "30.09.2025"}, "Reported last was 3 on 30.06.2025"),
        ("Q-1", {"Last reported on": "30.09.2025"}, "Reported last was 3 on 30.06.2025"),
    ],
)
def test_what_was_written_into_the_columns_of_the_last_report_is_told(
    code: str, cells: dict[str, Any], said: str
) -> None:
    ((_, told_there, level),) = told(check(filled(form.write(content()), {code: cells}), content()))
    assert (said in told_there, level) == (True, "warning")


def test_an_older_form_of_which_something_was_reported_since_is_no_fault_in_its_last_figures() -> None:
    assert told(check(form.write(content()), since(**{"P-2": LastFigure(ENDS, share=Decimal(66))}))) == []


def test_a_figure_that_was_reported_for_the_same_day_and_is_gone_from_the_form_is_told() -> None:
    (activity,) = (one for one in content().activities if one.code == "P-1")
    before = ReportRow(activity="P-1", as_of=ENDS, share=Decimal(74), spent_cents=9_00, currency="USD")
    known = content(activities=(replace(activity, reported=before),))
    written = form.write(known)
    cells = {"Percent complete": None, "Spent in total since start": None, "Narrative": "well"}
    gone = "{} was reported for this day, and the cell is empty."
    found = check(filled(written, {"P-1": cells}), known)
    assert [str(one.what) for one in found.warnings] == [gone.format(74), gone.format("9.00")]
    in_words = check(filled(written, {"P-1": {"Percent complete": "partly done"}}), known)
    assert all("the cell is empty" not in str(one.what) for one in in_words.warnings)


@pytest.mark.parametrize(
    ("title", "told_of"), [("Another course", True), ("A course (Illustrative)", False), ("A COURSE", False)]
)
def test_another_title_in_the_form_is_told(title: str, told_of: bool) -> None:
    found = check(filled(form.write(content()), {"P-1": {"Activity": title, "Narrative": "well"}}), content())
    expected = [PLAN_NOT_READ.format(planned="“A course”")] if told_of else []
    assert [str(one.what) for one in found.problems] == expected
