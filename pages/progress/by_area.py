"""By priority area: the same as by partner, the matrix of partners and areas, and the cross-cutting priorities."""

import streamlit as st

from charts import progress_bars, status_bars, unit_matrix
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from monitoring.status import DELIVERY_MARKS, Delivery
from ui import address, cards, chart_tables, drawn, figures, filters, naming, tables, why, why_charts
from ui.behind import Behind
from ui.data import database
from ui.pictures import Alone
from ui.theme import is_dark

view = filters.chosen()
held = queries.limits(database(), view.dates)
look = Look(is_dark())
names, areas = naming.partners(view.dates), naming.areas()
progress = queries.progress_by(database(), view.dates, "area", view.filters)
one = len(view.filters.areas) == 1

st.title(
    _("Priority area: {name}", name=areas[view.filters.areas[0]]) if one else _("Progress by priority area"),
    anchor=False,
)
if progress.empty:
    cards.nothing_here(view.filters.narrowed())
    st.stop()

said = findings.of_partner(progress.iloc[0]) if one else findings.late_by(progress, areas)
made_up = bool(progress["illustrative"].any())
cards.finding(said)
if one:
    why.strip(progress.iloc[0].to_dict(), held, "area")


drawn.bullets(
    progress_bars.by_group(progress, areas, look),
    progress,
    areas,
    called=_("Priority area"),
    name="area bullets",
    said=findings.spread(progress, areas),
    clicked=lambda code: address.narrow(area=[code]),
    note=progress_bars.key(),
    group="area",
)
stand = findings.statuses(progress.sum(numeric_only=True))
st.header(stand, anchor=False)
drawn.statuses(
    status_bars.by_group(progress, areas, look),
    progress,
    areas,
    called=_("Priority area"),
    name="area statuses",
    said=stand,
    held=held,
    clicked=lambda pair: address.go("activities", area=[pair[0]], status=[pair[1]]),
)
drawn.status_key(progress.sum(numeric_only=True))

if one:
    st.button(_("Show all priority areas"), on_click=address.pick, kwargs={"area": []})
    st.header(_("Its activities"), anchor=False)
    found = queries.judged_activities(database(), view.dates, view.filters)
    tables.activities(found, names, areas, held, key="activities of an area")
    st.stop()

found = queries.judged_activities(database(), view.dates, view.filters)
if unit_matrix.drawable(found):
    with st.container(key="matrix"):
        st.header(findings.crossing(found, areas), anchor=False)
        figures.show(
            unit_matrix.squares(found, names, areas, held, look),
            name="matrix",
            finding=findings.crossing(found, areas),
            behind=Behind(
                why_charts.statuses(held), lambda: chart_tables.activities(found, names, areas, held), made_up
            ),
            clicked=lambda pair: address.go("activities", partner=[pair[0]], area=[pair[1]]),
            alone=Alone(marks=[DELIVERY_MARKS[status] for status in Delivery if status.value in set(found["status"])]),
        )

crossing = queries.progress_by(database(), view.dates, "marker", view.filters)
if crossing.empty:
    st.header(_("Cross-cutting priorities"), anchor=False)
    st.write(_("No activity here carries a marker."))
else:
    said = findings.spread(crossing, areas)
    st.header(cards.about(_("Cross-cutting priorities"), said), anchor=False)
    st.caption(_("An activity counts at each priority it is marked for; so these rows do not add up."))
    drawn.bullets(
        progress_bars.by_group(crossing, areas, look),
        crossing,
        areas,
        called=_("Cross-cutting priority"),
        name="cross-cutting bullets",
        said=said,
        group="marker",
    )
