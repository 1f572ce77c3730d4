"""Download tables as CSV files."""

from collections.abc import Callable

import streamlit as st

from db.queries.received import newest_change
from monitoring import csv_text
from monitoring.csv_text import Form
from monitoring.language import gettext as _
from monitoring.language import ngettext, spoken
from reports import csv_files, data_package, reference
from reports.all_tables import TITLES, needed
from reports.names import file_name
from reports.tables import Outline, ReportTables
from ui import cards, long_downloads, speaking
from ui.data import database
from ui.filters import Chosen

PACE = 0.0001  # seconds for an activity that is shown, of one table or of all, at most


def draw(view: Chosen, shown: Outline) -> None:
    """One table, or all of them."""

    known_on = newest_change(database(), view.dates.known_on)
    refers = reference.of(reference.View(view.dates, view.filters, view.framework), known_on)
    seconds = PACE * shown.counts["activities"]

    def button(label: str, ending: str, mime: str, make: Callable[[ReportTables], bytes], table: str = "") -> None:
        asked = (database(), view.dates, view.filters, view.framework, table)
        made = speaking.as_here(lambda: make(needed(*asked)))  # only when it is asked for
        what = (*asked[1:], form, tags, spoken(), known_on)
        file = file_name(shown, ending, table, refers=refers if table else "")
        long_downloads.of_view(label, file, mime, made, seconds, what)

    def rows(key: str) -> str:
        return f"{_(TITLES[key])}: " + ngettext("{n} row", "{n} rows", shown.counts[key])

    st.header(_("CSV files"), anchor=False)
    table = st.selectbox(
        _("Table"), list(TITLES), index=list(TITLES).index("activities"), format_func=rows, key="csv table"
    )
    form = _form()
    tags = st.checkbox(_("With HXL tags in the second line"), key="csv tags")
    button(
        _("Download this table"),
        "csv",
        "text/csv",
        lambda report: csv_files.table_csv(report.tables[table], tags, form),
        table,
    )
    button(
        _("Download all tables as ZIP"),
        "zip",
        "application/zip",
        lambda report: data_package.package(report, True, tags, form),
    )
    st.caption(cards.literal(_("Reference {reference}", reference=refers)))
    if long_downloads.is_long(seconds):
        long_downloads.say_long()
    st.caption(_("It says what each column holds: people find it in “columns”, programs in “datapackage.json”."))


def _form() -> Form:
    """How the files are written; what suits the language of the page is chosen already."""
    words = {"comma": _("Commas, 0.45"), "semicolon": _("Semicolons, 0,45")}
    separator = st.radio(
        _("Between cells"),
        list(words),
        index=list(words).index(csv_text.as_spoken().separator),
        format_func=words.__getitem__,
        horizontal=True,
        key=f"csv separator {spoken()}",
        help=_("Excel opens the form right whose decimal sign is that of the computer: a point, or a comma."),
    )
    mark = st.checkbox(_("With a byte order mark, as Excel needs it"), value=True, key="csv mark")
    return Form(separator, mark)
