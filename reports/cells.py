"""Cells of a workbook: values written by the kind of their column, and how wide and high they need to be."""

from collections.abc import Sequence
from math import ceil
from textwrap import wrap
from typing import Any

import pandas as pd

from monitoring.language import gettext as _
from reports.columns import Column
from reports.styles import NUMBERS, Styles

LINE, BUTTON = 15.0, 3.0  # height of a line in points; width of a filter button in characters
NARROWEST = 9.0  # characters
LOOSE = 1.05  # wrapped words do not fill their lines
LONGEST = {"text": 26.0, "long": 42.0}  # words get as much width as they need, up to this
WIDTHS = {
    "number": 10.0,
    "value": 11.0,
    "percent": 11.0,
    "pace": 11.0,
    "date": 12.0,
    "money": 13.0,
    "status": 19.0,
    "yes": 9.0,
}


def write_values(sheet: Any, styles: Styles, column: Column, values: pd.Series, row: int, place: int) -> None:
    """Write values below each other from (row, place) on; what is not known stays blank, and is not 0."""
    look = styles.cell(column)
    if column.kind == "date":
        for number, day in enumerate(values.to_numpy().astype("datetime64[s]").astype(object)):
            if day is None:
                sheet.write_blank(row + number, place, "", look)
            else:
                sheet.write_datetime(row + number, place, day, look)
    elif column.kind in NUMBERS:
        for number, value in enumerate(values.tolist()):
            if pd.isna(value):
                sheet.write_blank(row + number, place, "", look)
            else:
                sheet.write_number(row + number, place, value, look)
    else:
        _write_words(sheet, styles, column, values, row, place)


def _write_words(sheet: Any, styles: Styles, column: Column, values: pd.Series, row: int, place: int) -> None:
    look, found = styles.cell(column), column.keys(values)
    said = {key: column.said(key) for key in set(found)}
    for number, key in enumerate(found):
        own = styles.status(key) if column.kind == "status" else look
        if key:
            sheet.write_string(row + number, place, said[key], own)
        else:
            sheet.write_blank(row + number, place, "", own)


def width(column: Column, title: str, values: pd.Series) -> float:
    """Characters: enough for the longest word of the title beside its filter button, and for short words whole."""
    least = max(NARROWEST, max(len(word) for word in title.split()) + BUTTON + 1.0)
    if column.kind in LONGEST:
        longest = max((len(column.said(key)) for key in set(column.keys(values))), default=0)
        least = max(least, len(title) / 2) if column.kind == "long" else least
        return max(least, min(longest * 1.1 + 3.0, LONGEST[column.kind]))
    return max(least, WIDTHS[column.kind])


def lines_of_head(titles: Sequence[str], widths: Sequence[float]) -> int:
    """How many lines the titles need beside their filter buttons, and at least two."""
    return max(2, *(len(wrap(title, int(wide - 1))) for title, wide in zip(titles, widths, strict=True)))


def lines(columns: Sequence[Column], frame: pd.DataFrame, widths: Sequence[float]) -> list[int]:
    """How many lines each row needs for its wrapped words: not every program works this out when it opens a file."""
    most = [1] * len(frame)
    for column, wide in zip(columns, widths, strict=True):
        if column.kind not in LONGEST:
            continue
        found = column.keys(frame[column.key])
        needed = {key: ceil((len(column.said(key)) * LOOSE) / wide) for key in set(found)}
        most = [max(before, needed[key]) for before, key in zip(most, found, strict=True)]
    return most


def unique_titles(columns: Sequence[Column]) -> list[str]:
    """Titles in the language of this run; Excel allows a title once in a table, whatever its capitals."""
    titles: list[str] = []
    for column in columns:
        title, taken = _(column.title), {one.casefold() for one in titles}
        titles.append(title if title.casefold() not in taken else f"{title} ({column.key})")
    return titles
