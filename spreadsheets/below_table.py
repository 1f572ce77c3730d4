"""What stands below a table and is none of its rows: who signed it, who filled it in, a telephone."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from monitoring.faults import CellProblem, Said
from monitoring.language import later
from spreadsheets.filled_rows import adds_up, filled
from spreadsheets.spelling import nearest
from spreadsheets.tables import Table, shown
from spreadsheets.typed import code_like

LINES_AT_MOST, WORDS_OF_LINE = 12, 3
NOT_A_ROW = Said(later("This stands below the table, and is not read."))
LEAVE_IT = Said(later("Leave it; a row of the table needs a code of the plan."))


def without_signatures(table: Table, codes: Collection[str]) -> tuple[list[CellProblem], Table]:
    """The table without the lines below its last code and an empty row, of which none may be a row; and that it is so.

    Nothing is said where nothing in these lines could be taken for an entry. A code has a figure in it, or is nearly a
    known one; a table without a column of codes is left as it is.
    """
    begin = _first_below(table, codes)
    below = [place for place in filled(table) if place >= begin] if begin is not None else []
    if begin is None or not below:
        return [], table
    return list(_told(table, begin)), replace(table, end=begin)


def _told(table: Table, begin: int) -> Iterator[CellProblem]:
    """A warning at the first line, and at each that begins where the table has no column: nobody looks there."""
    for place in range(begin, table.places.stop):
        row = table.sheet.rows[place]
        first = next((number for number, cell in enumerate(row) if cell != ""), None)
        if place == begin and row[table.columns[table.identity]] != "":
            yield table.problem(place, table.identity, NOT_A_ROW, LEAVE_IT, "warning")
        elif first is not None and (place == begin or first not in table.columns.values()):
            cell = table.sheet.address(place, first)
            yield CellProblem(table.sheet.name, cell, shown(row[first]), NOT_A_ROW, LEAVE_IT, "warning")


def _may_be_code(words: str) -> bool:
    return any(map(str.isdigit, words)) and len(words.split()) < WORDS_OF_LINE


def _first_below(table: Table, codes: Collection[str]) -> int | None:
    """The first line below; None where there is none, or they may be rows."""
    if table.identity != table.form.plan[0].field:
        return None
    known = {code_like(code) for code in codes}
    column, rows = table.columns[table.identity], table.sheet.rows
    last = next((place for place in reversed(table.places) if code_like(shown(rows[place][column])) in known), None)
    if last is None:
        return None
    below = range(last + 1, table.places.stop)
    gap = next((place for place in below if all(cell == "" for cell in rows[place])), table.places.stop)
    lines = [place for place in below if place > gap and any(cell != "" for cell in rows[place])]
    between = range(last + 1, gap)  # nothing but totals, where they are no rows
    if not lines or len(lines) > LINES_AT_MOST or not all(adds_up(rows[place]) for place in between):
        return None
    words = [shown(rows[place][column]).strip() for place in lines]
    may_be = any((_may_be_code(word) or (word and nearest(word, codes))) for word in words)
    return None if may_be else lines[0]
