"""The second sheet of a workbook: where things stand, as native charts with the cells they draw beside them."""

from collections.abc import Sequence
from datetime import datetime, time
from math import ceil
from textwrap import wrap
from typing import Any

from monitoring import findings, formats
from monitoring.language import gettext as _
from monitoring.planned import PLACES
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from reports import summary_charts
from reports.columns import Column
from reports.contents import Contents
from reports.group_rows import FIGURES
from reports.sheets import print_set_up
from reports.styles import Styles
from reports.summary_charts import Block
from reports.tables import Table
from reports.told import drawn, groups
from reports.told.steps import begun, stepped

NAMES, VALUES, CHART = 40.0, 14.0, 5  # widths in characters; the column at which charts begin
LINE, HEAD, HIGH = 20, 120, 1070  # pixels of a line, of what stands above the first chart, and of a printed page
SCALE = 60  # percent, at which the sheet fits across A4: with a fixed scale, pages end where they are told to
SHARES = tuple(column for column in FIGURES if column.key in ("delivered_of_plan", "planned_of_plan", "silent_weight"))
DAY = Column("day", "", "date")


class Page:
    """The sheet as it is filled from the top: what comes next begins below both the cells and the chart before it."""

    def __init__(self, book: Any, styles: Styles, name: str, contents: Contents) -> None:
        self.book, self.styles, self.name, self.contents = book, styles, name, contents
        self.sheet = book.add_worksheet(name)
        self.row, self.breaks = 0, list[int]()
        self._lines, self._used = dict[int, int](), HEAD

    def block(self, title: str, heads: Sequence[str], rows: Sequence[tuple[Any, ...]], looks: Sequence[Any]) -> Block:
        """Rows of cells below their heads; a look for each column, of the first one for each row. None stays blank."""
        sheet, styles, start = self.sheet, self.styles, self.row + 1
        sheet.write_string(self.row, 0, title, styles.section())
        for place in range(1, CHART - 1):
            sheet.write_blank(self.row, place, "", styles.section())
        self._lines[start] = max(len(wrap(text, round(VALUES - 3))) for text in heads[1:])
        sheet.set_row_pixels(start, self._lines[start] * LINE)
        for place, text in enumerate(heads):
            sheet.write_string(start, place, text, styles.head(right=place > 0))
        for number, (own, *values) in enumerate(rows, start + 1):
            self._first(number, own, looks[0][number - start - 1])
            for place, value in enumerate(values, 1):
                if value is None or value != value:
                    sheet.write_blank(number, place, "", looks[place])
                else:
                    sheet.write_number(number, place, value, looks[place])
        return Block(self.name, start + 1, start + len(rows), tuple(range(1, len(heads))))

    def draw(self, block: Block, chart: Any, alt: str) -> None:
        """Put a chart beside the cells it draws; ``alt`` is what it says in words."""
        where = {"description": alt, "object_position": 2, "x_offset": 8}
        self.sheet.insert_chart(block.first - 2, CHART, chart, where)
        used = sum(LINE * self._lines.get(row, 1) for row in range(block.first - 2, block.last + 1))
        below = max(0, ceil((chart.height - used) / LINE))
        self.row = block.last + 2 + below
        takes = used + LINE * (below + 1)
        if self._used + takes > HIGH and self._used > HEAD:
            self.breaks.append(block.first - 2)
            self._used = 0
        self._used += takes

    def title(self, text: str) -> str:
        """The title of a chart, which says where it shows made-up data."""
        made_up = self.contents.report.cover.made_up()
        return f"{text} ({made_up})" if made_up else text

    def _first(self, row: int, value: Any, look: Any) -> None:
        if isinstance(value, str):
            self.sheet.write_string(row, 0, value, look)
            self._lines[row] = max(1, ceil(len(value) * 1.05 / NAMES))
            self.sheet.set_row_pixels(row, LINE * self._lines[row])
        else:
            self.sheet.write_datetime(row, 0, value, look)


def add(book: Any, styles: Styles, name: str, contents: Contents) -> None:
    """Add the sheet ``name``; where nothing matches, it says so."""
    page, cover = Page(book, styles, name, contents), contents.report.cover
    sheet, title = page.sheet, _("Where things stand")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, NAMES)
    sheet.set_column(1, CHART - 2, VALUES)
    sheet.set_column(CHART - 1, CHART - 1, 2)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, title, styles.title())
    sheet.write_string(1, 0, _("Data to {day}", day=formats.day(cover.dates.as_of)), styles.soft())
    if cover.illustrative:
        sheet.merge_range(2, 0, 2, 1, cover.made_up(), styles.made_up())
    sheet.write_string(3, 0, cover.finding, styles.strong())
    page.row = 5
    if contents.report.outline.empty():
        nothing = _("Nothing matches these filters: take one away, or choose other dates.")
        sheet.write_string(page.row, 0, nothing, styles.title())
    else:
        _statuses(page)
        _course(page)
        for key, heading in (("by_partner", _("By ministry and partner")), ("by_area", _("By priority area"))):
            _groups(page, contents.report.tables[key], heading)
    print_set_up(sheet, title, cover.made_up(), cover)
    sheet.set_landscape()
    sheet.set_print_scale(SCALE)
    sheet.set_h_pagebreaks(page.breaks)


def _statuses(page: Page) -> None:
    frame = page.contents.report.tables["totals"].frame
    found = [status for status in Delivery if frame[status.value].iloc[0]]
    marks = [DELIVERY_MARKS[status] for status in found]
    counts = [int(frame[status.value].iloc[0]) for status in found]
    title, count = _("Activities by status"), _("Activities")
    looks = [[page.styles.status(status.value) for status in found], page.styles.cell(Column("n", "", "number"))]
    names = [mark.label for mark in marks]
    block = page.block(title, [_("Status"), count], list(zip(names, counts, strict=True)), looks)
    chart = summary_charts.statuses(page.book, block, marks, max(counts), page.title(title))
    page.draw(block, chart, findings.statuses(frame.iloc[0]))


def _course(page: Page) -> None:
    curve, cover = page.contents.course, page.contents.report.cover
    told = drawn.course(curve, cover.dates.as_of)
    if told is None:
        return
    steps = stepped(rows_of(curve))
    days = [datetime.combine(day, time()) for day in begun([row["day"] for row in steps])]
    rows = [
        (day, round(row["delivered"], PLACES), round(row["planned"], PLACES))
        for day, row in zip(days, steps, strict=True)
    ]
    share, day = page.styles.cell(SHARES[0]), page.styles.cell(DAY)
    heads = [_("Day"), _("Delivered"), _("Planned")]
    block = page.block(told["heading"], heads, rows, [[day] * len(rows), share, share])
    now = sum(delivered == delivered for _day, delivered, _planned in rows) - 1
    said = (told["now_said"], told["planned_said"])
    page.draw(
        block, summary_charts.course(page.book, block, max(now, 0), said, page.title(told["heading"])), told["alt"]
    )


def _groups(page: Page, table: Table, heading: str) -> None:
    if not len(table):
        return
    rows = [(row["name"], *(row[column.key] for column in SHARES)) for row in rows_of(table.frame)]
    heads = [_(table.columns[1].title), *(_(column.title) for column in SHARES)]
    share, words = page.styles.cell(SHARES[0]), page.styles.cell(table.columns[1])
    block = page.block(
        f"{heading}. {groups.ordered(table.key)}".strip(" ."),
        heads,
        rows,
        [[words] * len(rows), *[share] * len(SHARES)],
    )
    names = dict(zip(table.frame["code"], table.frame["name"], strict=True))
    chart = summary_charts.shares(page.book, block, page.title(f"{heading}: {groups.shares_title()}"))
    page.draw(block, chart, findings.spread(table.frame.assign(group=table.frame["code"]), names))
