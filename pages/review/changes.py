"""What changed between two periods, dates or moments of knowledge, and who reported it."""

import streamlit as st

from charts import moves
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from ui import cards, changed, chart_tables, comparing, figures, filters, naming, why_charts
from ui.behind import Behind
from ui.data import database
from ui.pictures import Alone
from ui.theme import is_dark

view = filters.chosen()
partners = naming.partners(view.dates)

st.title(_("What changed"), anchor=False)
if not queries.totals(database(), view.dates, view.filters)["activities"]:
    cards.nothing_here(view.filters.narrowed())
    st.stop()
then = comparing.before(view)
if then is None:
    st.info(_("This is the first reporting period, so there is nothing to compare it with."))
    st.stop()

found = queries.changes(database(), then, view.dates, view.filters)
if found.empty:
    cards.finding(_("No activity was in the plan at both dates"))
else:
    said = findings.moved(found, then.as_of)
    cards.finding(said)
    st.caption(comparing.between(view, then))
    with st.container(key="desk-key-of-moves"):
        st.caption(moves.key())
    figures.show(
        moves.table(found, Look(is_dark())),
        name="moves",
        finding=said,
        behind=Behind(
            why_charts.moves(), lambda: chart_tables.moves(found, partners), bool(found["illustrative"].any())
        ),
        clicked=changed.narrow,
        alone=Alone(note=moves.key()),
        desk=True,
    )
    changed.movers(found, view, partners)
changed.silent(queries.newly_silent(database(), then, view.dates, view.filters), view, partners)
changed.values(
    queries.new_observations(database(), then, view.dates),
    queries.judged_indicators(database(), view.dates, view.filters),
)
changed.amendments(queries.amended(database(), then, view.dates, view.filters))
