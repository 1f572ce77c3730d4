"""One goal: its activities, its indicators and who serves it, on one page, to be printed."""

from functools import partial

import streamlit as st

from charts import indicator_course, progress_bars, status_bars
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
    chart_tables,
    facts,
    figures,
    filters,
    listing,
    money,
    naming,
    one,
    phone,
    phone_lists,
    results,
    why,
    why_charts,
)
from ui.behind import Behind
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
    results.list_them(indicators, held)
    seen, targets = queries.observations(database(), view.dates), queries.targets(database(), view.dates)
    totals_of, aims_of = results.by_indicator(results.totals_of(seen)), results.by_indicator(targets)
    plan = (here["starts"].iloc[0], here["ends"].iloc[0])
    with st.grid(3, min_column_width=300, gap="small"):
        for row in rows_of(indicators):
            own = results.as_judged(row, totals_of.get(row["code"], seen.iloc[:0]))
            aims = aims_of.get(row["code"], targets.iloc[:0])
            if len(own) < 2 or row["levels"]:
                continue
            with st.container(border=True, key=f"goal card {row['code']}"):
                figures.show(
                    indicator_course.small(row, own, aims, plan, look),
                    name=f"goal {row['code']}",
                    finding=results.card_heading(row, own, held),
                    behind=Behind(
                        why_charts.indicator(), partial(chart_tables.observations, row, own, aims), made_up=False
                    ),
                    clicked=lambda code: address.go("indicators", indicator=code),
                )

if progress.empty:
    cards.nothing_here(view.filters.narrowed())
    st.stop()
row, made_up = rows_of(progress)[0], bool(progress["illustrative"].any())
st.header(_("Delivery of the activities that serve it"), anchor=False)
cards.finding(findings.of_partner(progress.iloc[0]))
why.strip(row, held, "goal")
by_partner = queries.progress_by(database(), view.dates, "partner", view.filters)
said = findings.spread(by_partner, partners)
phone.partners(by_partner, partners)
figures.show(
    progress_bars.by_group(by_partner, partners, look),
    name="goal partners",
    finding=said,
    behind=Behind(
        why_charts.bullets(), partial(chart_tables.progress, by_partner, partners, _("Ministry or partner")), made_up
    ),
    clicked=lambda code: address.go("workplan", partner=[code], goal=[]),
    note=progress_bars.key(),
    desk=True,
)
phone_lists.statuses(progress, words, "goal")
figures.show(
    status_bars.by_group(progress, words, look),
    name="goal statuses",
    finding=findings.statuses(progress.iloc[0]),
    behind=Behind(why_charts.statuses(held), partial(chart_tables.progress, progress, words, _("Goal")), made_up),
    clicked=lambda pair: address.go("activities", status=[pair[1]]),
    desk=True,
)
with st.container(key="desk-key-of-statuses"):
    cards.status_key(progress.sum(numeric_only=True).to_dict())

one.waiting(view, partners)
attention.changes(view, partners)
money.in_short(view)
listing.activities(queries.judged_activities(database(), view.dates, view.filters), partners, held, "goal", "partner")
