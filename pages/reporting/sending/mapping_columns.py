"""Ask what the columns of a partner's own spreadsheet mean, with its first rows in sight, and keep the answer."""

from datetime import date

import pandas as pd
import streamlit as st

from db import ledger, queries
from monitoring import formats
from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.mapping import ABOUT, ColumnMapping, Meant
from monitoring.periods import Period, end_of_day, today
from pages.reporting.sending.sent_files import Sent
from spreadsheets import typed
from spreadsheets.columns import SHEETS, SheetOfForm
from spreadsheets.spelling import in_every_language, nearest, plain
from spreadsheets.tables import shown, to_read
from spreadsheets.workbook import Sheet
from ui.data import database

SHOWN_ROWS = 6
SEARCHED = 30
WORDS = {"activities": later("One row an activity"), "indicators": later("One row a value of an indicator")}


def ask(sent: Sent, partner: str) -> None:
    """Draw the step; once it is answered, the file is checked by it. ``partner``: whose files it is for, or empty."""
    assert sent.workbook is not None
    place = sent.file.sha256
    # What has no columns and no rows below a header is a letter, and no table whose columns could mean something.
    sheets = {one.name: one for one in to_read(sent.workbook) if len(one.rows) > 1 and len(one.rows[0]) > 1}
    if not sheets:
        return
    st.write(_("Say once what the columns of this file mean; it is remembered for the next one."))
    left, middle, right = st.columns(3)
    picked = left.selectbox(_("Sheet"), list(sheets), key=f"sheet {place}")
    sheet = sheets[picked]
    about = middle.selectbox(
        _("What the rows are"), list(ABOUT), format_func=lambda one: _(WORDS[one]), key=f"about {place}"
    )
    guess = _likely_header(sheet) + sheet.first_row + 1
    line = right.number_input(
        _("Row with the names of the columns"),
        sheet.first_row + 1,
        sheet.first_row + len(sheet.rows),
        guess,
        key=f"line {place} {picked}",
    )
    header = int(line) - sheet.first_row - 1
    form = SHEETS[ABOUT.index(about)]
    st.dataframe(_first_rows(sheet, header), hide_index=True)
    meant = _meanings(sheet, header, form, f"{place} {picked} {header} {about}")
    with st.form(f"keep {place}", border=False):
        named = st.text_input(_("Name for this meaning of the columns"), key=f"name {place}")
        if not st.form_submit_button(_("Use it"), type="primary"):
            return
    try:
        mapping = ColumnMapping(named.strip(), "activities" if form is SHEETS[0] else "indicators", meant)
        ledger.save_mapping(database(), mapping, partner, "")
    except DashboardError as error:
        st.error(str(error))
    else:
        st.session_state[f"mapping {place}"] = mapping.name
        st.rerun()


def _likely_header(sheet: Sheet) -> int:
    """The first of the rows with the most texts."""
    counts = [sum(isinstance(cell, str) and cell != "" for cell in row) for row in sheet.rows[:SEARCHED]]
    return counts.index(max(counts))


def _first_rows(sheet: Sheet, header: int) -> pd.DataFrame:
    rows = sheet.rows[header : header + 1 + SHOWN_ROWS]
    names = [f"{sheet.address(header, number)} {shown(cell)}".strip() for number, cell in enumerate(rows[0])]
    return pd.DataFrame([[shown(cell) for cell in row] for row in rows[1:]], columns=names)


def _meanings(sheet: Sheet, header: int, form: SheetOfForm, place: str) -> dict[str, Meant]:
    """Ask for each named column which field it fills, and of which period where it speaks of one alone."""
    fields = {column.field: _(column.header) for column in (*form.plan[:2], *form.fill)}
    periods = queries.reporting_periods(database(), end_of_day(today()))
    ends = {formats.day(one.ends): one.ends for one in periods}
    words = {plain(shown(cell)): shown(cell) for cell in sheet.rows[header] if cell != ""}
    lines = []
    for word, name in words.items():
        on = _period_of(name, periods)
        lines.append((name, _field_of(word, form) or ("share" if on and form is SHEETS[0] else ""), on))
    table = pd.DataFrame(
        [(name, fields.get(field, ""), formats.day(on) if on else "") for name, field, on in lines],
        columns=["name", "means", "on"],
    )
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=["name"],
        column_config={
            "name": st.column_config.TextColumn(_("Column of the file")),
            "means": st.column_config.SelectboxColumn(_("What it means"), options=["", *fields.values()]),
            "on": st.column_config.SelectboxColumn(_("Only for the period that ends on"), options=["", *ends]),
        },
        key=f"meant {place}",
    )
    by_name = {name: field for field, name in fields.items()}
    return {
        word: Meant(by_name[str(row["means"])], ends.get(str(row["on"])))
        for word, (_index, row) in zip(words, edited.iterrows(), strict=True)
        if row["means"]
    }


def _field_of(word: str, form: SheetOfForm) -> str:
    known = {one: column.field for column in (*form.plan[:2], *form.fill) for one in in_every_language(column.header)}
    return known.get(word) or known.get(nearest(word, known), "")


def _period_of(name: str, periods: list[Period]) -> date | None:
    """The last day of the reporting period that a column's name says; without a year, of the last one that is over."""
    year = max((one.ends.year for one in periods if one.ends <= today()), default=None)
    found = typed.header_period(name, year)
    return found[1] if found and any(one.ends == found[1] for one in periods) else None
