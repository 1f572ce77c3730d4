"""Needs a decision: what waits, for what and for how long, where a rating and a status disagree, and money."""

import streamlit as st

from db import queries
from monitoring.language import gettext as _
from monitoring.language import ngettext
from ui import cards, deciding, filters, naming, whole_lists
from ui.data import database

view = filters.chosen()
held = queries.limits(database(), view.dates)
partners = naming.partners(view.dates)
waiting = queries.needs_decision(database(), view.dates, view.filters)
found = queries.judged_activities(database(), view.dates, view.filters)

st.title(_("Needs a decision"), anchor=False)
if found.empty:
    cards.nothing_here(view.filters.narrowed())
    st.stop()
cards.finding(ngettext("{n} activity needs a decision", "{n} activities need a decision", len(waiting)))
if waiting.empty:
    st.write(_("Nothing is behind, past its end date or without a report."))
else:
    deciding.ranked(waiting, partners, held, view.dates.as_of)
    whole_lists.offer_waiting(waiting, partners, view.dates.as_of)

apart = found[found["disagrees"].to_numpy(dtype=bool)]
st.header(
    ngettext(
        "{n} reported rating disagrees with the computed status",
        "{n} reported ratings disagree with the computed status",
        len(apart),
    ),
    anchor=False,
)
deciding.disagreements(apart, partners, held)
deciding.cash(found, queries.direct_cash(database(), view.dates, view.filters), partners, held)
