"""Rows as a CSV file that any spreadsheet program reads, and in which no word turns into a formula."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import islice
from numbers import Number
from typing import Any

# Plain and wide signs (= + - @), and what ends a cell or a line.
FORMULA_STARTS = tuple("=+-@") + tuple(map(chr, (0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 9, 10, 13)))
AT_ONCE = 1000  # rows


def harmless(cell: Any) -> Any:
    """Words that a spreadsheet program would take for a formula, with an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def written(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """The file: UTF-8, commas, quotes around words and none around numbers, lines as RFC 4180 ends them.

    It begins with a byte order mark: without it Excel takes the letters for those of a Western code page.
    """
    return joined([quoted(row) for row in (head, *rows)])


def quoted(cells: Iterable[Any]) -> list[str]:
    """Cells as they stand in a file: words between quotation marks, numbers as they are."""
    return [str(cell) if isinstance(cell, Number) else _text("" if cell is None else str(cell)) for cell in cells]


def joined(rows: Iterable[Iterable[str]]) -> bytes:
    """The file of rows of cells that are written as in :func:`quoted`."""
    lines, file = map(",".join, rows), BytesIO()
    file.write(BOM_UTF8)
    while some := list(islice(lines, AT_ONCE)):
        file.write(("\r\n".join(some) + "\r\n").encode("utf-8"))
    return file.getvalue()


def _text(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
