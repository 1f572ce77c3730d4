"""Where the tables of the form stand in a workbook: found by the words above their columns, in any order and place."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from monitoring import errors
from monitoring.language import gettext, later
from monitoring.upload import CellProblem, Said
from spreadsheets.columns import SHEETS, SheetOfForm
from spreadsheets.form_limits import LISTS
from spreadsheets.marker import SHEET as MARKER
from spreadsheets.spelling import in_every_language, nearest, plain
from spreadsheets.workbook import Cell, Sheet, Workbook

SEARCHED_ROWS = 100
FOUND_AT_LEAST = 3
SHOWN_AT_MOST = 8
FRESH = Said(later("Copy what is filled in into a fresh form, below its own header."))


@dataclass(frozen=True)
class Table:
    """One table: its sheet, which part of the form it is, the row of its header, and its columns by field."""

    sheet: Sheet
    form: SheetOfForm
    header: int
    columns: Mapping[str, int]

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows below the header with their place in the sheet."""
        yield from enumerate(self.sheet.rows[self.header + 1 :], start=self.header + 1)

    def problem(self, row: int, field: str, what: Said, allowed: Said) -> CellProblem:
        """A fault in the cell of a field."""
        column = self.columns.get(field, 0)
        value = shown(self.sheet.rows[row][column]) if field in self.columns else ""
        return CellProblem(self.sheet.name, self.sheet.address(row, column), value, what, allowed)


def shown(value: Cell) -> str:
    """The value of a cell as its sender sees it, as far as the file tells."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def find(workbook: Workbook) -> list[Table]:
    """The tables of the form in a workbook.

    Raises NotTheForm, which says what was expected and what was found instead.
    """
    visible = [sheet for sheet in workbook.sheets if sheet.name not in (MARKER, LISTS)]
    found = [table for sheet in visible if (table := _table(sheet)) is not None]
    if not found:
        expected = ", ".join(gettext(column.header) for form in SHEETS for column in (form.plan[0], *form.fill[:4]))
        seen = [shown(cell) for sheet in visible for row in sheet.rows[:SEARCHED_ROWS] for cell in row if cell != ""]
        listed = ", ".join(seen[:SHOWN_AT_MOST]) + (" …" if len(seen) > SHOWN_AT_MOST else "")
        raise errors.NotTheForm(file=workbook.name, expected=expected, found=listed)
    return found


def _table(sheet: Sheet) -> Table | None:
    """The table of a sheet: the row and the part of the form with the most known words, three or more."""
    best: tuple[int, Table | None] = (FOUND_AT_LEAST - 1, None)
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        words = [plain(cell) if isinstance(cell, str) else "" for cell in row]
        for form in SHEETS:
            columns = _known(form, words)
            fills = any(column.field in columns for column in form.fill)
            if fills and form.plan[0].field in columns and len(columns) > best[0]:
                best = (len(columns), Table(sheet, form, number, columns))
    return best[1]


def _known(form: SheetOfForm, words: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, word in enumerate(words):
        for column in form.columns if word else ():
            if column.field not in found and word in in_every_language(column.header):
                found[column.field] = number
                break
    return found


def unread(workbook: Workbook, codes: Collection[str]) -> list[CellProblem]:
    """Sheets that nothing can be read from though they are of the form: a header is missing, or the column of codes.

    ``codes`` are those of the plan and its indicators: a sheet that holds one is of the form, whatever it is called.
    """
    problems = []
    for sheet in workbook.sheets:
        if sheet.name in (MARKER, LISTS) or _table(sheet) is not None:
            continue
        lacking = _without_codes(sheet)
        problems += lacking or _without_header(sheet, codes)
    return problems


def _without_header(sheet: Sheet, codes: Collection[str]) -> list[CellProblem]:
    ours = any(plain(sheet.name) in in_every_language(form.name) for form in SHEETS)
    known = {code.casefold() for code in codes}
    for number, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if cell == "" or not (ours or (isinstance(cell, str) and cell.strip().casefold() in known)):
                continue
            what = Said(later("The line with the names of the columns is missing above this, so nothing can be read."))
            return [CellProblem(sheet.name, sheet.address(number, column), shown(cell), what, FRESH)]
    return []


def _without_codes(sheet: Sheet) -> list[CellProblem]:
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        words = [plain(cell) if isinstance(cell, str) else "" for cell in row]
        form = max(SHEETS, key=lambda form: len(_known(form, words)))
        if len(_known(form, words)) >= FOUND_AT_LEAST:
            code = {"column": gettext(form.plan[0].header)}
            what = Said(later("There is no column “{column}” here, so nobody can tell what the rows are about."), code)
            return [CellProblem(sheet.name, sheet.address(number, 0), "", what, FRESH)]
    return []


def foreign_columns(table: Table) -> list[CellProblem]:
    """Columns that hold something and are not of the form, or stand there twice."""
    header = table.sheet.rows[table.header]
    known = set(table.columns.values())
    names = [gettext(column.header) for column in table.form.columns]
    problems = []
    for number, cell in enumerate(header):
        if number in known or not any(row[number] != "" for _, row in table.rows()):
            continue
        place = table.sheet.address(table.header, number)
        meant = nearest(shown(cell), names) if cell != "" else ""
        what = Said(later("This column is not part of the form, and it holds values."))
        if meant:
            allowed = Said(later("Did you mean “{column}”? Correct its name, or delete the column."), {"column": meant})
        else:
            allowed = Said(later("Delete the column, or move what it says to Narrative."))
        if meant and plain(meant) == plain(cell):
            what, allowed = Said(later("This column stands here twice.")), Said(later("Keep one of the two."))
        problems.append(CellProblem(table.sheet.name, place, shown(cell), what, allowed))
    return problems
