"""Read a text file with a delimiter: .csv, .tsv and .txt, as programs and people write them."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from spreadsheets.worker import layout, letters
from spreadsheets.worker.error_words import worked_out
from spreadsheets.worker.found import NOT_A_WORKBOOK, Allowed, Found, Refused, Value

DELIMITERS = (
    "\t;|,"  # where two divide the lines equally well, the one further left: a comma stands in numbers and words
)
SAMPLE = 500
MAY_BE_LOST = frozenset("=#EОe ")  # how an error word or a formula may begin
_SAID = re.compile(r"sep=(.)\n", re.IGNORECASE)


def sheets(content: bytes, allowed: Allowed) -> list[Found]:
    """The one sheet of a text file, without a name. All its cells are texts. Raises Refused."""
    text = letters.decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    csv.field_size_limit(max(len(text), 1))
    said = _SAID.match(text)
    try:
        if said:
            rows = list(csv.reader(io.StringIO(text[said.end() :], newline=""), delimiter=said[1]))
        else:
            rows = _records(text, delimiter_of(text))
    except (csv.Error, TypeError) as broken:
        raise Refused(NOT_A_WORKBOOK) from broken
    cells: list[list[Value]] = [[worked_out(cell) if cell[:1] in MAY_BE_LOST else cell for cell in row] for row in rows]
    while cells and not any(cells[-1]):
        cells.pop()
    return layout.within(layout.in_order(None, cells, allowed), allowed)


def _records(text: str, delimiter: str) -> list[list[str]]:
    """The rows; a quotation mark that is never closed would swallow all rows below it, and is one of the text then."""
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if text.count('"') % 2 == 0 or not rows or not rows[-1] or "\n" not in rows[-1][-1].rstrip("\n"):
        return rows
    unquoted = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return [[_unquoted(cell) for cell in row] for row in unquoted]


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def delimiter_of(text: str) -> str:
    """The delimiter that divides the most lines into equally many cells; a comma where none does."""
    best, best_score = ",", (0, 0)
    for delimiter in DELIMITERS:
        if delimiter in text:
            score = _regular(text, delimiter)
            if score > best_score:
                best, best_score = delimiter, score
    return best


def _regular(text: str, delimiter: str) -> tuple[int, int]:
    """How many records are divided into the same number of cells, two or more, and into how many."""
    records = islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), SAMPLE)
    widths = Counter(len(record) for record in records if len(record) > 1)
    width, times = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return times, width
