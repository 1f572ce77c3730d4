"""Overview: are we on track, what changed, what needs me."""

from functools import partial

import streamlit as st

from charts import goal_rows, over_time, progress_bars, status_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from ui import (
    address,
    attention,
    beginning,
    cards,
    chart_tables,
    drawn,
    figures,
    filters,
    naming,
    phone,
    results,
    tour,
    unknowns,
    why_charts,
)
from ui.behind import Behind
from ui.data import database
from ui.pictures import Alone
from ui.theme import is_dark

view = filters.chosen()
look = Look(is_dark())
totals = queries.totals(database(), view.dates, view.filters)
if not totals["activities"]:
    if view.filters.narrowed():
        cards.nothing_matches()
    else:
        beginning.next_steps(
            queries.signatories(database(), view.dates), queries.received(database(), view.dates.known_on)
        )
    st.stop()

partners, areas = naming.partners(view.dates), naming.areas()
by_partner = queries.furthest_behind(queries.progress_by(database(), view.dates, "partner", view.filters))
by_area = queries.progress_by(database(), view.dates, "area", view.filters)
held = queries.limits(database(), view.dates)
made_up = bool(totals["illustrative"])

cards.finding(findings.overview(totals, by_area, areas, view.dates.as_of), titles=True)
# Filled after the chart below it, which a browser takes longest to draw.
four_figures = st.container(key="four-figures")

left, right = st.columns([7, 5], gap="large")
with left:
    said = findings.partners(by_partner, held)
    st.header(said, anchor=False)
    drawn.bullets(
        progress_bars.by_group(by_partner, partners, look),
        by_partner,
        partners,
        called=_("Ministry or partner"),
        name="overview partners",
        said=said,
        note=progress_bars.key() + " " + _("Furthest behind first."),
        clicked=lambda code: address.go("workplan", partner=[code]),
    )
with four_figures:
    before = queries.totals(database(), view.before, view.filters) if view.before else None
    attention.four_figures(view, totals, before)
with right:
    attention.needs_decision(view, partners)

st.header(findings.statuses(totals), anchor=False)
named = totals.to_frame().T.assign(group="all")
everything = {"all": _("All activities")}
drawn.statuses(
    status_bars.by_group(named, everything, look),
    named,
    everything,
    called=_("What is counted"),
    name="overview statuses",
    said=findings.statuses(totals),
    held=held,
    clicked=lambda pair: address.go("activities", status=[pair[1]]),
    note=findings.left_out(totals),
)
drawn.status_key(totals)
late = findings.late_by(by_area, areas)
st.markdown(f"**{late}**")
drawn.statuses(
    status_bars.by_group(by_area, areas, look),
    by_area,
    areas,
    called=_("Priority area"),
    name="overview areas",
    said=late,
    held=held,
    clicked=lambda pair: address.go("activities", area=[pair[0]], status=[pair[1]]),
)

goals = queries.goals_in_force(database(), view.dates, view.framework)
indicators = queries.judged_indicators(database(), view.dates, view.filters)
by_goal = queries.progress_by(database(), view.dates, "goal", view.filters)
said = findings.values_since(indicators, goals)
st.header(said, anchor=False)
phone.goals(goals, by_goal, indicators, held)
results.without_goal(indicators, goals)
figures.show(
    goal_rows.rows(goals, by_goal, indicators, look),
    name="overview goals",
    finding=said,
    behind=Behind(why_charts.goals(), lambda: chart_tables.goals(goals, by_goal, indicators), made_up),
    clicked=results.open_mark,
    note=goal_rows.key(),
    alone=Alone(marks=results.goals_marks(indicators, goals)),
    desk=True,
)
with st.container(key="desk-key-of-results"):
    results.goals_key(indicators, goals)

left, right = st.columns([7, 5], gap="large")
with left:
    drawn.course(partial(over_time.course, look=look), over_time.finding, view, "overview course", made_up)
with right:
    attention.changes(view, partners)

unknowns.list_them(view, totals, by_partner, indicators)
tour.again()
tour.offer()
tour.remember()
