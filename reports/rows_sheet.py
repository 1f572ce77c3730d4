"""A worksheet that keeps the rows of its table as columns, and writes them when the file is written.

XlsxWriter keeps an object for each cell of a sheet with a real table: two million cells take half a gigabyte and a
quarter of a minute. Here each column is written in one go, a thousand rows at a time, so that both stay small. It
builds on inner names of the pinned XlsxWriter (``_write_rows``, ``_get_xf_index``, ``_get_shared_string_index``): the
tests open what it writes with other programs.
"""

from collections.abc import Sequence
from operator import add
from typing import Any, Protocol

import numpy as np
from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from monitoring.delivery_table import Array

AT_ONCE = 1000  # rows
LONGEST = 32_767  # letters that Excel takes in a cell
NOTHING = "/>"


class Filled(Protocol):
    """Cells of one column: the XML of each after its name."""

    def part(self, start: int, stop: int) -> list[str]:
        """The cells of some rows."""


class Words:
    """Cells of words, each of which stands once in the file however often it occurs."""

    def __init__(self, sheet: Worksheet, said: Sequence[str], places: Array, looks: Sequence[Any]) -> None:
        """``places``: of each row its place in ``said``, -1 for none; ``looks``: the format of each, and of none."""
        times = np.bincount(places + 1, minlength=len(said) + 1)[1:]
        self._places = places
        self._written = [_style(looks[-1]) + NOTHING] * (len(said) + 1)  # the last one has the place -1
        for place, text in enumerate(said):
            if times[place]:
                index = sheet.str_table._get_shared_string_index(text[:LONGEST])
                sheet.str_table.count += int(times[place]) - 1
                self._written[place] = f'{_style(looks[place])} t="s"><v>{index}</v></c>'

    def part(self, start: int, stop: int) -> list[str]:
        """The cells of some rows."""
        return list(map(self._written.__getitem__, self._places[start:stop].tolist()))


class Numbers:
    """Cells of numbers, blank where nothing is known."""

    def __init__(self, values: Array, look: Any) -> None:
        self._values, self._style = values, _style(look)

    def part(self, start: int, stop: int) -> list[str]:
        """The cells of some rows."""
        head, nothing = f"{self._style}><v>", self._style + NOTHING
        values = self._values[start:stop].tolist()
        return [f"{head}{value:.16G}</v></c>" if value == value else nothing for value in values]


class RowsSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A worksheet whose last rows are those of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.dim_rowmax: int | None
        self._first, self._columns, self._heights = 0, list[Filled](), np.zeros(0)

    def fill(self, head: int, options: dict[str, Any], columns: Sequence[Filled], heights: Array) -> None:
        """Add a table with its heads in row ``head``, ``options`` as those of add_table, and its columns from the left.

        ``heights``: of the rows in points, NaN for that of a line. Nothing else may be written into these rows.
        """
        last = len(columns) - 1
        self.add_table(head, 0, head + 1, last, options)  # it keeps a note on each cell, so it is told of one row first
        for name in ("range", "a_range", "autofilter"):
            self.tables[-1][name] = xl_range(head, 0, head + len(heights), last)
        self._first, self._columns, self._heights = head + 1, list(columns), heights
        self._check_dimensions(head + len(heights), last)

    def _write_rows(self) -> None:
        last = self.dim_rowmax
        if len(self._heights):
            self.dim_rowmax = self._first - 1
        super()._write_rows()
        self.dim_rowmax = last
        for start in range(0, len(self._heights), AT_ONCE):
            self.fh.write(self._rows(start, min(start + AT_ONCE, len(self._heights))))

    def _rows(self, start: int, stop: int) -> str:
        numbers = [str(self._first + 1 + row) for row in range(start, stop)]
        heights = self._heights[start:stop].tolist()
        columns = [
            [
                f'<row r="{number}" ht="{high:g}" customHeight="1">' if high == high else f'<row r="{number}">'
                for number, high in zip(numbers, heights, strict=True)
            ]
        ]
        for place, column in enumerate(self._columns):
            name = xl_col_to_name(place)
            named = [f'<c r="{name}{number}"' for number in numbers]
            columns.append(list(map(add, named, column.part(start, stop))))
        return "</row>".join(map("".join, zip(*columns, strict=True))) + "</row>"


def _style(look: Any) -> str:
    return f' s="{look._get_xf_index()}"'
