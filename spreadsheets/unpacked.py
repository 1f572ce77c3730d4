"""What the reading process answered, as a workbook or as what is wrong with the file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import PurePath
from typing import Any

import orjson

from monitoring import errors, file_errors
from monitoring.language import gettext as _
from spreadsheets.sender_language import to_sender
from spreadsheets.workbook import Cell, Lost, Sheet, Workbook
from spreadsheets.worker import found, packed

REFUSALS: dict[str, type[errors.DashboardError]] = {
    found.LOCKED: file_errors.WorkbookLocked,
    found.TOO_DEMANDING: file_errors.WorkbookTooDemanding,
    found.TOO_LONG: file_errors.WorkbookTooLong,
    found.SWOLLEN: file_errors.WorkbookSwollen,
    found.PICTURE: file_errors.FileIsPicture,
    found.PDF: file_errors.FileIsPdf,
    found.XML_2003: file_errors.FileIsOldXml,
    found.NO_TABLES: file_errors.FileWithoutTables,
}


def workbook(answer: bytes, file_name: str) -> Workbook:
    """The workbook. Raises WorkbookEmpty, and the errors above for a file that was refused."""
    try:
        told = orjson.loads(answer)
    except orjson.JSONDecodeError as broken:
        raise file_errors.NotAWorkbook(file=file_name) from broken
    if told["word"] != found.READ:
        raise REFUSALS.get(told["word"], file_errors.NotAWorkbook)(file=file_name, **told["values"])
    sheets = tuple(_sheet(one, PurePath(file_name).stem) for one in told["sheets"])
    if not any(cell != "" for sheet in sheets for row in sheet.rows for cell in row):
        raise file_errors.WorkbookEmpty(file=file_name)
    return _with_names(Workbook(file_name, sheets, told["percent_known"]), [one["name"] for one in told["sheets"]])


def _with_names(unnamed: Workbook, told: Sequence[str | int | None]) -> Workbook:
    """The tables of a letter, which have only numbers, named in its language: a marked copy keeps their names."""
    if not any(isinstance(one, int) for one in told):
        return unnamed
    word = to_sender(unnamed, lambda: _("Table"))
    named = zip(unnamed.sheets, told, strict=True)
    sheets = (replace(sheet, name=f"{word} {one}") if isinstance(one, int) else sheet for sheet, one in named)
    return replace(unnamed, sheets=tuple(sheets))


def _sheet(told: dict[str, Any], name: str) -> Sheet:
    rows = told["rows"]
    numbers, columns, values = (told[beside] for beside in packed.BESIDE)
    days = {value: date.fromordinal(value) for value in {one for one in values if one.__class__ is int}}
    for number, column, value in zip(numbers, columns, values, strict=True):
        rows[number][column] = days[value] if value.__class__ is int else _moment(value)
    merged = _filled_down(rows, told["merged"], told["first_row"], told["first_column"])
    own = name if told["name"] is None else str(told["name"])
    return Sheet(
        own,
        told["first_row"],
        told["first_column"],
        rows,
        hidden=frozenset(told["hidden"]),
        merged=merged,
        unseen=told["unseen"],
        since_1904=told["since_1904"],
        hidden_columns=frozenset(told["hidden_columns"]),
    )


def _filled_down(rows: list[list[Cell]], merged: list[list[int]], top: int, left: int) -> dict[tuple[int, int], int]:
    """Write the value of each cell over several rows into all of them; the cells below the first, and its row."""
    covered = {}
    for row, column, last in merged:
        first, column = row - top, column - left
        if 0 <= first < len(rows) and 0 <= column < len(rows[0]) and rows[first][column] != "":
            for number in range(first + 1, min(last - top, len(rows) - 1) + 1):
                if rows[number][column] != "":
                    break
                rows[number][column], covered[number, column] = rows[first][column], first
    return covered


def _moment(told: Any) -> Cell:
    if isinstance(told, dict):
        return Lost(told["gone"])
    if isinstance(told, list):
        return timedelta(*told)
    return datetime.fromisoformat(told) if "T" in told else time.fromisoformat(told)
