"""Put cells into rows: one block of a sheet, or several where one would be mostly empty.

One stray value at XFD1048576 would ask for 17 thousand million empty cells. The blocks of such a sheet have its name,
and each knows where it begins, so that every cell keeps the address that its sender sees.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from spreadsheets.worker.found import TOO_DEMANDING, TOO_LONG, Allowed, Cells, Found, Merged, Name, Refused, Value

ROWS_APART, COLUMNS_APART = 1000, 50  # so many empty ones between two cells part them into two blocks


def column_letters(column: int) -> str:
    """The letters above a column (from 0)."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def in_order(
    name: Name,
    rows: list[list[Value]],
    allowed: Allowed,
    hidden: Collection[int] = (),
    merged: Sequence[Merged] = (),
) -> list[Found]:
    """Rows of any lengths that follow each other, made equally long. Raises Refused."""
    width = max(map(len, rows), default=0)
    if len(rows) > allowed.rows or len(rows) * width > allowed.cells:
        return scattered(name, cells_of(rows), allowed, hidden, merged)
    for row in rows:
        row += [""] * (width - len(row))
    return [Found(name, rows=rows, hidden=sorted(row for row in hidden if row < len(rows)), merged=[*merged])]


def cells_of(rows: Iterable[list[Value]], first_row: int = 0, first_column: int = 0) -> Cells:
    """The cells of some rows that are not empty."""
    found = {}
    for number, row in enumerate(rows, first_row):
        filled = {column: value for column, value in enumerate(row, first_column) if value != ""}
        if filled:
            found[number] = filled
    return found


def scattered(
    name: Name,
    cells: Cells,
    allowed: Allowed,
    hidden: Collection[int] = (),
    merged: Sequence[Merged] = (),
    unseen: bool = False,
) -> list[Found]:
    """The blocks of a sheet, from cells that may lie anywhere; ``hidden`` are row numbers. Raises Refused.

    The rows that hold something count against the limit of rows, not the empty ones between.
    """
    if len(cells) > allowed.rows:
        raise Refused(TOO_LONG, rows=len(cells), limit=allowed.rows)
    if not cells:
        return [Found(name, unseen=unseen)]
    columns = {column for row in cells.values() for column in row}
    height, width = max(cells) - min(cells) + 1, max(columns) - min(columns) + 1
    if height <= allowed.rows and height * width <= allowed.cells:
        blocks = [_block(name, cells, min(cells), max(cells), min(columns), max(columns), hidden)]
    else:
        blocks = list(_blocks(name, cells, allowed, hidden))
    for block in blocks:
        block.merged, block.unseen = [*merged], unseen
    return blocks


def _blocks(name: Name, cells: Cells, allowed: Allowed, hidden: Collection[int]) -> Iterator[Found]:
    """The blocks of cells that lie far apart. Raises Refused."""
    left = allowed.cells
    for top, bottom in _groups(cells, ROWS_APART):
        part = {row: cells[row] for row in cells if top <= row <= bottom}
        for first, last in _groups({column for row in part.values() for column in row}, COLUMNS_APART):
            left -= (bottom - top + 1) * (last - first + 1)
            if left < 0:
                raise Refused(TOO_DEMANDING)
            yield _block(name, part, top, bottom, first, last, hidden)


def _groups(places: Iterable[int], apart: int) -> list[tuple[int, int]]:
    """First and last of each group of places; more than so many empty ones lie between two groups."""
    groups: list[tuple[int, int]] = []
    for place in sorted(places):
        if groups and place - groups[-1][1] <= apart:
            groups[-1] = (groups[-1][0], place)
        else:
            groups.append((place, place))
    return groups


def _block(name: Name, cells: Cells, top: int, bottom: int, first: int, last: int, hidden: Collection[int]) -> Found:
    rows: list[list[Value]] = [[""] * (last - first + 1) for _ in range(bottom - top + 1)]
    for number, row in cells.items():
        for column, value in row.items():
            if first <= column <= last:
                rows[number - top][column - first] = value
    return Found(name, top, first, rows, sorted(row - top for row in hidden if top <= row <= bottom))


def within(found: list[Found], allowed: Allowed) -> list[Found]:
    """The same sheets, if they hold no more than is allowed together. Raises Refused."""
    cells = 0
    for sheet in found:
        if len(sheet.rows) > allowed.rows:
            raise Refused(TOO_LONG, rows=len(sheet.rows), limit=allowed.rows)
        cells += len(sheet.rows) * (len(sheet.rows[0]) if sheet.rows else 0)
    if cells > allowed.cells:
        raise Refused(TOO_DEMANDING)
    return found
