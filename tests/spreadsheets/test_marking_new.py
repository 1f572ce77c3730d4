"""Files of other kinds, and those too large or too odd to be opened: a new workbook with the same cells, marked."""

import csv
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest

from monitoring.faults import CellProblem
from spreadsheets import checking, form, marking, reading
from spreadsheets.form_limits import LISTS
from spreadsheets.marker import SHEET as MARKER
from spreadsheets.workbook import Lost, Sheet, Workbook
from tests.spreadsheets.forms import TODAY, content, filled, saved
from tests.spreadsheets.marked import MENDED, coloured, judged, opened, problem, sent, simple


def new(workbook: Workbook, *problems: CellProblem, name: str = "sent.csv") -> bytes:
    return marking.marked_copy(b"not opened", name, workbook, problems).content


def read_back(file: bytes) -> Workbook:
    return marking.without_list(reading.read(file, "sent.xlsx"))


def book_of(*rows: list[Any], name: str = "Data", **where: int) -> Workbook:
    return Workbook("sent.csv", (Sheet(name, rows=list(rows), **where),))


def test_a_table_in_cp1251_is_marked_mended_and_checked_clean() -> None:
    text = "Code;Percent complete;Narrative;Reported on\nP-1;149,6;Обучение – «начато»;30.09.2025\n".encode("cp1251")
    rows: list[Any] = list(csv.reader(StringIO(text.decode("cp1251")), delimiter=";"))
    workbook = Workbook("table.csv", (Sheet("table", rows=rows),))
    found = checking.check(workbook, content(), TODAY)
    made = marking.marked_copy(text, "table.csv", workbook, found.problems)
    assert made.name == "table-to-mend.xlsx"
    book = opened(made.content)
    assert book.sheetnames == ["To mend", "table"]
    assert coloured(book) == {"table!B2": "error"}
    assert book["table"]["C2"].value == "Обучение – «начато»"
    assert "149,6" in book["table"]["B2"].comment.text
    book["table"]["B2"] = "49,6"
    again = checking.check(read_back(saved(book)), content(), TODAY)
    assert again.problems == ()
    assert [row.share for row in again.reports] == [Decimal("49.6")]


def test_cells_keep_their_addresses_and_what_they_hold() -> None:
    values = [
        *("=1+1", "+7", "45%", "007", "a\nb", True, 12, 0.5, 10**17, date(2025, 9, 30)),
        *(datetime(2025, 9, 30, 10, 5), time(9, 30), timedelta(hours=30), date(1850, 1, 1), Lost("#N/A")),
    ]
    file = new(book_of(values, [], ["below"], first_row=6, first_column=2), problem("Data", "C9", "below"))
    (sheet,) = read_back(file).sheets
    assert (sheet.first_row, sheet.first_column) == (6, 2)
    assert sheet.rows[0][:8] == values[:8]
    assert sheet.rows[0][8:] == [str(10**17), *values[9:13], "1850-01-01", "#N/A"]
    assert sheet.rows[2][0] == "below"
    row = opened(file)["Data"][7]
    assert {cell.data_type for cell in row[2:7]} == {"s"}
    assert [cell.quotePrefix for cell in row[2:5]] == [True, True, False]


def test_faults_before_between_and_beyond_the_cells_are_marked() -> None:
    workbook = book_of(["a", "b"], ["c"], first_row=4, first_column=1)
    faults = [problem("Data", cell, level="warning") for cell in ("A1", "B5", "D5", "C6", "A6", "Z90", "B3")]
    book = opened(new(workbook, *faults))
    assert coloured(book) == {f"Data!{one.cell}": "warning" for one in faults}
    assert all(book["Data"][one.cell].comment.author == "Child rights workplans dashboard" for one in faults)
    assert [book["Data"][cell].value for cell in ("B5", "C5", "B6")] == ["a", "b", "c"]


def test_names_that_excel_refuses_are_told_apart_and_links_lead_to_them() -> None:
    names = ["a/b:c", "a?b*c", "x" * 40, "X" * 31 + "y", "History", "'", "To mend", "😀" * 20, "internal:it's #1"]
    workbook = Workbook("sent.ods", tuple(Sheet(name, rows=[["value"]]) for name in names))
    book = opened(new(workbook, *(problem(name, "A1") for name in names), name="sent.ods"))
    sheets = book.sheetnames[1:]
    assert sheets[:5] == ["a b c", "a b c (2)", "x" * 31, "X" * 27 + " (2)", "History (2)"]
    assert sheets[5:] == ["1", "To mend", "😀" * 15, "internal it's #1"]
    assert len(coloured(book)) == len(names)
    listed = book.worksheets[0]
    assert book.sheetnames[0] == "To mend (2)"
    assert [listed.cell(row, 2).value for row in range(7, 16)] == sheets
    assert [listed.cell(row, 3).hyperlink.location for row in range(7, 16)] == [
        "'{}'!A1".format(name.replace("'", "''")) for name in sheets
    ]


def test_characters_that_xml_forbids_are_left_out() -> None:
    file = new(book_of(["bad\x00\x0b\ufffe\ud800end <&>", "x" * 40_000]), problem("Data", "A1", "\x01<&>"))
    (sheet,) = read_back(file).sheets
    assert sheet.rows[0][0] == "badend <&>"
    assert len(str(sheet.rows[0][1])) == 32_000
    assert opened(file)["Data"]["A1"].comment.text.startswith("Here stands: <&>\n")


def test_a_form_of_another_kind_keeps_its_hidden_sheets_and_can_be_sent_again() -> None:
    workbook, found = judged(sent())
    file = new(workbook, *found.problems, name="form.ods")
    book = opened(file)
    assert (book[MARKER].sheet_state, book[LISTS].sheet_state) == ("veryHidden", "hidden")
    assert book["Activities"].freeze_panes == "A5"
    assert judged(file)[1].problems == found.problems
    assert judged(filled(file, MENDED))[1].problems == ()


def test_a_file_that_is_no_workbook_of_its_kind_is_written_anew() -> None:
    workbook = book_of(["a", "b"])
    for broken in (b"PK\x03\x04 and then nothing", b"no zip", sent()[:3000]):
        made = marking.marked_copy(broken, "old.xlsx", workbook, [problem("Data", "B1", "b")])
        assert coloured(opened(made.content)) == {"Data!B1": "error"}


def test_a_file_of_many_cells_is_written_anew_and_one_of_fewer_is_not() -> None:
    file = saved(simple())
    workbook = reading.read(file, "a.xlsx")
    for cells, remembered in ((64, True), (63, False)):
        limits = marking.Limits(own_cells=cells)
        made = marking.marked_copy(file, "a.xlsx", workbook, [problem("Data", "B2")], limits)
        assert ("_marks" in opened(made.content).sheetnames) == remembered


@pytest.mark.slow
def test_fifty_thousand_rows_are_marked_within_the_limits() -> None:
    rows: list[list[Any]] = [[row, "text", 45.5, "", date(2025, 9, 30)] + ["words"] * 7 for row in range(50_000)]
    faults = [problem("Data", f"C{row}", "45.5") for row in range(1, 50_001)]
    file = new(Workbook("large.xlsx", (Sheet("Data", rows=rows),)), *faults, name="large.xlsx")
    listed, sheet = reading.read(file, "large.xlsx").sheets
    assert str(listed.rows[2][0]).startswith("Errors: 50000.")
    assert (len(sheet.rows), sheet.rows[-1]) == (50_000, rows[-1])


@pytest.mark.parametrize("kind", ["ods", "xls", "xlsb", "docx", "csv", "XLSX.txt"])
def test_every_other_kind_becomes_an_xlsx(kind: str) -> None:
    made = marking.marked_copy(b"PK", f"A report.{kind}", book_of(["a"]), [problem("Data", "A1")])
    assert made.name.endswith("-to-mend.xlsx")
    assert coloured(opened(made.content)) == {"Data!A1": "error"}


def test_a_workbook_of_the_form_is_read_by_its_header_wherever_it_stands() -> None:
    written = reading.read(form.write(content()), "form.xlsx")
    file = new(written, problem("Indicators", "G5", ""))
    sheet = opened(file)["Indicators"]
    assert sheet["A4"].font.bold
    assert not sheet["A5"].font.bold
