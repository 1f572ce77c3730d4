"""Rows as a CSV file that any spreadsheet program reads, and in which no word turns into a formula."""

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes the letters for those of a Western code page
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def harmless(cell: Any) -> Any:
    """Words that a spreadsheet program would take for a formula, with an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def written(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """The file: UTF-8 with byte order mark, commas, quotes around words and none around numbers."""
    text = StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")
