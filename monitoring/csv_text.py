"""Rows as a CSV file that any spreadsheet program reads, and in which no word turns into a formula."""

import csv
from codecs import BOM_UTF8
from collections.abc import Sequence
from io import StringIO
from typing import Any

# Plain and wide signs (= + - @), and what ends a cell or a line.
FORMULA_STARTS = tuple("=+-@") + tuple(map(chr, (0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 9, 10, 13)))


def harmless(cell: Any) -> Any:
    """Words that a spreadsheet program would take for a formula, with an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def written(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """The file: UTF-8, commas, quotes around words and none around numbers, lines as RFC 4180 ends them.

    It begins with a byte order mark: without it Excel takes the letters for those of a Western code page.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    writer.writerows(rows)
    return BOM_UTF8 + text.getvalue().encode("utf-8")
