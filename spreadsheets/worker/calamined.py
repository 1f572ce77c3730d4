"""Read a workbook by calamine: any format that Excel has written since 1997."""

from collections.abc import Callable
from typing import BinaryIO

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from spreadsheets.worker import layout
from spreadsheets.worker.found import Allowed, Cells, Found, Name, Value
from spreadsheets.worker.number_formats import as_shown
from spreadsheets.worker.sheet_xml import Overlooked

WITHOUT_CELLS = (SheetTypeEnum.ChartSheet, SheetTypeEnum.DialogSheet, SheetTypeEnum.Vba)


class TooSparse(Exception):
    """The cells of a sheet lie so far apart that all the empty ones between cannot be held."""


def sheets(stream: BinaryIO, allowed: Allowed, overlooked: Callable[[str], Overlooked]) -> list[Found]:
    """The sheets, hidden ones too; ``overlooked`` tells by name what calamine left out of one.

    Raises TooSparse, Refused, CalamineError, PasswordError.
    """
    workbook = CalamineWorkbook.from_filelike(stream)
    found: list[Found] = []
    left = allowed.cells
    for number, about in enumerate(workbook.sheets_metadata):
        if about.typ in WITHOUT_CELLS:
            continue
        sheet = workbook.get_sheet_by_index(number)
        left -= sheet.height * sheet.width
        if left < 0:
            raise TooSparse
        first_row, first_column = sheet.start or (0, 0)
        rows: list[list[Value]] = sheet.to_python()
        hidden = about.visible is not SheetVisibleEnum.Visible
        found += put_right(
            Found(about.name, first_row, first_column, rows, unseen=hidden), overlooked(about.name), allowed
        )
    return found


def put_right(sheet: Found, overlooked: Overlooked, allowed: Allowed) -> list[Found]:
    """A sheet with what was overlooked, in blocks where that lies far away. Raises Refused."""
    rows, top, left = sheet.rows, sheet.first_row, sheet.first_column
    width = len(rows[0]) if rows else 0
    inside = all(top <= row < top + len(rows) and left <= column < left + width for row, column in overlooked.instead)
    if len(rows) > allowed.rows or not inside:
        return in_blocks(sheet.name, layout.cells_of(rows, top, left), overlooked, allowed, sheet.unseen)
    for (row, column), how in overlooked.shown.items():
        if 0 <= row - top < len(rows) and 0 <= column - left < width:
            rows[row - top][column - left] = as_shown(rows[row - top][column - left], how)
    for (row, column), value in overlooked.instead.items():
        rows[row - top][column - left] = value
    sheet.merged = overlooked.merged
    sheet.hidden_columns = sorted(one - left for one in overlooked.hidden_columns if 0 <= one - left < width)
    sheet.hidden = sorted(row - top for row in overlooked.hidden if 0 <= row - top < len(rows))
    return [sheet]


def in_blocks(name: Name, cells: Cells, overlooked: Overlooked, allowed: Allowed, unseen: bool = False) -> list[Found]:
    """The blocks of a sheet with what was overlooked. Raises Refused."""
    for (row, column), how in overlooked.shown.items():
        if column in cells.get(row, ()):
            cells[row][column] = as_shown(cells[row][column], how)
    for (row, column), value in overlooked.instead.items():
        cells.setdefault(row, {})[column] = value
    return layout.scattered(name, cells, allowed, overlooked.hidden, overlooked.merged, unseen)
