"""The language of whoever sent a file: what is written back to them is in it."""

from collections.abc import Callable
from typing import TypeVar

from monitoring.language import available, spoken, spoken_in
from spreadsheets.finding_tables import tables_in
from spreadsheets.marker import marker
from spreadsheets.spelling import plain, said_in
from spreadsheets.workbook import Workbook

T = TypeVar("T")


def language_of(workbook: Workbook) -> str | None:
    """The code of the language of a file: that of our form, else the one that names most of its columns; None if none
    does, or two do equally.
    """
    mark = marker(workbook)
    if mark is not None and mark.language in available():
        return mark.language
    times = dict.fromkeys(available(), 0)
    for table in tables_in(workbook):
        above = {plain(table.name_of(place)) for place in table.columns.values()}
        headers = [column.header for column in table.form.columns if column.field in table.columns]
        for language in times:
            times[language] += sum(plain(said_in(language, header)) in above for header in headers)
    most = max(times.values())
    found = [language for language, count in times.items() if count == most]
    return found[0] if most and len(found) == 1 else None


def to_sender(workbook: Workbook, made: Callable[[], T], asked: str | None = None) -> T:
    """What ``made`` makes, in the language that was asked for, else of the sender, else of this run."""
    with spoken_in(asked or language_of(workbook) or spoken()):
        return made()
