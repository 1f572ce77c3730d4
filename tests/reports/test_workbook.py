"""The workbook as Excel finds it: real tables, real numbers and dates, colours, print set-up, and no clock in it."""

import csv
import io
import os
import shutil
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from db.engine import Database
from db.settings import ROOT
from monitoring import formats
from monitoring.filters import Filters
from monitoring.language import spoken_in
from monitoring.periods import Dates, end_of_day
from monitoring.status import DELIVERY_MARKS, GROUP_MARKS, Delivery
from reports.all_tables import sheets as tables_of
from reports.contents import Contents, gather
from reports.data_package import package
from reports.told.signs import SIGNS
from reports.xlsx import workbook

PLAN = "national action plan"
AS_OF = date(2025, 9, 30)
SEPTEMBER = Dates(AS_OF, end_of_day(date(2026, 11, 1)))
HEAD = 5
SHEETS = [
    *("By partner", "By priority area", "By goal", "Activities", "Indicators"),
    *("Observations", "Needs a decision", "Open decisions", "What we do not know"),
]


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, SEPTEMBER, Filters(), PLAN)


@pytest.fixture(scope="module")
def book(whole: Contents) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(whole)))


def column(sheet: Worksheet, title: str) -> list[openpyxl.cell.Cell]:
    place = [cell.value for cell in sheet[HEAD]].index(title) + 1
    return [sheet.cell(row, place) for row in range(HEAD + 1, sheet.max_row + 1)]


def test_each_sheet_is_one_table_with_filters_and_all_its_rows(book: openpyxl.Workbook, whole: Contents) -> None:
    assert book.sheetnames == ["Cover", "Summary", *SHEETS]
    for shown, name in zip(tables_of(whole).values(), SHEETS, strict=True):
        sheet, (table,) = book[name], book[name].tables.values()
        first, last = table.ref.split(":")
        assert (first, sheet[last].row, sheet.max_row) == (f"A{HEAD}", *[HEAD + len(shown)] * 2)
        assert table.autoFilter.ref == table.ref
        assert [one.name for one in table.tableColumns] == [cell.value for cell in sheet[HEAD]]
        assert sheet.freeze_panes == f"{'C' if 'code' in shown.frame else 'B'}{HEAD + 1}"


def test_the_workbook_and_the_csv_files_say_which_view_they_are_of(book: openpyxl.Workbook, whole: Contents) -> None:
    said = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert whole.reference in said
    with zipfile.ZipFile(io.BytesIO(package(whole.report, True))) as files:
        assert f'"Reference","{whole.reference}"' in files.read("about.csv").decode()


def test_shares_days_and_money_are_numbers_and_not_words(book: openpyxl.Workbook, whole: Contents) -> None:
    sheet, frame = book["Activities"], whole.report.tables["activities"].frame
    for title, key, written in (("Delivered", "delivered", "0%"), ("Released", "released", "#,##0")):
        cells = column(sheet, title)
        assert {cell.number_format for cell in cells} == {written}
        assert [cell.value for cell in cells] == [None if value != value else value for value in frame[key]]
    ends = column(sheet, "End")
    assert {cell.number_format for cell in ends} == {"[$-409]d mmm yyyy"}
    assert [cell.value.date() for cell in ends] == [day.date() for day in frame["ends"]]


def test_shares_and_days_are_written_as_the_screen_of_the_language_does(demonstration: Database) -> None:
    shares = {"en": "0%", "ru": '0"\xa0"%', "tk": '0"\xa0"%'}
    days = {"en": "[$-409]d mmm yyyy", "ru": "dd.mm.yyyy", "tk": "dd.mm.yyyy"}
    for code in shares:
        with spoken_in(code):
            contents = gather(demonstration, SEPTEMBER, Filters(), PLAN)
            sheet = openpyxl.load_workbook(io.BytesIO(workbook(contents))).worksheets[5]
            frame = contents.report.tables["activities"].columns
            written = dict(
                zip([one.key for one in frame], [cell.number_format for cell in sheet[HEAD + 1]], strict=True)
            )
            assert (written["delivered"], written["ends"]) == (shares[code], days[code])
            assert formats.percent(0.84) == shares[code].replace('"', "").replace("0", "84")


def test_keys_for_programs_are_folded_away(book: openpyxl.Workbook) -> None:
    folded = {}
    for sheet in book.worksheets[2:]:
        for cell in sheet[HEAD]:
            about = sheet.column_dimensions[cell.column_letter]
            if about.hidden:
                folded.setdefault(sheet.title, []).append(cell.value)
                assert about.outlineLevel == 1
    assert folded["Activities"] == ["Status key", "Rule key"]
    assert folded["Indicators"] == ["Status key", "Status keys of other methods", "Rule key"]
    assert folded["By partner"] == ["Status key"]


def test_what_nobody_reported_is_blank_and_not_nought(book: openpyxl.Workbook) -> None:
    sheet = book["Activities"]
    told = zip(column(sheet, "Last report for"), column(sheet, "Delivered"), column(sheet, "Days behind"), strict=True)
    silent = [(share.value, behind.value) for on, share, behind in told if on.value is None]
    assert silent
    assert set(silent) == {(None, None)}


def test_a_status_has_its_word_in_its_colour_and_never_white_on_amber(book: openpyxl.Workbook) -> None:
    words = {mark.label: mark for mark in (DELIVERY_MARKS[status] for status in Delivery)}
    cells = column(book["Activities"], "Status")
    assert len({cell.value for cell in cells}) >= 8
    for cell in cells:
        assert cell.font.color.rgb == "FF" + words[cell.value].ink(dark=False)[1:]
        assert cell.fill.fill_type is None
    amber = [cell for row in book["Cover"].iter_rows() for cell in row if cell.fill.fill_type]
    assert all(cell.font.color.rgb != "FFFFFFFF" for cell in amber)


def test_the_word_of_a_group_has_its_sign_and_colour_too(demonstration: Database) -> None:
    contents = gather(demonstration, SEPTEMBER, Filters(), PLAN)
    frame = contents.report.tables["by_partner"].frame
    words = ["mixed", "none", "behind", "completed", "on schedule"]
    frame.loc[range(len(words)), "word"] = words
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(contents)))["By partner"]
    for word, cell in zip(words, column(sheet, "Status of the activities"), strict=False):
        mark = GROUP_MARKS[word]
        assert cell.value == mark.label
        assert cell.font.color.rgb == "FF" + mark.ink(dark=False)[1:]
        assert cell.border.left.color.rgb == "FF" + mark.fill(dark=False)[1:]
        assert cell.number_format.startswith(f'"{SIGNS[mark.icon]}')


def test_a_status_keeps_its_own_key_where_two_share_a_word(demonstration: Database) -> None:
    contents = gather(demonstration, SEPTEMBER, Filters(), PLAN)
    frame = contents.report.tables["indicators"].frame
    frame.loc[0:1, ["status", "status_key"]] = [["progressing"] * 2, ["limited"] * 2]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(contents)))["Indicators"]
    assert [cell.value for cell in column(sheet, "Status")[:2]] == ["Improving, too slowly"] * 2
    assert [cell.value for cell in column(sheet, "Status key")[:2]] == ["progressing", "limited"]


def test_made_up_and_real_sheets_say_which_they_are_on_every_printed_page(book: openpyxl.Workbook) -> None:
    for name in [one for one in book.sheetnames if one not in ("Indicators", "Observations")]:
        assert book[name].oddHeader.right.text == "&BIllustrative"
        assert book[name].oddFooter.center.text == "Illustrative"
    real = book["Indicators"]
    assert real["A3"].value == real.oddFooter.center.text == "Real data (other sheets: Illustrative)"
    assert {cell.value for cell in column(real, "Illustrative")} == {"No"}
    assert {cell.value for cell in column(book["Activities"], "Illustrative")} == {"Yes"}


def test_sheets_print_across_landscape_pages_with_their_heads_repeated(book: openpyxl.Workbook) -> None:
    for name in SHEETS:
        sheet = book[name]
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        columns = "$A:$B" if sheet[f"A{HEAD}"].value == "Code" else "$A:$A"
        assert (sheet.print_title_rows, sheet.print_title_cols) == (f"${HEAD}:${HEAD}", columns)


def test_a_workbook_of_real_data_alone_says_nothing_of_illustrative(demonstration: Database) -> None:
    contents = gather(demonstration, Dates(date(2023, 12, 31), SEPTEMBER.known_on), Filters(), PLAN)
    real = openpyxl.load_workbook(io.BytesIO(workbook(contents)))
    cover = [cell.value for row in real["Cover"].iter_rows() for cell in row if cell.value]
    assert "Nothing matches these filters: take one away, or choose other dates." in cover
    assert real["Activities"][f"A{HEAD}"].value == "Nothing matches these filters."
    marks = [str(text) for sheet in real for text in (sheet.oddHeader.right.text, sheet.oddFooter.center.text)]
    assert not [text for text in (*cover, *marks) if "Illustrative" in str(text)]
    assert real["Indicators"].max_row == HEAD + contents.report.outline.counts["indicators"] > HEAD


def test_asked_a_year_later_the_same_view_gives_the_same_bytes(demonstration: Database, whole: Contents) -> None:
    later = gather(demonstration, Dates(AS_OF, end_of_day(date(2027, 11, 1))), Filters(), PLAN)
    assert workbook(later) == workbook(whole)
    assert package(later.report, True) == package(whole.report, True)


def test_another_clock_gives_the_same_bytes(plan_file: Path, tmp_path: Path) -> None:
    for zone, seed in (("Pacific/Kiritimati", "1"), ("Pacific/Pago_Pago", "2")):  # a day apart
        clock = {"TZ": zone, "PYTHONHASHSEED": seed, "VAR_DIR": str(plan_file.parent)}
        for ending in ("xlsx", "zip", "pdf", "docx", "pptx"):
            command = [sys.executable, "manage.py", "report", "--format", ending, "-o", f"{tmp_path}/{seed}.{ending}"]
            subprocess.run(command, cwd=ROOT, env={**os.environ, **clock}, check=True, capture_output=True)
        time.sleep(2.1)  # a ZIP notes times in steps of two seconds
    for ending in ("xlsx", "zip", "pdf", "docx", "pptx"):
        first, second = ((tmp_path / f"{seed}.{ending}").read_bytes() for seed in "12")
        assert first == second
        assert len(first) > 10_000


@pytest.mark.slow
def test_libreoffice_opens_the_workbook_and_finds_every_row(whole: Contents, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: install Debian's libreoffice-calc, or run without the slow tests"
    (tmp_path / "report.xlsx").write_bytes(workbook(whole))
    command = [office, f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", "--convert-to"]
    # Every sheet to a file of its own: the last figure of the filter asks for all of them.
    command += ["csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "report.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=150)
    for table, name in zip(tables_of(whole).values(), SHEETS, strict=True):
        with (tmp_path / f"report-{name}.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))[HEAD:]
        assert [row[0] for row in rows] == table.frame.iloc[:, 0].tolist()
