"""Against the goals: delivery of the activities and results of the indicators side by side, never averaged."""

import streamlit as st

from charts import goal_rows, progress_bars
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from ui import address, cards, chart_tables, drawn, facts, figures, filters, naming, phone, results, why_charts
from ui.behind import Behind
from ui.data import database
from ui.pictures import Alone
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
said = findings.values_since(indicators, goals)
cards.finding(said)
phone.goals(goals, by_goal, indicators, held)
results.without_goal(indicators, goals)
figures.show(
    goal_rows.rows(goals, by_goal, indicators, look),
    name="goal rows",
    finding=said,
    behind=Behind(
        why_charts.goals(),
        lambda: chart_tables.goals(goals, by_goal, indicators),
        bool(by_goal["illustrative"].any()),
    ),
    clicked=results.open_mark,
    note=goal_rows.key(),
    alone=Alone(marks=results.goals_marks(indicators, goals)),
    desk=True,
)
results.goals_key(indicators, goals)

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
                args=("activities",),
                kwargs={"goal": [goal["code"]]},
            )
        results.list_them(results.of_goal(indicators, goal["code"]), held, f"indicators of {goal['code']}")

shown = by_goal[by_goal["group"].isin(goals["code"])]
if len(shown):
    said = findings.spread(shown, names)
    st.header(cards.about(_("Delivery by goal"), said), anchor=False)
    st.caption(_("An activity counts at each goal it serves; so these rows do not add up."))
    drawn.bullets(
        progress_bars.by_group(shown, names, look),
        shown,
        names,
        called=_("Goal"),
        name="goal bullets",
        said=said,
        clicked=lambda code: address.go("goal", goal=[code]),
        group="goal",
    )
