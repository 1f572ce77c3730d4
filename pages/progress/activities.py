"""Activities: the filtered table, and one activity's whole history."""

import streamlit as st

from charts import activity_course
from charts.look import Look
from db import queries
from monitoring import findings
from monitoring.filters import Filters
from monitoring.language import gettext as _
from monitoring.language import name
from ui import activity, address, cards, chart_tables, figures, filters, naming, tables, why_charts
from ui.behind import Behind
from ui.data import database
from ui.pictures import Alone
from ui.theme import is_dark

view = filters.chosen()
names, areas = naming.partners(view.dates), naming.areas()
held = queries.limits(database(), view.dates)
code = address.picked("activity")
if code:
    activity.back()
    detail = queries.activity_detail(database(), view.dates, code)
    if detail is None:
        st.info(_("No plan had the activity {code} at this date.", code=code))
        st.stop()
    activity.heading(detail, held)
    left, right = st.columns([5, 7], gap="large")
    with left:
        activity.facts(detail, names, areas)
    with right:
        figures.show(
            activity_course.course(
                detail.planned,
                detail.first_planned,
                detail.course,
                view.dates.as_of,
                detail.row["illustrative"],
                Look(is_dark()),
            ),
            name=f"course of {code}",
            finding=activity.course(detail.row),
            behind=Behind(
                why_charts.activity(),
                lambda: chart_tables.activity(detail.planned, detail.first_planned, detail.course),
                detail.row["illustrative"],
            ),
            alone=Alone(f"{name(detail.row, 'title')} ({code})"),
        )
    activity.cash(
        detail,
        queries.direct_cash(database(), view.dates, Filters(years=detail.years)).get(code),
        held,
        view.dates.as_of,
    )
    activity.reports(queries.reports_of(database(), view.dates, code), detail.row)
    activity.notes(queries.notes_of(database(), view.dates, code), names, detail.row)
    activity.amendments(queries.versions_of(database(), view.dates, code), detail.row)
    activity.continuation(queries.continuation_of(database(), code))
    st.stop()

st.title(_("Activities"), anchor=False)
totals = queries.totals(database(), view.dates, view.filters)
if not totals["activities"]:
    cards.nothing_here(view.filters.narrowed())
    st.stop()
found = queries.judged_activities(database(), view.dates, view.filters)
cards.finding(findings.statuses(totals))
st.caption(findings.left_out(totals))
cards.status_key(totals.to_dict())
words = st.text_input(_("Search in titles and codes"), key="search", placeholder=_("for example: training"))
found = queries.searched(found, words)
if found.empty:
    st.info(_("No activity has these words in its title or code."))
else:
    tables.activities(found, names, areas, held, key="all activities")
