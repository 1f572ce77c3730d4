"""What the reading process answers, as JSON: nothing that it sends can be more than texts and numbers.

Moments and lost values travel beside the rows, as lists of rows, columns and values, since JSON has no such thing.
"""

from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any

import orjson

from spreadsheets.worker.found import Found

BESIDE = ("beside_rows", "beside_columns", "beside_values")
PLAIN = frozenset({str, int, float, bool})


def pack(word: str, values: dict[str, Any], sheets: list[Found], percent_known: bool) -> bytes:
    """The answer in bytes: the word, the values of its message, and the sheets."""
    told = [vars(sheet) | dict(zip(BESIDE, _set_beside(sheet.rows), strict=True)) for sheet in sheets]
    answer = {"word": word, "values": values, "percent_known": percent_known, "sheets": told}
    packed = orjson.dumps(answer)
    if b"null" in packed or b"\\r" in packed:  # numbers without end, and line breaks of old: seldom
        for one in told:
            _tidy(one)
        packed = orjson.dumps(answer)
    return packed


def _set_beside(rows: list[list[Any]]) -> tuple[list[int], list[int], list[Any]]:
    """Take out of the rows what JSON has no word for: the rows, the columns and the values of it."""
    found_rows: list[int] = []
    columns: list[int] = []
    values: list[Any] = []
    known: dict[tuple[type, ...], list[int]] = {}  # rows of the same kinds of values follow each other
    for number, row in enumerate(rows):
        kinds = tuple(map(type, row))
        places = known.get(kinds)
        if places is None:
            places = known[kinds] = [place for place, kind in enumerate(kinds) if kind not in PLAIN]
        for place in places:
            value = row[place]
            found_rows.append(number)
            columns.append(place)
            values.append(value.toordinal() if value.__class__ is date else _in_plain(value))
            row[place] = ""
    return found_rows, columns, values


def _in_plain(value: Any) -> Any:
    if isinstance(value, datetime | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return [value.days, value.seconds, value.microseconds]
    return {"gone": str(value)}


def _tidy(sheet: dict[str, Any]) -> None:
    """Write all line breaks alike, and set numbers without end beside the rows."""
    for number, row in enumerate(sheet["rows"]):
        for column, value in enumerate(row):
            if isinstance(value, str) and "\r" in value:
                row[column] = value.replace("\r\n", "\n").replace("\r", "\n")
            elif isinstance(value, float) and not isfinite(value):
                for name, told in zip(BESIDE, (number, column, {"gone": str(value)}), strict=True):
                    sheet[name].append(told)
                row[column] = ""
