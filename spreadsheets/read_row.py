"""One row of a table that was read: its faults, its cells, and whether it may be saved."""

from collections.abc import Callable, Collection, Hashable
from decimal import Decimal
from typing import Any

from monitoring.faults import Level, Said
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.lost_values import there
from spreadsheets.read_table import ReadTable
from spreadsheets.workbook import Cell

SEVERAL_OF_ONE = (
    Said(later("One cell stands here for several rows, and each of them reports on the same.")),
    Said(later("Part the cell, and write into each row what it is about; or keep one of the rows.")),
)
NOT_NEGATIVE = Said(later("Write 0 or more."))

# Where a key was first seen in a file: the same row twice contradicts itself, on one sheet or on two.
Seen = dict[Hashable, tuple[ReadTable, int, object]]
TAKEN_ONCE = Said(later("Leave it: both say the same, and it is taken once."))
KEEP_ONE = Said(later("Keep one of the two rows."))


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
        return not self.read.says_nothing(field, self.cell(field))

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

    def may_be_saved(self, seen: Seen, about: Hashable, says: object, twice: Callable[[str], Said]) -> bool:
        """Whether the row has no error, and none before it in ``seen`` says something of the same.

        ``says``: what the row says; where the one before says something else, that is a fault of both, since nobody can
        tell which is right, and where it says the same, it is enough. ``twice``: what is wrong then, made from the cell
        where the other one stands.
        """
        own = (self.read, self.place, says)
        first = seen.setdefault(about, own)
        if first is not own and _where(*first[:2]) == _where(*own[:2]):
            self.fault(self.read.table.identity, *SEVERAL_OF_ONE)
        elif first is not own:
            read, place, said = first
            if said == says:
                self.fault(self.read.table.identity, twice(_where(*first[:2])), TAKEN_ONCE, "warning")
                return False
            self.fault(self.read.table.identity, twice(_where(*first[:2])), KEEP_ONE)
            read.fault(place, read.table.identity, twice(_where(*own[:2])), KEEP_ONE)
            read.contradicted.append(said)
        return not self.read.is_refused(self.place)

    def cell(self, field: str) -> Cell:
        """What stands in the column of a field; an empty text where there is no such column."""
        column = self.read.table.columns.get(field)
        return "" if column is None else self.read.table.sheet.rows[self.place][column]

    def taken(self, field: str, take: Callable[[Cell], Any]) -> Any:
        """What ``take`` makes of the cell of a field; None for an empty or a faulty one. ``take`` raises Refused."""
        cell = self.cell(field)
        try:
            return take(there(cell)) if self.given(field) else None
        except typed.Refused as said:
            self.fault(field, said.what, said.allowed)
            return None


def not_negative(found: Decimal) -> Decimal:
    """The number itself. Raises Refused for one below 0."""
    if found < 0:
        raise typed.Refused(Said(later("This is below 0.")), NOT_NEGATIVE)
    return found
