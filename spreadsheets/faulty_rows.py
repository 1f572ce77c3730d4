"""Which rows of a file hold an error, and what has to stand above them so that they can be sent alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from monitoring.mapping import ColumnMapping
from monitoring.upload import Checked
from spreadsheets.finding_tables import tables_in
from spreadsheets.tables import Table, shown
from spreadsheets.workbook import Workbook

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class FaultyRow:
    """A row that holds an error: its sheet, its line from 1, and the code or title that it begins with."""

    sheet: str
    row: int
    about: str


def with_their_header(workbook: Workbook, checked: Checked, mapping: ColumnMapping | None) -> dict[str, list[int]]:
    """The rows of each sheet, from 1, that hold an error, with those of the titles and the header above them."""
    found: dict[str, list[int]] = {}
    for table, below in _faulty(workbook, checked, mapping):
        name, first = table.sheet.name, _first_line(table)
        above = range(table.sheet.first_row + table.begin + 1, first)
        found[name] = sorted({*found.get(name, ()), *above, *below})
    return found


def listed(workbook: Workbook, checked: Checked, mapping: ColumnMapping | None) -> list[FaultyRow]:
    """The rows that hold an error, each once, in the order of the file."""
    found = {}
    for table, lines in _faulty(workbook, checked, mapping):
        column = table.columns[table.identity]
        for line in sorted(lines):
            about = shown(table.sheet.rows[line - table.sheet.first_row - 1][column]).strip()
            found[table.sheet.name, line] = FaultyRow(table.sheet.name, line, about)
    return list(found.values())


def _faulty(workbook: Workbook, checked: Checked, mapping: ColumnMapping | None) -> Iterator[tuple[Table, set[int]]]:
    """The tables with faulty rows, and the lines of these, from 1."""
    if not checked.errors:
        return
    for table in tables_in(workbook, mapping):
        cells = {one.cell for one in checked.errors if one.sheet == table.sheet.name and one.cell}
        lines = {int(cell.lstrip(LETTERS)) for cell in cells}
        below = {line for line in lines if line - table.sheet.first_row - 1 in table.places}
        if below:
            yield table, below


def _first_line(table: Table) -> int:
    return table.sheet.first_row + table.header + 2
