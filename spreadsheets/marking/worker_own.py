"""Mark the sender's own workbook with openpyxl: all that is not a fault, a comment or the list stays as it was."""

import zipfile
from collections.abc import Sequence
from copy import copy
from io import BytesIO
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet.worksheet import Worksheet

from spreadsheets.marking import looks
from spreadsheets.marking.fault_list import MEMORY, SEPARATOR, Mark
from spreadsheets.marking.tasks import HIDDEN, OwnWorkbook
from spreadsheets.marking.worker_before import Memory, unmark
from spreadsheets.marking.worker_list import FILLS, INK, write_list
from spreadsheets.marking.worker_results import Results, results, with_results
from spreadsheets.marking.worker_shapes import renumbered
from spreadsheets.marking.worker_validations import give_back

_THEME_INK = 1  # the colour of text in the theme of a workbook


def marked(task: OwnWorkbook) -> bytes:
    """The sender's workbook with colours, comments and the list. Raises whatever openpyxl does on a broken file."""
    reader = _Reader(BytesIO(task.content), keep_vba=task.with_macros, keep_links=True, rich_text=True)
    reader.read()
    book = reader.wb
    give_back(reader, task.content)
    unmark(book)
    memory = Memory(book.create_sheet(MEMORY))
    for name, marks in task.faults.marks.items():
        if isinstance(sheet := book[name] if name in book.sheetnames else None, Worksheet):
            _mark_sheet(sheet, marks, task.faults.author, memory)
    write_list(book.create_sheet(task.faults.sheet, 0), task.faults)
    _show_first(book)
    target = BytesIO()
    book.save(target)
    known = results(reader, task.content)
    by_part = {sheet.path.lstrip("/"): known[sheet.title] for sheet in book.worksheets if sheet.title in known}
    return _mended(target, by_part)


class _Reader(ExcelReader):  # type: ignore[misc]
    """Leaves numbers as they stand: openpyxl makes an error of one that looks like a date and is none."""

    def read_worksheets(self) -> None:
        self.wb._date_formats, self.wb._timedelta_formats = set(), set()
        super().read_worksheets()


def _mended(saved: BytesIO, by_part: dict[str, Results]) -> bytes:
    """What openpyxl has saved, with the results of formulas (by the part of their sheet) and numbers of comments."""
    target = BytesIO()
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        drawings = renumbered({name: before.read(name) for name in before.namelist() if name.endswith(".vml")})
        for part in before.infolist():
            name = part.filename
            xml = drawings[name] if name in drawings else before.read(part)
            after.writestr(part, with_results(xml, by_part[name]) if name in by_part else xml, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _show_first(book: Any) -> None:
    book.active = 0
    for sheet in book.worksheets:  # two chosen sheets at once would both take what is typed
        sheet.sheet_view.tabSelected = sheet is book.worksheets[0]
    for view in book.views:
        view.firstSheet = 0


def _mark_sheet(sheet: Any, marks: Sequence[Mark], author: str, memory: Memory) -> None:
    by_cell: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        by_cell.setdefault(_seen_at(sheet, mark), []).append(mark)
    if sheet.title not in HIDDEN:
        sheet.sheet_state = "visible"  # nobody mends what is hidden
    for (row, column), found in by_cell.items():
        cell = sheet.cell(row, column)
        memory.remember(cell)
        cell.fill = FILLS[min(mark.level for mark in found)]
        colour = cell.font.color
        if colour is not None and not (colour.type == "theme" and colour.theme == _THEME_INK):
            font = copy(cell.font)
            font.color = INK
            cell.font = font
        if said := "\n\n".join(mark.comment for mark in found if mark.comment):
            cell.comment = _comment(said, cell.comment, author)
        _show(sheet, row, column)


def _seen_at(sheet: Any, mark: Mark) -> tuple[int, int]:
    """The cell that shows a value: the first one where several are merged."""
    if isinstance(sheet.cell(mark.row, mark.column), MergedCell):
        for merged in sheet.merged_cells.ranges:
            if merged.min_row <= mark.row <= merged.max_row and merged.min_col <= mark.column <= merged.max_col:
                return merged.min_row, merged.min_col
    return mark.row, mark.column


def _comment(said: str, theirs: Comment | None, author: str) -> Comment:
    if theirs is not None:
        said = f"{said}\n\n{SEPARATOR}\n{theirs.text}"
    width, height = looks.comment_size(said)
    return Comment(said, author, height=height, width=width)


def _show(sheet: Any, row: int, column: int) -> None:
    """Show the row and column of a fault."""
    if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden:
        sheet.row_dimensions[row].hidden = False
    for columns in sheet.column_dimensions.values():
        if columns.hidden and columns.min <= column <= columns.max:
            columns.hidden = False
