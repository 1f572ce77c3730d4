"""Ask what the columns of a partner's own spreadsheet mean, with its first rows in sight, and keep the answer."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db import ledger, queries
from monitoring.errors import DashboardError
from monitoring.form import PlanContent
from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.mapping import ABOUT, IDENTITIES, ColumnMapping, Meant
from monitoring.periods import end_of_day, today
from pages.reporting.sending.pointed_table import PointedAt, day_of, days_spoken_of, field_of
from pages.reporting.sending.sent_files import Sent
from spreadsheets.columns import SHEETS
from spreadsheets.mapped_words import OVER
from spreadsheets.meant_by_cells import meant_by
from spreadsheets.tables import shown, to_read
from spreadsheets.workbook import Sheet
from ui import cards, table_files
from ui.data import database

SHOWN_ROWS = 6
SEARCHED = 30
MOST = 150  # columns that somebody can be asked about
WORDS = {"activities": later("One row an activity"), "indicators": later("One row a value of an indicator")}


def ask(sent: Sent, partner: str, period: Mapping[str, Any]) -> None:
    """Draw the step; once it is answered, the file is checked by it.

    ``partner``: whose files it is for, or empty; ``period``: the one of the page, whose year is meant where the name
    of a column says none.
    """
    assert sent.workbook is not None
    place = sent.file.sha256
    # What has no columns and no rows below a header is a letter, and no table whose columns could mean something.
    sheets = {one.name: one for one in to_read(sent.workbook) if len(one.rows) > 1 and 1 < len(one.rows[0]) <= MOST}
    if not sheets:
        return
    st.write(_("Say once what the columns of this file mean; it is remembered for the next one."))
    content = queries.plan_content(database(), period["code"], end_of_day(today()))
    table = _pointed_at(sheets, place, content)
    _draw_first_rows(table, f"upload {place[:8]} first rows")
    meant = _meanings(table, period["ends"].year, f"{place} {table.sheet.name} {table.header} {table.about}")
    _say_unread(table, meant)
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


def _pointed_at(sheets: Mapping[str, Sheet], place: str, content: PlanContent) -> PointedAt:
    left, middle, right = st.columns(3)
    sheet = sheets[left.selectbox(_("Sheet"), list(sheets), key=f"sheet {place}")]
    about = middle.selectbox(
        _("What the rows are"),
        list(ABOUT),
        index=ABOUT.index(meant_by(sheet.rows, content).about or ABOUT[0]),
        format_func=lambda one: _(WORDS[one]),
        key=f"about {place} {sheet.name}",
    )
    first = sheet.first_row + 1
    line = right.number_input(
        _("Row with the names of the columns"),
        first,
        first + len(sheet.rows) - 1,
        first + _likely_header(sheet),
        key=f"line {place} {sheet.name}",
    )
    header = int(line) - first
    return PointedAt(sheet, header, SHEETS[ABOUT.index(about)], meant_by(sheet.rows[header + 1 :], content))


def _likely_header(sheet: Sheet) -> int:
    """The first of the rows with the most texts."""
    counts = [sum(isinstance(cell, str) and cell != "" for cell in row) for row in sheet.rows[:SEARCHED]]
    return counts.index(max(counts))


def _say_unread(table: PointedAt, meant: Mapping[str, Meant]) -> None:
    """Which columns hold something and would not be read, so that nobody leaves one out unseen."""
    below = table.sheet.rows[table.header + 1 :]
    unread = [
        _column(table, number)
        for number, word in enumerate(table.words)
        if not (word in meant and meant[word].field) and any(row[number] != "" for row in below)
    ]
    if unread:
        st.caption(cards.literal(_("Not read: {columns}", columns="; ".join(unread))))


def _draw_first_rows(table: PointedAt, key: str) -> None:
    rows = table.sheet.rows[table.header : table.header + 1 + SHOWN_ROWS]
    names = [_column(table, number) for number in range(len(rows[0]))]
    lines = [[shown(cell) for cell in row] for row in rows[1:]]
    first = pd.DataFrame(lines, columns=names)
    st.dataframe(first, hide_index=True, alt=_("The first rows of the file"))
    table_files.offer(lambda: first, key, False)


def _column(table: PointedAt, number: int) -> str:
    letter = table.sheet.address(table.header, number).rstrip("0123456789")
    return f"{letter} · {table.names[number]}".strip(" ·")


def _meanings(table: PointedAt, year: int, place: str) -> dict[str, Meant]:
    """Ask for each named column which field it fills, and of which period where it speaks of one alone."""
    fields, days = table.fields(), days_spoken_of(table, year)
    options = ["", *fields]
    found: dict[str, Meant] = {}
    for number, word in enumerate(table.words):
        if not word or word in found:
            continue
        speaks_of = next((on for part in word.split(OVER) if (on := day_of(part, table, days, year))), None)
        guess = field_of(table, number, of_a_period=speaks_of is not None)
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
        else:
            found[word] = Meant("")
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
