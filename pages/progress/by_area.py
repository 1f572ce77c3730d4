"""By priority area: the same as by partner, the matrix of partners and areas, and the cross-cutting priorities."""

import streamlit as st

from charts import progress_bars, status_bars, unit_matrix
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from ui import address, cards, figures, filters, naming, tables, why
from ui.data import database
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

if one:
    cards.finding(findings.of_partner(progress.iloc[0]))
    why.strip(progress.iloc[0].to_dict(), held, "area")
else:
    cards.finding(findings.late_by(progress, areas))
figures.show(
    progress_bars.by_group(progress, areas, look),
    key=figures.key_of("area bullets"),
    alt=_("Delivered share in each priority area beside what was planned"),
    clicked=lambda code: address.pick(area=[code]),
)
st.caption(progress_bars.key())
figures.show(
    status_bars.by_group(progress, areas, look),
    key=figures.key_of("area statuses"),
    alt=_("Number of activities by status in each priority area"),
    clicked=lambda pair: address.go("pages/progress/activities.py", area=[pair[0]], status=[pair[1]]),
)
cards.status_key(progress.sum(numeric_only=True).to_dict())
tables.progress(progress, areas, _("Priority area"))

if one:
    st.button(_("Show all priority areas"), on_click=address.pick, kwargs={"area": []})
    st.header(_("Its activities"), anchor=False)
    found = queries.judged_activities(database(), view.dates, view.filters)
    tables.activities(found, names, areas, held, key="activities of an area")
    st.stop()

found = queries.judged_activities(database(), view.dates, view.filters)
if unit_matrix.drawable(found):
    with st.container(key="matrix"):
        st.header(_("Each activity, by partner and priority area"), anchor=False)
        figures.show(
            unit_matrix.squares(found, names, areas, held, look),
            key=figures.key_of("matrix"),
            alt=_("One mark for each activity by partner and priority area, in the shape and colour of its status"),
            clicked=lambda pair: address.go("pages/progress/activities.py", partner=[pair[0]], area=[pair[1]]),
        )

crossing = queries.progress_by(database(), view.dates, "marker", view.filters)
st.header(_("Cross-cutting priorities"), anchor=False)
if crossing.empty:
    st.write(_("No activity here carries a marker."))
else:
    st.caption(_("An activity counts at each priority it is marked for; so these rows do not add up."))
    figures.show(
        progress_bars.by_group(crossing, areas, look),
        key=figures.key_of("cross-cutting bullets"),
        alt=_("Delivered share of the activities marked for each cross-cutting priority"),
    )
    tables.progress(crossing, areas, _("Cross-cutting priority"))
