"""What a marked copy remembers, so that it can be marked again: how each cell looked, and what its sender had noted."""

from copy import copy
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from spreadsheets.marking.fault_list import MARK, MEMORY, SEPARATOR, is_list, is_our_comment
from spreadsheets.marking.looks import FILLS, comment_size
from spreadsheets.workbook import Sheet

_SEARCHED_ROWS = 12
_TITLE, _ROOM_FOR_NAMES = 1, 4


class Memory:
    """The hidden sheet: one row for a marked cell with its sheet, address, a cell that looks as it looked, and the
    author of its own comment.
    """

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._row = _TITLE
        sheet.cell(_TITLE, 1, MARK)
        sheet.sheet_state = "veryHidden"

    def remember(self, cell: Any) -> None:
        """Keep the look of a cell that is about to be marked."""
        self._row += 1
        author = cell.comment.author if cell.comment is not None else ""
        for column, text in ((1, cell.parent.title), (2, cell.coordinate), (4, author)):
            kept = self._sheet.cell(self._row, column, text)
            kept.data_type = "s"
        look = self._sheet.cell(self._row, 3)
        look.fill, look.font = copy(cell.fill), copy(cell.font)


class _Before:
    """How the cells of a marked copy looked: by address, else as another cell of their column did."""

    def __init__(self, book: Any) -> None:
        self._rows: dict[tuple[str, str], Any] = {}
        self._columns: dict[tuple[str, str], Any] = {}
        if MEMORY in book.sheetnames:
            for row in book[MEMORY].iter_rows(min_row=_TITLE + 1, max_col=_ROOM_FOR_NAMES):
                sheet, cell = str(row[0].value), str(row[1].value)
                self._rows[sheet, cell] = row
                self._columns.setdefault((sheet, cell.rstrip("0123456789")), row)

    def give_back(self, cell: Any) -> None:
        """Let a cell look as it did; without a colour where nothing is known of it."""
        at = (cell.parent.title, cell.coordinate)
        row = self._rows.get(at) or self._columns.get((at[0], cell.column_letter))
        cell.fill = copy(row[2].fill) if row else PatternFill()
        if row:
            cell.font = copy(row[2].font)

    def author(self, cell: Any) -> str:
        """Who had written the cell's own comment."""
        row = self._rows.get((cell.parent.title, cell.coordinate))
        return str(row[3].value or "") if row else ""


def unmark(book: Any) -> None:
    """Take an earlier list, its colours and comments out of a workbook, whoever moved its rows since.

    Comments of others are kept, in a size that shows them whole: openpyxl forgets theirs.
    """
    before = _Before(book)
    ours = {number for number, fill in enumerate(book._fills) if _is_ours(fill)}
    for sheet in book.worksheets:
        if _is_list(sheet):
            continue
        for cell in list(sheet._cells.values()):
            if ours and cell._style is not None and cell._style.fillId in ours:
                before.give_back(cell)
            if getattr(cell, "comment", None) is not None:  # a merged cell has none
                cell.comment = _theirs(cell, before)
    for sheet in [one for one in book.worksheets if _is_list(one)]:
        book.remove(sheet)


def _is_list(sheet: Any) -> bool:
    rows = [["" if cell is None else cell for cell in row] for row in _top(sheet)]
    return is_list(Sheet(sheet.title, rows=rows))


def _top(sheet: Any) -> Any:
    return sheet.iter_rows(
        max_row=min(_SEARCHED_ROWS, sheet.max_row), max_col=min(20, sheet.max_column), values_only=True
    )


def _is_ours(fill: Any) -> bool:
    if fill.tagname != "patternFill" or fill.fill_type != "solid" or fill.fgColor.type != "rgb":
        return False
    return str(fill.fgColor.rgb)[-6:].upper() in FILLS.values()


def _theirs(cell: Any, before: _Before) -> Comment | None:
    """What is left of a comment without our part, in a size that shows it whole."""
    text, author = cell.comment.text, cell.comment.author or ""
    if is_our_comment(author, text):
        text, author = text.partition(f"{SEPARATOR}\n")[2], before.author(cell)
        if not text:
            return None
    width, height = comment_size(text)
    return Comment(text, author, height=height, width=width)
