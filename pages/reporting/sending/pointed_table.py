"""A table of a partner's own that somebody pointed at: what its columns may mean, and what they probably do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from db import queries
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.mapping import AS_MEASURED, IDENTITIES
from monitoring.periods import end_of_day, today
from spreadsheets import typed
from spreadsheets.columns import SHEETS, SheetOfForm
from spreadsheets.finding_tables import column_names, column_words
from spreadsheets.header_remarks import remark_of
from spreadsheets.mapped_words import OVER
from spreadsheets.meant_by_cells import MeantByCells
from spreadsheets.spelling import in_every_language, nearest, plain
from spreadsheets.workbook import Sheet
from ui.data import database

PLANNED = ("план", "по плану", "plan", "planned", "target", "meýilnama", "meýilnama boýunça", "meyilnama")
MIDDLE = (7, 1)  # month and day of a value of a whole year
FIGURE = {"activities": "share", "indicators": "value"}


@dataclass(frozen=True)
class PointedAt:
    """What the person pointed at: a sheet, the place of its header, what its rows are, and what their cells tell."""

    sheet: Sheet
    header: int
    form: SheetOfForm
    told: MeantByCells

    @cached_property
    def words(self) -> list[str]:
        """What stands above each column, as a meaning is kept for it."""
        return column_words(self.sheet, self.header)

    @cached_property
    def names(self) -> list[str]:
        """What stands above each column, to be shown."""
        return column_names(self.sheet, self.header)

    @property
    def about(self) -> Literal["activities", "indicators"]:
        return "activities" if self.form is SHEETS[0] else "indicators"

    def fields(self) -> dict[str, str]:
        """The fields that a column may mean, with their names: what says which row it is, and what is filled in."""
        identities = IDENTITIES[self.about]
        columns = [one for one in self.form.plan if one.field in identities]
        found = {column.field: _(column.header) for column in (*columns, *self.form.fill)}
        if self.about == "activities":
            found[AS_MEASURED] = _("Progress, in whatever way it is measured")
        return found


def field_of(table: PointedAt, number: int, of_a_period: bool) -> str:
    """The field that a column probably fills, or empty: by its words, by its cells, or because it is of one period."""
    parts = table.words[number].split(OVER)
    if any(said in PLANNED for part in parts for said in (part, plain(part), remark_of(part))):
        return ""
    fits = table.told.about == table.about
    by_cells = table.told.identities.get(number, "") if fits else ""
    figure = table.told.figure if fits else FIGURE[table.about]
    return _field_named(parts[-1], table.form) or by_cells or (figure if of_a_period else "")


def days_spoken_of(table: PointedAt, year: int) -> dict[date, str]:
    """The days that a column may speak of, in words: the ends of periods, and for values also whole years."""
    periods = queries.reporting_periods(database(), end_of_day(today()))
    found = {one.ends: formats.day(one.ends) for one in periods}
    if table.form is not SHEETS[0]:
        parts = [part for word in table.words for part in word.split(OVER)]
        said = {span[0].year for part in parts if (span := typed.header_period(part, year)) and _whole_year(span)}
        years = sorted({*said, *(one.ends.year for one in periods)})
        found |= {date(one, *MIDDLE): _("the whole year {year}", year=one) for one in years}
    return found


def day_of(word: str, table: PointedAt, days: Mapping[date, str], year: int) -> date | None:
    """The day that the name of a column says; where it names no year, of ``year``."""
    said = (typed.header_period(part, year) for part in (word, plain(word), remark_of(word)))
    span = next(filter(None, said), None)
    if span is None:
        return None
    on = date(span[0].year, *MIDDLE) if table.form is not SHEETS[0] and _whole_year(span) else span[1]
    return on if on in days else None


def _whole_year(span: tuple[date, date]) -> bool:
    return (span[1] - span[0]).days > 363


def _field_named(word: str, form: SheetOfForm) -> str:
    known = {one: column.field for column in (*form.plan[:2], *form.fill) for one in in_every_language(column.header)}
    return known.get(word) or known.get(nearest(word, known), "")
