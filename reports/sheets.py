"""A sheet of a workbook with one table: title, what is shown, and the rows as a real Excel table with filters."""

from collections.abc import Sequence
from math import ceil
from typing import Any

import pandas as pd

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext
from reports import cells, notes
from reports.columns import Column
from reports.cover import Cover
from reports.rows_sheet import Filled, Numbers, RowsSheet, Words
from reports.styles import NUMBERS, Styles
from reports.tables import Table

HEAD_ROW = 4
KEYS = ("status_key", "word_key", "other_keys", "rule")
A4, PAGE_WIDTH, SMALLEST = 9, 135.0, 0.6  # usable characters across A4, and how far a page may be scaled down


def add(book: Any, styles: Styles, name: str, table: Table, cover: Cover) -> None:
    """Add the sheet ``name`` with all rows of ``table``; with none, it says so."""
    sheet = book.add_worksheet(name, RowsSheet)
    titles = cells.unique_titles(table.columns)
    frame = table.frame
    found = [None if one.kind in NUMBERS else cells.words(one, frame[one.key]) for one in table.columns]
    widths = [cells.width(*one) for one in zip(table.columns, titles, found, strict=True)]
    _set_widths(sheet, table.columns, widths)
    head(sheet, styles, table, cover)
    kept = 2 if "code" in frame else 1  # columns that stay in sight, and stand on each page
    if len(table):
        filled = [_filled(sheet, styles, *one, frame) for one in zip(table.columns, found, strict=True)]
        heads = {"name": table.key, "columns": _heads(styles, table, titles), "style": None}
        sheet.fill(HEAD_ROW, heads, filled, cells.heights(found, table.columns, widths, len(table)))
        sheet.set_row(HEAD_ROW, cells.LINE * cells.lines_of_head(titles, widths))
        _explain(sheet, table)
        sheet.freeze_panes(HEAD_ROW + 1, kept)
    else:
        sheet.write_string(HEAD_ROW, 0, _("Nothing matches these filters."), styles.title())
    print_set_up(sheet, _(table.title), mark(table, cover), cover)
    shown = sum(width for column, width in zip(table.columns, widths, strict=True) if column.key not in KEYS)
    sheet.set_landscape()
    sheet.repeat_rows(HEAD_ROW)
    sheet.repeat_columns(0, kept - 1)
    sheet.fit_to_pages(max(1, ceil(shown * SMALLEST / PAGE_WIDTH)) if len(table) else 1, 0)


def head(sheet: Any, styles: Styles, table: Table, cover: Cover) -> None:
    """The title of a sheet, what is shown on it, and whether that is made up."""
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, _(table.title), styles.title())
    sheet.write_string(1, 0, " · ".join(_shown(table, cover)), styles.soft())
    if said := mark(table, cover):
        look = styles.made_up() if table.illustrative() else styles.real()
        sheet.merge_range(2, 0, 2, 1, said, look) if len(table.columns) > 1 else sheet.write_string(2, 0, said, look)


def mark(table: Table, cover: Cover) -> str:
    """Whether the rows are made up, where anything in the workbook is: real data then says so too."""
    if table.illustrative() or not cover.illustrative or "illustrative" not in table.frame:
        return cover.made_up() if table.illustrative() else ""
    return _("Real data (other sheets: Illustrative)")


def print_set_up(sheet: Any, title: str, made_up: str, cover: Cover) -> None:
    """Header and footer say on every page what is printed, to which day, and whether it is made up."""
    said = {"title": title, "made_up": made_up, "day": _("Data to {day}", day=formats.day(cover.dates.as_of))}
    safe = {key: text.replace("&", "&&") for key, text in said.items()}
    pages = _("Page {page} of {pages}", page="&P", pages="&N")
    sheet.set_header(f"&L&B{safe['title']}&R&B{safe['made_up']}")
    sheet.set_footer(f"&L{safe['day']}&C{safe['made_up']}&R{pages}")
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)


def _set_widths(sheet: Any, columns: Sequence[Column], widths: Sequence[float]) -> None:
    """As wide as needed; keys for other programs, which are English in every language, are folded away behind a +."""
    after = False
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        folded = column.key in KEYS
        look = {"level": 1, "hidden": True} if folded else {"collapsed": True} if after else {}
        sheet.set_column(place, place, width, None, look)
        after = folded


def _heads(styles: Styles, table: Table, titles: list[str]) -> list[dict[str, Any]]:
    return [
        {"header": title, "header_format": styles.head(right=column.kind in NUMBERS and column.kind != "date")}
        for column, title in zip(table.columns, titles, strict=True)
    ]


def _explain(sheet: Any, table: Table) -> None:
    """Notes at the heads of columns whose titles do not say all."""
    for place, column in enumerate(table.columns):
        if said := notes.of(column):
            options = {"author": "", "x_scale": 1.8, "y_scale": max(0.5, len(said) / 110), "font_size": 9}
            sheet.write_comment(HEAD_ROW, place, said, options)


def _filled(sheet: Any, styles: Styles, column: Column, found: cells.Words | None, frame: pd.DataFrame) -> Filled:
    look = styles.cell(column)
    if found is None:
        return Numbers(cells.figures(column, frame[column.key]), look)
    looks = [styles.status(key) if column.kind == "status" else look for key in found.keys]
    return Words(sheet, found.said, found.places, [*looks, look])


def _shown(table: Table, cover: Cover) -> list[str]:
    rows = ngettext("{n} row", "{n} rows", len(table))
    filters = [f"{label}: {value}" for label, value in cover.filters_in_words]
    return [_("Data to {day}", day=formats.day(cover.dates.as_of)), rows, *filters]
