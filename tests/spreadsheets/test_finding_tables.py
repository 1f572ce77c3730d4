"""The form is found whatever was done to the workbook, and another file is refused by what it says."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from monitoring import file_errors
from monitoring.form import FormPartner, FormPeriod
from monitoring.upload import Checked
from spreadsheets import checking, form, reading
from tests.spreadsheets.forms import ENDS, HEADER, TODAY, content, filled, put, saved


def faults(found: Checked) -> list[tuple[str, str, str]]:
    """Where, what stands there, and what is wrong."""
    return [(f"{one.sheet}!{one.cell}", one.value, str(one.what)) for one in found.problems]


def check_bytes(sent: bytes, **changes: Any) -> Checked:
    return checking.check(reading.read(sent, "form.xlsx"), content(**changes), TODAY)


def test_the_header_is_found_in_any_order_and_place_and_spelling() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Лист1"
    for column, header in enumerate(("NARRATIVE *", "percent\ncomplete", "  code", "Reported on:"), start=3):
        put(sheet.cell(6, column), header)
    for column, value in enumerate(("went well", "45,5", "P-1", "30.09.2025"), start=3):
        put(sheet.cell(8, column), value)
    found = check_bytes(saved(book))
    (report,) = found.reports
    assert (report.share, report.narrative, report.sheet, report.row) == (Decimal("45.5"), "went well", "Лист1", 8)
    put(sheet.cell(8, 4), 140)
    assert [where for where, _, _ in faults(check_bytes(saved(book)))] == ["Лист1!D8"]


def test_columns_that_are_not_of_the_form_are_named_when_they_hold_something() -> None:
    book = openpyxl.load_workbook(BytesIO(form.write(content())))
    sheet = book["Activities"]
    last = sheet.max_column
    for number, (header, value) in enumerate((("Procent complete", 4), ("Remarks", "u"), ("Empty", None)), start=1):
        sheet.cell(HEADER, last + number, header)
        sheet.cell(HEADER + 1, last + number, value)
    sheet.cell(HEADER, last + 4, "Status")
    sheet.cell(HEADER + 1, last + 4, "Ongoing")
    found = check_bytes(saved(book)).problems
    assert [one.value for one in found] == ["Procent complete", "Remarks", "Status"]
    assert "Did you mean “Percent complete”?" in str(found[0].allowed)
    assert "twice" in str(found[2].what)


def test_a_file_that_is_not_the_form_says_what_was_expected_and_found() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name", "Salary"])
    book.active.append(["A", 3])
    with pytest.raises(file_errors.NotTheForm, match=r"Name, Salary, A, 3.*Code, Percent complete"):
        check_bytes(saved(book))


def test_the_form_of_another_partner_or_period_is_refused_by_name() -> None:
    other = form.write(content(partner=FormPartner(code="MOH", name_en="Ministry of Health")))
    with pytest.raises(file_errors.FormOfAnotherPartner, match="the form of MOH, and MOE was chosen"):
        check_bytes(other)
    june = FormPeriod(code="2025-Q2", name_en="Q2", starts=date(2025, 4, 1), ends=date(2025, 6, 30), closes=ENDS)
    with pytest.raises(file_errors.FormOfAnotherPeriod, match="the form for 2025-Q2"):
        check_bytes(form.write(content(period=june)))


def test_rows_may_be_sorted_and_a_sheet_left_out() -> None:
    sent = filled(form.write(content()), {"P-1": {"Percent complete": 40}, "S-1": {"Stage": "Under way"}})
    before = check_bytes(sent)
    book = openpyxl.load_workbook(BytesIO(sent))
    sheet = book["Activities"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER + 1)]
    for number, row in enumerate(reversed(rows), start=HEADER + 1):
        for column, value in enumerate(row, start=1):
            put(sheet.cell(number, column), value)
    del book["Indicators"]
    after = check_bytes(saved(book))
    assert after.sha256 == before.sha256
    assert [row.activity for row in after.reports] == ["S-1", "P-1"]
