"""The cells of one row of a plan turned into exact values, with every fault noted at its cell."""

from dataclasses import dataclass, field
from typing import Any

from monitoring.faults import CellProblem, Said
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.lost_values import LOST
from spreadsheets.plan.tables import PlanTable
from spreadsheets.plan.values import READ, Codes, empty, of_a_quarter
from spreadsheets.tables import shown
from spreadsheets.workbook import Lost

MISSING = Said(later("This is needed, and the cell is empty."))
FILL_IN = Said(later("Fill in the cell, or clear the whole row."))


@dataclass
class PlanCells:
    """One row while it is checked: where it stands, its values by field, and the faults found so far.

    ``values`` holds only what the sheet has a column for: what is not there says nothing. ``children``: the rows of
    other sheets that hang on this one; ``by_quarters``: its start or end was written as a quarter.
    """

    table: PlanTable
    row: int
    codes: Codes
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    children: list["PlanCells"] = field(default_factory=list)
    by_quarters: bool = False

    @property
    def faulty(self) -> bool:
        """Whether anything in the row has to be mended."""
        return any(problem.level == "error" for problem in self.problems)

    @property
    def place(self) -> str:
        """The first cell of the row."""
        first = self.table.columns.get(self.table.form.key[0], 0)
        return f"{self.table.sheet.name}!{self.table.sheet.address(self.row, first)}"

    def fault(self, name: str, what: Said, allowed: Said) -> None:
        """Note a fault at the cell of a field."""
        self.problems.append(self.table.problem(self.row, name, what, allowed))

    def warn(self, name: str, what: Said, allowed: Said) -> None:
        """Note at the cell of a field what somebody should look at and agree with."""
        self.problems.append(self.table.problem(self.row, name, what, allowed, "warning"))

    def read(self) -> "PlanCells":
        """Take over every cell of the row that can be understood."""
        for column in self.table.form.columns:
            if column.field not in self.table.columns:
                continue
            cell = self.table.sheet.rows[self.row][self.table.columns[column.field]]
            if not shown(cell).strip():
                if column.needed:
                    self.fault(column.field, MISSING, FILL_IN)
                else:
                    self.values[column.field] = empty(column)
                continue
            try:
                if isinstance(cell, Lost):
                    raise typed.Refused(*LOST)
                self.values[column.field] = READ[column.kind](self.codes, column, cell)
                self.by_quarters |= column.field in ("starts", "ends") and of_a_quarter(cell)
            except typed.Refused as refused:
                self.fault(column.field, refused.what, refused.allowed)
        if self.by_quarters and not self._filled("precision"):
            self.values["precision"] = "quarter"
        return self

    def _filled(self, name: str) -> bool:
        place = self.table.columns.get(name)
        return place is not None and bool(shown(self.table.sheet.rows[self.row][place]).strip())
