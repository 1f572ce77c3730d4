"""Read .xls, of Excel 97 to 2003: calamine gives the values, xlrd what calamine leaves out."""

import io
import os
import struct

import xlrd
from xlrd.compdoc import CompDocError
from xlrd.formula import FormulaError

from spreadsheets.worker import calamined
from spreadsheets.worker.found import BROKEN, Allowed, Found, Gone
from spreadsheets.worker.number_formats import shown_by
from spreadsheets.worker.sheet_xml import Overlooked

# What xlrd meets in a damaged file, where it trusts what it finds.
DAMAGED = (
    *(xlrd.XLRDError, CompDocError, FormulaError, struct.error, *BROKEN),
    *(AssertionError, TypeError, AttributeError, ArithmeticError, NameError, RecursionError),
)

SHOWN = (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE)


def sheets(content: bytes, allowed: Allowed) -> tuple[list[Found], bool]:
    """The sheets, and whether percentages could be told from other numbers.

    Raises Refused, CalamineError, PasswordError, TooSparse.
    """
    overlooked = _overlooked(content)
    found = calamined.sheets(io.BytesIO(content), allowed, lambda name: (overlooked or {}).get(name, Overlooked()))
    return found, overlooked is not None


def _overlooked(content: bytes) -> dict[str, Overlooked] | None:
    """By sheet what calamine leaves out: None where the file is older or more damaged than xlrd can tell."""
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            book = xlrd.open_workbook(
                file_contents=content, formatting_info=True, ragged_rows=True, logfile=nowhere, on_demand=True
            )
            return {sheet.name: _of_sheet(book, sheet) for sheet in book.sheets()}
    except DAMAGED:
        return None


def _of_sheet(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Overlooked:
    codes = ((number, book.format_map.get(one.format_key)) for number, one in enumerate(book.xf_list))
    shown = {number: how for number, code in codes if code is not None and (how := shown_by(code.format_str))}
    hidden = {row for row, about in sheet.rowinfo_map.items() if about.hidden or about.height == 0}
    found = Overlooked(hidden=hidden)
    # The end of each is the first row and column beyond it.
    found.merged = [(top, left, end - 1) for top, end, left, _ in sheet.merged_cells if end - top > 1]
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_ERROR:
                word = xlrd.error_text_from_code.get(sheet.cell_value(row, column), "#N/A")
                found.instead[row, column] = Gone(word)
            elif kind in SHOWN and sheet.cell_xf_index(row, column) in shown:
                found.shown[row, column] = shown[sheet.cell_xf_index(row, column)]
    return found
