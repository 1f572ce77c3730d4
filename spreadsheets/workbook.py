"""A workbook as plain cells, each with the address that its sender sees."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from spreadsheets.worker.layout import column_letters

YEARS_BETWEEN = 1_462  # days from the one first day to the other
DAYS_AT_LEAST = 10_000  # below are numbers of years and counts
Cell = str | int | float | bool | date | datetime | time | timedelta


class Lost(str):
    """What a sender sees in a cell whose value is not in the file: an error, or a formula without its result."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: ``rows`` begin at ``first_row`` and ``first_column`` (from 0); an empty cell is an empty text.

    ``hidden``, ``hidden_columns``: the places in ``rows`` of what the sender does not see; ``unseen``: the whole sheet
    is hidden.
    ``since_1904``: whether its workbook counts days from that year.
    ``merged``: by row and column, the cells that belong to one above them, and its row: they hold the value of it.
    """

    name: str
    first_row: int = 0
    first_column: int = 0
    rows: list[list[Cell]] = field(default_factory=list)
    hidden: frozenset[int] = frozenset()
    merged: Mapping[tuple[int, int], int] = field(default_factory=dict)
    unseen: bool = False
    since_1904: bool = False
    hidden_columns: frozenset[int] = frozenset()

    def address(self, row: int, column: int) -> str:
        """The address of a cell of ``rows``, such as D7."""
        return f"{column_letters(self.first_column + column)}{self.first_row + row + 1}"

    def counting_days(self, cell: Cell) -> Cell:
        """A cell with a number of days as it would be where they are counted from 1900, as mostly."""
        if self.since_1904 and isinstance(cell, int | float) and not isinstance(cell, bool) and cell > DAYS_AT_LEAST:
            return cell + YEARS_BETWEEN
        return cell


DayOrder = Literal["", "day first", "month first"]


@dataclass(frozen=True)
class Workbook:
    """A file that was read: its name, and its sheets in their order, hidden ones too.

    ``percent_known``: whether a number shown as percent was told from another, and written with its sign.
    ``day_order``: whether 3 or 4 is the day in 03/04/2025, as somebody said of this file.
    """

    name: str
    sheets: tuple[Sheet, ...]
    percent_known: bool = True
    day_order: DayOrder = ""
