"""Write the form of one partner and reporting period as a workbook."""

from collections.abc import Iterable
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from monitoring.form import FORM_VERSION, FormContent
from monitoring.language import gettext as _
from spreadsheets import form_rows, form_styles, marker
from spreadsheets.columns import ACTIVITIES, INDICATORS, SheetOfForm
from spreadsheets.form_limits import add_limits, write_lists
from spreadsheets.form_rows import BLANK_ROWS, SPARE_ROWS, FormRow
from spreadsheets.form_styles import Styles
from spreadsheets.form_words import read_me, sheet_name, title
from spreadsheets.growing_rows import GrowingRows, wide_enough

BAND, HEADER, FIRST = 2, 3, 4
FROZEN_COLUMNS = 2
README_WIDTH = 110
PAGES_WIDE = 4  # of A4, so that it can be read on paper
ALLOWED = ("format_columns", "format_rows", "insert_rows", "autofilter", "sort")
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def file_name(content: FormContent, blank: bool = False) -> str:
    """A name for the file, with “illustrative” in it where something in the form is made up."""
    kind = ("-blank" if blank else "") + ("-illustrative" if content.illustrative else "")
    return f"progress-{content.partner.code}-{content.period.code}{kind}.xlsx"


def archive_name(period: str) -> str:
    """A name for the forms of all partners."""
    return f"progress-{period}.zip"


def archive(contents: Iterable[FormContent], blank: bool = False) -> bytes:
    """Several forms as a ZIP: the same contents give the same bytes."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for content in contents:
            ends = content.period.ends
            entry = ZipInfo(file_name(content, blank), (ends.year, ends.month, ends.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            zipped.writestr(entry, write(content, blank))
    return target.getvalue()


def write(content: FormContent, blank: bool = False) -> bytes:
    """The form as XLSX in the language of the run: the same content gives the same bytes.

    The plan is filled in and locked, without a password; what is to be filled in is coloured and unlocked. A blank
    one has empty rows instead, and no protection: whoever likes to types or pastes codes and figures.
    """
    target = BytesIO()
    with Workbook(target, OPTIONS) as workbook:
        styles = form_styles.of(workbook)
        _say_what_it_is(workbook, content)
        filled: tuple[tuple[SheetOfForm, Iterable[FormRow], int], ...] = (
            (ACTIVITIES, () if blank else form_rows.of_activities(content), BLANK_ROWS if blank else 0),
            (INDICATORS, () if blank else form_rows.of_indicators(content), BLANK_ROWS if blank else SPARE_ROWS),
        )
        sheets = [
            (workbook.add_worksheet(sheet_name(form), GrowingRows), form, rows, spare) for form, rows, spare in filled
        ]
        _write_read_me(workbook.add_worksheet(_("Read me"), GrowingRows), content, styles, blank)
        lists = write_lists(workbook, content)
        for worksheet, form, rows, spare in sheets:
            written = list(rows)
            _set_up(worksheet, form, content, styles, FIRST + len(written) + spare)
            if not blank:
                worksheet.protect("", {option: True for option in ALLOWED})
            _write_rows(worksheet, form, written, styles)
            _write_spare(worksheet, form, range(FIRST + len(written), FIRST + len(written) + spare), styles)
            add_limits(worksheet, form, FIRST, max(FIRST, FIRST + len(written) + spare - 1), lists, content)
        hidden = workbook.add_worksheet(marker.SHEET)
        for row, (left, right) in enumerate(marker.lines(content, FORM_VERSION)):
            hidden.write_string(row, 0, left)
            hidden.write_string(row, 1, right)
        hidden.very_hidden()
    return target.getvalue()


def _say_what_it_is(workbook: Workbook, content: FormContent) -> None:
    said = {"title": title(content), "comments": _("Illustrative") if content.illustrative else ""}
    # The moment of writing is left out, so that the same content gives the same bytes.
    workbook.set_properties({**said, "created": datetime.combine(content.period.ends, time())})


def _set_up(worksheet: GrowingRows, form: SheetOfForm, content: FormContent, styles: Styles, end: int) -> None:
    """All of a sheet but its rows: title, bands, header, widths, printing and protection."""
    worksheet.write_string(0, 0, title(content), styles.title)
    worksheet.write_string(1, 0, _("Fill in the coloured cells; leave empty what is not known."), styles.hint)
    worksheet.write_string(1, len(form.plan), _("Number of this form: {mark}", mark=marker.seen(content)), styles.hint)
    bands = ((0, form.plan, form.known), (len(form.plan), form.fill, form.asked))
    for first, columns, word in bands:
        worksheet.merge_range(BAND, first, BAND, first + len(columns) - 1, _(word), styles.band)
    widths = _widths(form)
    for number, column in enumerate(form.columns):
        header = styles.header if number < len(form.plan) else styles.fill_header
        worksheet.write_string(HEADER, number, _(column.header), header)
        worksheet.set_column(number, number, widths[number])
    worksheet.fit(HEADER, (_(column.header) for column in form.columns), widths)
    worksheet.freeze_panes(FIRST, FROZEN_COLUMNS)
    worksheet.autofilter(HEADER, 0, max(FIRST, end - 1), len(form.columns) - 1)
    _set_up_printing(worksheet, content)


def _widths(form: SheetOfForm) -> list[float]:
    return [wide_enough(column.width, _(column.header)) for column in form.columns]


def _set_up_printing(worksheet: Worksheet, content: FormContent) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(PAGES_WIDE, 0)
    worksheet.repeat_rows(HEADER)
    worksheet.repeat_columns(0, FROZEN_COLUMNS - 1)
    worksheet.set_footer(f"&L{title(content).replace('&', '&&')}&R&P / &N")


def _write_rows(worksheet: GrowingRows, form: SheetOfForm, rows: Iterable[FormRow], styles: Styles) -> None:
    widths = _widths(form)
    for number, row in enumerate(rows, start=FIRST):
        worksheet.fit(number, (row.values.get(column.field) for column in form.columns), widths)
        for column, definition in enumerate(form.columns):
            field = definition.field
            if definition.kind == "plan":
                style = styles.plan_date if field in form_rows.PLAN_DATES else styles.plan
            else:
                style = styles.fill[definition.kind] if field in row.open else styles.closed
            _write_cell(worksheet, number, column, row.values.get(field), style)


def _write_spare(worksheet: Worksheet, form: SheetOfForm, rows: range, styles: Styles) -> None:
    """Empty rows for more values, of groups for example; their code is typed or chosen."""
    for number in rows:
        worksheet.write_blank(number, 0, None, styles.fill["text"])
        for column in range(1, len(form.plan)):
            worksheet.write_blank(number, column, None, styles.closed)
        for column, definition in enumerate(form.fill, start=len(form.plan)):
            worksheet.write_blank(number, column, None, styles.fill[definition.kind])


def _write_cell(worksheet: Worksheet, row: int, column: int, value: Any, style: Any) -> None:
    """Text is written as text, whatever it begins with."""
    if value is None or value == "":
        worksheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        worksheet.write_string(row, column, value, style)
    elif isinstance(value, int | float):
        worksheet.write_number(row, column, value, style)
    else:
        worksheet.write_datetime(row, column, datetime.combine(value, time()), style)


def _write_read_me(worksheet: GrowingRows, content: FormContent, styles: Styles, blank: bool) -> None:
    worksheet.set_column(0, 0, README_WIDTH)
    worksheet.write_string(0, 0, title(content), styles.title)
    for row, line in enumerate(read_me(content), start=2):
        worksheet.write_string(row, 0, line, styles.words)
        worksheet.fit(row, [line], [README_WIDTH])
    worksheet.set_landscape()
    worksheet.set_paper(9)
    if not blank:
        worksheet.protect()
