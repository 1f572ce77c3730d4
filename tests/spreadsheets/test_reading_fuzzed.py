"""Whatever bytes arrive, the answer is a workbook or one of our errors, and soon; the kernel holds it to its memory.

A few examples run each time, many with ``pytest -m slow``.
"""

import time
import zipfile
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitoring import errors
from spreadsheets import form, reading
from spreadsheets.workbook import Workbook
from tests.spreadsheets.binary_files import OLD_XLS, xlsb
from tests.spreadsheets.files import archive, docx, ods, xlsx
from tests.spreadsheets.forms import content, saved

Cells = dict[tuple[int, int], object]
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


@dataclass(frozen=True)
class Answer:
    """What became of some bytes: the workbook, or None for one of our errors, and after how many seconds."""

    workbook: Workbook | None
    seconds: float

    def wrong(self) -> list[str]:
        """What is wrong with the answer."""
        found = ["it took too long"] if self.seconds >= SECONDS else []
        for sheet in self.workbook.sheets if self.workbook else ():
            if len({len(row) for row in sheet.rows}) > 1:
                found.append(f"the rows of {sheet.name} are not equally long")
            if not sheet.hidden <= set(range(len(sheet.rows))):
                found.append(f"rows of {sheet.name} are hidden that are not there")
        return found


def answer(sent: bytes, name: str = "sent.xlsx") -> Answer:
    """The answer to some bytes; an error that is none of ours goes through, and fails the test."""
    began = time.monotonic()
    try:
        read = reading.read(sent, name, LIMITS)
    except errors.DashboardError:
        read = None
    return Answer(read, time.monotonic() - began)


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
    answers = {name: answer(whole, name) for name, whole in WHOLE.items()}
    assert [name for name, one in answers.items() if one.workbook is None] == []
    assert [name for name, one in answers.items() if one.wrong()] == []


@A_FEW
@given(anything)
def test_any_bytes_are_answered(sent: bytes) -> None:
    assert answer(sent).wrong() == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
@MANY
@given(anything)
def test_any_bytes_of_many_are_answered(sent: bytes) -> None:
    assert answer(sent).wrong() == []


@A_FEW
@given(sheets)
def test_any_sheet_is_read_with_all_its_cells(cells: Cells) -> None:
    read = answer(written(cells))
    assert read.wrong() == []
    assert cells_of(read.workbook) == filled(cells)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@MANY
@given(sheets)
def test_any_sheet_of_many_is_read_with_all_its_cells(cells: Cells) -> None:
    read = answer(written(cells))
    assert read.wrong() == []
    assert cells_of(read.workbook) == filled(cells)


def filled(cells: Cells) -> Cells:
    return {place: value for place, value in cells.items() if value not in (None, "")}


def written(cells: Cells) -> bytes:
    """A workbook with some values at their addresses."""
    book = openpyxl.Workbook()
    for (row, column), value in cells.items():
        cell = book.active.cell(row, column, value)
        if isinstance(value, str):
            cell.data_type = "s"
    return saved(book)


def cells_of(workbook: Workbook | None) -> Cells:
    """Every value of a workbook by the address at which it stands."""
    found: Cells = {}
    for sheet in workbook.sheets if workbook else ():
        for row, line in enumerate(sheet.rows, sheet.first_row + 1):
            found |= {(row, column): value for column, value in enumerate(line, sheet.first_column + 1) if value != ""}
    return found
