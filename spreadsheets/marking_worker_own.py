"""Mark the sender's own workbook with openpyxl: all that is not a fault, a comment or the list stays as it was."""

import re
from collections.abc import Sequence
from copy import copy
from io import BytesIO
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles import Alignment, Border, Color, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from spreadsheets import marking_looks as looks
from spreadsheets.marking_list import MARK, MEMORY, SEPARATOR, Fault, Faults, Mark
from spreadsheets.marking_tasks import OwnWorkbook
from spreadsheets.marking_worker_before import Memory, unmark
from spreadsheets.marking_worker_results import results, with_results
from spreadsheets.marking_worker_validations import give_back

FILLS = {level: PatternFill("solid", fgColor=f"FF{colour}") for level, colour in looks.FILLS.items()}
_INK = Color(rgb=f"FF{looks.INK}")
_THEME_INK = 1  # the colour of text in the theme of a workbook
_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ in a file as the letter A
_RULE = Border(bottom=Side("thin", color=f"FF{looks.RULE}"))
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def marked(task: OwnWorkbook) -> bytes:
    """The sender's workbook with colours, comments and the list. Raises whatever openpyxl does on a broken file."""
    reader = ExcelReader(BytesIO(task.content), keep_vba=task.with_macros, keep_links=True, rich_text=True)
    reader.read()
    book = reader.wb
    give_back(reader, task.content)
    unmark(book)
    memory = Memory(book.create_sheet(MEMORY))
    for name, marks in task.faults.marks.items():
        if isinstance(sheet := book[name] if name in book.sheetnames else None, Worksheet):
            _mark_sheet(sheet, marks, task.faults.author, memory)
    _write_list(book.create_sheet(task.faults.sheet, 0), task.faults)
    _show_first(book)
    target = BytesIO()
    book.save(target)
    known = results(reader, task.content)
    by_part = {sheet.path.lstrip("/"): known[sheet.title] for sheet in book.worksheets if sheet.title in known}
    return with_results(target.getvalue(), by_part)


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
    for (row, column), found in by_cell.items():
        cell = sheet.cell(row, column)
        memory.remember(cell)
        cell.fill = FILLS[min(mark.level for mark in found)]
        colour = cell.font.color
        if colour is not None and not (colour.type == "theme" and colour.theme == _THEME_INK):
            font = copy(cell.font)
            font.color = _INK
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
    """Show the row and column of a fault: nobody mends what is hidden."""
    if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden:
        sheet.row_dimensions[row].hidden = False
    for columns in sheet.column_dimensions.values():
        if columns.hidden and columns.min <= column <= columns.max:
            columns.hidden = False


def _write_list(sheet: Any, faults: Faults) -> None:
    _write(sheet, 1, 1, MARK)
    sheet.row_dimensions[1].hidden = True
    _write_as(sheet, 2, 1, faults.sheet, bold=True, size=16)
    sheet.row_dimensions[2].height = looks.TITLE_HEIGHT
    for row, line in enumerate(faults.lines, start=3):
        _write_as(sheet, row, 1, line, bold=row == 3)
    header = 4 + len(faults.lines)
    for column, word in enumerate(faults.header, start=1):
        cell = _write_as(sheet, header, column, word, bold=True)
        cell.fill = PatternFill("solid", fgColor=f"FF{looks.HEAD}")
        cell.border, cell.alignment = _RULE, _WRAPPED
    for row, fault in enumerate(faults.listed, start=header + 1):
        _write_fault(sheet, row, fault)
    last = max(header + 1, sheet.max_row)
    sheet.auto_filter.ref = f"A{header}:{get_column_letter(len(faults.header))}{last}"
    sheet.freeze_panes = f"A{header + 1}"
    _set_up_page(sheet, header)


def _set_up_page(sheet: Any, header: int) -> None:
    for column, width in enumerate(looks.WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{header}:{header}"
    sheet.oddFooter.right.text = "&P / &N"


def _write_fault(sheet: Any, row: int, fault: Fault) -> None:
    for column, text in enumerate(fault.said, start=1):
        cell = _write(sheet, row, column, text)
        cell.border, cell.alignment = _RULE, _WRAPPED
    sheet.row_dimensions[row].height = looks.row_height(fault.said)
    _write_as(sheet, row, 1, fault.level_word, bold=fault.level == "error").fill = FILLS[fault.level]
    if fault.location:
        linked = _write_as(sheet, row, 3, fault.cell, color=Color(rgb=f"FF{looks.LINK}"), underline="single")
        linked.hyperlink = Hyperlink(ref=linked.coordinate, location=fault.location)


def _write_as(sheet: Any, row: int, column: int, text: str, **look: Any) -> Any:
    """A text in the font of the workbook, with something else about it."""
    cell = _write(sheet, row, column, text)
    font = copy(cell.font)
    for name, value in {"color": _INK, **look}.items():
        setattr(font, name, value)
    cell.font = font
    return cell


def _write(sheet: Any, row: int, column: int, text: str) -> Any:
    """Text is written as text, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = _ESCAPE.sub("_x005F_x", text)
    if text:
        cell.data_type = "s"
    cell.quotePrefix = looks.like_a_formula(text)
    return cell
