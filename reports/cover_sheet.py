"""The first sheet of a workbook: what it shows, the figures of all of it, and where the rows are."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from monitoring.language import gettext as _
from reports.cells import LINE, lines_of_head, unique_titles, write_values
from reports.group_rows import STATUS_COUNTS
from reports.sheets import print_set_up
from reports.styles import Styles
from reports.tables import ReportTables, Table

LABEL, VALUE, LAST = 46.0, 17.0, 5  # widths in characters, and the last column that text runs across
FIGURES = (
    *("activities", "counted", "delivered_of_due", "delivered_of_plan", "delivered", "planned_now"),
    *("reports_in", "reports_due"),
)


def add(book: Any, styles: Styles, name: str, report: ReportTables, others: Sequence[tuple[str, int]]) -> None:
    """Add the sheet ``name``; ``others`` are the names of the sheets with tables, and how many rows each has."""
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, LABEL)
    sheet.set_column(1, LAST, VALUE)
    sheet.hide_gridlines(2)
    cover = report.cover
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, title(), styles.title())
    if cover.illustrative:
        _across(sheet, 1, _("Illustrative: some of what is shown is made up and says so in its row."), styles.made_up())
    _across(sheet, 2, cover.finding, styles.finding())
    row = _section(sheet, styles, 4, _("What is shown"))
    for label, value in cover.facts_and_reference():
        sheet.write_string(row, 0, label, styles.soft())
        _across(sheet, row, value, styles.words(), start=1)
        row += 1
    row = _rows_of_tables(sheet, styles, _section(sheet, styles, row + 1, _("Rows in this workbook")), others)
    if report.outline.empty():
        _across(
            sheet, row + 1, _("Nothing matches these filters: take one away, or choose other dates."), styles.title()
        )
    else:
        row = _figures(sheet, styles, row + 1, report)
    _how_to_read(sheet, styles, row + 3)
    print_set_up(sheet, title(), cover.made_up(), cover)
    sheet.fit_to_pages(1, 0)


def title() -> str:
    """What the document is called."""
    return _("Progress of the child rights workplans")


def _rows_of_tables(sheet: Any, styles: Styles, row: int, others: Sequence[tuple[str, int]]) -> int:
    for name, rows in others:
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles.link(), name)
        sheet.write_number(row, 1, rows, styles.words())
        row += 1
    return row


def _figures(sheet: Any, styles: Styles, row: int, report: ReportTables) -> int:
    """The figures of everything shown, the activities by status, and the money currency by currency."""
    totals = report.tables["totals"]
    row = _section(sheet, styles, row, _("In figures"))
    for column in (one for one in totals.columns if one.key in FIGURES):
        sheet.write_string(row, 0, _(column.title), styles.label())
        write_values(sheet, styles, column, totals.frame[column.key], row, 1)
        row += 1
    row = _section(sheet, styles, row + 1, _("Activities by status"))
    for column in STATUS_COUNTS:
        if totals.frame[column.key].iloc[0]:
            sheet.write_string(row, 0, _(column.title), styles.status(column.key))
            write_values(sheet, styles, column, totals.frame[column.key], row, 1)
            row += 1
    if len(report.tables["money"]):
        row = _section(sheet, styles, row + 1, _("Money by currency"))
        row = _small_table(sheet, styles, row, report.tables["money"])
    return row


def _small_table(sheet: Any, styles: Styles, row: int, table: Table) -> int:
    """A table within the cover; returns the row below it."""
    titles = unique_titles(table.columns)
    sheet.set_row(row, LINE * lines_of_head(titles, [LABEL, *[VALUE] * (len(titles) - 1)]))
    for place, text in enumerate(titles):
        sheet.write_string(row, place, text, styles.head(right=place > 0))
    for place, column in enumerate(table.columns):
        write_values(sheet, styles, column, table.frame[column.key], row + 1, place)
    return row + 1 + len(table)


def _how_to_read(sheet: Any, styles: Styles, row: int) -> None:
    row = _section(sheet, styles, row, _("How to read it"))
    for text in (
        _("Delivered, of the whole plan: what reports say is done, as a part of all that is planned, as in the bars."),
        _("Delivered, of what is reported: over the activities with a report only. What nobody reported is not 0."),
        _("Delivered of what was due: delivered beside what the plan asked for on the day of each report."),
        _("An activity counts once, at its lead partner; by goal at each goal it serves, so those rows do not add up."),
        _("Cancelled, postponed and carried-over activities are listed, and left out of all shares."),
        _("An empty cell means: not known. Amounts of different currencies are never added."),
    ):
        _across(sheet, row, text, styles.words())
        row += 1


def _section(sheet: Any, styles: Styles, row: int, text: str) -> int:
    """The title of a part; returns the row below it."""
    sheet.write_string(row, 0, text, styles.section())
    for place in range(1, LAST + 1):
        sheet.write_blank(row, place, "", styles.section())
    return row + 1


def _across(sheet: Any, row: int, text: str, look: Any, start: int = 0) -> None:
    """A text over the whole width, in a row as high as it needs: merged cells do not grow by themselves."""
    sheet.merge_range(row, start, row, LAST, "", look)
    sheet.write_string(row, start, text, look)
    across = VALUE * LAST + (LABEL if start == 0 else 0)
    factor = look.font_size / 11
    lines = sum(max(1, ceil(len(part) * factor * 1.08 / across)) for part in text.split("\n"))
    if lines > 1 or factor > 1:
        sheet.set_row(row, 15.5 * factor * lines)
