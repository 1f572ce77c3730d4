"""By ministry and partner: whose workplan is ahead, and whose waits; a click opens the workplan with one of them."""

import streamlit as st

from charts import progress_bars, status_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from ui import address, cards, chart_tables, figures, filters, naming, phone, phone_lists, tables, why_charts
from ui.behind import Behind
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

held, made_up = queries.limits(database(), view.dates), bool(progress["illustrative"].any())
said = findings.partners(progress, held)
cards.finding(said)


def table() -> object:
    """What both charts draw."""
    return chart_tables.progress(progress, names, _("Ministry or partner"))


phone.partners(progress, names)
figures.show(
    progress_bars.by_group(progress, names, look),
    name="partner bullets",
    finding=said,
    behind=Behind(why_charts.bullets(), table, made_up),
    clicked=lambda code: address.go("workplan", partner=[code]),
    note=progress_bars.key() + " " + _("Furthest behind first."),
    desk=True,
)
if view.filters.supporting and progress["shared"].sum():
    st.caption(findings.shared(progress))
totals = queries.totals(database(), view.dates, view.filters)
statuses = findings.statuses(totals)
st.header(statuses, anchor=False)
phone_lists.statuses(progress, names, "partners")
figures.show(
    status_bars.by_group(progress, names, look),
    name="partner statuses",
    finding=statuses,
    behind=Behind(why_charts.statuses(held), table, made_up),
    clicked=lambda pair: address.go("activities", partner=[pair[0]], status=[pair[1]]),
    desk=True,
)
with st.container(key="desk-key-of-statuses"):
    cards.status_key(totals.to_dict())
tables.workplans(queries.signatories(database(), view.dates), names)
