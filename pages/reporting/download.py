"""Download reports: what the filters show, as an Excel workbook or as CSV files."""

from collections.abc import Callable

import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from reports import csv_files, xlsx
from reports.names import file_name
from reports.tables import TITLES, ReportTables, collect, outline
from ui import cards, filters, speaking, strip
from ui.data import database

view = filters.chosen()
asked = (database(), view.dates, view.filters, view.framework)
shown = outline(*asked)


def button(label: str, ending: str, mime: str, make: Callable[[ReportTables], bytes], table: str = "") -> None:
    """A button whose file is made only when it is asked for."""
    made = speaking.as_here(lambda: make(collect(*asked)))
    file = file_name(shown, ending, table)
    st.download_button(label, made, file, mime, key=f"{ending} {table}", on_click="ignore", width="stretch")
    st.caption(file)


def rows(key: str) -> str:
    """A table with its number of rows."""
    count = ngettext("{n} row", "{n} rows", shown.counts[key])
    return f"{_(TITLES[key])}: {count}"


st.title(_("Download reports"), anchor=False)
period = [name(view.period)] if view.period is not None and shown.period_code else []
dates = [*period, _("data to {day}", day=formats.day(view.dates.as_of))]
cards.finding(" · ".join([*dates, *(strip.in_words(view.filters) or [_("everything is shown")])]))
if shown.empty():
    cards.nothing_here(view.filters.narrowed())
st.caption(" · ".join(rows(key) for key in TITLES if key != "totals"))
if shown.made_up:
    st.html(cards.illustrative_tag())

left, right = st.columns(2, gap="large")
with left:
    st.header(_("Excel workbook"), anchor=False)
    st.write(_("A cover that says what is shown, and a sheet for each table, ready to filter and to print."))
    button(_("Download the workbook"), "xlsx", xlsx.MIME, xlsx.workbook)
with right:
    st.header(_("CSV files"), anchor=False)
    table = st.selectbox(
        _("Table"), list(TITLES), index=list(TITLES).index("activities"), format_func=rows, key="csv table"
    )
    button(_("Download this table"), "csv", "text/csv", lambda report: csv_files.table_csv(report.tables[table]), table)
    button(_("Download all tables as ZIP"), "zip", "application/zip", csv_files.archive)
