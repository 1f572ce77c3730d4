"""Whatever bytes arrive, the answer is a workbook or one of our errors, and soon; the kernel holds it to its memory.

A few examples run each time, many with ``pytest -m slow``.
"""

import time
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitoring import errors
from spreadsheets import form, reading
from spreadsheets.workbook import Cell, Workbook
from tests.spreadsheets.binary_files import OLD_XLS, xlsb
from tests.spreadsheets.files import archive, docx, ods, xlsx
from tests.spreadsheets.forms import content, saved

A_FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(A_FEW, max_examples=600)
LIMITS = reading.Limits(memory_megabytes=500, seconds=5)
SECONDS = LIMITS.seconds + 1.5  # to start and to end the process, on a busy machine

ROW = "<table:table-row><table:table-cell office:value-type='percentage' office:value='0.5'/></table:table-row>"
LETTER = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
PAGE = "<html><table><tr><td rowspan=2>a<td colspan=3>б</tr><tr><td>c</table>"
CELLS = '<row r="1" hidden="1"><c r="A1" s="5"><v>1</v></c><c r="B1"><f>A1</f></c><c r="C1" t="e"><v>#N/A</v></c></row>'
WHOLE = {
    "form.xlsx": form.write(content()),
    "small.xlsx": xlsx(CELLS),
    "a.xlsb": xlsb([["a", 1.5], ["b", 0.5]]),
    "a.xls": OLD_XLS.read_bytes(),
    "a.ods": ods(ROW),
    "a.docx": docx(LETTER),
    "a.html": PAGE.encode("utf-16"),
    "a.csv": "Код;Сумма\nA-1;1 100,50\n".encode("cp1251"),
}
NAMES = [
    *("[Content_Types].xml", "_rels/.rels", "mimetype", "content.xml", "META-INF/manifest.xml", "word/document.xml"),
    *("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.bin"),
]
PIECES = [
    *("<", ">", "/>", "<row>", '<row r="', '<c r="A1" t="e">', "<f>", "<v>", "</c>", '" s="5"', "&amp;", "&#0;"),
    *("<sheetData>", "</sheetData>", "<table:table>", 'number-columns-repeated="99999999"', "<w:tbl>", "<![CDATA["),
    *("1048576", "XFD", "-1", "1e999", "ZZZZZZ99999999999", "\x00", "\ufeff", "Ж", "=", ";", "\n", '"', "#N/A"),
    *("<!DOCTYPE", "-->", "sep=;\n"),
]


def answered(sent: bytes, name: str = "sent.xlsx") -> Workbook | None:
    """The workbook, or None where one of our errors was raised; any other goes through, and fails the test."""
    began = time.monotonic()
    try:
        read = reading.read(sent, name, LIMITS)
    except errors.DashboardError:
        read = None
    assert time.monotonic() - began < SECONDS
    if read is not None:
        for sheet in read.sheets:
            assert len({len(row) for row in sheet.rows}) <= 1, "rows are equally long"
            assert sheet.hidden <= set(range(len(sheet.rows)))
    return read


def cut(whole: bytes, start: int, length: int, new: bytes) -> bytes:
    """Other bytes in the place of some."""
    start %= len(whole)
    return whole[:start] + new + whole[start + length :]


damaged = st.builds(
    cut,
    st.sampled_from(list(WHOLE.values())),
    st.integers(0, 1_000_000),
    st.integers(0, 200),
    st.binary(max_size=20) | st.sampled_from([piece.encode() * times for piece in PIECES for times in (1, 3000)]),
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join)
archives = st.dictionaries(st.sampled_from(NAMES), texts.map(str.encode) | st.binary(max_size=60), max_size=6).map(
    archive
)


def with_damaged_part(whole: bytes, number: int, place: int, piece: str) -> bytes:
    """A part is changed inside an archive that is whole, so that the change is not noticed by a checksum."""
    with zipfile.ZipFile(BytesIO(whole)) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    name = list(parts)[number % len(parts)]
    part = parts[name]
    assert isinstance(part, bytes)
    at = place % (len(part) + 1)
    return archive(parts | {name: part[:at] + piece.encode() + part[at + place % 5 :]})


damaged_parts = st.builds(
    with_damaged_part,
    st.sampled_from([WHOLE[name] for name in ("small.xlsx", "form.xlsx", "a.ods", "a.docx", "a.xlsb")]),
    st.integers(0, 20),
    st.integers(0, 100_000),
    st.sampled_from(PIECES) | st.text(max_size=5),
)
anything = st.one_of(damaged, damaged_parts, archives, st.binary(max_size=3000), texts.map(str.encode))

values = (
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(-1e300, 1e300).map(lambda value: float(f"{value:.15g}"))
)
values |= st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=20) | st.dates(date(1900, 3, 1))
places = st.tuples(st.integers(1, 40) | st.just(1_048_576), st.integers(1, 30) | st.just(16_384))
sheets = st.dictionaries(places, values, max_size=12)


def test_whole_files_of_every_kind_are_read() -> None:
    assert [name for name, whole in WHOLE.items() if answered(whole, name) is None] == []


@A_FEW
@given(anything)
def test_any_bytes_are_answered(sent: bytes) -> None:
    answered(sent)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@MANY
@given(anything)
def test_any_bytes_of_many_are_answered(sent: bytes) -> None:
    answered(sent)


@A_FEW
@given(sheets)
def test_any_sheet_is_read_with_all_its_cells(cells: dict[tuple[int, int], object]) -> None:
    all_are_read(cells)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@MANY
@given(sheets)
def test_any_sheet_of_many_is_read_with_all_its_cells(cells: dict[tuple[int, int], object]) -> None:
    all_are_read(cells)


def all_are_read(cells: dict[tuple[int, int], object]) -> None:
    """Every value stands at the address where it was written, and nothing else stands anywhere."""
    book = openpyxl.Workbook()
    for (row, column), value in cells.items():
        cell = book.active.cell(row, column, value)
        if isinstance(value, str):
            cell.data_type = "s"
    expected = {place: value for place, value in cells.items() if value not in (None, "")}
    read = answered(saved(book))
    found: dict[tuple[int, int], Cell] = {}
    for sheet in read.sheets if read else ():
        for row, line in enumerate(sheet.rows, sheet.first_row + 1):
            found |= {(row, column): value for column, value in enumerate(line, sheet.first_column + 1) if value != ""}
    assert found == expected
