"""The report as an Excel workbook. The same tables give the same bytes, whatever the clock says."""

from io import BytesIO

from monitoring.language import gettext as _
from reports import cover_sheet, sheets
from reports.properties import properties
from reports.styles import Styles
from reports.tables import SHEETS, ReportTables

LONGEST_NAME = 31  # Excel's limit for the name of a sheet
FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(report: ReportTables) -> bytes:
    """The workbook in the language of this run: a cover, and a sheet for each table of :data:`SHEETS`.

    Text stays text: what begins with = + - @ is never a formula. Nothing is cut off: a sheet has all rows of its table.
    """
    import xlsxwriter

    options = {
        "in_memory": True,  # parts of the file then get a fixed time instead of the present
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    target = BytesIO()
    book = xlsxwriter.Workbook(target, options)
    book.set_properties(properties(report.cover))
    styles = Styles(book)
    names = sheet_names(report)
    cover_sheet.add(book, styles, report, names)
    for key, name in names.items():
        sheets.add(book, styles, name, report.tables[key], report.cover)
    book.close()
    return target.getvalue()


def sheet_names(report: ReportTables) -> dict[str, str]:
    """The name of each table's sheet in the language of this run, as Excel allows it: short, and each once."""
    names: dict[str, str] = {}
    for number, key in enumerate(SHEETS, start=1):
        name = _(report.tables[key].title).translate(FORBIDDEN_IN_NAMES).strip()[:LONGEST_NAME]
        taken = {one.casefold() for one in (*names.values(), _("Cover"))}
        names[key] = f"{name[: LONGEST_NAME - 3]} {number}" if name.casefold() in taken else name
    return names
