"""Download reports: documents and tables of what the filters show, and a way back from a reference to its view."""

import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from pages.reporting.handing_on import by_reference, documents, tables
from reports.all_tables import TITLES, outline
from ui import cards, filters, strip
from ui.data import database

view = filters.chosen()
shown = outline(database(), view.dates, view.filters, view.framework)


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

documents.draw(view, shown)
left, right = st.columns(2, gap="large")
with left:
    tables.draw(view, shown)
with right:
    by_reference.draw()
