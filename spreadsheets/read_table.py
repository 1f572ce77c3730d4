"""The cells of a table turned into exact values, each distinct cell once, with every fault noted at its cell."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from operator import itemgetter
from typing import Any

from monitoring.faults import CellProblem, Level, Said
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.filled_rows import blank, filled, nothing
from spreadsheets.steps import Steps
from spreadsheets.tables import Table, shown
from spreadsheets.workbook import Cell, Lost, Workbook
from spreadsheets.worker.error_words import ERROR_WORDS

HUNDRED = Decimal(100)
LOST = (
    Said(later("The file holds no value here, but an error or a formula without its result.")),
    Said(later("Write the value itself, or open the file in Excel, save it and send it again.")),
)
DAMAGED = "\ufffd"
DAMAGED_TEXT = (
    Said(later("A letter of this cell was damaged on its way, and cannot be read.")),
    Said(later("Write the words again.")),
)
COUNTED = ("percent", "number", "money")
OF_SEVERAL_ROWS = (
    Said(later("One cell stands here for several rows: nobody can tell what belongs to each.")),
    Said(later("Part the cell, and write into each row its own figure.")),
)
SEVERAL_OF_ONE = (
    Said(later("One cell stands here for several rows, and each of them reports on the same.")),
    Said(later("Part the cell, and write into each row what it is about; or keep one of the rows.")),
)
NOT_NEGATIVE = Said(later("Write 0 or more."))
TO_HUNDRED = Said(later("Write a number from 0 to 100."))
# Signs without a width or that turn the direction of a text around: nobody sees them, and they hide what is said.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
ONE = (1, "1", "1,0", "1.0", "1,00", "1.00")
_ALONE = {str, int, float, date, datetime}  # kinds of which no two are the same key with another meaning


class ReadTable:
    """The filled rows of a table, column by column.

    ``places``: where they stand in the sheet; every column has one value for each. ``problems``: faults by place.
    ``percent_known``, ``day_order``: see :class:`spreadsheets.workbook.Workbook`. ``silent_on``: the fields it has no
    column for. ``steps``: counts the columns and rows that were gone through.
    """

    def __init__(self, table: Table, workbook: Workbook, steps: Steps) -> None:
        self.table, self.steps = table, steps
        self.percent_known, self.day_order = workbook.percent_known, workbook.day_order
        self.problems: dict[int, list[CellProblem]] = {}
        self._refused: dict[int, set[str]] = {}
        self.places = filled(table)
        self._rows = [table.sheet.rows[place] for place in self.places]
        self._refuse_figures_of_several_rows()
        self.silent_on = frozenset(one.field for one in table.form.fill if one.field not in table.columns)

    def _refuse_figures_of_several_rows(self) -> None:
        """One figure in a cell over several rows may be that of each of them, or of all together."""
        merged, columns = self.table.sheet.merged, self.table.columns
        kinds = self.table.form.kinds
        figures = {columns[name]: name for name in kinds if name in columns and kinds[name] in COUNTED}
        for (row, column), first in merged.items():
            if column in figures and row in self.table.places and first in self.table.places:
                for place in (first, row):
                    self.fault(place, figures[column], *OF_SEVERAL_ROWS)

    def cells(self, field: str) -> list[Cell]:
        """What stands in the column of a field; empty texts where there is no such column."""
        column = self.table.columns.get(field)
        if column is None:
            return [""] * len(self.places)
        return list(map(itemgetter(column), self._rows))

    def taken(self, field: str, take: Callable[[Cell], Any], empty: Any = None, but: Collection[int] = ()) -> list[Any]:
        """What ``take`` makes of each cell; ``empty`` for an empty or a faulty one. ``take`` raises Refused.

        Faults in the places of ``but`` are none.
        """
        self.steps.column()
        keys: list[Any] = self.cells(field)
        if not _ALONE.issuperset(map(type, keys)):  # 1 and True are one key, and so are a text and a lost one
            keys = [(type(cell), cell) for cell in keys]
        made: dict[Any, Any] = {}
        refused: dict[Any, typed.Refused] = {}
        for key in dict.fromkeys(keys):
            cell = key[1] if isinstance(key, tuple) else key
            try:
                made[key] = empty if self.says_nothing(field, cell) else take(_there(cell))
            except typed.Refused as said:
                made[key], refused[key] = empty, said
        if refused:
            for place, key in zip(self.places, keys, strict=True):
                if key in refused and place not in but:
                    self.fault(place, field, refused[key].what, refused[key].allowed)
        return [made[key] for key in keys]

    def fault(self, place: int, field: str, what: Said, allowed: Said, level: Level = "error") -> None:
        """Note a fault at the cell of a field, once."""
        if level == "error":
            self._refused.setdefault(place, set()).add(field)
        row = self.table.sheet.first_row + place + 1
        problem = replace(self.table.problem(place, field, what, allowed, level), row=row)
        noted = self.problems.setdefault(place, [])
        if problem not in noted:
            noted.append(problem)

    def is_refused(self, place: int, fields: Iterable[str] | None = None) -> bool:
        """Whether a row has an error, and so cannot be saved; or whether one of some fields has."""
        if place not in self._refused:
            return False
        return fields is None or not self._refused[place].isdisjoint(fields)

    def texts(self, field: str) -> list[str]:
        """Words as they stand; a number or date in their place is kept as words."""
        self.steps.column()
        cells: list[Any] = self.cells(field)
        odd = set(map(type, cells)) != {str} or any(
            typed.is_dash(cell) or _is_error_word(cell) or _UNSEEN.search(cell)
            for cell in set(cells)
            if not cell[:1].isalnum() or not cell.isprintable()
        )
        odd = odd or DAMAGED in "".join(cells)
        # Nearly always nothing has to be told apart.
        return self.taken(field, _text, "") if odd else [cell.strip() for cell in cells]

    def choices(self, field: str) -> list[Any]:
        """The keys of words to choose from."""
        return self.taken(field, lambda cell: typed.choice(field, cell))

    def days(
        self, field: str, year_alone: bool = False, year: int | None = None, known: Sequence[date | None] = ()
    ) -> list[date | None]:
        """Dates; ``year`` is meant where none is written. ``known``: the day that was in each cell before.

        03/04/2025 may be either of two days, but where the form said one of them before, it is that one: a program
        that saves a table as text writes dates so.
        """
        before = {place: on for place, on in zip(self.places, known, strict=False) if on is not None}
        column = self.table.columns.get(field)
        same = {
            place: on
            for place, on in before.items()
            if column is not None and self.table.sheet.rows[place][column] in _with_strokes(on)
        }

        def take(cell: Cell) -> date:
            return typed.day(typed.in_order(cell, self.day_order), year_alone, year)

        found: list[date | None] = self.taken(field, take, but=same)
        return [same.get(place, on) for place, on in zip(self.places, found, strict=True)]

    def says_nothing(self, field: str, cell: Cell) -> bool:
        """Whether a cell of the column of a field is empty, or as good as that."""
        return isinstance(cell, str) and (blank(cell) or nothing(self.table, field, cell))

    @cached_property
    def _beside_shares(self) -> bool:
        """Whether shares such as 0.25 stand among the percents: 1 may then be all of it, and not a hundredth."""
        return any(type(cell) is float and 0 < cell < 1 for cell in self.cells("share"))

    def percent(self, cell: Cell) -> Decimal:
        """A number from 0 to 100. Raises Refused."""
        if self._beside_shares and cell in ONE:
            raise typed.Refused(*typed.SHARE_OR_PERCENT)
        found = typed.number(cell, most=HUNDRED, percent=True, sure=self.percent_known)
        if not 0 <= found <= HUNDRED:
            what = later("This is below 0.") if found < 0 else later("This is more than 100 percent.")
            raise typed.Refused(Said(what), TO_HUNDRED)
        return found


# Where a key was first seen in a file: the same row twice contradicts itself, on one sheet or on two.
Seen = dict[Hashable, tuple[ReadTable, int]]


def _where(read: ReadTable, place: int) -> str:
    """The sheet and cell that say what a row is about."""
    table = read.table
    column = table.columns[table.identity]
    return f"{table.sheet.name}!{table.sheet.address(table.sheet.merged.get((place, column), place), column)}"


class ReadRow:
    """One row of a :class:`ReadTable`."""

    __slots__ = ("number", "place", "read")

    def __init__(self, read: ReadTable, number: int) -> None:
        self.read, self.number, self.place = read, number, read.places[number]

    def fault(self, field: str, what: Said, allowed: Said, level: Level = "error") -> None:
        """Note a fault at the cell of a field."""
        self.read.fault(self.place, field, what, allowed, level)

    def given(self, field: str) -> bool:
        """Whether something stands in the cell of a field."""
        return not self.read.says_nothing(field, self._cell(field))

    @property
    def line(self) -> int:
        """Where the row stands in its sheet, from 1."""
        return self.read.table.sheet.first_row + self.place + 1

    def any_number(self, field: str) -> Decimal | None:
        """Any number; None for an empty or a faulty cell."""
        found: Decimal | None = self.taken(field, typed.number)
        return found

    def amount(self, field: str) -> Decimal | None:
        """A number of 0 or more; None for an empty or a faulty cell."""
        found: Decimal | None = self.taken(field, lambda cell: not_negative(typed.number(cell)))
        return found

    def percent(self, field: str) -> Decimal | None:
        """A number from 0 to 100; None for an empty or a faulty cell."""
        found: Decimal | None = self.taken(field, self.read.percent)
        return found

    def uses(self, columns: Collection[int]) -> bool:
        """Whether something stands in one of some columns of the row."""
        cells = self.read.table.sheet.rows[self.place]
        return any(cells[column] != "" for column in columns)

    def may_be_saved(self, seen: Seen, about: Hashable, twice: Callable[[str], Said]) -> bool:
        """Whether the row has no error, and none before it in ``seen`` says something of the same.

        ``twice``: what is wrong otherwise, made from the cell where the other one stands.
        """
        own = (self.read, self.place)
        first = seen.setdefault(about, own)
        if first is not own and _where(*first) == _where(*own):
            self.fault(self.read.table.identity, *SEVERAL_OF_ONE)
        elif first is not own:
            self.fault(self.read.table.identity, twice(_where(*first)), Said(later("Keep one of the two rows.")))
        return not self.read.is_refused(self.place)

    def _cell(self, field: str) -> Cell:
        column = self.read.table.columns.get(field)
        return "" if column is None else self.read.table.sheet.rows[self.place][column]

    def taken(self, field: str, take: Callable[[Cell], Any]) -> Any:
        """What ``take`` makes of the cell of a field; None for an empty or a faulty one. ``take`` raises Refused."""
        cell = self._cell(field)
        try:
            return take(_there(cell)) if self.given(field) else None
        except typed.Refused as said:
            self.fault(field, said.what, said.allowed)
            return None


def not_negative(found: Decimal) -> Decimal:
    """The number itself. Raises Refused for one below 0."""
    if found < 0:
        raise typed.Refused(Said(later("This is below 0.")), NOT_NEGATIVE)
    return found


def _is_error_word(cell: Cell) -> bool:
    """Whether an error of a spreadsheet stands in a cell as text: so it is after copying, and in a marked copy."""
    return isinstance(cell, str) and cell[:1] == "#" and cell.strip().upper() in ERROR_WORDS


def _there(cell: Cell) -> Cell:
    if isinstance(cell, Lost) or _is_error_word(cell):
        raise typed.Refused(*LOST)
    if isinstance(cell, str) and DAMAGED in cell:
        raise typed.Refused(*DAMAGED_TEXT)
    return cell


def _with_strokes(on: date) -> tuple[str, str]:
    return f"{on:%d/%m/%Y}", f"{on:%m/%d/%Y}"


def _text(cell: Cell) -> str:
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else _UNSEEN.sub("", shown(cell)).strip()
