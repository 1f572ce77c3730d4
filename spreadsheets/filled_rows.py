"""Which rows of a table are filled in: those in which somebody says something."""

import string
from collections.abc import Iterable

from spreadsheets import typed
from spreadsheets.header_remarks import is_unit
from spreadsheets.tables import NUMBERED_WITHIN, Table, titles_above
from spreadsheets.workbook import Cell


def filled(table: Table) -> list[int]:
    """Where the rows stand in which something is filled in besides what the form fills in beforehand.

    Of a table of one period only the columns of that period say something. A line of totals below or between the rows
    is none of them, nor one that numbers the columns or repeats the header.
    """
    rows = table.sheet.rows
    empty: Iterable[int] = table.places
    for column in table.form.fill:
        place = table.columns.get(column.field)
        says = column.field in table.dated if table.dated else column.field not in table.form.untouched
        if place is not None and says:
            empty = [
                number
                for number in empty
                if isinstance(cell := rows[number][place], str) and (blank(cell) or nothing(table, column.field, cell))
            ]
    passed_over = {*empty, *_titles(table)} - crossed(table, empty).keys()
    identity = table.columns[table.identity]
    first_page, doubtful = table.header + NUMBERED_WITHIN, table.doubtful
    nameless = {text for text in {str(rows[number][identity]) for number in table.places} if _nameless(text)}
    return [
        number
        for number in table.places
        if number not in passed_over
        and not (str(rows[number][identity]) in nameless and adds_up(rows[number]))
        and not ((number <= first_page or rows[number][identity] in doubtful) and table.is_no_data(number))
        and not (number <= first_page and (table.is_lower_line(number) or _says_units(rows[number])))
    ]


def crossed(table: Table, places: Iterable[int]) -> dict[int, str]:
    """Of some rows those in which nothing stands but a cross in a column of words to choose from, with its field.

    Beside other things it says that the question does not apply; alone it is all that somebody meant to report.
    """
    rows, columns, form = table.sheet.rows, table.columns, table.form
    if table.dated or table.as_measured:  # a cross in a figure is asked about by what the activity is measured by
        return {}
    asked = [field for field in form.kinds if field in columns and field not in form.untouched]
    found: dict[int, str] = {}
    for field in asked:
        if form.kinds[field] == "choice":
            for number in [one for one in places if rows[one][columns[field]] in CROSSES]:
                beside = ((other, rows[number][columns[other]]) for other in asked if other != field)
                if all(blank(cell) or (cell not in CROSSES and nothing(table, other, cell)) for other, cell in beside):
                    found[number] = field
    return found


def _titles(table: Table) -> set[int]:
    """The lines above a header that repeats the first one, as of a form pasted below another."""
    rows, identity = table.sheet.rows, table.columns[table.identity]
    again = [place for place in table.places if rows[place][identity] == rows[table.header][identity] != ""]
    return {place for header in again for place in titles_above(table.sheet, header, identity, table.header)}


def _nameless(text: str) -> bool:
    """Whether nothing says what a row is about, or “Total” stands there; a code has a figure in it."""
    text = text.strip()
    return not text or ((" " in text or not text[-1].isdigit()) and typed.is_total(text))


def _says_units(row: list[Cell]) -> bool:
    """Whether a row says nothing but the units of the columns above it."""
    return all(cell == "" or is_unit(cell) for cell in row)


def adds_up(row: list[Cell]) -> bool:
    """Whether a row says that it adds up others."""
    return any(isinstance(cell, str) and typed.is_total(cell) for cell in row)


CROSSES = ("x", "X", "х", "Х")  # Latin and Cyrillic: “does not apply” in Russian statistics
UNSEEN = string.whitespace + "\u00a0\u2007\u202f\u200b\u200e\u200f\u2060\ufeff"


def blank(cell: Cell) -> bool:
    """Whether a cell is empty."""
    return isinstance(cell, str) and (cell == "" or not cell.strip(UNSEEN))


def nothing(table: Table, field: str, cell: Cell) -> bool:
    """Whether a dash or the like stands in a cell to fill in; words may say that something does not apply."""
    kind = table.form.kinds.get(field, "plan")
    if kind in ("plan", "text"):
        return kind == "text" and typed.is_dash(cell)
    # In a count or a percent it may say that something took place, or not.
    return typed.says_nothing(cell) or (kind in ("money", "date", "choice") and cell in CROSSES)
