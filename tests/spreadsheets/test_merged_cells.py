"""Cells over several rows: words, days and codes hold of all of them, and a figure of none before somebody parts it."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from monitoring.upload import Checked
from spreadsheets import checking, reading
from tests.spreadsheets.files import docx
from tests.spreadsheets.forms import TODAY, content, saved
from tests.spreadsheets.test_form_in_libreoffice import converted
from tests.spreadsheets.test_reading_documents import cell, table

HEADER = ["Code", "Percent complete", "Narrative", "Reported on", "Status"]
ROWS = [["P-1", 40, "in all schools", "30.09.2025", "Ongoing"], ["P-2", 70, None, None, None]]


def sent(rows: list[list[Any]], *merged: str) -> bytes:
    book = openpyxl.Workbook()
    for row in [HEADER, *rows]:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    return saved(book)


def judged(file: bytes, name: str = "own.xlsx") -> Checked:
    return checking.check(reading.read(file, name), content(), TODAY)


def said(found: Checked) -> list[tuple[Any, ...]]:
    assert [(one.cell, str(one.what)) for one in found.errors] == []
    return [(row.activity, row.share, row.narrative, row.as_of, row.reported_status) for row in found.reports]


SAID = ("in all schools", date(2025, 9, 30), "ongoing")


def test_words_days_and_statuses_of_a_cell_over_several_rows_hold_of_each() -> None:
    found = judged(sent(ROWS, "C2:C3", "D2:D3", "E2:E3"))
    assert said(found) == [("P-1", 40, *SAID), ("P-2", 70, *SAID)]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xls", "ods", "html"])
def test_they_are_told_from_empty_ones_in_files_of_other_kinds(kind: str, tmp_path: Path) -> None:
    source = tmp_path / "own.xlsx"
    source.write_bytes(sent(ROWS, "C2:C3", "D2:D3", "E2:E3"))
    assert said(judged(converted(source, kind).read_bytes(), f"own.{kind}")) == [("P-1", 40, *SAID), ("P-2", 70, *SAID)]


def test_they_are_told_from_empty_ones_in_a_document() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    first = "".join(cell(str(value), begins if place > 1 else "") for place, value in enumerate(ROWS[0]))
    second = "".join(cell(str(value or ""), "" if value else goes_on) for value in ROWS[1])
    found = judged(docx(table("".join(map(cell, HEADER)), first, second)), "own.docx")
    assert said(found) == [("P-1", 40, *SAID), ("P-2", 70, *SAID)]


def test_a_figure_over_several_rows_is_a_fault_of_each_and_told_once() -> None:
    rows = [["P-1", 40, "a", "30.09.2025"], ["P-2", None, "b", "30.09.2025"], ["P-1", 20, "c", "30.06.2025"]]
    found = judged(sent(rows, "B2:B3"))
    assert [(one.cell, one.value) for one in found.errors] == [("B2", "40")]
    assert [row.as_of for row in found.reports] == [date(2025, 6, 30)]


def test_a_code_over_several_rows_that_report_on_it_each_is_a_fault_of_that_cell() -> None:
    rows = [["P-1", 40, "a", "30.09.2025"], [None, 50, "b", "30.09.2025"]]
    (problem,) = judged(sent(rows, "A2:A3")).errors
    assert (problem.cell, "One cell stands here for several rows" in str(problem.what)) == ("A2", True)


def test_a_hidden_sheet_with_reports_is_told() -> None:
    book = openpyxl.Workbook()
    for name, code in (("now", "P-1"), ("old", "P-2")):
        sheet = book.create_sheet(name)
        sheet.append(HEADER)
        sheet.append([code, 70, "a", "30.09.2025"])
    book["old"].sheet_state = "hidden"
    (problem,) = judged(saved(book)).problems
    assert (problem.sheet, problem.level) == ("old", "warning")
    assert "hidden" in str(problem.what)
