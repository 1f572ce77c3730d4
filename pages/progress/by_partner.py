"""By ministry and partner: whose workplan is ahead, and whose waits; a click opens the workplan with one of them."""

import streamlit as st

from charts import progress_bars, status_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from ui import address, cards, drawn, filters, naming, tables
from ui.data import database
from ui.theme import is_dark

view = filters.chosen()
look = Look(is_dark())
names = naming.partners(view.dates)
progress = queries.furthest_behind(queries.progress_by(database(), view.dates, "partner", view.filters))

st.title(_("Progress by ministry and partner"), anchor=False)
if progress.empty:
    cards.nothing_here(view.filters.narrowed())
    tables.workplans(queries.signatories(database(), view.dates), names, opened=True)
    st.stop()

held = queries.limits(database(), view.dates)
said = findings.partners(progress, held)
cards.finding(said)
drawn.bullets(
    progress_bars.by_group(progress, names, look),
    progress,
    names,
    called=_("Ministry or partner"),
    name="partner bullets",
    said=said,
    clicked=lambda code: address.go("workplan", partner=[code]),
    note=progress_bars.key() + " " + _("Furthest behind first."),
)
if view.filters.supporting and progress["shared"].sum():
    st.caption(findings.shared(progress))
totals = queries.totals(database(), view.dates, view.filters)
statuses = findings.statuses(totals)
st.header(statuses, anchor=False)
drawn.statuses(
    status_bars.by_group(progress, names, look),
    progress,
    names,
    called=_("Ministry or partner"),
    name="partner statuses",
    said=statuses,
    held=held,
    clicked=lambda pair: address.go("activities", partner=[pair[0]], status=[pair[1]]),
)
drawn.status_key(totals)
tables.workplans(queries.signatories(database(), view.dates), names)
