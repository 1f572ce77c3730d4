"""Lines beside the rows of a table that speak of an activity, and that nothing can be read from."""

import re
from collections.abc import Collection

from monitoring.faults import CellProblem, Said
from monitoring.language import later
from spreadsheets.read_table import ReadTable
from spreadsheets.typed import code_like

WITHIN = re.compile(r"[^\W_][\w./-]*[^\W_]")  # what may be a code among other words
UNREAD = Said(later("This line is not read: nothing stands in its columns to fill in."))
FILL_IN = Said(later("Write what it says into the row of the activity, or leave it as it is."))


def lines_beside(read: ReadTable, codes: Collection[str]) -> list[CellProblem]:
    """A warning for each row with words around a known code and nothing else, as with a note below the table."""
    table, column = read.table, read.table.columns[read.table.identity]
    taken = set(read.places)
    told = []
    for place, row in table.rows():
        cell = row[column]
        if isinstance(cell, str) and " " in cell and place not in taken:
            told.append((place, cell))
    known = {code_like(code) for code in codes} if told else set()
    return [
        table.problem(place, table.identity, UNREAD, FILL_IN, "warning")
        for place, cell in told
        if code_like(cell) not in known and any(code_like(part) in known for part in WITHIN.findall(cell))
    ]
