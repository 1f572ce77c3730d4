"""Marked copies looked at with another library than the one that reads them back."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import openpyxl

from monitoring.faults import CellProblem, Said
from monitoring.upload import Checked
from spreadsheets import checking, form, marking, reading
from spreadsheets.marking.looks import FILLS
from spreadsheets.workbook import Workbook
from tests.spreadsheets.forms import TODAY, content, filled, saved

WRONG = {
    "P-1": {"Percent complete": 149.6, "Narrative": "=1+1", "Status": "finito"},
    "Q-1": {"Quantity done": -3, "Spent in total since start": "a lot"},
}
MENDED = {
    "P-1": {"Percent complete": 49.6, "Status": "Ongoing"},
    "Q-1": {"Quantity done": 4, "Spent in total since start": 900},
}


def problem(sheet: str, cell: str, value: str = "x", level: str = "error", what: str = "This is wrong.") -> CellProblem:
    """A fault made by hand."""
    return CellProblem(sheet, cell, value, Said(what), Said("Write it right."), level)  # type: ignore[arg-type]


def sent(activities: Mapping[str, Mapping[str, Any]] = WRONG) -> bytes:
    """A form filled in."""
    return filled(form.write(content()), activities)


def judged(file: bytes) -> tuple[Workbook, Checked]:
    """A file as the upload reads and checks it, without what marking put into it."""
    workbook = marking.without_list(reading.read(file, "form.xlsx"))
    return workbook, checking.check(workbook, content(), TODAY)


def simple(name: str = "Data") -> openpyxl.Workbook:
    """A workbook of one sheet in which each cell says its address."""
    book = openpyxl.Workbook()
    book.active.title = name
    for row in range(1, 9):
        book.active.append([f"{column}{row}" for column in "ABCDEFGH"])
    return book


def copied(book: openpyxl.Workbook, *problems: CellProblem, name: str = "data.xlsx") -> Any:
    """A workbook that is saved, marked and opened again."""
    file = saved(book)
    return opened(marking.marked_copy(file, name, reading.read(file, name), problems).content)


def marked(file: bytes, name: str = "form.xlsx") -> bytes:
    """The marked copy of a form."""
    workbook, found = judged(file)
    return marking.marked_copy(file, name, workbook, found.problems).content


def opened(file: bytes, **options: Any) -> Any:
    """A workbook as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(file), **options)


def coloured(book: Any) -> dict[str, str]:
    """Sheet and address of the cells in one of our colours, and which it is; those of the list left out."""
    levels = {colour: level for level, colour in FILLS.items()}
    return {
        f"{sheet.title}!{cell.coordinate}": levels[cell.fill.fgColor.rgb[-6:]]
        for sheet in book.worksheets
        if sheet["A1"].value != "child-rights-workplan-faults"
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fill_type == "solid" and str(cell.fill.fgColor.rgb)[-6:] in levels
    }


def changed(file: bytes, parts: Mapping[str, tuple[str, str]], added: Mapping[str, bytes] | None = None) -> bytes:
    """A workbook with a text in some of its parts replaced by another, and with parts added."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            if name in parts:
                old, new = parts[name]
                assert old.encode() in text, f"{name} does not hold {old}"
                text = text.replace(old.encode(), new.encode(), 1)
            after.writestr(name, text)
        for name, text in (added or {}).items():
            after.writestr(name, text)
    return target.getvalue()
