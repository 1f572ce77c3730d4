"""The cells of a table turned into exact values, each distinct cell once, with every fault noted at its cell."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from operator import itemgetter
from typing import Any

from monitoring.faults import CellProblem, Level, Said
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.columns import ACTIVITIES
from spreadsheets.filled_rows import blank, crossed, filled, nothing
from spreadsheets.lost_values import DAMAGED, LOST_LETTERS, is_error_word, lost_letters, there
from spreadsheets.steps import Steps
from spreadsheets.tables import Table, shown
from spreadsheets.workbook import Cell, Workbook

HUNDRED = Decimal(100)
COUNTED = ("percent", "number", "money")
OF_SEVERAL_ROWS = (
    Said(later("One cell stands here for several rows: nobody can tell what belongs to each.")),
    Said(later("Part the cell, and write into each row its own figure.")),
)
TO_HUNDRED = Said(later("Write a number from 0 to 100."))
# Signs without a width or that turn the direction of a text around: nobody sees them, and they hide what is said.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SHARE = re.compile(r"\s*0[.,]\d+\s*")
ONE = (1, "1", "1,0", "1.0", "1,00", "1.00")
_ALONE = {str, int, float, date, datetime}  # kinds of which no two are the same key with another meaning


class ReadTable:
    """The filled rows of a table, column by column.

    ``places``: where they stand in the sheet; every column has one value for each. ``problems``: faults by place.
    ``percent_known``, ``day_order``: see :class:`spreadsheets.workbook.Workbook`. ``silent_on``: the fields it has no
    column for. ``contradicted``: what was taken from rows, and is in doubt since another one says something else of
    the same. ``steps``: counts the columns and rows that were gone through.
    """

    def __init__(self, table: Table, workbook: Workbook, steps: Steps) -> None:
        self.table, self.steps = table, steps
        self.percent_known, self.day_order = workbook.percent_known, workbook.day_order
        self.problems: dict[int, list[CellProblem]] = {}
        self._refused: dict[int, set[str]] = {}
        self.contradicted: list[object] = []
        self.places = filled(table)
        self._rows = [table.sheet.rows[place] for place in self.places]
        self._refuse_figures_of_several_rows()
        for place, field in crossed(table, self.places).items():
            self.fault(place, field, typed.NONE_OF_THEM, typed.one_of(field))
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
                made[key] = empty if self.says_nothing(field, cell) else take(there(cell))
            except typed.Refused as said:
                made[key], refused[key] = empty, said
        if refused:
            for place, key in zip(self.places, keys, strict=True):
                if key in refused and place not in but:
                    self.fault(place, field, refused[key].what, refused[key].allowed)
        return [made[key] for key in keys]

    def fault(
        self, place: int, field: str, what: Said, allowed: Said, level: Level = "error", unread: bool = False
    ) -> None:
        """Note a fault at the cell of a field, once. ``unread``: nothing of this cell is read, so that it is told of a
        row, too, that would stay as it is.
        """
        if level == "error":
            self._refused.setdefault(place, set()).add(field)
        row = 0 if unread else self.table.sheet.first_row + place + 1
        problem = replace(self.table.problem(place, field, what, allowed, level), row=row)
        noted = self.problems.setdefault(place, [])
        if problem not in noted:
            noted.append(problem)

    def advise_otherwise(self, place: int, field: str, usual: Collection[Said], allowed: Said) -> None:
        """Say something else of what is allowed at the cell of a field, where it is what is ``usual`` for its kind."""
        noted = self.problems.get(place, [])
        cell = self.table.problem(place, field, allowed, allowed).cell
        noted[:] = [
            replace(one, allowed=allowed) if one.cell == cell and one.allowed in usual else one for one in noted
        ]

    def is_refused(self, place: int, fields: Iterable[str] | None = None) -> bool:
        """Whether a row has an error, and so cannot be saved; or whether one of some fields has."""
        if place not in self._refused:
            return False
        return fields is None or not self._refused[place].isdisjoint(fields)

    def refused_at(self, place: int) -> Set[str]:
        """The fields of a row that have an error."""
        return self._refused.get(place, frozenset())

    def texts(self, field: str) -> list[str]:
        """Words as they stand; a number or date in their place is kept as words."""
        self.steps.column()
        cells: list[Any] = self.cells(field)
        plain = set(map(type, cells)) == {str}
        together = "".join(cells) if plain else "".join(map(str, cells))
        if "?" in together:
            self._doubt_question_marks(field, cells)
        odd = not plain or DAMAGED in together
        # Nearly always all is printable, and begins with a letter or figure: nothing has to be told apart.
        if not odd and not (together.isprintable() and "".join([cell[:1] for cell in cells]).isalnum()):
            odd = any(
                typed.is_dash(cell) or is_error_word(cell) or _UNSEEN.search(cell)
                for cell in set(cells)
                if not cell[:1].isalnum() or not cell.isprintable()
            )
        return self.taken(field, _text, "") if odd else list(map(str.strip, cells))

    def _doubt_question_marks(self, field: str, cells: Sequence[Cell]) -> None:
        for place, cell in zip(self.places, cells, strict=True):
            if isinstance(cell, str) and "?" in cell and lost_letters(cell):
                self.fault(place, field, *LOST_LETTERS, "warning")

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
            if column is not None and self.table.sheet.rows[place][column] in _in_either_order(on)
        }

        def take(cell: Cell) -> date:
            return typed.day(typed.in_order(self.table.sheet.counting_days(cell), self.day_order), year_alone, year)

        found: list[date | None] = self.taken(field, take, but=same)
        return [same.get(place, on) for place, on in zip(self.places, found, strict=True)]

    def says_nothing(self, field: str, cell: Cell) -> bool:
        """Whether a cell of the column of a field is empty, or as good as that."""
        return isinstance(cell, str) and (blank(cell) or nothing(self.table, field, cell))

    @cached_property
    def _beside_shares(self) -> bool:
        """Whether shares such as 0.25 stand among the percents: 1 may then be all of it, and not a hundredth."""
        cells = self.cells("share" if self.table.form is ACTIVITIES else "value")
        return any(
            (type(cell) is float and 0 < cell < 1) or (type(cell) is str and _SHARE.fullmatch(cell)) for cell in cells
        )

    def percent(self, cell: Cell) -> Decimal:
        """A number from 0 to 100. Raises Refused."""
        if self._beside_shares and cell in ONE:
            raise typed.Refused(*typed.SHARE_OR_PERCENT)
        found = typed.number(cell, most=HUNDRED, percent=True, sure=self.percent_known)
        if not 0 <= found <= HUNDRED:
            what = later("This is below 0.") if found < 0 else later("This is more than 100 percent.")
            raise typed.Refused(Said(what), TO_HUNDRED)
        return found


def _in_either_order(on: date) -> tuple[str, ...]:
    return f"{on:%d/%m/%Y}", f"{on:%m/%d/%Y}", f"{on:%d-%m-%Y}", f"{on:%m-%d-%Y}"


def _text(cell: Cell) -> str:
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else _UNSEEN.sub("", shown(cell)).strip()
