"""Read .xlsx sheets whose cells lie far apart: moved together for calamine, and afterwards back to their places."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from spreadsheets.worker import calamined, layout
from spreadsheets.worker.found import TOO_DEMANDING, TOO_LONG, Allowed, Cells, Found, Refused
from spreadsheets.worker.sheet_xml import Overlooked, SheetXml

_REFERENCE = re.compile(rb"""\sr=["']\w*["']""")
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\s[^>]*/>")


def sheets(
    archive: zipfile.ZipFile, parts: dict[str, str], styles: Mapping[bytes, str], allowed: Allowed
) -> list[Found]:
    """The sheets in blocks. Raises Refused, CalamineError, BadZipFile."""
    overlooked: dict[str, Overlooked] = {}
    places: dict[str, tuple[list[int], list[int]]] = {}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as moved:
        for part in archive.namelist():
            name = next((name for name, of in parts.items() if of == part), None)
            xml = archive.read(part) if part.endswith((".xml", ".rels")) else b""
            if name is not None:
                sheet = SheetXml(xml)
                overlooked[name] = sheet.overlooked(styles)
                xml, places[name] = _together(sheet, allowed)
            moved.writestr(part, xml)
    target.seek(0)
    together = Allowed(allowed.unzipped, allowed.cells * 4, allowed.rows)
    try:
        read = calamined.sheets(target, together, lambda name: Overlooked())
    except calamined.TooSparse as sparse:
        raise Refused(TOO_DEMANDING) from sparse
    blocks = []
    for sheet_read in read:
        name = str(sheet_read.name or "")
        blocks += _back(sheet_read, *places.get(name, ([], [])), overlooked.get(name, Overlooked()), allowed)
    return layout.within(blocks, allowed)


def _together(sheet: SheetXml, allowed: Allowed) -> tuple[bytes, tuple[list[int], list[int]]]:
    """The XML of a sheet without empty rows and columns, and which rows and columns its own were."""
    filled: dict[int, dict[int, re.Match[bytes]]] = {}
    for cell in sheet.tags(b"c", rb"[^>]*(?<!/)", rb"(.*?)</%sc\s*>" % sheet.prefix):
        row, column = sheet.place(cell.start(), cell[1])
        filled.setdefault(row, {})[column] = cell
    if len(filled) > allowed.rows:
        raise Refused(TOO_LONG, rows=len(filled), limit=allowed.rows)
    rows, columns = sorted(filled), sorted({column for row in filled.values() for column in row})
    new = {column: number for number, column in enumerate(columns)}
    lines = b"".join(_line(sheet.prefix, number, filled[row], new) for number, row in enumerate(rows, 1))
    xml = b"%s<%ssheetData>%s</%ssheetData></%sworksheet>"
    head = _DIMENSION.sub(b"", sheet.head)
    return xml % (head, sheet.prefix, lines, sheet.prefix, sheet.prefix), (rows, columns)


def _line(prefix: bytes, number: int, cells: dict[int, re.Match[bytes]], new: dict[int, int]) -> bytes:
    def moved() -> Iterator[bytes]:
        for column in sorted(cells):
            attributes = _REFERENCE.sub(b"", cells[column][1])
            place = layout.column_letters(new[column]).encode() + str(number).encode()
            yield b'<%sc r="%s"%s>%s</%sc>' % (prefix, place, attributes, cells[column][2], prefix)

    return b'<%srow r="%d">%s</%srow>' % (prefix, number, b"".join(moved()), prefix)


def _back(sheet: Found, rows: list[int], columns: list[int], overlooked: Overlooked, allowed: Allowed) -> list[Found]:
    cells: Cells = {}
    for number, row in layout.cells_of(sheet.rows, sheet.first_row, sheet.first_column).items():
        cells[rows[number]] = {columns[column]: value for column, value in row.items()}
    return calamined.in_blocks(sheet.name, cells, overlooked, allowed)
