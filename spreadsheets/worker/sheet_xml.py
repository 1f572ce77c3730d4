"""What is in the XML of a sheet and not in what calamine gives: formats, errors, formulas without a result,
hidden rows. Each is looked for quickly, and read only where it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from html import unescape

from spreadsheets.worker.found import Gone, Merged, Value

FEW = 20  # so many styles are looked for by name
_REFERENCE = re.compile(rb"""\sr=["']([A-Za-z]+)(\d+)["']""")
_ROW_NUMBER = re.compile(rb"""\sr=["'](\d+)["']""")
_UNSEEN = re.compile(rb"""\s(?:hidden=["'](?:1|true)["']|ht=["']0(?:\.0+)?["'])""")
_JUST_BEFORE = re.compile(rb'[ ]r="([A-Z]{1,3})(\d{1,7})" \Z')
_STYLE = re.compile(rb"""\ss=["'](\d+)["']""")
_KIND = re.compile(rb"""\st=["'](\w+)["']""")
_MERGED = re.compile(rb"""mergeCell\s+ref=["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})["']""")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_UNSEEN_COLUMN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
MOST_COLUMNS = 16_384
_ROOT = re.compile(rb"<(?:(\w+):)?worksheet[\s>]")


@dataclass
class Overlooked:
    """What calamine does not tell of a sheet: by row and column, from 0. ``shown``: as :mod:`number_formats` says."""

    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    instead: dict[tuple[int, int], Value] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)


class SheetXml:
    """The XML of one sheet, in bytes."""

    def __init__(self, xml: bytes) -> None:
        root = _ROOT.search(xml)
        self.prefix = root[1] + b":" if root and root[1] else b""
        begin, end = xml.find(b"<" + self.prefix + b"sheetData"), xml.rfind(b"</" + self.prefix + b"sheetData")
        self._xml, self._begin, self._end = xml, max(0, begin), max(0, end)
        self.head = xml[: self._begin]

    def overlooked(self, styles: Mapping[bytes, str]) -> Overlooked:
        """All that has to be put right; ``styles``: how the cells of some styles show their value."""
        shown, instead = dict(self._shown(styles)), dict(self._instead())
        return Overlooked(shown, instead, set(self._hidden()), list(self._merged()), set(self._hidden_columns()))

    def tags(self, name: bytes, attributes: bytes = rb"[^>]*", inside: bytes = b"") -> Iterator[re.Match[bytes]]:
        """The tags of a name, each with its attributes as the first group."""
        pattern = rb"<%s%s(?=[\s>/])(%s)>%s" % (self.prefix, name, attributes, inside)
        return re.compile(pattern, re.DOTALL).finditer(self._xml, self._begin, self._end)

    def _holds(self, sign: bytes) -> bool:
        """Whether the rows hold a sign: a pattern is found faster than a text, if it begins with letters."""
        return re.compile(sign).search(self._xml, self._begin, self._end) is not None

    def place(self, start: int, attributes: bytes) -> tuple[int, int]:
        """Row and column, from 0, of the cell that starts there; one that does not say it follows the one before."""
        said = _REFERENCE.search(attributes)
        return (int(said[2]) - 1, column_of(said[1])) if said else self._counted.get(start, (-1, -1))

    def row(self, row: re.Match[bytes]) -> int:
        """The number of a row, from 0."""
        said = _ROW_NUMBER.search(row[1])
        return int(said[1]) - 1 if said else self._counted.get(row.start(), (-1, -1))[0]

    @cached_property
    def _counted(self) -> dict[int, tuple[int, int]]:
        """The place of each row and cell by where its tag begins, counted one after the other."""
        found = {}
        row = column = -1
        for tag in self.tags(rb"(row|c)"):
            if tag[1] == b"row":
                said = _ROW_NUMBER.search(tag[2])
                row, column = int(said[1]) - 1 if said else row + 1, -1
            else:
                place = _REFERENCE.search(tag[2])
                row, column = (int(place[2]) - 1, column_of(place[1])) if place else (row, column + 1)
            found[tag.start()] = (row, column)
        return found

    def _cells_with(self, sign: bytes, in_tag: bool) -> Iterator[tuple[int, bytes, bytes]]:
        """The cells that hold a sign in their tag, or inside: where each starts, its attributes and what is inside.

        From each sign it looks back for the cell, which is faster than to look into every cell.
        """
        opening, closing = b"<%sc" % self.prefix, b"</%sc" % self.prefix
        for found in re.compile(sign).finditer(self._xml, self._begin, self._end):
            start = self._xml.rfind(opening, self._begin, found.start())
            end = self._xml.find(b">", start)
            attributes = self._xml[start + len(opening) : end]
            if start >= 0 and (found.start() < end) is in_tag:
                inside = self._xml[end + 1 : self._xml.find(closing, end)] if not attributes.endswith(b"/") else b""
                yield start, attributes, inside

    def _shown(self, styles: Mapping[bytes, str]) -> Iterator[tuple[tuple[int, int], str]]:
        if not styles:
            return
        sign = rb"""s=["'](%s)["']""" % (b"|".join(styles) if len(styles) <= FEW else rb"\d+")
        if len(styles) <= FEW:  # nearly always the place stands just before the style
            places = [
                (_JUST_BEFORE.search(self._xml, max(0, found.start() - 16), found.start()), found[1])
                for found in re.compile(sign).finditer(self._xml, self._begin, self._end)
            ]
            if all(place for place, _ in places):
                yield from (((int(one[2]) - 1, column_of(one[1])), styles[style]) for one, style in places if one)
                return
        for start, attributes, _ in self._cells_with(sign, in_tag=True):
            style = _STYLE.search(attributes)
            if style and style[1] in styles:
                yield self.place(start, attributes), styles[style[1]]

    def _hidden(self) -> Iterator[int]:
        if self._holds(rb"hidden=[\"']") or self._holds(rb"ht=[\"']0"):
            for row in self.tags(b"row"):
                if _UNSEEN.search(row[1]):
                    yield self.row(row)

    def _hidden_columns(self) -> Iterator[int]:
        for found in _COLUMNS.finditer(self.head):
            first, last = (re.search(rb'%s=["\'](\d+)["\']' % name, found[0]) for name in (b"min", b"max"))
            if first and last and _UNSEEN_COLUMN.search(found[0]):
                yield from range(int(first[1]) - 1, min(int(last[1]), MOST_COLUMNS))

    def _merged(self) -> Iterator[Merged]:
        for found in _MERGED.finditer(self._xml, self._end):
            if int(found[3]) > int(found[2]):
                yield int(found[2]) - 1, column_of(found[1]), int(found[3]) - 1

    def _instead(self) -> Iterator[tuple[tuple[int, int], Value]]:
        # A formula, unless a result follows at once; an error; a moment in words.
        formula = rb"<%(p)sf(?:\s[^>]*)?(?:/>|>[^<]*</%(p)sf>)(?!<%(p)sv>[^<\s])" % {b"p": self.prefix}
        for sign, in_tag in ((formula, False), (rb"t=[\"'][ed][\"']", True)):
            for start, attributes, inside in self._cells_with(sign, in_tag):
                value = self._lost(attributes, inside) or _moment(attributes, inside)
                if value:
                    yield self.place(start, attributes), value

    def _lost(self, attributes: bytes, inside: bytes) -> Gone | None:
        """What stands in a cell that holds no value; None for any other cell.

        A formula whose result is an empty text is an empty cell: it says that its result is a text.
        """
        kind, formula, value = _KIND.search(attributes), self._inside(b"f", inside), self._inside(b"v", inside)
        result = value.strip() if value else b""
        if kind and kind[1] == b"e":
            return Gone(unescape(result.decode("utf-8", "replace")) or "#N/A")
        if formula is None or result or (kind and kind[1] == b"str" and value is not None):
            return None
        return Gone("=" + unescape(formula.decode("utf-8", "replace")))

    def _inside(self, name: bytes, cell: bytes) -> bytes | None:
        """What an element of a cell holds; None where there is no such element."""
        name = self.prefix + name
        found = re.search(rb"<%s(?:\s[^>]*?)?(?:/>|>(.*?)</%s\s*>)" % (name, name), cell, re.DOTALL)
        return (found[1] or b"") if found else None


def _moment(attributes: bytes, inside: bytes) -> datetime | None:
    """A moment in a form that calamine leaves as text: with parts of a second, or a zone, which is left out."""
    kind = _KIND.search(attributes)
    said = re.search(rb">(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?<", inside)
    if kind and kind[1] == b"d" and said and (said[2] or b"." in said[1]):
        try:
            return datetime.fromisoformat(said[1][:26].decode())
        except ValueError:
            return None
    return None


@lru_cache(maxsize=20_000)
def column_of(letters: bytes) -> int:
    """The number of a column, from 0, by the letters above it."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return column - 1
