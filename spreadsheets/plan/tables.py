"""Where the tables of a plan stand in a workbook: found by the words above their columns, in any order and place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from monitoring import file_errors
from monitoring.faults import CellProblem, Level, Said
from monitoring.language import gettext, later
from spreadsheets.finding_tables import first_words, header_words
from spreadsheets.form_limits import LISTS
from spreadsheets.header_remarks import bare
from spreadsheets.headers import FRESH
from spreadsheets.marker import SHEET as FORM_MARK
from spreadsheets.plan.columns import PlanSheet
from spreadsheets.plan.marker import SHEET as PLAN_MARK
from spreadsheets.plan.other_names import nearly_named
from spreadsheets.plan.sheets import SHEETS
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.tables import shown
from spreadsheets.workbook import Cell, Sheet, Workbook

FOUND_AT_LEAST = 3
NO_COLUMN = Said(later("There is no column “{column}” here, so nobody can tell what the rows are about."))


@dataclass(frozen=True)
class PlanTable:
    """One table: where it stands, which sheet of the plan it is, the row of its header, and its columns by field."""

    sheet: Sheet
    form: PlanSheet
    header: int
    columns: Mapping[str, int]

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows below the header with their place in the sheet, without those that are empty."""
        for number, row in enumerate(self.sheet.rows[self.header + 1 :], start=self.header + 1):
            if any(shown(row[place]).strip() for place in self.columns.values()):
                yield number, row

    def problem(self, row: int, field: str, what: Said, allowed: Said, level: Level = "error") -> CellProblem:
        """A fault, or only a warning, in the cell of a field."""
        place = self.columns.get(field, next(iter(self.columns.values())))
        value = shown(self.sheet.rows[row][place]) if field in self.columns else ""
        return CellProblem(self.sheet.name, self.sheet.address(row, place), value, what, allowed, level)


def find(workbook: Workbook) -> list[PlanTable]:
    """The tables of a plan in a workbook.

    Raises NotThePlan, which says what was expected and what was found instead.
    """
    visible = [sheet for sheet in workbook.sheets if sheet.name not in (PLAN_MARK, LISTS)]
    is_a_form = any(sheet.name == FORM_MARK for sheet in visible)
    found = [] if is_a_form else [table for sheet in visible if (table := _table(sheet)) is not None]
    if not found:
        expected = ", ".join(gettext(sheet.name) for sheet in SHEETS)
        raise file_errors.NotThePlan(file=workbook.name, expected=expected, found=first_words(visible))
    return found


def _table(sheet: Sheet) -> PlanTable | None:
    """The table of a sheet: the row and the sheet of the plan with the most known words, three or more.

    What the sheet is called decides between two that share their words.
    """
    best: tuple[tuple[int, bool], PlanTable | None] = ((FOUND_AT_LEAST - 1, True), None)
    for number, words in header_words(sheet):
        for form in SHEETS:
            columns = _known(form, [plain(bare(word)) for word in words])
            score = (len(columns), plain(sheet.name) in in_every_language(form.name))
            if score > best[0]:
                best = (score, PlanTable(sheet, form, number, columns))
    return best[1]


def _known(form: PlanSheet, words: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, word in enumerate(words):
        for column in form.columns if word else ():
            if column.field not in found and word in in_every_language(column.header):
                found[column.field] = number
                break
    return found


def misplaced(workbook: Workbook, tables: list[PlanTable]) -> list[CellProblem]:
    """What cannot be read as it stands: sheets without a header, sheets twice, columns missing, foreign or twice."""
    problems = [problem for sheet in workbook.sheets for problem in _without_header(sheet, tables)]
    first: dict[str, PlanTable] = {}
    for table in tables:
        earlier = first.setdefault(table.form.table, table)
        if earlier is not table:
            what = Said(
                later("The same kind of table stands on the sheet “{sheet}” too."), {"sheet": earlier.sheet.name}
            )
            problems.append(_at_header(table, 0, "", what, Said(later("Bring the rows together on one sheet."))))
        problems += [*_missing(table), *_foreign(table)]
    return problems


def _without_header(sheet: Sheet, tables: list[PlanTable]) -> Iterator[CellProblem]:
    ours = any(plain(sheet.name) in in_every_language(form.name) for form in SHEETS)
    if not ours or any(table.sheet is sheet for table in tables):
        return
    for number, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if cell != "":
                what = Said(later("The line with the names of the columns is missing, so nothing can be read."))
                yield CellProblem(sheet.name, sheet.address(number, column), shown(cell), what, FRESH)
                return


def _missing(table: PlanTable) -> Iterator[CellProblem]:
    """Columns that tell rows apart cannot be left out."""
    for field in table.form.key:
        if field not in table.columns:
            column = next(one for one in table.form.columns if one.field == field)
            said = Said(NO_COLUMN.text, {"column": gettext(column.header)})
            yield _at_header(table, 0, "", said, FRESH)


def _foreign(table: PlanTable) -> Iterator[CellProblem]:
    known = set(table.columns.values())
    for number, cell in enumerate(table.sheet.rows[table.header]):
        if number in known or not any(shown(row[number]).strip() for _, row in table.rows()):
            continue
        column = nearly_named(table.form, shown(cell), table.columns) if cell != "" else None
        meant = gettext(column.header) if column else ""
        what = Said(later("This column is not part of the plan, and it holds values."))
        allowed = Said(later("Delete the column, or move what it says to a note."))
        if column and plain(bare(shown(cell))) in in_every_language(column.header):
            what, allowed = Said(later("This column stands here twice.")), Said(later("Keep one of the two."))
        elif meant:
            allowed = Said(later("Did you mean “{column}”? Correct its name, or delete the column."), {"column": meant})
        yield _at_header(table, number, shown(cell), what, allowed)


def _at_header(table: PlanTable, column: int, value: str, what: Said, allowed: Said) -> CellProblem:
    return CellProblem(table.sheet.name, table.sheet.address(table.header, column), value, what, allowed)
