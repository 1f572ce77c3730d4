"""Write the cells of any workbook into a new one with XlsxWriter, row by row, and mark them."""

import pickle
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import IO, Any

from xlsxwriter import Workbook

from spreadsheets.marking import looks
from spreadsheets.marking.fault_list import MARK, Faults, Mark
from spreadsheets.marking.tasks import NewSheet, NewWorkbook
from spreadsheets.workbook import Cell

_FIRST_DAY = datetime(1900, 3, 1)  # Excel's calendar has a 29 February 1900
_EXACT = 10**15  # the largest numbers of which Excel keeps every figure
_DATES = {"date": "dd.mm.yyyy", "moment": "dd.mm.yyyy hh:mm", "time": "hh:mm:ss", "span": "[h]:mm:ss"}
_LINE: dict[str, Any] = {"bottom": 1, "bottom_color": f"#{looks.RULE}"}
_ABOVE: dict[str, Any] = {"text_wrap": False}
_HEADER: dict[str, Any] = {"bold": True, "bg_color": f"#{looks.HEAD}", "indent": 1}
_BELOW: dict[str, Any] = {}
_ALL_CELLS = "A1:XFD1048576"


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def of(self, **look: Any) -> Any:
        """The format that looks so: on top of its cell, and wrapped."""
        key = repr(look)
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "top", "text_wrap": True, **look})
        return self._made[key]


def written(task: NewWorkbook, given: IO[bytes], folder: str) -> bytes:
    """The new workbook; the pieces of its sheets are taken from ``given``, and None after the last of each."""
    target = BytesIO()
    options = {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(target, {**options, "strings_to_numbers": False}) as book:
        formats = _Formats(book)
        _write_list(book.add_worksheet(task.faults.sheet), task.faults, formats)
        for sheet in task.sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, given, task.faults, formats)
    return target.getvalue()


def _rows(given: IO[bytes]) -> Iterator[list[Cell]]:
    while (piece := pickle.load(given)) is not None:
        yield from piece


def _write_sheet(worksheet: Any, sheet: NewSheet, given: IO[bytes], faults: Faults, formats: _Formats) -> None:
    marks: dict[int, dict[int, Mark]] = {}
    for mark in faults.marks.get(sheet.name, ()):
        marks.setdefault(mark.row - 1, {})[mark.column - 1] = mark
    for number, row in _numbered(_rows(given), sheet.first_row, sorted(marks)):
        marked = marks.get(number, {})
        values = {column: value for column, value in enumerate(row, start=sheet.first_column) if value != ""}
        plain = _look(number - sheet.first_row - sheet.header)
        if plain is not _ABOVE:
            worksheet.set_row(number, looks.row_height((str(value) for value in row), sheet.widths))
        for column in sorted({*values, *marked}):
            found = marked.get(column)
            look = {**plain, "bg_color": f"#{looks.FILLS[found.level]}"} if found else plain
            _write(worksheet, number, column, values.get(column, ""), formats, look)
            if found and found.comment:
                _write_comment(worksheet, found, faults.author)
    _set_up(worksheet, sheet)


def _look(below_header: int) -> dict[str, Any]:
    """How a row looks: the titles above the header, the header, and what is below it."""
    if below_header < 0:
        return _ABOVE
    return _BELOW if below_header else _HEADER


def _numbered(rows: Iterator[list[Cell]], first: int, marked: list[int]) -> Iterator[tuple[int, list[Cell]]]:
    """The rows with their numbers, and an empty one for each that holds nothing but a mark; from top to bottom."""
    waiting = marked[::-1]
    for number, row in enumerate(rows, start=first):
        while waiting and waiting[-1] <= number:
            if (alone := waiting.pop()) < number:
                yield alone, []
        yield number, row
    for alone in waiting[::-1]:
        yield alone, []


def _write(worksheet: Any, row: int, column: int, value: Cell, formats: _Formats, look: dict[str, Any]) -> None:
    """Text is written as text, whatever it begins with; what Excel cannot hold as a number or date, too."""
    if isinstance(value, bool):
        worksheet.write_boolean(row, column, value, formats.of(**look))
    elif isinstance(value, int | float) and isfinite(value) and abs(value) < _EXACT:
        worksheet.write_number(row, column, value, formats.of(**look))
    elif isinstance(value, date | time | timedelta) and (kind := _kind(value)):
        worksheet.write_datetime(row, column, value, formats.of(num_format=_DATES[kind], **look))
    elif text := looks.clean(str(value)):
        quoted = {"quote_prefix": True} if looks.like_a_formula(text) else {}
        aside = {} if look is _ABOVE else {"indent": 1}  # from a number at the right of the cell before
        worksheet.write_string(row, column, text, formats.of(**{**look, **quoted, **aside}))
    else:
        worksheet.write_blank(row, column, None, formats.of(**look))


def _kind(value: date | time | timedelta) -> str:
    """How a date or time is shown; empty where Excel's calendar does not reach."""
    if isinstance(value, timedelta):
        return "span" if value >= timedelta() else ""
    if isinstance(value, time):
        return "time"
    if isinstance(value, datetime):
        return "moment" if value.replace(tzinfo=None) >= _FIRST_DAY else ""
    return "date" if value >= _FIRST_DAY.date() else ""


def _write_comment(worksheet: Any, mark: Mark, author: str) -> None:
    width, height = looks.comment_size(mark.comment)
    look = {"author": author, "width": width, "height": height, "font_size": 9}
    worksheet.write_comment(mark.row - 1, mark.column - 1, mark.comment, look)


def _set_up(worksheet: Any, sheet: NewSheet) -> None:
    for column, width in enumerate(sheet.widths, start=sheet.first_column):
        worksheet.set_column(column, column, width)
    if sheet.header >= 0:
        worksheet.freeze_panes(sheet.first_row + sheet.header + 1, 0)
    worksheet.ignore_errors({"number_stored_as_text": _ALL_CELLS})
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    if sheet.state == "hidden":
        worksheet.hide()
    elif sheet.state == "very hidden":
        worksheet.very_hidden()


def _write_list(worksheet: Any, faults: Faults, formats: _Formats) -> None:
    ink = {"font_color": f"#{looks.INK}"}
    worksheet.write_string(0, 0, MARK)
    worksheet.set_row(0, None, None, {"hidden": True})
    worksheet.set_row(1, looks.TITLE_HEIGHT)
    worksheet.write_string(1, 0, faults.sheet, formats.of(bold=True, font_size=16, text_wrap=False, **ink))
    for row, text in enumerate(faults.lines, start=2):
        worksheet.write_string(row, 0, text, formats.of(bold=row == 2, text_wrap=False, **ink))
    header = 3 + len(faults.lines)
    for column, word in enumerate(faults.header):
        worksheet.write_string(header, column, word, formats.of(**_HEADER, **ink))
    for row, fault in enumerate(faults.listed, start=header + 1):
        worksheet.set_row(row, looks.row_height(fault.said))
        level = {"bg_color": f"#{looks.FILLS[fault.level]}", "bold": fault.level == "error"}
        _write(worksheet, row, 0, fault.level_word, formats, {**_LINE, **ink, **level})
        for column, text in enumerate(fault.said[1:], start=1):
            _write(worksheet, row, column, text, formats, {**_LINE, **ink})
        if fault.location:
            link = formats.of(font_color=f"#{looks.LINK}", underline=1, **_LINE)
            worksheet.write_url(row, 2, f"internal:{fault.location}", link, fault.cell)
    worksheet.autofilter(header, 0, header + max(1, len(faults.listed)), len(faults.header) - 1)
    worksheet.freeze_panes(header + 1, 0)
    _set_up_list(worksheet, header)


def _set_up_list(worksheet: Any, header: int) -> None:
    for column, width in enumerate(looks.WIDTHS):
        worksheet.set_column(column, column, width)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(header)
    worksheet.set_footer("&R&P / &N")
    worksheet.ignore_errors({"number_stored_as_text": _ALL_CELLS})
