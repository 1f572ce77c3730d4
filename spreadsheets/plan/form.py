"""Write a plan as a workbook: the present one, to be changed, or a blank one, to be filled in."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.plan_book import PlanBook
from monitoring.plan_rows import CHILDREN
from monitoring.plan_words import CHOICES
from spreadsheets.columns import CURRENCIES
from spreadsheets.form import OPTIONS
from spreadsheets.form_limits import FIRST_DATE, LISTS, MESSAGE_MOST, TITLE_MOST
from spreadsheets.form_words import FORBIDDEN, NAME_MOST
from spreadsheets.growing_rows import GrowingRows, wide_enough
from spreadsheets.plan import marker as plan_marker
from spreadsheets.plan.activity_sheets import ACTIVITIES
from spreadsheets.plan.columns import PlanColumn, PlanSheet
from spreadsheets.plan.sheets import SHEETS
from spreadsheets.plan.styles import PlanStyles, styles_of

HEADER, FIRST = 2, 3
SPARE_ROWS = 500
README_WIDTH = 110
READ_ME = (
    later("One row says one thing; the code in its first column tells it from all others and stays the same for ever."),
    later("Change what has changed, add rows below, and send the file back. What stays as it is may stay in the file."),
    later(
        "A change of an activity in a signed plan is an amendment: say in its row which kind it is, from when it "
        "holds, when it was signed, why, and by which letter. What held before is kept."
    ),
    later("An activity that will not take place is cancelled, not deleted: choose “Cancelled” under Amendment."),
    later(
        "To carry an activity over, choose “Carried over” under Amendment in its row, and name its code under "
        "Continues in the row of the new workplan, with the percent it begins with."
    ),
    later("Milestones, funding and focal points have sheets of their own; they belong to the activity they name."),
    later("A row that is deleted here is taken out of the plan, unless something was reported on it."),
    later("A sheet or a column that is deleted says nothing: what the plan holds there stays."),
    later("An empty cell means that nothing is known. It is not 0."),
    later("Several codes in one cell have a semicolon between them."),
)


def file_name(book: PlanBook, blank: bool) -> str:
    """A name for the file, with “illustrative” in it where something in the plan is made up."""
    made_up = "-illustrative" if not blank and _illustrative(book) else ""
    return "plan-blank.xlsx" if blank else f"plan{made_up}.xlsx"


def write(book: PlanBook, blank: bool = False) -> bytes:
    """The plan as XLSX in the language of the run: the same plan gives the same bytes.

    A blank one has the codes of the present plan in its lists and no rows.
    """
    target = BytesIO()
    written = PlanBook() if blank else book
    with Workbook(target, OPTIONS) as workbook:
        # The moment of writing is left out, so that the same plan gives the same bytes.
        comments = _("Illustrative") if _illustrative(written) else ""
        workbook.set_properties({"title": _("Plan"), "comments": comments, "created": datetime(2000, 1, 1)})
        styles = styles_of(workbook)
        readme = workbook.add_worksheet(_("Read me"), GrowingRows)
        sheets = [(workbook.add_worksheet(sheet_name(sheet), GrowingRows), sheet) for sheet in SHEETS]
        lists = _write_lists(workbook, book)
        _write_read_me(readme, _illustrative(written), styles)
        for worksheet, sheet in sheets:
            rows = list(_rows(sheet, written))
            _set_up(worksheet, sheet, styles, len(rows))
            widths = _widths(sheet)
            for number, values in enumerate(rows, start=FIRST):
                worksheet.fit(number, (values.get(column.field) for column in sheet.columns), widths)
                for place, column in enumerate(sheet.columns):
                    _write_cell(worksheet, number, place, values.get(column.field), styles.cell(column.kind))
            _add_limits(worksheet, sheet, FIRST + len(rows) + SPARE_ROWS, lists)
        _write_mark(workbook.add_worksheet(plan_marker.SHEET), written)
        sheets[0][0].activate()
    return target.getvalue()


def sheet_name(sheet: PlanSheet) -> str:
    """The name of a sheet, as far as spreadsheets allow it."""
    return _(sheet.name).translate(FORBIDDEN).strip()[:NAME_MOST]


def _illustrative(book: PlanBook) -> bool:
    return any(row.illustrative for row in book.of("activities").values())


def _rows(sheet: PlanSheet, book: PlanBook) -> Iterator[dict[str, Any]]:
    """The rows of a sheet: what is to stand in its cells, by field."""
    for row in book.of("activities" if sheet.child else sheet.table).values():
        if sheet.table in CHILDREN:
            for one in getattr(row, sheet.table):
                yield {column.field: as_typed(column, getattr(one, column.field, row.code)) for column in sheet.columns}
        else:
            plain = (column for column in sheet.columns if not column.signed)
            yield {column.field: as_typed(column, getattr(row, column.field)) for column in plain}


def as_typed(column: PlanColumn, value: Any) -> Any:
    """A value as a person would type it into a cell of the column; None for an empty cell."""
    if value is None or value == "":
        return None
    if column.kind == "choice":
        return _(CHOICES[column.of][value])
    if isinstance(value, tuple):
        return (" | " if column.kind == "levels" else "; ").join(value) or None
    if column.kind == "money":
        return _number(Decimal(value) / 100)
    if column.kind == "percent" and 0 < value < 1:  # without its sign it might be a share
        return f"{value.normalize():f} %"
    return _number(value) if isinstance(value, Decimal) else value


def _number(exact: Decimal) -> float | str:
    """A number of the spreadsheet; a text where that would lose digits."""
    found = float(exact)
    return found if Decimal(repr(found)) == exact else f"{exact:f}"


def _set_up(worksheet: GrowingRows, sheet: PlanSheet, styles: PlanStyles, rows: int) -> None:
    """All of a sheet but its rows: title, header, widths and printing."""
    worksheet.write_string(0, 0, _(sheet.name), styles.title)
    said = _("Columns with a star are needed. Blue columns say what is signed with a change.")
    worksheet.write_string(1, 0, said, styles.hint)
    widths = _widths(sheet)
    for place, column in enumerate(sheet.columns):
        star = " *" if column.needed else ""
        worksheet.write_string(
            HEADER, place, _(column.header) + star, styles.signed if column.signed else styles.header
        )
        worksheet.set_column(place, place, widths[place], styles.plain(column.kind))
    worksheet.fit(HEADER, (_(column.header) for column in sheet.columns), widths)
    worksheet.freeze_panes(FIRST, 1)
    worksheet.autofilter(HEADER, 0, FIRST + max(0, rows - 1), len(sheet.columns) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(4 if sheet is ACTIVITIES else 1, 0)
    worksheet.repeat_rows(HEADER)


def _widths(sheet: PlanSheet) -> list[float]:
    return [wide_enough(column.width, _(column.header)) for column in sheet.columns]


def _write_cell(worksheet: Worksheet, row: int, column: int, value: Any, style: Any) -> None:
    """Text is written as text, whatever it begins with."""
    if value is None:
        worksheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        worksheet.write_string(row, column, value, style)
    elif isinstance(value, date):
        worksheet.write_datetime(row, column, datetime.combine(value, time()), style)
    else:
        worksheet.write_number(row, column, value, style)


def _write_lists(workbook: Workbook, book: PlanBook) -> dict[str, str]:
    """Write the codes and words to choose from to a hidden sheet; where each list stands."""
    worksheet = workbook.add_worksheet(LISTS)
    wanted = {column.of for sheet in SHEETS for column in sheet.columns if column.kind in ("ref", "choice")}
    lists = {name: [_(word) for word in CHOICES[name].values()] for name in sorted(wanted & CHOICES.keys())}
    lists |= {name: list(book.codes(name)) for name in sorted(wanted - CHOICES.keys())}
    lists["currency"] = list(CURRENCIES)
    places = {}
    for column, (name, words) in enumerate(lists.items()):
        for row, word in enumerate(words):
            worksheet.write_string(row, column, word)
        letter = xl_col_to_name(column, col_abs=True)
        places[name] = f"={LISTS}!{letter}$1:{letter}${max(1, len(words))}"
    worksheet.hide()
    return places


def _add_limits(worksheet: Worksheet, sheet: PlanSheet, last: int, lists: dict[str, str]) -> None:
    """Set limits and messages on the columns of a sheet; what is only unusual is warned of, and let in."""
    for place, column in enumerate(sheet.columns):
        rule: dict[str, Any] = {"validate": "any"}
        if column.kind in ("choice", "ref", "currency"):
            kind = "stop" if column.kind == "choice" else "warning"
            rule = {"validate": "list", "source": lists[column.of or "currency"], "error_type": kind}
        elif column.kind == "date":
            between = {"criteria": "between", "minimum": FIRST_DATE, "maximum": date(2100, 1, 1)}
            rule = {"validate": "date", **between, "error_type": "warning"}
        said = {"input_title": _(column.header)[:TITLE_MOST]}
        if column.hint:
            said["input_message"] = _(column.hint)[:MESSAGE_MOST]
        worksheet.data_validation(FIRST, place, last, place, {**rule, **said})


def _write_read_me(worksheet: GrowingRows, illustrative: bool, styles: PlanStyles) -> None:
    said = [_("Illustrative: the activities of this plan are made up.")] if illustrative else []
    worksheet.set_column(0, 0, README_WIDTH)
    worksheet.write_string(0, 0, _("Plan"), styles.title)
    for row, line in enumerate([*said, *map(_, READ_ME)], start=2):
        worksheet.write_string(row, 0, line, styles.words)
        worksheet.fit(row, [line], [README_WIDTH])
    worksheet.set_landscape()
    worksheet.set_paper(9)


def _write_mark(worksheet: Worksheet, book: PlanBook) -> None:
    for row, cells in enumerate(plan_marker.lines(book)):
        for column, text in enumerate(cells):
            worksheet.write_string(row, column, text)
    worksheet.very_hidden()
