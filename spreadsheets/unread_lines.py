"""Lines beside the rows of a table that speak of an activity, and that nothing can be read from."""

import re
from collections.abc import Collection

from monitoring.faults import CellProblem, Said
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.read_table import ReadTable
from spreadsheets.tables import shown
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
    taken, days = set(read.places), read.table.columns.get("as_of")
    told: list[tuple[int, int, str]] = []
    for place, row in table.rows():
        if place not in taken:  # of a row without a code its first words
            where = [column] if row[column] != "" else range(len(row))
            said = ((at, row[at]) for at in where)
            told += [(place, at, cell) for at, cell in said if isinstance(cell, str) and " " in cell][:1]
    known = {code_like(code) for code in codes} if told else set()
    found = []
    for place, at, cell in told:
        totals = at == column and typed.is_total(cell)
        coded = code_like(cell) not in known and any(code_like(part) in known for part in WITHIN.findall(cell))
        if coded or (totals and days is not None and table.sheet.rows[place][days] != ""):
            address = table.sheet.address(place, at)
            what = TOTALS if totals else UNREAD
            found.append(CellProblem(table.sheet.name, address, shown(cell), what, FILL_IN, "warning"))
    return found
