"""The tables of a report as CSV files: in the form that its reader needs, the same column names in every language."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
import pandas as pd

from monitoring.csv_text import Form, harmless, joined, quoted, written
from monitoring.language import gettext as _
from monitoring.language import later
from reports import hxl as hxl_tags
from reports.cells import words
from reports.columns import Column
from reports.styles import NUMBERS
from reports.tables import ReportTables, Table

UNITS = {
    "percent": later("share, 1 is all"),
    "date": later("day, ISO 8601"),
    "money": later("units of the currency named beside it"),
    "value": later("unit of the row"),
    "yes": later("the word yes or no"),
}
AT_ONCE = 5000  # rows
NO_TIME, UNIX = (1980, 1, 1, 0, 0, 0), 3


def table_csv(table: Table, hxl: bool = False, form: Form = Form()) -> bytes:
    """One table: a head of column keys, then its rows; quotes around words, none around numbers.

    With ``hxl`` the second line has the HXL tag of each column, for programs that know tables by them. ``form``: comma
    or semicolon between cells, with a byte order mark or without.

    Shares are between 0 and 1, days ISO 8601, and what is not known is empty. Words that begin with = + - @ or with a
    tab or line break get an apostrophe in front, so that no spreadsheet program takes them for a formula; whoever reads
    the file by program takes that one apostrophe away. Numbers never get one.
    """
    head = [quoted([column.key for column in table.columns]), *([quoted(hxl_tags.tags(table))] if hxl else [])]
    return joined(chain(head, _rows(table, form)), form)


def files(report: ReportTables, hxl: bool = False, form: Form = Form()) -> dict[str, bytes]:
    """A file of every table by its name without an ending, with ``about`` (what is shown) and ``columns`` (what each
    column holds).
    """
    tables = {key: table_csv(table, hxl, form) for key, table in report.tables.items()}
    return {"about": about_csv(report, form), "columns": columns_csv(report, form), **tables}


def packed(contents: Mapping[str, bytes]) -> bytes:
    """A ZIP of files by their names, with no time and no system in it: the same files give the same bytes."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archived:
        for name, content in contents.items():
            entry = ZipInfo(name, NO_TIME)
            entry.create_system = UNIX  # not the system it is made on
            archived.writestr(entry, content, ZIP_DEFLATED)
    return target.getvalue()


def about_csv(report: ReportTables, form: Form = Form()) -> bytes:
    """What a report shows: the facts of its cover, and the number of rows of each table."""
    cover = report.cover
    rows: list[tuple[Any, ...]] = [
        *([(_("Finding"), cover.finding)] if cover.finding else []),
        *cover.facts_and_reference(),
    ]
    rows += [(_("Made up"), cover.made_up())] if cover.illustrative else []
    rows += [
        (_("Rows: {table}", table=_(report.tables[key].title)), count) for key, count in report.outline.counts.items()
    ]
    return written(["fact", "value"], [tuple(harmless(cell) for cell in row) for row in rows], form)


def columns_csv(report: ReportTables, form: Form = Form()) -> bytes:
    """What each column of each table holds: its title, and how its values are written."""
    rows = [
        (key, column.key, harmless(_(column.title)), _(UNITS[column.kind]) if column.kind in UNITS else "")
        for key, table in report.tables.items()
        for column in table.columns
    ]
    return written(["table", "column", "title", "unit"], rows, form)


def _rows(table: Table, form: Form) -> Iterator[tuple[str, ...]]:
    """The cells of each row, made for some thousand rows at a time: those of all would take more than the file."""
    for start in range(0, len(table), AT_ONCE):
        some = table.frame.iloc[start : start + AT_ONCE]
        yield from zip(*(_cells(column, some[column.key], form) for column in table.columns), strict=True)


def _cells(column: Column, values: pd.Series, form: Form) -> list[str]:
    """The cells of a column as they stand in the file. Each value is written once, however often it occurs."""
    if column.kind in NUMBERS:
        places, once = pd.factorize(values.to_numpy())
        written_once = _days(once) if column.kind == "date" else [_number(value) for value in once.tolist()]
    else:
        found = words(column, values)
        # Truth values and the keys of statuses are for programs; words are for people.
        shown = found.keys if column.kind == "yes" else found.said
        places, written_once = found.places, [harmless(text) for text in shown]
    (empty, *texts) = quoted(["", *written_once], form)
    cells: list[str] = np.array([*texts, empty], dtype=object)[places].tolist()  # the place of nothing is -1
    return cells


def _days(days: Any) -> list[str]:
    return [str(day) for day in days.astype("datetime64[D]")]


def _number(value: float) -> float:
    """Whole numbers without a decimal point."""
    return int(value) if value == int(value) else value
