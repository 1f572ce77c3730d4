"""The cells of one row turned into exact values, with every fault noted at its cell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring.language import later
from monitoring.upload import CellProblem, Said
from spreadsheets import typed
from spreadsheets.tables import Table, shown
from spreadsheets.workbook import Cell, Lost

HUNDRED = Decimal(100)
# Where a key was first seen in a file: the same row twice contradicts itself, on one sheet or on two.
Seen = dict[tuple[str, ...], str]
LOST = (
    Said(later("The file holds no value here, but an error or a formula without its result.")),
    Said(later("Write the value itself, or open the file in Excel, save it and send it again.")),
)
NOT_NEGATIVE = Said(later("Write 0 or more."))
TO_HUNDRED = Said(later("Write a number from 0 to 100."))


@dataclass
class RowValues:
    """One row while it is checked: the cells that are filled in, and the faults found so far."""

    table: Table
    row: int
    filled: dict[str, Cell]
    problems: list[CellProblem] = field(default_factory=list)

    @property
    def code(self) -> str:
        """What stands in the column of codes."""
        place = self.table.columns[self.table.form.plan[0].field]
        return shown(self.table.sheet.rows[self.row][place]).strip()

    def fault(self, name: str, what: Said, allowed: Said) -> None:
        """Note a fault at the cell of a field."""
        self.problems.append(self.table.problem(self.row, name, what, allowed))

    def _taken(self, name: str, take: Callable[[Cell], Any]) -> Any:
        """What ``take`` makes of a cell; None for an empty or a faulty one."""
        if name not in self.filled:
            return None
        try:
            if isinstance(self.filled[name], Lost):
                raise typed.Refused(*LOST)
            return take(self.filled[name])
        except typed.Refused as refused:
            self.fault(name, refused.what, refused.allowed)
            return None

    def text(self, name: str) -> str:
        """Words as they stand; a number or date in their place is kept as words."""
        value = self.filled.get(name, "")
        if isinstance(value, Lost):
            self.fault(name, *LOST)
            return ""
        return f"{value:%d.%m.%Y}" if isinstance(value, date) else shown(value).strip()

    def choice(self, name: str) -> Any:
        """The key of a word to choose from."""
        return self._taken(name, lambda value: typed.choice(name, value))

    def day(self, name: str, year_alone: bool = False) -> date | None:
        """A date."""
        found: date | None = self._taken(name, lambda value: typed.day(value, year_alone))
        return found

    def number(self, name: str) -> Decimal | None:
        """Any number."""
        found: Decimal | None = self._taken(name, typed.number)
        return found

    def amount(self, name: str) -> Decimal | None:
        """A number of 0 or more."""
        found = self.number(name)
        if found is not None and found < 0:
            self.fault(name, Said(later("This is below 0.")), NOT_NEGATIVE)
            return None
        return found

    def percent(self, name: str) -> Decimal | None:
        """A number from 0 to 100, with or without a percent sign."""
        found: Decimal | None = self._taken(name, lambda value: typed.number(value, most=HUNDRED, percent=True))
        if found is not None and not 0 <= found <= HUNDRED:
            what = later("This is below 0.") if found < 0 else later("This is more than 100 percent.")
            self.fault(name, Said(what), TO_HUNDRED)
            return None
        return found


def filled_rows(table: Table) -> list[RowValues]:
    """The rows in which something is filled in besides what the form fills in beforehand."""
    fields = [
        (column.field, table.columns[column.field]) for column in table.form.fill if column.field in table.columns
    ]
    found = []
    for number, row in table.rows():
        filled = {name: row[place] for name, place in fields if row[place] != ""}
        filled = {name: value for name, value in filled.items() if not isinstance(value, str) or value.strip()}
        if not table.form.untouched.issuperset(filled):
            found.append(RowValues(table, number, filled))
    return found
