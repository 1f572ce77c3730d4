"""Rows as a CSV file that any spreadsheet program reads, and in which no word turns into a formula."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from numbers import Number
from typing import Any, Literal

from babel import Locale

from monitoring.language import spoken

Separator = Literal["comma", "semicolon"]
SIGNS: dict[Separator, str] = {"comma": ",", "semicolon": ";"}

# Plain and wide signs (= + - @), and what ends a cell or a line.
FORMULA_STARTS = tuple("=+-@") + tuple(map(chr, (0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 9, 10, 13)))
AT_ONCE = 1000  # rows


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
    return joined([quoted(row, form) for row in (head, *rows)], form)


def quoted(cells: Iterable[Any], form: Form = Form()) -> list[str]:
    """Cells as they stand in a file: words between quotation marks, numbers without."""
    told = [str(cell) if isinstance(cell, Number) else _text("" if cell is None else str(cell)) for cell in cells]
    if form.separator == "comma":
        return told
    return [text if text.startswith('"') else text.replace(".", ",") for text in told]


def joined(rows: Iterable[Iterable[str]], form: Form = Form()) -> bytes:
    """The file of rows of cells that are written as in :func:`quoted`."""
    lines, file = map(SIGNS[form.separator].join, rows), BytesIO()
    file.write(BOM_UTF8 if form.mark else b"")
    while some := list(islice(lines, AT_ONCE)):
        file.write(("\r\n".join(some) + "\r\n").encode("utf-8"))
    return file.getvalue()


def _text(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
