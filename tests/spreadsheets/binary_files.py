"""Workbooks of Excel's two binary kinds: a small .xlsb, record by record, and an old .xls that LibreOffice wrote."""

import struct
from collections.abc import Sequence
from pathlib import Path

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


def xlsb(rows: Sequence[Sequence[str | float]]) -> bytes:
    """A workbook with one sheet "S" of texts and numbers."""
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = record(129) + record(148, size) + record(145)  # begin the sheet, its size, begin its cells
    for number, row in enumerate(rows):
        sheet += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0) + b"\x00" * 4)
        for column, value in enumerate(row):
            place = struct.pack("<II", column, 0)
            sheet += record(6, place + wide(value)) if isinstance(value, str) else b""
            sheet += record(5, place + struct.pack("<d", value)) if not isinstance(value, str) else b""
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
        }
    )
