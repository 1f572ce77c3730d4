"""Rows as high as their words need: not every program works that out when it opens a file."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from spreadsheets.marking.looks import row_height

BOLD = 1.15  # how much wider bold letters are


class GrowingRows(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose rows have a height of their own, and still grow with what somebody types into them.

    The library calls each height one that a person chose, which no program changes: that word is left out. It has no
    other way to do so, and the version is pinned.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        left = [one for one in attributes if tag != "row" or one[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, left)

    def fit(self, row: int, values: Iterable[Any], widths: Sequence[float]) -> None:
        """Make a row as high as its values need in columns of some widths."""
        texts = (f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value or "") for value in values)
        self.set_row(row, row_height(texts, [int(width) for width in widths]))


def wide_enough(width: float, header: str) -> float:
    """The width of a column in which no word of its header is broken."""
    return max(width, BOLD * max(map(len, header.split()), default=0) + 2)
