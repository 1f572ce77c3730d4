"""Which rows of a file hold an error, and what has to stand above them so that they can be sent alone."""

from monitoring.mapping import ColumnMapping
from monitoring.upload import Checked
from spreadsheets.tables import find
from spreadsheets.workbook import Workbook

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def faulty_rows(workbook: Workbook, checked: Checked, mapping: ColumnMapping | None) -> dict[str, list[int]]:
    """The rows of each sheet, from 1, that hold an error, with those of the titles and the header above them."""
    found: dict[str, list[int]] = {}
    for table in find(workbook, mapping):
        sheet = table.sheet
        first = sheet.first_row + table.header + 2
        faulty = {_line(one.cell) for one in checked.errors if one.sheet == sheet.name and one.cell}
        below = {line for line in faulty if line >= first}
        if below:
            above = range(sheet.first_row + 1, first)
            found[sheet.name] = sorted({*found.get(sheet.name, ()), *above, *below})
    return found


def _line(cell: str) -> int:
    return int(cell.lstrip(LETTERS))
