"""Review: what reviews decided, open decisions first, and the agenda of the next one."""

import streamlit as st

from db import queries
from monitoring.language import gettext as _
from ui import cards, filters, naming, reviewing
from ui.data import database

view = filters.chosen()
partners = naming.partners(view.dates)
found = queries.decisions(database(), view.dates, view.filters)

st.title(_("Review"), anchor=False)
if found.empty:
    st.write(_("No review has decided anything about this by the reporting date."))
else:
    cards.finding(reviewing.finding(found, view.dates.as_of))
    reviewing.register(found, partners, view.dates.as_of)
totals = queries.totals(database(), view.dates, view.filters)
if not totals["activities"]:
    cards.nothing_here(view.filters.narrowed())
else:
    st.header(_("Agenda for the next review"), anchor=False)
    st.caption(_("Made from what the filters show. Print the page to take it along; the filters are printed with it."))
    reviewing.agenda(view, totals, found, partners)
