"""Read .xlsb: calamine gives the values, the records of [MS-XLSB] what calamine leaves out."""

import io
import posixpath
import struct
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from spreadsheets.worker import calamined
from spreadsheets.worker.found import Allowed, Found, Gone
from spreadsheets.worker.number_formats import MONTH, PERCENT, shown_by
from spreadsheets.worker.sheet_xml import Overlooked

# Kinds of records, as [MS-XLSB] 2.3.2 numbers them.
ROW, NUMBERS, ERRORS = 0, (2, 5, 9), (3, 11)
FORMAT, CELL_FORMAT, CELL_FORMATS_BEGIN, CELL_FORMATS_END = 44, 47, 617, 618
SHEET = 156
BUILT_IN = {9: PERCENT, 10: PERCENT, 17: MONTH}
UNSEEN = 0x10
ERROR_WORDS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def sheets(content: bytes, archive: zipfile.ZipFile, allowed: Allowed) -> list[Found]:
    """The sheets. Raises Refused, TooSparse, CalamineError, BadZipFile, ParseError, KeyError, ValueError."""
    shown = _formats(archive)
    parts = dict(_sheet_parts(archive))

    def overlooked(name: str) -> Overlooked:
        return _of_sheet(archive.read(parts[name]), shown) if name in parts else Overlooked()

    return calamined.sheets(io.BytesIO(content), allowed, overlooked)


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part, each with its kind. Raises ValueError where the part ends within one."""
    place = 0
    while place < len(part):
        kind, place = part[place], place + 1
        if kind & 0x80:
            kind, place = kind & 0x7F | part[place] << 7, place + 1
        length = shift = 0
        while True:
            group, place = part[place], place + 1
            length |= (group & 0x7F) << shift
            shift += 7
            if not group & 0x80:
                break
        if place + length > len(part):
            raise ValueError("a record ends beyond its part")
        yield kind, part[place : place + length]
        place += length


def _of_sheet(part: bytes, shown: dict[int, str]) -> Overlooked:
    found, row = Overlooked(), 0
    for kind, data in _records(part):
        if kind == ROW and len(data) >= 12:
            (row,) = struct.unpack_from("<I", data)
            if data[11] & UNSEEN:
                found.hidden.add(row)
        elif kind in NUMBERS and (how := shown.get(int.from_bytes(data[4:7], "little"))):
            found.shown[row, int.from_bytes(data[:4], "little")] = how
        elif kind in ERRORS and len(data) >= 9:
            found.instead[row, int.from_bytes(data[:4], "little")] = Gone(ERROR_WORDS.get(data[8], "#N/A"))
    return found


def _formats(archive: zipfile.ZipFile) -> dict[int, str]:
    """How cells show their value, by the numbers of the cell formats that change it."""
    if "xl/styles.bin" not in archive.namelist():
        return {}
    own, shown, number, within = dict(BUILT_IN), {}, 0, False
    for kind, data in _records(archive.read("xl/styles.bin")):
        if kind == FORMAT:
            own[int.from_bytes(data[:2], "little")] = shown_by(data[6:].decode("utf-16-le", "replace"))
        elif kind in (CELL_FORMATS_BEGIN, CELL_FORMATS_END):
            within = kind == CELL_FORMATS_BEGIN
        elif kind == CELL_FORMAT and within:
            how = own.get(int.from_bytes(data[2:4], "little"), "")
            if how:
                shown[number] = how
            number += 1
    return shown


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.bin.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations.iterfind(".//{*}Relationship")}
    present = set(archive.namelist())
    for kind, data in _records(archive.read("xl/workbook.bin")):
        if kind == SHEET:
            relation, rest = _text(data[8:])
            part = posixpath.normpath(posixpath.join("/xl", targets.get(relation, ""))).lstrip("/")
            if part in present:
                yield _text(rest)[0], part


def _text(data: bytes) -> tuple[str, bytes]:
    """A text that has its length before it, and what comes after it."""
    end = 4 + 2 * int.from_bytes(data[:4], "little")
    return data[4:end].decode("utf-16-le", "replace"), data[end:]
