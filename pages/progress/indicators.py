"""Indicators: small multiples grouped by goal; a click opens one with its sources, series and groups of children."""

from functools import partial

import streamlit as st

from charts import equity_dots, indicator_course
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from ui import address, ahead, cards, chart_tables, drawn, figures, filters, indicator, naming, results, why_charts
from ui.behind import Behind
from ui.data import database
from ui.pictures import Alone
from ui.theme import is_dark

view = filters.chosen()
look = Look(is_dark())
indicators = queries.judged_indicators(database(), view.dates, view.filters)
held = queries.limits(database(), view.dates)
goals = queries.goals_in_force(database(), view.dates, "national action plan")
plan = (goals["starts"].iloc[0], goals["ends"].iloc[0]) if len(goals) else None
seen = queries.observations(database(), view.dates)
targets = queries.targets(database(), view.dates)
code = address.picked("indicator")

if code and (indicators["code"] == code).any():
    row = indicators[indicators["code"] == code].iloc[0].to_dict()
    own, aims = seen[seen["indicator"] == code], targets[targets["indicator"] == code]
    st.button(_("Back to all indicators"), on_click=address.pick, kwargs={"indicator": ""})
    own_totals = results.as_judged(row, results.totals_of(own))
    indicator.heading(row, own_totals, held)
    about = Alone(f"{name(row)} ({name(row, 'unit_name')})")
    if row["levels"]:  # levels are never drawn into a line
        indicator.levels(row)
    else:
        figures.show(
            indicator_course.small(row, own_totals, aims, plan, look, height=320, ahead=ahead.projected(row)),
            name=f"course of {code}",
            finding=findings.indicator(row, own_totals),
            behind=Behind(why_charts.indicator(), lambda: chart_tables.observations(row, own_totals, aims), False),
            note=indicator.chart_key(),
            alone=about,
        )
        ahead.said(row)
    groups = equity_dots.groups_of(own, results.group_words(naming.regions()))
    if len(groups):
        gap = findings.gap(groups)
        st.header(gap, anchor=False)
        figures.show(
            equity_dots.line(groups, row["unit"] == "percent", look),
            name=f"groups of {code}",
            finding=gap,
            behind=Behind(why_charts.groups(), lambda: chart_tables.groups(groups), False),
            alone=about,
        )
    indicator.working(row, aims)
    indicator.sources(own, naming.regions(), row["unit"])
    st.stop()

st.title(_("Indicators"), anchor=False)
if indicators.empty:
    cards.nothing_matches()
    st.stop()
cards.finding(findings.values_since(indicators, goals))
st.caption(_("Real data, from published sources. A result belongs to the country; it says nothing about one partner."))
results.status_key(indicators)
names = naming.goals()
totals, aims_of = results.by_indicator(results.totals_of(seen)), results.by_indicator(targets)
for goal, group in results.by_goal(indicators):
    st.header(names.get(goal, _("Without a goal")), anchor=False)
    with st.grid(3, min_column_width=300, gap="small"):
        for row in rows_of(group):
            with st.container(border=True, key=f"card {row['code']}"):
                own = results.as_judged(row, totals.get(row["code"], seen.iloc[:0]))
                aims = aims_of.get(row["code"], targets.iloc[:0])
                draw = partial(indicator_course.small, plan=plan, look=look)
                drawn.result(
                    draw, row, own, aims, held, f"small {row['code']}", lambda code: address.narrow(indicator=code)
                )
                st.button(
                    _("Sources and details"),
                    key=f"open {row['code']}",
                    type="tertiary",
                    on_click=address.narrow,
                    kwargs={"indicator": row["code"]},
                )
