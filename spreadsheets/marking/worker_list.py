"""The list of faults as the first sheet of the sender's own workbook, written with openpyxl."""

import re
from copy import copy
from typing import Any

from openpyxl.styles import Alignment, Border, Color, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from spreadsheets.marking import looks
from spreadsheets.marking.fault_list import MARK, Fault, Faults

FILLS = {level: PatternFill("solid", fgColor=f"FF{colour}") for level, colour in looks.FILLS.items()}
INK = Color(rgb=f"FF{looks.INK}")
_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ in a file as the letter A
_RULE = Border(bottom=Side("thin", color=f"FF{looks.RULE}"))
_WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)


def write_list(sheet: Any, faults: Faults) -> None:
    """Fill an empty sheet: the hidden mark, a title, the counts, and a row for each fault."""
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
    for chosen in sheet.sheet_view.selection:
        chosen.activeCell = chosen.sqref = f"A{header + 1}"
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
    for name, value in {"color": INK, **look}.items():
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
