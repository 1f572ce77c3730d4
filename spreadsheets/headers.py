"""Faults of the words above the columns: unknown ones, missing ones, and sheets in which nothing can be read."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from monitoring.faults import CellProblem, Level, Said
from monitoring.language import gettext, later
from monitoring.mapping import ColumnMapping
from spreadsheets.below_table import without_signatures
from spreadsheets.columns import ACTIVITIES, FIGURES, SHEETS, Column, SheetOfForm
from spreadsheets.finding_tables import (
    header_without_codes,
    known_columns,
    missing_of,
    nearly_header,
    tables_of,
    unknown_to,
)
from spreadsheets.header_hints import CODES, hinted_at, hinted_day, may_be_reported, numbers_rows
from spreadsheets.header_names import named, named_without_remark, nearly_named
from spreadsheets.header_remarks import before_scale, speaks_of_scale
from spreadsheets.header_stems import words_of
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.tables import Table, shown, to_read
from spreadsheets.typed import code_like
from spreadsheets.workbook import Cell, Sheet, Workbook

UNREAD = Said(later("Move what has to be kept to Narrative, or leave it as it is."))
NAME_IT = Said(later("Write the name of the column above it, or delete the column."))
IN_THOUSANDS = Said(later("This column counts in thousands or millions, and those of the form do not."))
FULL_AMOUNTS = later("Write the full amounts below “{column}”.")
BY_REMARK = Said(later("The words beside or above its name may make another column of this one, so it is not read."))
CALL_IT = later("Call it “{column}” alone, if that is what it says, or delete the column.")
NO_FIGURE = Said(later("No column here says how far the work is, and this one holds figures: it may be what is done."))
CALL_IT_SO = Said(
    later("Call it “Percent complete” or “Quantity done” if that is what it says, or delete the column."),
)
SCALE_ABOVE = Said(later("Thousands or millions are spoken of here, and figures are read as they stand."))
FAR = Said(later("This stands far away from the table, and is not read."))
FRESH = Said(later("Copy what is filled in into a fresh form, below its own header."))


def unread(workbook: Workbook, tables: list[Table], codes: Collection[str]) -> list[CellProblem]:
    """Sheets that nothing can be read from though they are of the form: a header is missing, or the column of codes.

    ``codes`` are those of the plan and its indicators: a sheet that holds one is of the form, whatever it is called.
    """
    read = {id(table.sheet) for table in tables}
    known = {code_like(code) for code in codes}
    problems: list[CellProblem] = []
    for sheet in to_read(workbook):
        if id(sheet) not in read:
            problems += (
                _without_codes(sheet)
                or _nearly_named(sheet, known if tables else None, codes)
                or _without_header(sheet, known, {table.sheet.name for table in tables})
            )
    return problems


def _without_header(sheet: Sheet, known: Collection[str], read: Collection[str]) -> list[CellProblem]:
    """The first cell of ours that no header stands above; in a sheet that is ``read``, one that lies far from it."""
    ours = any(plain(sheet.name) in in_every_language(form.name) for form in SHEETS)
    for number, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if cell == "" or not (ours or (isinstance(cell, str) and code_like(cell) in known)):
                continue
            if sheet.name in read and code_like(cell) not in known:
                allowed = Said(later("Leave it, or clear it."))
                return [CellProblem(sheet.name, sheet.address(number, column), shown(cell), FAR, allowed, "warning")]
            what = Said(later("The line with the names of the columns is missing above this, so nothing can be read."))
            return [CellProblem(sheet.name, sheet.address(number, column), shown(cell), what, FRESH)]
    return []


def _nearly_named(sheet: Sheet, known: Collection[str] | None, codes: Collection[str]) -> list[CellProblem]:
    """The names that are nearly those of columns, in a sheet whose header could not be made out for them; and what
    would have to be said of the other columns once these are mended.

    Beside tables that are read, it has to hold a known code as well.
    """
    found = nearly_header(sheet)
    if found is None:
        return []
    number, form, meant = found
    below = sheet.rows[number + 1 :]
    places = [place for place, column in meant.items() if column is form.plan[0]]
    coded = known is None or any(
        code_like(row[place]) in known for row in below for place in places if isinstance(row[place], str)
    )
    if not coded:
        return []
    what = Said(later("This is no name of a column, so nothing can be read below it."))
    problems = []
    for place, column in meant.items():
        cell = sheet.rows[number][place]
        if not named(form, cell):
            values = {"column": _said(column)}
            allowed = Said(later("Did you mean “{column}”? Correct its name, or delete the column."), values)
            problems.append(CellProblem(sheet.name, sheet.address(number, place), shown(cell), what, allowed))
    columns = {column.field: place for place, column in reversed(meant.items())}
    mended = Table(sheet, form, number, columns | known_columns(form, sheet.rows[number]))
    told = {one.cell for one in problems}
    others, _ = foreign_columns(without_signatures(mended, codes)[1])
    return problems + [one for one in others if one.cell not in told]


def _without_codes(sheet: Sheet) -> list[CellProblem]:
    if tables_of(sheet):
        return []
    found = header_without_codes(sheet)
    if found is None:
        return []
    number, form, columns = found
    code = {"column": gettext(form.plan[0].header)}
    what = Said(later("There is no column “{column}” here, so nobody can tell what the rows are about."), code)
    for place, cell in enumerate(sheet.rows[number]):
        if place not in columns.values() and cell != "" and nearly_named(shown(cell), [form.plan[0]]) is not None:
            allowed = Said(later("Did you mean “{column}”? Correct its name, or delete the column."), code)
            return [CellProblem(sheet.name, sheet.address(number, place), shown(cell), what, allowed)]
    place, at = _first_without_name(sheet, number)
    return [CellProblem(sheet.name, sheet.address(place, at), shown(sheet.rows[place][at]), what, FRESH)]


def _first_without_name(sheet: Sheet, header: int) -> tuple[int, int]:
    """The row and column of the first cell below an empty one of a header, as codes may be; else its first word."""
    row = sheet.rows[header]
    for column in (place for place, cell in enumerate(row) if cell == ""):
        below = (place for place in range(header + 1, len(sheet.rows)) if sheet.rows[place][column] != "")
        place = next(below, None)
        if place is not None:
            return place, column
    return header, next(place for place, cell in enumerate(row) if cell != "")


def unmapped_columns(mapping: ColumnMapping, tables: Sequence[Table]) -> list[CellProblem]:
    """Columns that hold something, and of which nobody said what they mean, in tables read by a mapping; and those
    that it speaks of, and that are not there.
    """
    what = Said(later("Nobody has said what this column means, so it is not read."))
    allowed = Said(later("Leave it, or say once more what the columns of this file mean."))
    return [
        CellProblem(
            table.sheet.name, table.sheet.address(table.header, place), table.name_of(place), what, allowed, "warning"
        )
        for table, place in unknown_to(mapping, tables)
    ] + [_missing(table, word) for table, word in missing_of(mapping, tables)]


def _missing(table: Table, word: str) -> CellProblem:
    """That a column is not there of which somebody said what it means."""
    column = table.columns[table.identity]
    cell, name = table.sheet.address(table.header, column), table.name_of(column)
    what = Said(
        later("There is no column “{column}” here, and the meaning of the columns speaks of it."), {"column": word}
    )
    allowed = Said(later("Correct its name, or leave it where there is nothing to say of it."))
    return CellProblem(table.sheet.name, cell, name, what, allowed, "warning")


def foreign_columns(table: Table) -> tuple[list[CellProblem], Table]:
    """Columns that hold something and are not of the form, or stand there twice; and the table that knows of them.

    What is only not of the form is left unread, which somebody has to know. A name that is nearly one that is missing,
    no name at all, or one that stands there twice, is a fault: the rows that use the column are not taken.
    """
    known = set(table.columns.values())
    problems, unsure = [], set()
    no_data = cache(table.is_no_data)  # it looks at a whole row, and is asked for each column
    for number in range(len(table.sheet.rows[table.header])):
        first = (at for at, row in table.rows() if row[number] != "" and not no_data(at))
        place = next(first, None) if number not in known else None
        if place is None or numbers_rows(table.name_of(number)):
            continue
        problem = _foreign(table, number, table.name_of(number), place)
        problems.append(problem)
        if problem.level == "error":
            unsure.add(number)
    return problems, replace(table, unsure=frozenset(unsure))


def _foreign(table: Table, number: int, name: str, first: int) -> CellProblem:
    """What is wrong with a column that holds something, from the row ``first`` on."""
    place = (table.sheet.name, table.sheet.address(table.header, number), name)
    what = Said(later("This column is not part of the form: what it says is not read."))
    if not name and number < min(table.columns.values()):  # numbers of rows, most often
        cell = table.sheet.address(first, number)
        return CellProblem(table.sheet.name, cell, shown(table.sheet.rows[first][number]), what, UNREAD, "warning")
    lower = table.header + 1  # of a header of two lines, whose upper one was taken for it
    below = table.sheet.rows[lower][number] if lower < len(table.sheet.rows) else ""
    if isinstance(below, str) and (named_below := named_without_remark(table.form, below)) is not None:
        told = Said(CALL_IT, {"column": _said(named_below)})
        return CellProblem(table.sheet.name, table.sheet.address(lower, number), below, BY_REMARK, told)
    if not name:
        return CellProblem(*place, Said(later("This column has no name, and it holds values.")), NAME_IT)
    if named(table.form, name):
        return CellProblem(*place, Said(later("This column stands here twice.")), Said(later("Keep one of the two.")))
    scaled = next(iter(named(table.form, before_scale(name))), "")
    if scaled in table.form.kinds:
        return CellProblem(*place, IN_THOUSANDS, Said(FULL_AMOUNTS, {"column": _said(_column(table.form, scaled))}))
    with_remark = named_without_remark(table.form, name)
    if with_remark is not None:
        level: Level = "warning" if with_remark.field in table.columns else "error"
        return CellProblem(*place, BY_REMARK, Said(CALL_IT, {"column": _said(with_remark)}), level)
    meant = nearly_named(name, [*table.form.plan[:1], *table.form.fill]) or _between(table, number)
    cells = [row[number] for _, row in table.rows()] if meant is None else []
    meant = meant or hinted_at(name, [one for one in table.form.fill if one.field not in table.columns], cells)
    meant = meant or _hinted_otherwise(table, name, cells)
    if meant is None and _says_no_figure(table) and may_be_reported(name, cells):
        return CellProblem(*place, NO_FIGURE, CALL_IT_SO)
    if meant is None:
        return CellProblem(*place, what, UNREAD, "warning")
    allowed = Said(later("Did you mean “{column}”? Correct its name, or delete the column."), {"column": _said(meant)})
    return CellProblem(*place, what, allowed, "warning" if meant.field in table.columns else "error")


def _hinted_otherwise(table: Table, name: str, cells: Sequence[Cell]) -> Column | None:
    """The column of days or of codes that is missing, where a name hints at it."""
    if table.form is ACTIVITIES and table.on is None and "as_of" not in table.columns and hinted_day(name, cells):
        return _column(table.form, "as_of")
    code = table.form.plan[0]
    return code if code.field not in table.columns and CODES.match(next(iter(words_of(name)), "")) else None


def _says_no_figure(table: Table) -> bool:
    return table.form is ACTIVITIES and table.columns.keys().isdisjoint(FIGURES)


def scale_above(table: Table) -> list[CellProblem]:
    """A warning at words above a table that say it counts in thousands or millions."""
    if not {"spent_cents", "quantity", "value"} & table.columns.keys():
        return []
    allowed = Said(later("Write the full figures, or leave it if they are full."))
    return [
        CellProblem(table.sheet.name, table.sheet.address(row, column), shown(cell), SCALE_ABOVE, allowed, "warning")
        for row in range(table.begin, table.header)
        for column, cell in enumerate(table.sheet.rows[row])
        if speaks_of_scale(cell)
    ]


def _column(form: SheetOfForm, field: str) -> Column:
    return next(column for column in form.columns if column.field == field)


def _between(table: Table, number: int) -> Column | None:
    """The missing column of the form that stood in this place, between its two neighbours; None for none."""
    columns = table.form.columns
    for left, missing, right in zip(columns, columns[1:], columns[2:], strict=False):
        stood = table.columns.get(left.field) == number - 1 and table.columns.get(right.field) == number + 1
        if stood and missing in table.form.fill and missing.field not in table.columns:
            return missing
    return None


def _said(column: Column) -> str:
    return gettext(column.header)
