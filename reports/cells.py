"""Cells of a workbook: values written by the kind of their column, and how wide and high they need to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from textwrap import wrap
from typing import Any

import numpy as np
import pandas as pd

from monitoring.delivery_table import Array
from monitoring.language import gettext as _
from reports.columns import Column
from reports.styles import NUMBERS, Styles

LINE, HIGHEST, BUTTON = 15.0, 409.0, 3.0  # points of a line, and at most of a row; characters of a filter button
DAY_NOUGHT = np.datetime64("1899-12-30")
NARROWEST = 9.0  # characters
LOOSE = 1.05  # wrapped words do not fill their lines
LONGEST = {"text": 26.0, "long": 42.0, "sentence": 110.0}  # words get as much width as they need, up to this
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
    for number, key in enumerate(found):
        own = styles.status(key) if column.kind == "status" else look
        if key:
            sheet.write_string(row + number, place, column.said(key), own)
        else:
            sheet.write_blank(row + number, place, "", own)


@dataclass(frozen=True)
class Words:
    """The words of a column, each once: keys, what a reader sees for them, and of each row its place, -1 for none."""

    keys: list[str]
    said: list[str]
    places: Array

    def longest(self) -> int:
        """Letters of the longest."""
        return max(map(len, self.said), default=0)


def words(column: Column, values: pd.Series) -> Words:
    """The words of a column of words."""
    found = values.to_numpy(dtype=object)
    places, once = pd.factorize(found.astype(bool) if column.kind == "yes" else found)
    keys = column.keys(pd.Series(once, dtype=object))
    empty = np.array([*(not key for key in keys), True])  # the last is that of the place -1
    return Words(keys, [column.said(key) for key in keys], np.where(empty[places], -1, places))


def figures(column: Column, values: pd.Series) -> Array:
    """The values of a column of numbers as Excel has them, days as the number of days; NaN for none."""
    if column.kind != "date":
        return values.to_numpy(dtype=float, na_value=np.nan)
    days = values.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), np.nan, (days - DAY_NOUGHT).astype(float))


def width(column: Column, title: str, found: Words | None) -> float:
    """Characters: enough for the longest word of the title beside its filter button, and for short words whole."""
    least = max(NARROWEST, max(len(word) for word in title.split()) + BUTTON + 1.0)
    if column.kind in LONGEST and found is not None:
        least = max(least, len(title) / 2) if column.kind == "long" else least
        return max(least, min(found.longest() * 1.1 + 3.0, LONGEST[column.kind]))
    return max(least, WIDTHS[column.kind])


def lines_of_head(titles: Sequence[str], widths: Sequence[float]) -> int:
    """How many lines the titles need beside their filter buttons, and at least two."""
    return max(2, *(len(wrap(title, int(wide - 1))) for title, wide in zip(titles, widths, strict=True)))


def heights(found: Sequence[Words | None], columns: Sequence[Column], widths: Sequence[float], rows: int) -> Array:
    """How many points high each row needs to be for its wrapped words, NaN where a line is enough: not every program
    works this out when it opens a file.
    """
    most = np.ones(rows)
    for own, column, wide in zip(found, columns, widths, strict=True):
        if own is None or column.kind not in LONGEST:
            continue
        needed = np.array([*(ceil(len(text) * LOOSE / wide) for text in own.said), 1.0])
        most = np.maximum(most, needed[own.places])
    return np.where(most > 1, np.minimum(most * LINE, HIGHEST), np.nan)


def unique_titles(columns: Sequence[Column]) -> list[str]:
    """Titles in the language of this run; Excel allows a title once in a table, whatever its capitals."""
    titles: list[str] = []
    for column in columns:
        title, taken = _(column.title), {one.casefold() for one in titles}
        titles.append(title if title.casefold() not in taken else f"{title} ({column.key})")
    return titles
