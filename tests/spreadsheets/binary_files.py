"""Workbooks of Excel's two binary kinds: a small .xlsb, record by record, and an old .xls that LibreOffice wrote."""

import struct
from collections.abc import Collection, Sequence
from pathlib import Path

from spreadsheets.workbook import Lost
from tests.spreadsheets.files import PACKAGE, RELATIONS, archive

OLD_XLS = Path(__file__).parent / "files" / "old.xls"


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of [MS-XLSB]: kind and length in groups of seven bits, then its bytes."""
    return _sevens(kind) + _sevens(len(data)) + data


def _sevens(number: int) -> bytes:
    """A number in groups of seven bits, lowest first; for a kind the same form as Excel writes it."""
    groups = []
    while number > 0x7F:
        groups.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*groups, number])


def wide(text: str) -> bytes:
    """A text with its length before it."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


class Percent(float):
    """A number in a cell that shows percent."""


ERRORS = {"#DIV/0!": 7, "#N/A": 42}
# A format of its own that shows percent, numbered 164, and two cell formats: the general one, and one of it.
STYLES = record(44, struct.pack("<H", 164) + wide("0.0%")) + record(617, struct.pack("<I", 2))
STYLES += record(47, struct.pack("<HH", 0, 0) + b"\x00" * 12) + record(47, struct.pack("<HH", 0, 164) + b"\x00" * 12)
STYLES = record(278) + STYLES + record(618) + record(279)


def _cell(column: int, value: str | float) -> bytes:
    place = struct.pack("<II", column, 1 if isinstance(value, Percent) else 0)
    if isinstance(value, Lost):
        return record(3, place + bytes([ERRORS[value]]))
    return record(6, place + wide(value)) if isinstance(value, str) else record(5, place + struct.pack("<d", value))


def xlsb(rows: Sequence[Sequence[str | float]], hidden: Collection[int] = ()) -> bytes:
    """A workbook with one sheet "S" of texts, numbers and errors."""
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = record(129) + record(148, size) + record(145)  # begin the sheet, its size, begin its cells
    for number, row in enumerate(rows):
        unseen = 0x10 if number in hidden else 0
        sheet += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, unseen, 0, 0) + b"\x00" * 4)
        sheet += b"".join(_cell(column, value) for column, value in enumerate(row))
    sheet += record(146) + record(130)
    listed = struct.pack("<II", 0, 1) + wide("rId1") + wide("S")
    book = record(131) + record(143) + record(156, listed) + record(144) + record(132)
    kind, document = f"{RELATIONS}/worksheet", f"{RELATIONS}/officeDocument"
    relation = '<Relationships xmlns="{}"><Relationship Id="rId1" Type="{}" Target="{}"/></Relationships>'
    return archive(
        {
            "_rels/.rels": relation.format(PACKAGE, document, "xl/workbook.bin"),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relation.format(PACKAGE, kind, "worksheets/sheet1.bin"),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/styles.bin": STYLES,
        }
    )
