"""Workplan with one partner: everything about it on one page, to be printed."""

from functools import partial

import streamlit as st

from charts import over_time, progress_bars, status_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from ui import address, attention, cards, drawn, filters, listing, money, naming, one, unknowns, why
from ui.data import database
from ui.theme import is_dark

HALF = 600  # pixels of a column

view = filters.chosen()
look = Look(is_dark())
names, areas = naming.partners(view.dates), naming.areas()
signed = list(dict.fromkeys(queries.signatories(database(), view.dates)["partner"]))
progress = queries.progress_by(database(), view.dates, "partner", view.filters)

partner = one.choose(_("Workplan with"), "partner", {code: names[code] for code in signed}, view.filters.partners)
if not partner:
    st.title(_("One workplan"), anchor=False)
    if signed:
        st.info(_("Choose a ministry or partner above: its whole workplan is then shown on one page, ready to print."))
        one.every({code: names[code] for code in signed}, "workplan", "partner")
    else:
        cards.nothing_yet()
    st.stop()
st.title(_("Workplan with: {name}", name=names[partner]), anchor=False)
one.signed(view, partner, names)
if progress.empty:
    one.nothing(view)
    st.stop()

row = rows_of(progress)[0]
held, made_up = queries.limits(database(), view.dates), bool(row["illustrative"])
totals = queries.totals(database(), view.dates, view.filters)
cards.finding(findings.of_partner(progress.iloc[0]))
why.strip(row, held, "workplan")
attention.four_figures(view, totals, queries.totals(database(), view.before, view.filters) if view.before else None)

by_area = queries.progress_by(database(), view.dates, "area", view.filters)
left, right = st.columns(2, gap="large")
with left:
    late = findings.late_by(by_area, areas)
    st.header(late, anchor=False)
    drawn.statuses(
        status_bars.by_group(by_area, areas, look, HALF),
        by_area,
        areas,
        called=_("Priority area"),
        name="workplan areas",
        said=late,
        held=held,
        clicked=lambda pair: address.go("activities", area=[pair[0]], status=[pair[1]]),
    )
    drawn.status_key(totals)
with right:
    drawn.course(partial(over_time.course, look=look), over_time.finding, view, "workplan course", made_up)

one.waiting(view, names)
attention.changes(view, names)

goals = naming.goals()
by_goal = queries.progress_by(database(), view.dates, "goal", view.filters)
of_framework = queries.goals_in_force(database(), view.dates, view.framework)["code"]
by_goal = by_goal[by_goal["group"].isin(set(of_framework)).to_numpy(dtype=bool)]
if len(by_goal):
    spread = findings.spread(by_goal, goals)
    st.header(_("By goal: {finding}", finding=spread), anchor=False)
    st.caption(_("An activity counts at each goal it serves; so these rows do not add up."))
    drawn.bullets(
        progress_bars.by_group(by_goal, goals, look),
        by_goal,
        goals,
        called=_("Goal"),
        name="workplan goals",
        said=spread,
        note=progress_bars.key(),
        clicked=lambda code: address.go("goal", goal=[code]),
        group="goal",
    )

money.in_short(view)
one.sent(view, partner)
found = queries.judged_activities(database(), view.dates, view.filters)
listing.activities(found, areas, held, "workplan", "area")
unknowns.list_them(view, totals, progress)
