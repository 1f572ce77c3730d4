"""What LibreOffice saves in other formats is read as what was in the workbook that it opened.

Slow, and it needs LibreOffice (Debian: apt-get install libreoffice-calc): without it these tests fail and say so.
"""

import subprocess
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from spreadsheets import reading
from spreadsheets.workbook import Lost
from tests.spreadsheets.test_form_in_libreoffice import converted

pytestmark = pytest.mark.slow

HEADER = ["Код", "Percent", "Date", "Moment", "Time", "Long", "Error", "Text", "Money"]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with one of each kind of cell, a hidden row and a hidden sheet."""
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        formats = {
            kind: book.add_format({"num_format": shown})
            for kind, shown in (
                ("%", "0.0%"),
                ("d", "dd.mm.yyyy"),
                ("m", "dd.mm.yyyy hh:mm"),
                ("t", "hh:mm"),
                ("l", "[h]:mm"),
            )
        }
        sheet = book.add_worksheet("Отчёт")
        sheet.write_row("B2", HEADER)
        for row in range(2, 6):
            sheet.write(row, 1, f"A-{row}")
            sheet.write(row, 2, 0.455, formats["%"])
            sheet.write_datetime(row, 3, date(2025, 3, row), formats["d"])
            sheet.write_datetime(row, 4, datetime(2025, 3, row, 12, 30), formats["m"])
            sheet.write_datetime(row, 5, time(12, 30), formats["t"])
            sheet.write(row, 6, 1.25, formats["l"])
            sheet.write_formula(row, 7, "=1/0", None, "#DIV/0!")
            sheet.write(row, 8, "one\ntwo; ň ž “quoted”")
            sheet.write(row, 9, 1100.5)
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.write_comment("B3", "a note")
        hidden = book.add_worksheet("Hidden")
        hidden.write(4, 4, "secret")
        hidden.hide()
    file = tmp_path_factory.mktemp("libreoffice") / "source.xlsx"
    file.write_bytes(target.getvalue())
    return file


def read(file: Path) -> reading.Workbook:
    return reading.read(file.read_bytes(), file.name)


def test_an_open_document_is_read_as_the_workbook_it_was(source: Path) -> None:
    before, after = read(source), read(converted(source, "ods"))
    assert [(one.name, one.rows, one.first_row, one.first_column, one.hidden) for one in after.sheets] == [
        (one.name, one.rows, one.first_row, one.first_column, one.hidden) for one in before.sheets
    ]
    moments = [date(2025, 3, 2), datetime(2025, 3, 2, 12, 30), time(12, 30), timedelta(days=1, hours=6)]
    text = "one\ntwo; ň ž “quoted”"
    assert after.sheets[0].rows[1] == ["A-2", "45.5%", *moments, Lost("#DIV/0!"), text, 1100.5]
    assert (after.sheets[0].hidden, after.percent_known) == ({2}, True)


def test_an_old_workbook_keeps_values_and_dates(source: Path) -> None:
    after = read(converted(source, "xls"))
    assert [sheet.name for sheet in after.sheets] == ["Отчёт", "Hidden"]
    assert after.sheets[0].rows[1][:4] == ["A-2", "45.5%", date(2025, 3, 2), datetime(2025, 3, 2, 12, 30)]
    assert (after.sheets[0].hidden, after.percent_known) == ({2}, True)


def through_filters(source: Path, kind: str, *filters: str) -> Path:
    """The file saved by a filter of its own, where LibreOffice would take another."""
    profile = f"-env:UserInstallation=file://{source.parent / 'profile'}"
    folder = source.parent / "filtered"
    command = ["soffice", "--headless", profile, *filters, "--outdir", str(folder), str(source)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    target = folder / f"{source.stem}.{kind}"
    assert target.exists(), run.stdout + run.stderr
    return target


@pytest.mark.parametrize("encoding", [76, 34, 65535])  # of LibreOffice's own list: UTF-8, Windows-1251, UTF-16
def test_a_text_is_read_in_each_encoding(source: Path, encoding: int) -> None:
    rule = f"csv:Text - txt - csv (StarCalc):59,34,{encoding}"
    (sheet,) = read(through_filters(source, "csv", "--convert-to", rule)).sheets
    assert (sheet.name, sheet.rows[1][1:]) == ("source", HEADER)
    assert sheet.rows[2][1:3] == ["A-2", "45.5%"]
    assert (sheet.rows[2][7], type(sheet.rows[2][7])) == ("#DIV/0!", Lost)
    assert str(sheet.rows[2][8]).startswith("one\ntwo; ")


def test_a_web_page_is_read_and_so_is_a_letter_made_of_it(source: Path, tmp_path: Path) -> None:
    page = converted(source, "html")
    rows = read(page).sheets[0].rows
    assert rows[0] == HEADER
    assert rows[1][:3] == ["A-2", "45.5%", "02.03.2025"]
    copied = tmp_path / "letter.html"
    copied.write_bytes(page.read_bytes())
    as_letter = ("--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML")
    letter = read(through_filters(copied, "docx", *as_letter)).sheets[0]
    assert (letter.name, letter.rows[0]) == ("Table 1", HEADER)
    assert letter.rows[1][1:3] == ["45.5%", "02.03.2025"]
