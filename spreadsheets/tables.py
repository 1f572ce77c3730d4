"""A table of the form in a workbook: its sheet, its header, its columns and its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from monitoring.faults import CellProblem, Level, Said
from spreadsheets.columns import FIGURES, SheetOfForm
from spreadsheets.form_limits import LISTS
from spreadsheets.header_names import numbers_columns, repeats
from spreadsheets.marker import SHEET as MARKER
from spreadsheets.marking.fault_list import MEMORY, is_list
from spreadsheets.workbook import Cell, Sheet, Workbook

# In the column of codes of a line that counts the columns.
FIRST_NUMBERS: tuple[Cell, ...] = (0, 1, 2, "0", "1", "2", "(1)", "(2)")
TITLES_AT_MOST, WORDS_OF_TITLE = 6, 3
NUMBERED_WITHIN = 3  # rows below the header


@dataclass(frozen=True)
class Table:
    """One table: its sheet, which part of the form it is, the row of its header, and its columns by field.

    ``above``: the row above the header that names columns too, where the header has two lines.

    ``on``: the day that its values speak of, where the words above a column say so, and ``dated`` the fields of these.
    ``said_at``: the field above whose column that day is said, where the others say nothing of it.
    ``unsure``: columns that hold something nobody can be sure of, so that rows which use them are not taken.
    ``begin`` and ``end``: the rows of the sheet that belong to it, titles above the header too; -1 is the last.
    """

    sheet: Sheet
    form: SheetOfForm
    header: int
    columns: Mapping[str, int]
    on: date | None = None
    dated: tuple[str, ...] = ()
    above: int | None = None
    unsure: frozenset[int] = field(default=frozenset(), compare=False)
    said_at: str = ""
    begin: int = 0
    end: int = -1

    @property
    def identity(self) -> str:
        """The field that says what a row is about: the code, or, where there is none, the title."""
        code, title = self.form.plan[0].field, self.form.plan[1].field
        return code if code in self.columns else title

    @property
    def as_measured(self) -> bool:
        """Whether one column holds shares, stages and quantities, as the activity of each row is measured."""
        return len({self.columns.get(one) for one in FIGURES}) == 1 and FIGURES[0] in self.columns

    @property
    def places(self) -> range:
        """Where the rows below the header stand in the sheet."""
        return range(self.header + 1, len(self.sheet.rows) if self.end < 0 else self.end)

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows below the header with their place in the sheet."""
        places = self.places
        yield from zip(places, self.sheet.rows[places.start : places.stop], strict=True)

    def name_of(self, column: int) -> str:
        """The words above a column, of the upper line of the header where the lower says none."""
        lines = (self.header, self.above) if self.above is not None else (self.header,)
        said = (shown(self.sheet.rows[line][column]).strip() for line in lines)
        return next((words for words in said if words), "")

    @property
    def doubtful(self) -> frozenset[Cell]:
        """What stands in the column of codes of a row that may be none of data, further down than the first page."""
        column = self.columns[self.identity]
        return frozenset(
            (*FIRST_NUMBERS, *(self.sheet.rows[line][column] for line in (self.header, self.above) if line is not None))
        )

    def is_no_data(self, row: int) -> bool:
        """Whether a row below the header only counts the columns, or repeats their names."""
        cells = self.sheet.rows[row]
        first_page = row <= self.header + NUMBERED_WITHIN
        if (first_page or (cells[self.columns[self.identity]] in FIRST_NUMBERS and self._repeats_header(row - 1))) and (
            numbers_columns(cells)
        ):
            return True
        return self._repeats_header(row)

    def is_lower_line(self, row: int) -> bool:
        """Whether a row is the lower line of the header: the name of the column of codes stands over both."""
        return self.sheet.merged.get((row, self.columns[self.identity]), row) <= self.header

    def _repeats_header(self, row: int) -> bool:
        cells = self.sheet.rows[row]
        return any(self._repeats(line, cells) for line in (self.header, self.above) if line is not None)

    def _repeats(self, line: int, cells: list[Cell]) -> bool:
        """Whether some cells say a line of the header once more; one of two lines may be empty above the codes."""
        words, identity = self.sheet.rows[line], self.columns[self.identity]
        same = cells[identity] == words[identity] and (words[identity] != "" or self.above is not None)
        return same and repeats(words, cells)

    def problem(self, row: int, name: str, what: Said, allowed: Said, level: Level = "error") -> CellProblem:
        """A fault in the cell of a field."""
        named = self._column_for(name)
        column = self.columns.get(named, self.columns[self.identity])
        value = shown(self.sheet.rows[row][column]) if named in self.columns else ""
        first = self.sheet.merged.get((row, column), row)
        return CellProblem(self.sheet.name, self.sheet.address(first, column), value, what, allowed, level)

    def _column_for(self, name: str) -> str:
        """The field at whose cell a fault stands: that of a day which the words above a column say is at its figure."""
        said_at = self.dated[0] if self.dated else self.said_at
        return said_at if name == "as_of" and said_at and name not in self.columns else name


def titles_above(sheet: Sheet, header: int, column: int, below: int) -> list[int]:
    """The filled lines just above a header, down to ``below``, with several words where codes would stand."""
    found = []
    for place in range(header - 1, max(below, header - 1 - TITLES_AT_MOST), -1):
        row = sheet.rows[place]
        if not any(cell != "" for cell in row):
            continue
        if len(shown(row[column]).split()) < WORDS_OF_TITLE:
            break
        found.append(place)
    return found


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
