"""By ministry and partner: whose workplan is ahead, and whose waits; a click narrows to one of them."""

import streamlit as st

from charts import progress_bars, status_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from ui import address, cards, chart_tables, figures, filters, naming, phone, tables, why, why_charts
from ui.behind import Behind
from ui.data import database
from ui.theme import is_dark

view = filters.chosen()
look = Look(is_dark())
names, areas = naming.partners(view.dates), naming.areas()
progress = queries.progress_by(database(), view.dates, "partner", view.filters)
one = len(view.filters.partners) == 1

st.title(
    _("Workplan with: {name}", name=names[view.filters.partners[0]]) if one else _("Progress by ministry and partner"),
    anchor=False,
)
if progress.empty:
    cards.nothing_here(view.filters.narrowed())
    tables.workplans(queries.signatories(database(), view.dates), names, opened=True)
    st.stop()

held = queries.limits(database(), view.dates)
said = findings.of_partner(progress.iloc[0]) if one else findings.partners(progress, held)
cards.finding(said)
if one:
    why.strip(progress.iloc[0].to_dict(), held, "partner")
phone.partners(progress, names)
figures.show(
    progress_bars.by_group(progress, names, look),
    name="partner bullets",
    finding=said,
    behind=Behind(
        why_charts.bullets(),
        lambda: chart_tables.progress(progress, names, _("Ministry or partner")),
        bool(progress["illustrative"].any()),
    ),
    clicked=lambda code: address.narrow(partner=[code]),
    note=progress_bars.key(),
    desk=True,
)
if view.filters.supporting and progress["shared"].sum():
    st.caption(findings.shared(progress))

if one:
    st.button(_("Show all partners"), on_click=address.pick, kwargs={"partner": []})
    by_area = queries.progress_by(database(), view.dates, "area", view.filters)
    st.header(_("Its priority areas"), anchor=False)
    figures.show(
        status_bars.by_group(by_area, areas, look),
        name="areas of a partner",
        finding=findings.late_by(by_area, areas),
        behind=Behind(
            why_charts.statuses(held),
            lambda: chart_tables.progress(by_area, areas, _("Priority area")),
            bool(by_area["illustrative"].any()),
        ),
        clicked=lambda pair: address.narrow(area=[pair[0]]),
    )
    cards.status_key(by_area.sum(numeric_only=True).to_dict())
    st.header(_("Its activities"), anchor=False)
    found = queries.judged_activities(database(), view.dates, view.filters)
    tables.activities(found, names, areas, held, key="activities of a partner")

tables.workplans(queries.signatories(database(), view.dates), names)
