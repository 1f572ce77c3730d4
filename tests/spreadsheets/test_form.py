"""The form as its sender sees it: opened with another library than the one that wrote it."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from monitoring.language import spoken_in
from monitoring.reported_words import CHOICES
from monitoring.sent_rows import NOTE_FIELDS
from spreadsheets import checking, form, reading
from spreadsheets.columns import ACTIVITIES, INDICATORS
from tests.spreadsheets.forms import ENDS, HEADER, TODAY, content


@pytest.fixture(scope="module")
def workbook() -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(form.write(content())))


def cell(sheet: Any, code: str, header: str) -> Any:
    column = next(cell.column for cell in sheet[HEADER] if cell.value == header)
    row = next(row for row in range(HEADER + 1, sheet.max_row + 1) if sheet.cell(row, 1).value == code)
    return sheet.cell(row, column)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert form.write(content()) == form.write(content())


def test_columns_stand_in_the_order_of_the_form_and_the_header_stays_in_sight(workbook: openpyxl.Workbook) -> None:
    for name, columns in (("Activities", ACTIVITIES.columns), ("Indicators", INDICATORS.columns)):
        sheet = workbook[name]
        assert [cell.value for cell in sheet[HEADER]] == [column.header for column in columns]
        assert sheet.freeze_panes == "C5"
        assert sheet.page_setup.orientation == "landscape"


def test_the_plan_is_locked_and_what_is_to_be_filled_in_is_open(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Activities"]
    assert sheet.protection.sheet
    assert cell(sheet, "P-1", "Activity").protection.locked
    for header in ("Percent complete", "Status", "Narrative", "Spent in total since start"):
        assert not cell(sheet, "P-1", header).protection.locked


@pytest.mark.parametrize(
    ("code", "open_column"),
    [("P-1", "Percent complete"), ("E-1", "Percent complete"), ("S-1", "Stage"), ("Q-1", "Quantity done")],
)
def test_of_the_three_figures_only_the_one_that_applies_is_open(
    workbook: openpyxl.Workbook, code: str, open_column: str
) -> None:
    sheet = workbook["Activities"]
    figures = ("Percent complete", "Stage", "Quantity done")
    assert [header for header in figures if not cell(sheet, code, header).protection.locked] == [open_column]


def test_a_closed_activity_is_only_to_be_read(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Activities"]
    assert all(cell(sheet, "C-1", column.header).protection.locked for column in ACTIVITIES.columns)
    assert cell(sheet, "C-1", "Reported on").value is None


def test_an_activity_that_the_partner_only_supports_is_open_for_words_and_not_for_figures(
    workbook: openpyxl.Workbook,
) -> None:
    sheet = workbook["Activities"]
    fill = [column for column in ACTIVITIES.fill if not cell(sheet, "H-1", column.header).protection.locked]
    assert {column.field for column in fill} == {"as_of", *NOTE_FIELDS}


def test_a_blank_form_is_open_everywhere_and_empty() -> None:
    book = openpyxl.load_workbook(BytesIO(form.write(content(), blank=True)))
    sheet = book["Activities"]
    assert not sheet.protection.sheet
    assert {value for row in sheet.iter_rows(min_row=HEADER + 1, values_only=True) for value in row} == {None}
    found = checking.check(reading.read(form.write(content(), blank=True), "a.xlsx"), content(), TODAY)
    assert (found.rows, found.problems) == ((), ())


def test_words_are_chosen_from_lists_that_hold_them_all(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Activities"]
    letter = cell(sheet, "P-1", "Status").column_letter
    (rule,) = [one for one in sheet.data_validations.dataValidation if f"{letter}5" in str(one.sqref)]
    name, _, place = rule.formula1.replace("$", "").partition("!")
    listed = [row[0].value for row in workbook[name][place]]
    assert listed == list(CHOICES["reported_status"].values())
    assert workbook[name].sheet_state == "hidden"


def test_numbers_have_limits_and_messages(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Activities"]
    letter = cell(sheet, "P-1", "Percent complete").column_letter
    (rule,) = [one for one in sheet.data_validations.dataValidation if f"{letter}5" in str(one.sqref)]
    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "100")
    assert "total since the start" in rule.prompt


def test_text_that_begins_like_a_formula_stays_text(workbook: openpyxl.Workbook) -> None:
    title = cell(workbook["Activities"], "P-2", "Activity")
    assert (title.value, title.data_type) == ("=1+1", "s")


def test_what_is_known_stands_beside_what_is_asked(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Activities"]
    assert cell(sheet, "Q-1", "Last reported").value == "3 / 5"
    assert cell(sheet, "Q-1", "Last spent").value == "900.00 USD"
    assert cell(sheet, "Q-1", "Reported on").value.date() == ENDS
    assert cell(workbook["Indicators"], "ORGL", "Last value").value == 44.4


def test_illustrative_is_said_in_the_file_in_its_row_and_in_its_name(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Activities"]
    assert "Illustrative" in sheet["A1"].value
    assert "Illustrative" in cell(sheet, "P-1", "Activity").value
    assert "Illustrative" not in cell(sheet, "S-1", "Activity").value
    assert form.file_name(content()) == "progress-MOE-2025-Q3-illustrative.xlsx"
    real = content(activities=())
    assert form.file_name(real) == "progress-MOE-2025-Q3.xlsx"
    assert "Illustrative" not in openpyxl.load_workbook(BytesIO(form.write(real)))["Activities"]["A1"].value


def test_a_partner_without_activities_still_gets_a_form_that_opens() -> None:
    empty = openpyxl.load_workbook(BytesIO(form.write(content(activities=(), indicators=(), regions=()))))
    assert empty.sheetnames[:3] == ["Activities", "Indicators", "Read me"]


def test_rows_are_as_high_as_their_words_need_and_may_still_grow() -> None:
    long = "A course for the teachers of all schools of the country on how children with disabilities learn best"
    first, *others = content().activities
    made = form.write(content(activities=(replace(first, title_en=long), *others)))
    with zipfile.ZipFile(BytesIO(made)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    heights = dict(re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"', sheet))
    assert float(heights["5"]) > float(heights["6"])
    assert "customHeight" not in sheet


def test_no_word_above_a_column_is_broken() -> None:
    with spoken_in("ru"):
        sheet = openpyxl.load_workbook(BytesIO(form.write(content()))).worksheets[0]
    for cell in sheet[HEADER]:
        assert max(map(len, str(cell.value).split())) < sheet.column_dimensions[cell.column_letter].width, cell.value
