"""Where the tables of the form stand in a workbook: found by the words above their columns, in any order and place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from monitoring import file_errors
from monitoring.faults import CellProblem, Level, Said
from monitoring.language import gettext
from monitoring.mapping import ABOUT, ColumnMapping
from spreadsheets.columns import SHEETS, Column, SheetOfForm
from spreadsheets.form_limits import LISTS
from spreadsheets.header_names import named, nearly_named, numbers_columns, repeats
from spreadsheets.marker import SHEET as MARKER
from spreadsheets.marking.fault_list import MEMORY, is_list
from spreadsheets.spelling import plain
from spreadsheets.workbook import Cell, Sheet, Workbook

SEARCHED_ROWS = 100
FOUND_AT_LEAST = 2
SHOWN_AT_MOST = 8
NUMBERED_WITHIN = 3  # rows below the header


@dataclass(frozen=True)
class Table:
    """One table: its sheet, which part of the form it is, the row of its header, and its columns by field.

    ``above``: the row above the header that names columns too, where the header has two lines.

    ``on``: the day that its values speak of, where the words above a column say so, and ``dated`` the fields of these.
    ``unsure``: columns that hold something nobody can be sure of, so that rows which use them are not taken.
    """

    sheet: Sheet
    form: SheetOfForm
    header: int
    columns: Mapping[str, int]
    on: date | None = None
    dated: tuple[str, ...] = ()
    above: int | None = None
    unsure: frozenset[int] = field(default=frozenset(), compare=False)

    @property
    def identity(self) -> str:
        """The field that says what a row is about: the code, or, where there is none, the title."""
        code, title = self.form.plan[0].field, self.form.plan[1].field
        return code if code in self.columns else title

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows below the header with their place in the sheet."""
        yield from enumerate(self.sheet.rows[self.header + 1 :], start=self.header + 1)

    def name_of(self, column: int) -> str:
        """The words above a column, of the upper line of the header where the lower says none."""
        lines = (self.header, self.above) if self.above is not None else (self.header,)
        said = (shown(self.sheet.rows[line][column]).strip() for line in lines)
        return next((words for words in said if words), "")

    def is_no_data(self, row: int) -> bool:
        """Whether a row below the header only counts the columns, or repeats their names."""
        cells, header, identity = self.sheet.rows[row], self.sheet.rows[self.header], self.columns[self.identity]
        if row <= self.header + NUMBERED_WITHIN and numbers_columns(cells):
            return True
        return cells[identity] == header[identity] != "" and repeats(header, cells)

    def problem(self, row: int, name: str, what: Said, allowed: Said, level: Level = "error") -> CellProblem:
        """A fault in the cell of a field."""
        column = self.columns.get(self._column_for(name), self.columns[self.identity])
        value = shown(self.sheet.rows[row][column]) if name in self.columns else ""
        return CellProblem(self.sheet.name, self.sheet.address(row, column), value, what, allowed, level)

    def _column_for(self, name: str) -> str:
        """The field at whose cell a fault stands: that of a day which the words above a column say is at its figure."""
        return self.dated[0] if name == "as_of" and self.dated else name


def shown(value: Cell) -> str:
    """The value of a cell as its sender sees it, as far as the file tells."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def to_read(workbook: Workbook) -> list[Sheet]:
    """The sheets that may hold something filled in: not the hidden ones of the form, nor a list of faults."""
    return [sheet for sheet in workbook.sheets if sheet.name not in (MARKER, LISTS, MEMORY) and not is_list(sheet)]


def find(workbook: Workbook, mapping: ColumnMapping | None = None) -> list[Table]:
    """The tables of the form in a workbook, or those that a mapping describes.

    Raises NotTheForm, which says what was expected and what was found instead.
    """
    sheets, found = to_read(workbook), tables_in(workbook, mapping)
    if not found and not any(header_without_codes(sheet) or nearly_header(sheet) for sheet in sheets):
        expected = ", ".join(gettext(column.header) for form in SHEETS for column in (form.plan[0], *form.fill[:4]))
        raise file_errors.NotTheForm(file=workbook.name, expected=expected, found=first_words(sheets))
    return found


def tables_in(workbook: Workbook, mapping: ColumnMapping | None = None) -> list[Table]:
    """As :func:`find`; nothing for a file without any."""
    found: list[Table] = []
    for sheet in to_read(workbook):
        own = table_of(sheet)
        found += (mapped_tables(sheet, mapping) if mapping else []) or ([own] if own else [])
    return found


def first_words(sheets: Iterable[Sheet]) -> str:
    """The first cells of some sheets, to say what was found in a file that is another one."""
    cells = (shown(cell) for sheet in sheets for row in sheet.rows[:SEARCHED_ROWS] for cell in row if cell != "")
    seen = list(islice(cells, SHOWN_AT_MOST + 1))
    return ", ".join(seen[:SHOWN_AT_MOST]) + (" …" if len(seen) > SHOWN_AT_MOST else "")


def table_of(sheet: Sheet) -> Table | None:
    """The table of a sheet: the row and the part of the form with the most known words."""
    best: tuple[int, Table | None] = (FOUND_AT_LEAST - 1, None)
    for number, above, form, columns in _headers(sheet):
        fills = any(column.field in columns for column in form.fill)
        # A title alone says what a row is about only beside more words of the form.
        said = form.plan[0].field in columns or (form.plan[1].field in columns and len(columns) > FOUND_AT_LEAST)
        if fills and said and len(columns) > best[0]:
            best = (len(columns), Table(sheet, form, number, columns, above=above))
    return best[1]


def _headers(sheet: Sheet) -> Iterator[tuple[int, int | None, SheetOfForm, dict[str, int]]]:
    """Every row that may be the header, alone and then below the row above it, with the columns it names.

    The upper one of two lines names what the lower one leaves empty: cells merged over both, or over several columns.
    """
    for form in SHEETS:
        before: dict[str, int] = {}
        for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
            columns = known_columns(form, row)
            yield number, None, form, columns
            upper = {field: place for field, place in before.items() if row[place] == "" and field not in columns}
            if upper and columns:
                yield number, number - 1, form, upper | columns
            before = columns


def header_words(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """The rows in which a header is looked for, with their words as they are compared."""
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        yield number, [plain(cell) if isinstance(cell, str) else "" for cell in row]


def known_columns(form: SheetOfForm, row: list[Cell]) -> dict[str, int]:
    """The columns of the form that stand in a row, by field."""
    found: dict[str, int] = {}
    for number, cell in enumerate(row):
        for name in named(form, cell):
            if name not in found:
                found[name] = number
                break
    return found


def header_without_codes(sheet: Sheet) -> tuple[int, SheetOfForm, dict[str, int]] | None:
    """The row with words of the form, three or more, where nothing says what the rows are about."""
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        form = max(SHEETS, key=lambda form: len(known_columns(form, row)))
        columns = known_columns(form, row)
        if len(columns) > FOUND_AT_LEAST and form.plan[0].field not in columns:
            return number, form, columns
    return None


def nearly_header(sheet: Sheet) -> tuple[int, SheetOfForm, dict[int, Column]] | None:
    """The row that would be a header but for slips of the hand or other words: of codes, and of one thing more."""
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        words = {place: shown(cell) for place, cell in enumerate(row) if cell != ""}
        for form in SHEETS if len(words) >= FOUND_AT_LEAST else ():
            meant = {place: nearly_named(word, [form.plan[0], *form.fill]) for place, word in words.items()}
            known = {place: column for place, column in meant.items() if column is not None}
            if form.plan[0] in known.values() and any(column in form.fill for column in known.values()):
                return number, form, known
    return None


def mapped_tables(sheet: Sheet, mapping: ColumnMapping) -> list[Table]:
    """The tables that a mapping describes in a sheet: one for what holds of a whole row, or one for each period."""
    form = SHEETS[ABOUT.index(mapping.about)]
    identities = {column.field for column in form.plan[:2]}
    best: tuple[int, int, dict[int, str]] | None = None
    for number, words in header_words(sheet):
        meant = {place: word for place, word in enumerate(words) if word in mapping.columns}
        named = any(mapping.columns[word].field in identities for word in meant.values())
        if named and len(meant) >= FOUND_AT_LEAST and (best is None or len(meant) > best[0]):
            best = (len(meant), number, meant)
    if best is None:
        return []
    _, header, meant = best
    always: dict[str, int] = {}
    dated: dict[date, dict[str, int]] = {}
    for place, word in meant.items():
        one = mapping.columns[word]
        (always if one.on is None else dated.setdefault(one.on, {})).setdefault(one.field, place)
    if not dated:
        return [Table(sheet, form, header, always)]
    return [
        Table(sheet, form, header, always | columns, on, dated=tuple(columns)) for on, columns in sorted(dated.items())
    ]
