"""Read .ods: each cell with its kind, so that percentages, errors and hidden rows are told from the rest."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from xml.etree import ElementTree

from spreadsheets.worker import layout
from spreadsheets.worker.error_words import lost_or_same
from spreadsheets.worker.found import TOO_DEMANDING, TOO_LONG, Allowed, Cells, Found, Gone, Merged, Refused, Value
from spreadsheets.worker.number_formats import PERCENT, as_shown

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, OFFICE, TEXT, STYLE = (_SPACE % name for name in ("table", "office", "text", "style"))
KIND_OF_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
SPANNED = f"{TABLE}number-rows-spanned"
UNSEEN = ("collapse", "filter")
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
UNSAID = (f"{OFFICE}annotation", f"{TEXT}ruby-text", f"{TEXT}note")
_OF_ANOTHER_FILE = re.compile(r"'\w+:.*'#")  # LibreOffice keeps copies of what formulas take from other files
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?)?")


def sheets(archive: zipfile.ZipFile, allowed: Allowed) -> list[Found]:
    """The sheets. Raises Refused, BadZipFile, ParseError, ValueError."""
    found: list[Found] = []
    hiding: set[str | None] = set()  # the styles of sheets that are not shown
    with archive.open("content.xml") as stream:
        sheet: _Sheet | None = None
        for event, element in ElementTree.iterparse(stream, events=("start", "end")):
            if element.tag == f"{TABLE}table" and event == "start":
                unseen = element.get(f"{TABLE}style-name") in hiding
                sheet = sheet or _Sheet(element.get(f"{TABLE}name", ""), allowed, unseen)
                sheet.depth += 1
            elif element.tag == f"{TABLE}table" and sheet is not None:
                sheet.depth -= 1
                if not sheet.depth and _OF_ANOTHER_FILE.match(sheet.name):
                    sheet = None
                elif not sheet.depth:
                    found += sheet.blocks()
                    sheet = None
            elif element.tag == f"{STYLE}style" and event == "end":
                if any(one.get(f"{TABLE}display") == "false" for one in element):
                    hiding.add(element.get(f"{STYLE}name"))
            elif element.tag == f"{TABLE}table-row" and event == "end" and sheet is not None:
                sheet.add(element)
                element.clear()
    return layout.within(found, allowed)


class _Sheet:
    """A sheet while it is read."""

    def __init__(self, name: str, allowed: Allowed, unseen: bool) -> None:
        self.name, self._allowed = name, allowed
        self.cells: Cells = {}
        self.hidden: set[int] = set()
        self.merged: list[Merged] = []
        self.unseen = unseen
        self.depth = 0  # a cell may hold a table of its own, whose rows are taken for rows of the sheet
        self._next = self._count = 0

    def blocks(self) -> list[Found]:
        """What was read. Raises Refused."""
        return layout.scattered(self.name, self.cells, self._allowed, self.hidden, self.merged, self.unseen)

    def add(self, row: ElementTree.Element) -> None:
        """Take a row over, as often as it is repeated; rows that hold nothing are only counted."""
        times = repeated(row, "rows")
        cells = dict(_cells(row, self._allowed.cells))
        if cells:
            self._count += len(cells) * times
            if len(self.cells) + times > self._allowed.rows:
                raise Refused(TOO_LONG, rows=len(self.cells) + times, limit=self._allowed.rows)
            if self._count > self._allowed.cells:
                raise Refused(TOO_DEMANDING)
            for number in range(self._next, self._next + times):
                self.cells[number] = dict(cells)
            self.merged += ((self._next, column, self._next + rows - 1) for column, rows in _stretched(row, cells))
            if row.get(f"{TABLE}visibility") in UNSEEN:
                self.hidden.update(range(self._next, self._next + times))
        self._next += times
        if self._next > 2 * MOST_ROWS:
            raise Refused(TOO_DEMANDING)


def repeated(element: ElementTree.Element, what: str) -> int:
    """How often a row or a cell stands there."""
    return min(max(1, int(element.get(f"{TABLE}number-{what}-repeated", "1"))), 2 * MOST_ROWS)


def _cells(row: ElementTree.Element, most: int) -> Iterator[tuple[int, Value]]:
    column = 0
    for cell in row:
        if cell.tag in CELLS:
            times = repeated(cell, "columns")
            value = value_of(cell)
            if value != "":
                if column + times > min(most, 4 * MOST_COLUMNS):
                    raise Refused(TOO_DEMANDING)
                for number in range(column, column + times):
                    yield number, value
            column += times


def _stretched(row: ElementTree.Element, filled: dict[int, Value]) -> Iterator[tuple[int, int]]:
    """The columns of the cells over several rows, and over how many."""
    column = 0
    for cell in row:
        if cell.tag in CELLS:
            if cell.get(SPANNED, "1") != "1" and column in filled:
                yield column, min(int(cell.get(SPANNED, "1")), MOST_ROWS)
            column += repeated(cell, "columns")


def value_of(cell: ElementTree.Element) -> Value:
    """What a cell says; an empty text where it says nothing."""
    kind, said = cell.get(f"{OFFICE}value-type", ""), cell.get(f"{OFFICE}value")
    formula = cell.get(f"{TABLE}formula")
    if cell.get(KIND_OF_CALC) == "error" or formula is not None:
        shown = words_of(cell)
        if cell.get(KIND_OF_CALC) == "error" or isinstance(lost_or_same(shown), Gone):
            return Gone(shown or "#N/A")
        if not kind and not shown:
            return Gone("=" + (formula or "").partition("=")[2])
    if kind in ("float", "currency", "percentage") and said is not None:
        return as_shown(float(said), PERCENT) if kind == "percentage" else float(said)
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    if kind == "date":
        return _day(cell.get(f"{OFFICE}date-value", "")) or words_of(cell)
    if kind == "time":
        duration = _duration(cell.get(f"{OFFICE}time-value", ""))
        return words_of(cell) if duration is None else duration
    text = cell.get(f"{OFFICE}string-value")
    return words_of(cell) if text is None else text


def _day(said: str) -> Value | None:
    """A date, or a moment where the time of the day is not midnight; None for what is neither."""
    try:
        moment = datetime.fromisoformat(said[:26].rstrip("Z"))
    except ValueError:
        return None
    return moment.date() if moment.time() == time() else moment


def _duration(said: str) -> Value | None:
    """The time of a day, or a duration of a day and more; None for what is neither."""
    parts = _DURATION.fullmatch(said)
    if not parts:
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in parts.groups()[1:5])
    try:
        length = timedelta(days, seconds, int((parts[6] or "0")[:6].ljust(6, "0")), 0, minutes, hours)
        midnight = datetime.combine(date(2000, 1, 1), time())
    except OverflowError:
        return None
    return -length if parts[1] else (midnight + length).time() if length < timedelta(1) else length


def words_of(cell: ElementTree.Element) -> str:
    """The text of a cell, its paragraphs joined by line breaks."""
    paragraphs = (one for one in cell if one.tag in (f"{TEXT}p", f"{TEXT}h"))
    return "\n".join("".join(_pieces(one)) for one in paragraphs)


def _pieces(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(int(child.get(f"{TEXT}c", "1")), 1000)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag not in UNSAID:
            yield from _pieces(child)
        yield child.tail or ""
