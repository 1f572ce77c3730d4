"""Lines beside the rows of a table that speak of an activity, and that nothing can be read from."""

import re
from collections.abc import Collection

from monitoring.faults import CellProblem, Said
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.read_table import ReadTable
from spreadsheets.typed import code_like

WITHIN = re.compile(r"[^\W_][\w./-]*[^\W_]")  # what may be a code among other words
UNREAD = Said(later("This line is not read: nothing stands in its columns to fill in."))
TOTALS = Said(later("This line is taken for one that adds up others, and is not read."))
FILL_IN = Said(later("Write what it says into the row of the activity, or leave it as it is."))


def lines_beside(read: ReadTable, codes: Collection[str]) -> list[CellProblem]:
    """A warning for each row with words around a known code and nothing else, as with a note below the table, and for a
    line of totals that speaks of an activity or of a day, as no other does.
    """
    table, column = read.table, read.table.columns[read.table.identity]
    taken = set(read.places)
    told = []
    for place, row in table.rows():
        cell = row[column]
        if isinstance(cell, str) and " " in cell and place not in taken:
            told.append((place, cell))
    known = {code_like(code) for code in codes} if told else set()
    days = table.columns.get("as_of")
    found = []
    for place, cell in told:
        totals, row = typed.is_total(cell), table.sheet.rows[place]
        coded = code_like(cell) not in known and any(code_like(part) in known for part in WITHIN.findall(cell))
        if coded or (totals and days is not None and row[days] != ""):
            found.append(table.problem(place, table.identity, TOTALS if totals else UNREAD, FILL_IN, "warning"))
    return found
