"""Overview: are we on track, what changed, what needs me."""

import streamlit as st

from charts import goal_rows, over_time, progress_bars, status_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from ui import address, attention, cards, figures, filters, naming, phone, results, unknowns
from ui.data import database
from ui.theme import is_dark

view = filters.chosen()
look = Look(is_dark())
totals = queries.totals(database(), view.dates, view.filters)
if not totals["activities"]:
    cards.nothing_here(view.filters.narrowed())
    if not view.filters.narrowed():
        st.page_link("pages/progress/indicators.py", label=_("See the indicators"))
    st.stop()

partners, areas = naming.partners(view.dates), naming.areas()
by_partner = queries.progress_by(database(), view.dates, "partner", view.filters)
by_area = queries.progress_by(database(), view.dates, "area", view.filters)

cards.finding(findings.overview(totals, by_area, areas, view.dates.as_of), titles=True)
# Filled after the chart below it, which a browser takes longest to draw.
four_figures = st.container(key="four-figures")

left, right = st.columns([7, 5], gap="large")
with left:
    st.header(findings.partners(by_partner, queries.limits(database(), view.dates)), anchor=False)
    with st.container(key="desk-partners"):
        figures.show(
            progress_bars.by_group(by_partner, partners, look),
            key=figures.key_of("overview partners"),
            alt=_("Delivered share of each partner's workplan beside what was planned"),
            clicked=lambda code: address.go("pages/progress/by_partner.py", partner=[code]),
        )
    phone.partners(by_partner, partners)
    st.caption(progress_bars.key())
with four_figures:
    before = queries.totals(database(), view.before, view.filters) if view.before else None
    attention.four_figures(view, totals, before)
with right:
    attention.needs_decision(view, partners)

st.header(findings.statuses(totals), anchor=False)
named = totals.to_frame().T.assign(group="all")
figures.show(
    status_bars.by_group(named, {"all": _("All activities")}, look),
    key=figures.key_of("overview statuses"),
    alt=_("Number of activities by status"),
)
cards.status_key(totals.to_dict())
st.caption(findings.left_out(totals))
st.markdown(f"**{findings.late_by(by_area, areas)}**")
figures.show(
    status_bars.by_group(by_area, areas, look),
    key=figures.key_of("overview areas"),
    alt=_("Number of activities by status in each priority area"),
    clicked=lambda pair: address.go("pages/progress/activities.py", area=[pair[0]], status=[pair[1]]),
)

goals = queries.goals_in_force(database(), view.dates, view.framework)
indicators = queries.judged_indicators(database(), view.dates, view.filters)
by_goal = queries.progress_by(database(), view.dates, "goal", view.filters)
st.header(findings.values_since(indicators, goals), anchor=False)
with st.container(key="desk-goals"):
    figures.show(
        goal_rows.rows(goals, by_goal, indicators, look),
        key=figures.key_of("overview goals"),
        alt=_("Delivery and results of each goal, side by side"),
        clicked=results.open_mark,
    )
phone.goals(goals, by_goal, indicators, queries.limits(database(), view.dates))
results.without_goal(indicators, goals)
st.caption(goal_rows.key())

left, right = st.columns([7, 5], gap="large")
with left:
    curve = queries.over_time(database(), view.dates, view.filters)
    st.header(over_time.finding(curve, view.dates.as_of), anchor=False)
    figures.show(
        over_time.course(curve, view.dates.as_of, bool(totals["illustrative"]), look),
        key=figures.key_of("overview course"),
        alt=_("Delivered and planned shares over time"),
    )
with right:
    attention.changes(view, partners)

unknowns.list_them(view, totals, by_partner, indicators)
