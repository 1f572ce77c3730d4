"""Excel's binary workbooks: the old .xls, and .xlsb."""

from datetime import date, datetime, time, timedelta

import pytest

from monitoring import errors, file_errors
from spreadsheets import reading
from spreadsheets.workbook import Lost
from tests.spreadsheets.binary_files import OLD_XLS, Percent, xlsb

ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 1200 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 80


def test_an_old_workbook_is_read_with_its_percentages_errors_and_hidden_rows() -> None:
    read = reading.read(OLD_XLS.read_bytes(), "old.xls")
    assert [sheet.name for sheet in read.sheets] == ["Данные", "hid", "empty", "filter"]
    assert read.percent_known
    moments = [date(2025, 3, 2), datetime(2025, 3, 2, 12, 30), time(12, 30), timedelta(days=1, hours=6), True]
    assert read.sheets[0].rows[2][:7] == ["A-2", "45.5%", *moments]
    assert read.sheets[0].address(2, 0) == "B3"
    assert [row[7] for row in read.sheets[0].rows[2:6]] == [Lost("#DIV/0!")] * 4
    hidden = {sheet.name: [sheet.rows[row][0] for row in sorted(sheet.hidden)] for sheet in read.sheets if sheet.hidden}
    assert hidden == {"Данные": ["A-3"], "filter": ["b"]}
    assert "line one\nline  two ň ž" in read.sheets[0].rows[2]


def test_a_binary_workbook_is_read() -> None:
    read = reading.read(xlsb([["Код", "Процент"], ["A-1", 0.45]]), "a.xlsb")
    assert [(sheet.name, sheet.rows) for sheet in read.sheets] == [("S", [["Код", "Процент"], ["A-1", 0.45]])]
    assert read.percent_known


def test_a_binary_workbook_tells_percentages_errors_and_hidden_rows() -> None:
    shown = Percent(0.45)
    read = reading.read(xlsb([["A-1", shown], ["A-2", Lost("#DIV/0!")], ["A-3", 0.45]], hidden={1}), "a.xlsb")
    (sheet,) = read.sheets
    assert sheet.rows == [["A-1", "45%"], ["A-2", Lost("#DIV/0!")], ["A-3", 0.45]]
    assert isinstance(sheet.rows[1][1], Lost)
    assert sheet.hidden == {1}


def test_too_many_rows_of_a_binary_workbook_are_counted() -> None:
    with pytest.raises(file_errors.WorkbookTooLong, match="40 filled rows, and up to 39"):
        reading.read(xlsb([[1.5]] * 40), "a.xlsb", reading.Limits(rows=39))


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.xls"])
def test_a_file_wrapped_with_a_password_is_locked(name: str) -> None:
    with pytest.raises(file_errors.WorkbookLocked):
        reading.read(ENCRYPTED, name)


def test_an_old_workbook_with_a_password_is_locked() -> None:
    sent = OLD_XLS.read_bytes()
    book = sent.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    # After the first record comes that of a password, here in the place of one that is not needed.
    locked = sent[: book + 20] + b"\x2f\x00" + sent[book + 22 :]
    with pytest.raises(file_errors.WorkbookLocked):
        reading.read(locked, "locked.xls")


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_an_old_workbook_cut_off_on_its_way_is_refused(part: float) -> None:
    sent = OLD_XLS.read_bytes()
    with pytest.raises(errors.DashboardError):
        reading.read(sent[: int(len(sent) * part)], "cut.xls")
