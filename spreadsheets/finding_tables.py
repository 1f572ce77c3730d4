"""Where the tables of the form stand in a workbook: found by the words above their columns, in any order and place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise

from monitoring import file_errors
from monitoring.language import gettext
from monitoring.mapping import ABOUT, AS_MEASURED, ColumnMapping
from spreadsheets.columns import FIGURES, SHEETS, Column, SheetOfForm
from spreadsheets.header_names import LONGEST, named, named_with_period, nearly_named
from spreadsheets.header_remarks import bare
from spreadsheets.header_synonyms import OTHER_NAMES
from spreadsheets.mapped_words import OVER, meant_in
from spreadsheets.spelling import plain, whole
from spreadsheets.tables import Table, shown, titles_above, to_read
from spreadsheets.workbook import Cell, Sheet, Workbook

SEARCHED_ROWS = 100
FOUND_AT_LEAST = 2
SHOWN_AT_MOST = 8


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
        found += (mapped_tables(sheet, mapping) if mapping else []) or tables_of(sheet)
    return found


def first_words(sheets: Iterable[Sheet]) -> str:
    """The first cells of some sheets, to say what was found in a file that is another one."""
    cells = (shown(cell) for sheet in sheets for row in sheet.rows[:SEARCHED_ROWS] for cell in row if cell != "")
    seen = list(islice(cells, SHOWN_AT_MOST + 1))
    return ", ".join(seen[:SHOWN_AT_MOST]) + (" …" if len(seen) > SHOWN_AT_MOST else "")


def tables_of(sheet: Sheet) -> list[Table]:
    """The tables of a sheet from top to bottom: where there are several, each ends at the header of the next one.

    The header is the row with the most known words, in the first rows, or else anywhere. Of the others, one above it
    has rows of its own with codes; one below it says other words, for it is no header of a printed page.
    """
    found = {table.header: table for table in _headers(sheet, range(min(SEARCHED_ROWS, len(sheet.rows))))}
    found = found or {table.header: table for table in _headers(sheet, range(SEARCHED_ROWS, len(sheet.rows)))}
    if not found:
        return []
    best = max(found.values(), key=lambda table: (len(table.columns), -table.header))
    above = [table for table in found.values() if table.header < best.header and _holds_codes(table, best.header)]
    below = [table for table in _further(best) if not best.is_no_data(table.header)]
    tables = [*above, best, *below]
    begins = [0, *(_above_header(table, one) for one, table in pairwise(tables))]
    ends = [*begins[1:], -1]
    return [replace(one, begin=begin, end=end) for one, begin, end in zip(tables, begins, ends, strict=True)]


def _top(table: Table) -> int:
    return table.header if table.above is None else table.above


def _above_header(table: Table, before: Table) -> int:
    """Where a table begins that stands below another one: with its titles."""
    titles = titles_above(table.sheet, _top(table), before.columns[before.identity], before.header)
    return min(titles, default=_top(table))


def _holds_codes(table: Table, before: int) -> bool:
    """Whether something like a code, of letters and figures, stands in a row below the header; or else a title."""
    column, coded = table.columns[table.identity], table.identity == table.form.plan[0].field
    cells = (row[column] for row in table.sheet.rows[table.header + 1 : before])
    texts = (cell for cell in cells if isinstance(cell, str) and cell)
    return any(not coded or (any(map(str.isdigit, text)) and any(map(str.isalpha, text))) for text in texts)


def _further(best: Table) -> list[Table]:
    """The headers below that of a table, looked for where no code stands in its column."""
    column, rows = best.columns[best.identity], best.sheet.rows
    cells = [row[column] for row in rows]
    words = {cell for cell in set(cells) if isinstance(cell, str) and not any(map(str.isdigit, cell[:LONGEST]))}
    may_be = [number for number in best.places if cells[number] in words and len(str(cells[number])) <= LONGEST]
    return list(_headers(best.sheet, may_be))


def _headers(sheet: Sheet, numbers: Iterable[int]) -> Iterator[Table]:
    """The rows among some that may be a header, each as the table below it with the most columns."""
    for number in numbers:
        best: Table | None = None
        for table in _read_as_header(sheet, number):
            fills = any(column.field in table.columns for column in table.form.fill)
            code, title = (column.field for column in table.form.plan[:2])
            # A title alone says what a row is about only beside more words of the form.
            said = code in table.columns or (title in table.columns and len(table.columns) > FOUND_AT_LEAST)
            if fills and said and len(table.columns) > (len(best.columns) if best else FOUND_AT_LEAST - 1):
                best = table
        if best is not None:
            yield best


def _read_as_header(sheet: Sheet, number: int) -> Iterator[Table]:
    """A row as the header of each part of the form, alone and then below the row above it.

    The upper one of two lines names what the lower one leaves empty: cells merged over both, or over several columns.
    """
    row, over = sheet.rows[number], sheet.rows[number - 1] if number else []
    for form in SHEETS:
        columns = known_columns(form, row)
        if columns:
            yield _with_its_day(Table(sheet, form, number, columns))
            before = known_columns(form, over)
            upper = {field: place for field, place in before.items() if row[place] == "" and field not in columns}
            if upper:
                yield Table(sheet, form, number, upper | columns, above=number - 1)


def _with_its_day(table: Table) -> Table:
    """A table with the columns whose words name a figure and the day that it speaks of, if they all name one day."""
    row, known = table.sheet.rows[table.header], set(table.columns.values())
    found: dict[str, tuple[int, date]] = {}
    days = set()
    for place, cell in enumerate(row):
        said = None if place in known else named_with_period(table.form, cell)
        if said and said[1] and said[0] not in table.columns:
            found.setdefault(said[0], (place, said[1]))
            days.add(said[1])
    if len(days) != 1:
        return table
    columns = {field: place for field, (place, _) in found.items()}
    return replace(table, columns={**table.columns, **columns}, on=days.pop(), said_at=next(iter(columns)))


def header_words(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """The rows in which a header is looked for, with their words as they are compared."""
    for number in range(min(SEARCHED_ROWS, len(sheet.rows))):
        yield number, column_words(sheet, number)


def column_words(sheet: Sheet, number: int) -> list[str]:
    """What a header says above each column, as it is compared: see :func:`column_names`."""
    return [OVER.join(map(whole, said)) for said in _said_above(sheet, number)]


def column_names(sheet: Sheet, number: int) -> list[str]:
    """What a header says above each column.

    Of a header of two lines, as with plan and actual below each quarter, the upper one is said too where the lower one
    says the same above several columns, or nothing.
    """
    return [OVER.join(" ".join(words.split()) for words in said) for said in _said_above(sheet, number)]


def _said_above(sheet: Sheet, number: int) -> Iterator[tuple[str, ...]]:
    lower = [shown(cell) for cell in sheet.rows[number]]
    upper = [shown(cell) for cell in sheet.rows[number - 1]] if number else [""] * len(lower)
    times = Counter(map(whole, lower))
    over = ""  # stands over several columns, in the first of them
    for below, above in zip(lower, upper, strict=True):
        over = above or over
        yield (over, below) if below and over and times[whole(below)] > 1 else (below or above,)


def known_columns(form: SheetOfForm, row: list[Cell]) -> dict[str, int]:
    """The columns of the form that stand in a row, by field."""
    found: dict[str, int] = {}
    for number, cell in enumerate(row):
        for name in named(form, cell):
            if name not in found:
                found[name] = number
                break
    code = form.plan[0].field
    if found and code not in found:
        # Another word for the code is safe to take: whatever stands below it is a known code, or a fault.
        others = (
            place for place, cell in enumerate(row) if isinstance(cell, str) and plain(bare(cell)) in OTHER_NAMES[code]
        )
        place = next(others, None)
        if place is not None:
            found[code] = place
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


def _stands_over_others(sheet: Sheet, number: int, place: int) -> bool:
    """Whether a word is that of the upper one of two lines, over several columns that the lower one tells apart."""
    row, below = sheet.rows[number], sheet.rows[number + 1] if number + 1 < len(sheet.rows) else []
    over = below[place : place + 2] if place + 1 < len(row) and row[place + 1] == "" else []
    words = [cell for cell in over if isinstance(cell, str) and cell and not any(map(str.isdigit, cell))]
    return len(words) == FOUND_AT_LEAST and words[0] != words[1]


def mapped_tables(sheet: Sheet, mapping: ColumnMapping) -> list[Table]:
    """The tables that a mapping describes in a sheet: one for what holds of a whole row, or one for each period."""
    form = SHEETS[ABOUT.index(mapping.about)]
    identities = {column.field for column in form.plan[:2]}
    best: tuple[int, int, dict[int, str]] | None = None
    for number, words in header_words(sheet):
        meant = {
            place: word
            for place, word in meant_in(words, mapping).items()
            if word in mapping.read and not _stands_over_others(sheet, number, place)
        }
        named = any(mapping.read[word].field in identities for word in meant.values())
        if named and len(meant) >= FOUND_AT_LEAST and (best is None or len(meant) > best[0]):
            best = (len(meant), number, meant)
    if best is None:
        return []
    _, header, meant = best
    always: dict[str, int] = {}
    dated: dict[date, dict[str, int]] = {}
    for place, word in meant.items():
        one = mapping.read[word]
        columns = always if one.on is None else dated.setdefault(one.on, {})
        for field in FIGURES if one.field == AS_MEASURED else (one.field,):
            columns.setdefault(field, place)
    if not dated:
        return [Table(sheet, form, header, always)]
    return [
        Table(sheet, form, header, always | columns, on, dated=tuple(columns)) for on, columns in sorted(dated.items())
    ]


def unknown_to(mapping: ColumnMapping, tables: Sequence[Table]) -> Iterator[tuple[Table, int]]:
    """The columns that hold something, and of which a mapping says nothing, each with the first table it stands in."""
    first = {(id(one.sheet), one.header): one for one in reversed(tables)}
    for table in reversed(first.values()):
        meant = meant_in(column_words(table.sheet, table.header), mapping)
        read = {place for one in tables if one.sheet is table.sheet for place in one.columns.values()}
        left_out = {place for place, word in meant.items() if word not in mapping.read}
        filled = {place for at, row in table.rows() for place, cell in enumerate(row) if cell != ""}
        yield from ((table, place) for place in sorted(filled - read - left_out))


def missing_of(mapping: ColumnMapping, tables: Sequence[Table]) -> Iterator[tuple[Table, str]]:
    """The words of a mapping that are read, and stand above no column of a table that was read by it."""
    for table in {(id(one.sheet), one.header): one for one in reversed(tables)}.values():
        if any(one.header == table.header for one in mapped_tables(table.sheet, mapping)):
            said = meant_in(column_words(table.sheet, table.header), mapping).values()
            yield from ((table, word) for word in mapping.read if word not in said)
