"""Ask what the columns of a partner's own spreadsheet mean, with its first rows in sight, and keep the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db import ledger, queries
from monitoring import formats
from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.mapping import ABOUT, IDENTITIES, ColumnMapping, Meant
from monitoring.periods import end_of_day, today
from pages.reporting.sending.sent_files import Sent
from spreadsheets import typed
from spreadsheets.columns import SHEETS, SheetOfForm
from spreadsheets.finding_tables import OVER, column_names, column_words
from spreadsheets.spelling import in_every_language, nearest
from spreadsheets.tables import shown, to_read
from spreadsheets.workbook import Sheet
from ui import cards
from ui.data import database

SHOWN_ROWS = 6
PLANNED = ("план", "по плану", "plan", "planned", "target", "meýilnama", "meýilnama boýunça")
SEARCHED = 30
MIDDLE = (7, 1)  # month and day of a value of a whole year
FIGURE = {"activities": "share", "indicators": "value"}
WORDS = {"activities": later("One row an activity"), "indicators": later("One row a value of an indicator")}


@dataclass(frozen=True)
class _Table:
    """What the person pointed at: a sheet, the place of its header, and what its rows are."""

    sheet: Sheet
    header: int
    form: SheetOfForm

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
        return {column.field: _(column.header) for column in (*columns, *self.form.fill)}


def ask(sent: Sent, partner: str, year: int) -> None:
    """Draw the step; once it is answered, the file is checked by it.

    ``partner``: whose files it is for, or empty; ``year``: the one meant where the name of a column says none.
    """
    assert sent.workbook is not None
    place = sent.file.sha256
    # What has no columns and no rows below a header is a letter, and no table whose columns could mean something.
    sheets = {one.name: one for one in to_read(sent.workbook) if len(one.rows) > 1 and len(one.rows[0]) > 1}
    if not sheets:
        return
    st.write(_("Say once what the columns of this file mean; it is remembered for the next one."))
    table = _pointed_at(sheets, place)
    _draw_first_rows(table)
    meant = _meanings(table, year, f"{place} {table.sheet.name} {table.header} {table.about}")
    with st.form(f"keep {place}", border=False):
        left, right = st.columns([5, 1], vertical_alignment="bottom")
        called = Path(sent.file.name).stem
        named = left.text_input(_("Name for this meaning of the columns"), called, key=f"name {place}")
        if not right.form_submit_button(_("Use it"), type="primary", width="stretch"):
            return
    try:
        mapping = ColumnMapping(named.strip(), table.about, meant)
        ledger.save_mapping(database(), mapping, partner, "")
    except DashboardError as error:
        st.error(cards.literal(str(error)))
    else:
        st.session_state[just_saved(sent)] = mapping.name
        st.rerun()


def just_saved(sent: Sent) -> str:
    """Where the name of a mapping stands that was saved for a file and is to be used for it from the next run on."""
    return f"just mapped {sent.file.sha256}"


def _pointed_at(sheets: Mapping[str, Sheet], place: str) -> _Table:
    left, middle, right = st.columns(3)
    sheet = sheets[left.selectbox(_("Sheet"), list(sheets), key=f"sheet {place}")]
    about = middle.selectbox(
        _("What the rows are"), list(ABOUT), format_func=lambda one: _(WORDS[one]), key=f"about {place}"
    )
    first = sheet.first_row + 1
    line = right.number_input(
        _("Row with the names of the columns"),
        first,
        first + len(sheet.rows) - 1,
        first + _likely_header(sheet),
        key=f"line {place} {sheet.name}",
    )
    return _Table(sheet, int(line) - first, SHEETS[ABOUT.index(about)])


def _likely_header(sheet: Sheet) -> int:
    """The first of the rows with the most texts."""
    counts = [sum(isinstance(cell, str) and cell != "" for cell in row) for row in sheet.rows[:SEARCHED]]
    return counts.index(max(counts))


def _draw_first_rows(table: _Table) -> None:
    rows = table.sheet.rows[table.header : table.header + 1 + SHOWN_ROWS]
    names = [_column(table, number) for number in range(len(rows[0]))]
    lines = [[shown(cell) for cell in row] for row in rows[1:]]
    st.dataframe(pd.DataFrame(lines, columns=names), hide_index=True, alt=_("The first rows of the file"))


def _column(table: _Table, number: int) -> str:
    letter = table.sheet.address(table.header, number).rstrip("0123456789")
    return f"{letter} · {table.names[number]}".strip(" ·")


def _meanings(table: _Table, year: int, place: str) -> dict[str, Meant]:
    """Ask for each named column which field it fills, and of which period where it speaks of one alone."""
    fields, days = table.fields(), _days(table, year)
    options = ["", *fields]
    found: dict[str, Meant] = {}
    for number, word in enumerate(table.words):
        if not word or word in found:
            continue
        parts = word.split(OVER)
        speaks_of = next((on for part in parts if (on := _day_of(part, table, days, year))), None)
        guess = _field_of(parts[-1], table.form) or (FIGURE[table.about] if speaks_of else "")
        if any(part in PLANNED for part in parts):
            guess = ""
        left, right = st.columns(2)
        field = left.selectbox(
            cards.literal(_column(table, number)),
            options,
            options.index(guess) if guess in options else 0,
            format_func=lambda one: fields.get(one) or _("not read"),
            key=f"means {place} {number}",
        )
        if field in IDENTITIES[table.about]:
            found[word] = Meant(field)
        elif field:
            found[word] = Meant(field, _only_for(right, days, speaks_of, f"only for {place} {number}"))
    return found


def _only_for(place: DeltaGenerator, days: Mapping[date, str], speaks_of: date | None, key: str) -> date | None:
    """Ask for the day that a column speaks of alone; None for what each row says itself."""
    options = [None, *days]
    return place.selectbox(
        _("Speaks of"),
        options,
        options.index(speaks_of),
        format_func=lambda one: days[one] if one else _("the day that the row says, or the period of the file"),
        key=key,
    )


def _days(table: _Table, year: int) -> dict[date, str]:
    """The days that a column may speak of, in words: the ends of periods, and for values also whole years."""
    periods = queries.reporting_periods(database(), end_of_day(today()))
    found = {one.ends: formats.day(one.ends) for one in periods}
    if table.form is not SHEETS[0]:
        parts = [part for word in table.words for part in word.split(OVER)]
        said = {span[0].year for part in parts if (span := typed.header_period(part, year)) and _whole_year(span)}
        years = sorted({*said, *(one.ends.year for one in periods)})
        found |= {date(one, *MIDDLE): _("the whole year {year}", year=one) for one in years}
    return found


def _day_of(word: str, table: _Table, days: Mapping[date, str], year: int) -> date | None:
    """The day that the name of a column says; where it names no year, of ``year``."""
    span = typed.header_period(word, year)
    if span is None:
        return None
    on = date(span[0].year, *MIDDLE) if table.form is not SHEETS[0] and _whole_year(span) else span[1]
    return on if on in days else None


def _whole_year(span: tuple[date, date]) -> bool:
    return (span[1] - span[0]).days > 363


def _field_of(word: str, form: SheetOfForm) -> str:
    known = {one: column.field for column in (*form.plan[:2], *form.fill) for one in in_every_language(column.header)}
    return known.get(word) or known.get(nearest(word, known), "")
