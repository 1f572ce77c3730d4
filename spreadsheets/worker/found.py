"""What the reading process finds in a file, and why it may refuse one."""

import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

READ, NOT_A_WORKBOOK, LOCKED, TOO_DEMANDING, TOO_LONG = "read", "not a workbook", "locked", "too demanding", "too long"
SWOLLEN = "swollen"  # packed so tightly that it may be a trap
PICTURE, PDF, XML_2003, NO_TABLES = "picture", "pdf", "xml 2003", "no tables"

# What reading a damaged file may raise.
BROKEN = (zipfile.BadZipFile, zlib.error, ParseError, LookupError, ValueError, OSError, EOFError, NotImplementedError)


class Gone(str):
    """What a sender sees in a cell whose value is not in the file: an error, or a formula without its result."""


Value = str | int | float | bool | date | datetime | time | timedelta
Name = str | int | None  # of a sheet: None where the file has none for it, a number for one of its tables
Merged = tuple[int, int, int]  # a cell over several rows: its row, its column and its last row
Cells = dict[int, dict[int, Value]]  # by row, then by column, both from 0; empty cells are left out


class Refused(Exception):
    """A file that is not read: one of the words above, and the values of its message."""

    def __init__(self, word: str, **values: Any) -> None:
        super().__init__(word)
        self.word, self.values = word, values


@dataclass(frozen=True)
class Allowed:
    """What a file may hold: bytes unzipped, cells in all, and rows in one sheet."""

    unzipped: int
    cells: int
    rows: int


@dataclass
class Found:
    """One sheet, or one block of a sheet whose cells lie far apart.

    ``rows`` are equally long and begin at ``first_row`` and ``first_column`` (from 0); ``hidden`` and
    ``hidden_columns`` are places in them.
    ``merged`` are places in the sheet, from 0. ``unseen``: a hidden sheet.
    ``since_1904``: whether days are counted from that year.
    """

    name: Name
    first_row: int = 0
    first_column: int = 0
    rows: list[list[Value]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    unseen: bool = False
    hidden_columns: list[int] = field(default_factory=list)
    since_1904: bool = False
