"""Read one workbook in a process of its own: hostile or huge files may break this process, and nothing else.

Run by its path with its limits as arguments; takes the file on standard input and answers on standard output with a
pickle of ``(word, sheets)``: a sheet is name, first row, first column and rows. It imports nothing of the project,
so that it starts at once.
"""

import io
import pickle
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

READ, NOT_A_WORKBOOK, LOCKED, TOO_DEMANDING = "read", "not a workbook", "locked", "too demanding"
LOST = "\ufdd0"  # begins what stands in place of a value that is not in the file; no text can hold it
ZIP_STARTS = b"PK"
OLD_STARTS = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # a new workbook with a password, wrapped into an old file
PERCENT_FORMATS = {"9", "10"}
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_REFERENCE = re.compile(rb"""\br=["']([A-Z]+)(\d+)["']""")
_STYLE = re.compile(rb'\bs="(\d+)"')
_WHOLE_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*?)?(?:/>|>(.*?)</(?:\w+:)?f>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>(.*?)</(?:\w+:)?v>", re.DOTALL)
_KIND = re.compile(rb"""\bt=["'](\w+)["']""")
_QUOTED = re.compile(r'"[^"]*"|\\.')


class TooDemanding(Exception):
    """The workbook holds more than the limits allow."""


def limit(memory: int, seconds: int) -> None:
    """Hold this process to some bytes of memory and seconds of computing, and leave no core file behind."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sheets_of(content: bytes, unzipped: int, cells: int) -> list[tuple[str, int, int, list[list[Any]]]]:
    """The sheets of a workbook. Raises TooDemanding, CalamineError, BadZipFile."""
    percent: dict[str, set[tuple[int, int]]] = {}
    lost: dict[str, dict[tuple[int, int], str]] = {}
    if content.startswith(ZIP_STARTS):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > unzipped:
                raise TooDemanding
            percent = percent_cells(archive)
            lost = lost_cells(archive)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    found = []
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        cells -= sheet.height * sheet.width
        if cells < 0:
            raise TooDemanding
        first_row, first_column = sheet.start or (0, 0)
        rows: list[list[Any]] = sheet.to_python(skip_empty_area=True)
        mark_percent(rows, first_row, first_column, percent.get(name, set()))
        for (row, column), text in lost.get(name, {}).items():
            if 0 <= row - first_row < len(rows) and 0 <= column - first_column < len(rows[row - first_row]):
                rows[row - first_row][column - first_column] = text
        found.append((name, first_row, first_column, rows))
    return found


def lost_cells(archive: zipfile.ZipFile) -> dict[str, dict[tuple[int, int], str]]:
    """Cells that the reader gives as empty though their sender sees something, by sheet: errors such as #N/A, and
    formulas whose result is not in the file. As text that begins with :data:`LOST`.
    """
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    found = {}
    for sheet, part in _parts(archive):
        xml = archive.read(part) if part in names else b""
        if b"<f" in xml or b":f" in xml or re.search(rb"""\bt=["']e["']""", xml):
            cells = ((one[1], _lost(one[1], one[2])) for one in _WHOLE_CELL.finditer(xml))
            found[sheet] = {place: text for attributes, text in cells if text for place in _place(attributes)}
    return found


def _lost(attributes: bytes, inside: bytes) -> str:
    """What stands in a cell that holds no value, marked as such; empty for any other cell.

    A formula whose result is an empty text is an empty cell: it says that its result is a text.
    """
    kind, formula, value = _KIND.search(attributes), _FORMULA.search(inside), _VALUE.search(inside)
    result = value[1].strip() if value else b""
    if kind and kind[1] == b"e":
        return LOST + unescape(result.decode())
    if formula is None or result or (kind and kind[1] == b"str" and value):
        return ""
    return LOST + "=" + unescape((formula[1] or b"").decode())


def mark_percent(rows: list[list[Any]], first_row: int, first_column: int, marked: set[tuple[int, int]]) -> None:
    """Write the numbers that their sender sees as percent as such: the reader gives 45 % as 0.45."""
    for row, column in marked:
        inside = 0 <= row - first_row < len(rows) and 0 <= column - first_column < len(rows[row - first_row])
        if inside and type(value := rows[row - first_row][column - first_column]) in (int, float):
            rows[row - first_row][column - first_column] = f"{round(value * 100, 8):.15g}%"


def percent_cells(archive: zipfile.ZipFile) -> dict[str, set[tuple[int, int]]]:
    """Row and column (from 0) of the cells in percent format, by sheet; found in the XML of .xlsx and .xlsm only."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"} <= names:
        return {}
    styles = _percent_styles(archive.read("xl/styles.xml"))
    if not styles:
        return {}
    found = {}
    for sheet, part in _parts(archive):
        if part in names:
            found[sheet] = set(_with_style(archive.read(part), styles))
    return found


def _percent_styles(xml: bytes) -> set[bytes]:
    """The numbers of the cell formats that show percent, as they stand in the cells."""
    root = ElementTree.fromstring(xml)
    own = {
        one.get("numFmtId", "")
        for one in root.findall(".//{*}numFmt")
        if "%" in _QUOTED.sub("", one.get("formatCode", ""))
    }
    formats = root.findall("{*}cellXfs/{*}xf")
    shown = PERCENT_FORMATS | own
    return {str(number).encode() for number, one in enumerate(formats) if one.get("numFmtId") in shown}


def _parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Name and part of each sheet."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations.findall(".//{*}Relationship")}
    found = []
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).findall(".//{*}sheet"):
        relation = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        target = targets.get(relation, "")
        found.append((sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"))
    return found


def _with_style(xml: bytes, styles: set[bytes]) -> Any:
    for cell in _CELL.finditer(xml):
        style = _STYLE.search(cell[1])
        if style and style[1] in styles:
            yield from _place(cell[1])


def _place(attributes: bytes) -> Iterator[tuple[int, int]]:
    """Row and column (from 0) of a cell, from what stands in its tag; nothing where it does not say."""
    place = _REFERENCE.search(attributes)
    if place:
        column = 0
        for letter in place[1]:
            column = column * 26 + letter - 64
        yield int(place[2]) - 1, column - 1


def answer(content: bytes, unzipped: int, cells: int) -> tuple[str, list[Any]]:
    """What became of the file, and its sheets where it could be read."""
    if content.startswith(OLD_STARTS) and ENCRYPTED in content:
        return LOCKED, []
    try:
        return READ, sheets_of(content, unzipped, cells)
    except PasswordError:
        return LOCKED, []
    except (CalamineError, zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, OSError):
        return NOT_A_WORKBOOK, []
    except (TooDemanding, MemoryError):
        return TOO_DEMANDING, []


if __name__ == "__main__":
    memory, seconds, unzipped, cells = map(int, sys.argv[1:])
    limit(memory, seconds)
    pickle.dump(answer(sys.stdin.buffer.read(), unzipped, cells), sys.stdout.buffer, protocol=5)
