"""The report as an Excel workbook. The same contents give the same bytes, whatever the clock says."""

from collections.abc import Iterable
from io import BytesIO

from monitoring.language import gettext as _
from reports import all_tables, cover_sheet, sheets, summary_sheet
from reports.contents import Contents
from reports.properties import properties
from reports.styles import Styles
from reports.tables import Table

LONGEST_NAME = 31  # Excel's limit for the name of a sheet
FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PACE = 0.001  # seconds for an activity that is shown, roughly
TEXT_STAYS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(contents: Contents) -> bytes:
    """The workbook in the language of this run: a cover, a summary with charts, and a sheet for each table of
    :func:`reports.all_tables.sheets`.

    Text stays text: what begins with = + - @ is never a formula. Nothing is cut off: a sheet has all rows of its table.
    """
    import xlsxwriter

    target = BytesIO()
    book = xlsxwriter.Workbook(target, TEXT_STAYS_TEXT)
    report, tables = contents.report, all_tables.sheets(contents)
    book.set_properties(properties(report.cover))
    styles = Styles(book)
    cover, summary, *names = sheet_names(tables.values())
    cover_sheet.add(
        book, styles, cover, report, [(name, len(one)) for name, one in zip(names, tables.values(), strict=True)]
    )
    summary_sheet.add(book, styles, summary, contents)
    for name, table in zip(names, tables.values(), strict=True):
        sheets.add(book, styles, name, table, report.cover)
    book.close()
    return target.getvalue()


def sheets_of(contents: Contents) -> list[str]:
    """The names of the sheets in the language of this run."""
    return sheet_names(all_tables.sheets(contents).values())


def sheet_names(tables: Iterable[Table]) -> list[str]:
    """The names of cover, summary and each table's sheet, as Excel allows it: short, and each once."""
    names: list[str] = []
    for number, title in enumerate((_("Cover"), _("Summary"), *(_(table.title) for table in tables))):
        name = title.translate(FORBIDDEN_IN_NAMES).strip()[:LONGEST_NAME]
        taken = {one.casefold() for one in names}
        names.append(f"{name[: LONGEST_NAME - 3]} {number}" if name.casefold() in taken else name)
    return names
