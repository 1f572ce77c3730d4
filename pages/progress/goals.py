"""Against the goals: delivery of the activities and results of the indicators side by side, never averaged."""

import streamlit as st

from charts import goal_rows, progress_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from ui import address, cards, facts, figures, filters, naming, phone, results, tables
from ui.data import database
from ui.theme import is_dark

view = filters.chosen()
look = Look(is_dark())
goals = queries.goals_in_force(database(), view.dates, view.framework)
indicators = queries.judged_indicators(database(), view.dates, view.filters)
held = queries.limits(database(), view.dates)
by_goal = queries.progress_by(database(), view.dates, "goal", view.filters)

st.title(_("Against the goals"), anchor=False)
filters.framework_switch()
if goals.empty:
    st.info(facts.without_goals(queries.frameworks(database()), view.framework, view.dates.as_of))
    st.stop()
st.caption(facts.about_framework(goals))
cards.finding(findings.values_since(indicators, goals))
with st.container(key="desk-goals"):
    figures.show(
        goal_rows.rows(goals, by_goal, indicators, look),
        key=figures.key_of("goal rows"),
        alt=_("Delivery and results of each goal, side by side"),
        clicked=results.open_mark,
    )
phone.goals(goals, by_goal, indicators, held)
results.without_goal(indicators, goals)
st.caption(goal_rows.key())
shown_here = set(goals["code"])
results.status_key(indicators[[bool(shown_here & set(codes)) for codes in indicators["goals"]]])

names = naming.goals()
for goal in rows_of(goals):
    folded = st.expander(names[goal["code"]], key=f"goal {goal['code']}", on_change="rerun")
    if not folded.open:
        continue
    with folded:
        if goal["note"]:
            st.caption(facts.note(goal))
        here = by_goal[by_goal["group"] == goal["code"]]
        if here.empty:
            st.write(_("No activity shown serves this goal."))
        else:
            st.write(findings.of_partner(here.iloc[0]))
            st.button(
                _("See its activities"),
                key=f"activities of {goal['code']}",
                on_click=address.go,
                args=("pages/progress/activities.py",),
                kwargs={"goal": [goal["code"]]},
            )
        results.list_them(results.of_goal(indicators, goal["code"]), held)

shown = by_goal[by_goal["group"].isin(goals["code"])]
if len(shown):
    st.header(_("Delivery by goal"), anchor=False)
    st.caption(_("An activity counts at each goal it serves; so these rows do not add up."))
    figures.show(
        progress_bars.by_group(shown, names, look),
        key=figures.key_of("goal bullets"),
        alt=_("Delivered share of the activities that serve each goal"),
    )
    tables.progress(shown, names, _("Goal"))
