"""Titles and names of sheets that speak of another period than the day that a file is checked for."""

import re
from collections.abc import Iterator
from datetime import date

from monitoring.faults import CellProblem, Said
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.columns import ACTIVITIES
from spreadsheets.tables import Table

LONGEST = 160  # letters of a title that may name a period
MOST_WORDS = 5  # of the name of a period
A_MONTH_AFTER = 31  # days: figures “as of 1 October” are those of September
# A day in a title may be that of a letter: it is that of the figures only where it is said so.
_AS_OF = re.compile(r"(?:по состоянию|состояние|данные) (?:на|к)|as (?:of|at)|data to", re.I)
_AS_OF_BEHIND = re.compile(r"ýagdaýyna", re.I)
OF_ANOTHER = later("This speaks of a time up to {day}, and the figures are taken as those of {as_of}.")
SAY_DAY = Said(
    later("Choose the period it speaks of, give each row its day, or leave it if the figures are of that day.")
)


def of_another_period(table: Table, as_of: date | None) -> list[CellProblem]:
    """A warning at the first title, or the name of the sheet, that speaks of a period without the day ``as_of``; none
    where a title speaks of one with it, or the rows say their own days.
    """
    if as_of is None or table.form is not ACTIVITIES or table.on is not None or "as_of" in table.columns:
        return []
    said = [*_of_titles(table, as_of.year), *_of_sheet(table, as_of.year)]
    if any(_holds(span, as_of) for *_, span in said):
        return []
    days = {"as_of": f"{as_of:%d.%m.%Y}"}
    return [
        CellProblem(
            table.sheet.name, cell, words, Said(OF_ANOTHER, {"day": f"{span[1]:%d.%m.%Y}", **days}), SAY_DAY, "warning"
        )
        for cell, words, span in said[:1]
    ]


def _holds(span: typed.Span, as_of: date) -> bool:
    starts, ends = span
    return starts <= as_of <= ends or (starts == ends and 0 <= (ends - as_of).days <= A_MONTH_AFTER)


def _of_titles(table: Table, year: int) -> Iterator[tuple[str, str, typed.Span]]:
    sheet = table.sheet
    for number in range(table.begin, table.header):
        for column, cell in enumerate(sheet.rows[number]):
            if isinstance(cell, str) and 0 < len(cell) <= LONGEST:
                span = next(spans_in(cell.split(), year), None)
                if span and (span[0] < span[1] or _AS_OF.search(cell) or _AS_OF_BEHIND.search(cell)):
                    yield sheet.address(number, column), cell, span


def _of_sheet(table: Table, year: int) -> Iterator[tuple[str, str, typed.Span]]:
    span = typed.header_period(table.sheet.name, year)
    if span is not None:
        first = table.columns[table.identity]
        yield table.sheet.address(table.header, first), table.sheet.name, span


def spans_in(words: list[str], year: int | None = None) -> Iterator[typed.Span]:
    """The longest period that some words name that follow each other; ``year`` is meant where none is said."""
    for size in range(MOST_WORDS, 0, -1):
        for start in range(len(words) - size + 1):
            found = typed.header_period(" ".join(words[start : start + size]).strip(".,;:()"), year)
            if found is not None:
                yield found
                return
