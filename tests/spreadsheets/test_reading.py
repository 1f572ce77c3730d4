"""Workbooks of every kind, hostile ones too, read in a process that may break without harm."""

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.settings import ROOT
from monitoring import errors, file_errors
from spreadsheets import form, marker, reading
from tests.spreadsheets.forms import content, saved


def workbook(fill: Callable[[Any], None]) -> bytes:
    made = openpyxl.Workbook()
    fill(made.active)
    return saved(made)


def test_cells_keep_the_address_that_the_sender_sees() -> None:
    def fill(sheet: Any) -> None:
        sheet["D7"] = "here"
        sheet["AB9"] = 3.5

    (sheet,) = reading.read(workbook(fill), "a.xlsx").sheets
    assert sheet.rows[0][0] == "here"
    assert sheet.address(0, 0) == "D7"
    assert sheet.rows[2][24] == 3.5
    assert sheet.address(2, 24) == "AB9"


def test_percent_cells_are_read_as_the_sender_sees_them() -> None:
    def fill(sheet: Any) -> None:
        for row, (value, shown_as) in enumerate(((0.45, "0%"), (1, "0.0%"), (0.45, "General"), (0.07, '0.00" %"')), 2):
            cell = sheet.cell(row, 3, value)
            cell.number_format = shown_as

    (sheet,) = reading.read(workbook(fill), "a.xlsx").sheets
    assert [row[0] for row in sheet.rows] == ["45%", "100%", 0.45, 0.07]


def test_errors_and_formulas_without_a_result_are_not_taken_for_empty_cells() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["B2"], sheet["C3"], sheet["D4"] = "first", "#N/A", '=SUM(1,2)&"<"', 7

    (sheet,) = reading.read(workbook(fill), "a.xlsx").sheets
    assert [sheet.rows[at][at] for at in range(4)] == ["first", "#N/A", '=SUM(1,2)&"<"', 7]


def test_a_form_says_whose_it_is() -> None:
    read = reading.read(form.write(content()), "a.xlsx")
    assert marker.marker(read) == marker.Marker("1", "MOE", "2025-Q3", "en", content().known_on)


def test_more_cells_than_allowed_are_refused() -> None:
    with pytest.raises(file_errors.WorkbookTooDemanding):
        reading.read(form.write(content()), "a.xlsx", reading.Limits(cells=20))


def test_reading_is_ended_when_its_time_is_over() -> None:
    def fill(sheet: Any) -> None:
        for row in range(3000):
            sheet.append([f"text {row} {column}" for column in range(20)])

    content_of_many = workbook(fill)
    started = time.monotonic()
    with pytest.raises(file_errors.WorkbookTooDemanding):
        reading.read(content_of_many, "slow.xlsx", reading.Limits(seconds=0.02))
    assert time.monotonic() - started < 2


def test_memory_is_limited() -> None:
    def fill(sheet: Any) -> None:
        for row in range(20_000):
            sheet.append([f"text {row} {column}" for column in range(12)])

    with pytest.raises(file_errors.WorkbookTooDemanding):
        reading.read(workbook(fill), "many.xlsx", reading.Limits(memory_megabytes=48))


def test_a_file_that_unpacks_into_too_much_is_refused() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 3_000_000)
    with pytest.raises(file_errors.WorkbookSwollen):
        reading.read(packed.getvalue(), "bomb.xlsx", reading.Limits(unzipped_megabytes=1))


def test_a_large_file_is_refused_with_its_size() -> None:
    with pytest.raises(file_errors.WorkbookTooLarge, match="3 MB, and up to 2 MB"):
        reading.read(b"0" * 3 * reading.MEGABYTE, "large.xlsx", reading.Limits(megabytes=2))


@pytest.mark.parametrize(
    "broken",
    [b"PK\x03\x04 and then nothing of a workbook", b"\xd0\xcf\x11\xe0" * 300, b"\x00" * 900],
)
def test_a_file_that_is_no_workbook_says_so(broken: bytes) -> None:
    with pytest.raises(file_errors.NotAWorkbook, match="is no workbook"):
        reading.read(broken, "broken.xlsx")


def test_a_workbook_with_a_password_is_asked_for_without_one() -> None:
    start, part = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
    wrapped = start + b"\x00" * 1200 + part + b"\x00" * 80
    with pytest.raises(file_errors.WorkbookLocked, match="protected with a password"):
        reading.read(wrapped, "locked.xlsx")


def test_a_form_cut_off_on_its_way_is_no_workbook() -> None:
    written = form.write(content())
    with pytest.raises(file_errors.NotAWorkbook):
        reading.read(written[: len(written) // 2], "half.xlsx")


@pytest.mark.parametrize("empty", [b"", workbook(lambda sheet: None)])
def test_an_empty_file_says_so(empty: bytes) -> None:
    with pytest.raises(file_errors.WorkbookEmpty, match="nothing in"):
        reading.read(empty, "empty.xlsx")


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_damaged_form_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    written = bytearray(form.write(content()))
    for place in data.draw(st.lists(st.integers(0, len(written) - 1), min_size=1, max_size=20)):
        written[place] ^= data.draw(st.integers(1, 255))
    assert outcome(bytes(written)) in ("read", "refused")


def outcome(damaged: bytes) -> str:
    """Any other error than ours goes through, and fails the test."""
    try:
        return "read" if reading.read(damaged, "damaged.xlsx").sheets else "read without sheets"
    except errors.DashboardError:
        return "refused"


def test_reading_can_be_watched_and_stopped_and_leaves_nothing_behind() -> None:
    limits = reading.Limits(seconds=60)
    work = reading.Reading(
        workbook(lambda sheet: [sheet.append([row] * 40) for row in range(20_000)]), "a.xlsx", limits
    )
    assert not work.done()
    assert 0 <= work.part() < 1
    work.stop()
    with pytest.raises(file_errors.ReadingStopped, match="nothing was saved"):
        work.result()
    assert work.done()
    assert work._child.poll() is not None, "the process is gone"


def test_what_is_read_in_the_background_is_what_is_read_at_once() -> None:
    content_of_form = form.write(content())
    work = reading.Reading(content_of_form, "a.xlsx")
    assert work.done(within=30)
    assert work.result() == reading.read(content_of_form, "a.xlsx")


def test_the_reading_child_starts_without_the_network() -> None:
    code = "import sys; sys.path.append(sys.argv[1]); from spreadsheets.worker import answer; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", code, str(ROOT)], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "spreadsheets.worker.answer" in loaded
    assert {"http.client", "ssl", "socket", "pandas", "sqlalchemy"}.isdisjoint(loaded), "each file would wait for it"
