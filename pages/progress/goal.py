"""One goal: its activities, its indicators and who serves it, on one page, to be printed."""

from functools import partial

import streamlit as st

from charts import indicator_course, over_time, progress_bars, status_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from monitoring.language import names_by_code
from monitoring.rows import rows_of
from ui import (
    address,
    attention,
    cards,
    drawn,
    facts,
    filters,
    listing,
    money,
    naming,
    one,
    results,
    unknowns,
    why,
)
from ui.data import database
from ui.theme import is_dark

view = filters.chosen()
look = Look(is_dark())
goals = queries.goals_in_force(database(), view.dates, view.framework)
words, partners = names_by_code(goals), naming.partners(view.dates)
held = queries.limits(database(), view.dates)

goal = one.choose(_("Goal"), "goal", words, view.filters.goals)
if not goal:
    st.title(_("One goal"), anchor=False)
    filters.framework_switch()
    if goals.empty:
        st.info(facts.without_goals(queries.frameworks(database()), view.framework, view.dates.as_of))
    else:
        st.info(_("Choose a goal above: its activities and indicators are then shown on one page, ready to print."))
        one.every(words, "goal", "goal")
    st.stop()
st.title(words[goal], anchor=False)
here = goals[(goals["code"] == goal).to_numpy(dtype=bool)]
st.caption(facts.about_framework(here))
progress = queries.progress_by(database(), view.dates, "goal", view.filters)
progress = progress[(progress["group"] == goal).to_numpy(dtype=bool)]
indicators = results.of_goal(queries.judged_indicators(database(), view.dates, view.filters), goal)

st.header(_("Results for children · Real data"), anchor=False)
st.write(findings.values_since(indicators, here) + ".")
if len(indicators):
    results.list_them(indicators, held, "indicators of the goal")
    drawn.courses(
        partial(indicator_course.small, plan=(here["starts"].iloc[0], here["ends"].iloc[0]), look=look),
        indicators,
        queries.observations(database(), view.dates),
        queries.targets(database(), view.dates),
        held,
        clicked=lambda code: address.go("indicators", indicator=code),
    )

if progress.empty:
    one.nothing(view)
    st.stop()
row, made_up = rows_of(progress)[0], bool(progress["illustrative"].any())
st.header(_("Delivery of the activities that serve it"), anchor=False)
cards.finding(findings.of_partner(progress.iloc[0]))
why.strip(row, held, "goal")
by_partner = queries.progress_by(database(), view.dates, "partner", view.filters)
said = findings.spread(by_partner, partners)
st.subheader(said, anchor=False)
drawn.bullets(
    progress_bars.by_group(by_partner, partners, look),
    by_partner,
    partners,
    called=_("Ministry or partner"),
    name="goal partners",
    said=said,
    note=progress_bars.key(),
    clicked=lambda code: address.go("workplan", partner=[code], goal=[]),
)
said = findings.statuses(progress.iloc[0])
st.subheader(said, anchor=False)
drawn.statuses(
    status_bars.by_group(progress, words, look),
    progress,
    words,
    called=_("Goal"),
    name="goal statuses",
    said=said,
    held=held,
    clicked=lambda pair: address.go("activities", status=[pair[1]]),
)
drawn.status_key(progress.iloc[0])

left, right = st.columns([7, 5], gap="large")
with left:
    drawn.course(partial(over_time.course, look=look), over_time.finding, view, "goal course", made_up)
with right:
    attention.changes(view, partners)

one.waiting(view, partners)
money.in_short(view)
listing.activities(queries.judged_activities(database(), view.dates, view.filters), partners, held, "goal", "partner")
unknowns.list_them(view, queries.totals(database(), view.dates, view.filters), by_partner, indicators)
