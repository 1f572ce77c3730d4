"""What the process that marks workbooks is asked to do, as plain data."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from spreadsheets.columns import SHEETS
from spreadsheets.form_limits import LISTS
from spreadsheets.marker import SHEET as MARKER
from spreadsheets.marking.fault_list import Faults
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.workbook import Cell, Sheet

State = Literal["visible", "hidden", "very hidden"]
HIDDEN: dict[str, State] = {MARKER: "very hidden", LISTS: "hidden"}
NO_HEADER = -1
_ROWS_AT_ONCE = 2_000
_SEARCHED_ROWS = 100
_HEADER_WORDS = 3
_NARROWEST, _WIDEST = 9, 44


@dataclass(frozen=True)
class OwnWorkbook:
    """Mark the sender's own file."""

    content: bytes = field(repr=False)
    with_macros: bool
    faults: Faults


@dataclass(frozen=True)
class NewSheet:
    """One sheet of a new workbook; its rows follow in pieces. ``header``: the place of the form's header, if known."""

    name: str
    first_row: int
    first_column: int
    state: State
    header: int
    widths: tuple[int, ...]


@dataclass(frozen=True)
class NewWorkbook:
    """Write a new workbook with the cells of another one, marked."""

    sheets: tuple[NewSheet, ...]
    faults: Faults


def new_sheet(sheet: Sheet, name: str) -> NewSheet:
    """How a sheet that was read is written anew, under a name that Excel takes."""
    state: State = HIDDEN.get(sheet.name, "visible")
    header = NO_HEADER if state != "visible" else _header(sheet)
    return NewSheet(name, sheet.first_row, sheet.first_column, state, header, _widths(sheet.rows[max(0, header) :]))


def pieces(sheet: Sheet) -> Iterator[list[list[Cell]]]:
    """The rows of a sheet, some at a time: the process that writes them need not hold them all."""
    for start in range(0, len(sheet.rows), _ROWS_AT_ONCE):
        yield sheet.rows[start : start + _ROWS_AT_ONCE]


def _header(sheet: Sheet) -> int:
    known = frozenset[str]().union(*(in_every_language(column.header) for form in SHEETS for column in form.columns))
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        if sum(isinstance(cell, str) and plain(cell) in known for cell in row if cell) >= _HEADER_WORDS:
            return number
    return NO_HEADER


def _widths(rows: list[list[Cell]]) -> tuple[int, ...]:
    """Widths that show most of what stands in the columns, in letters."""
    top = rows[:_SEARCHED_ROWS]
    columns = max((len(row) for row in top), default=0)
    longest = [max(len(str(row[place])) for row in top if place < len(row)) for place in range(columns)]
    return tuple(min(_WIDEST, max(_NARROWEST, letters + 2)) for letters in longest)
