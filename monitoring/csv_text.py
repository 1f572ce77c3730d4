"""Rows as a CSV file that any spreadsheet program reads, and in which no word turns into a formula."""

import csv
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Literal

from babel import Locale

from monitoring.language import spoken

Separator = Literal["comma", "semicolon"]
SIGNS: dict[Separator, str] = {"comma": ",", "semicolon": ";"}

# Plain and wide signs (= + - @), and what ends a cell or a line.
FORMULA_STARTS = tuple("=+-@") + tuple(map(chr, (0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 9, 10, 13)))


@dataclass(frozen=True)
class Form:
    """How a file is written.

    Attributes:
        separator: what stands between cells. Semicolons bring decimal commas: spreadsheet programs expect both where
            numbers are written so, and take 0.45 there for a word, or for a day in April.
        mark: whether it begins with a byte order mark: without it Excel takes the letters for those of a Western code
            page.
    """

    separator: Separator = "comma"
    mark: bool = True


def as_spoken() -> Form:
    """The form that a spreadsheet program opens right where numbers are written as in the language of this run."""
    return Form("semicolon" if Locale(spoken()).number_symbols["latn"]["decimal"] == "," else "comma")


def harmless(cell: Any) -> Any:
    """Words that a spreadsheet program would take for a formula, with an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def written(head: Sequence[str], rows: Sequence[Sequence[Any]], form: Form = Form()) -> bytes:
    """The file: UTF-8, quotes around words and none around numbers, lines as RFC 4180 ends them."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=SIGNS[form.separator], quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    writer.writerows(rows if form.separator == "comma" else map(_with_commas, rows))
    return (BOM_UTF8 if form.mark else b"") + text.getvalue().encode("utf-8")


class _WithComma(float):
    """A number that is written with a decimal comma, and without quotes, since it stays a number."""

    def __str__(self) -> str:
        return repr(float(self)).replace(".", ",")


def _with_commas(row: Sequence[Any]) -> list[Any]:
    return [_WithComma(cell) if isinstance(cell, float) else cell for cell in row]
