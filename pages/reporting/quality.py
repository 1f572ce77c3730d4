"""Data quality: who has reported what and how late, what is missing, contradicts itself, or is not sure."""

from functools import partial

import streamlit as st

from charts import punctuality
from charts.look import Look
from db import queries
from monitoring import quality_findings
from monitoring.language import gettext as _
from monitoring.periods import end_of_day, today
from spreadsheets import form
from ui import (
    address,
    cards,
    chart_tables,
    deciding,
    figures,
    filters,
    naming,
    phone_lists,
    quality,
    reminding,
    why_charts,
)
from ui.behind import Behind
from ui.data import database
from ui.theme import is_dark

view = filters.chosen()
names, periods = naming.partners(view.dates), naming.periods()
held = queries.limits(database(), view.dates)
found = queries.judged_activities(database(), view.dates, view.filters)
came = queries.punctuality(database(), view.dates, view.filters)

st.title(_("Data quality"), anchor=False)
if found.empty:
    cards.nothing_here(view.filters.narrowed())
    quality.unsure(queries.unsure_facts(database(), view.dates))
    quality.names(queries.names_to_check(database(), view.dates))
    st.stop()

said = quality_findings.punctuality(came, periods.get(came["period"].iloc[-1], "") if len(came) else "")
cards.finding(said)
if len(came):
    phone_lists.punctuality(came, names, periods)
    figures.show(
        punctuality.cells(came, names, periods, Look(is_dark())),
        name="punctuality",
        finding=said,
        behind=Behind(
            why_charts.punctuality(),
            lambda: chart_tables.punctuality(came, names, periods),
            bool(came["illustrative"].any()),
        ),
        clicked=lambda pair: address.go("workplan", partner=[pair[0]], period=pair[1]),
        note=punctuality.key(),
        desk=True,
    )


def form_of(partner: str) -> tuple[str, object]:
    """File name and content of the form of a partner for the period shown."""
    content = queries.form_content(database(), partner, view.period["code"], end_of_day(today()))
    return form.file_name(content), partial(form.write, content)


if view.period is not None:
    reminding.draw(view.period.to_dict(), found, queries.partners(database(), view.dates), form_of)
indicators = queries.judged_indicators(database(), view.dates, view.filters)
st.header(_("What is missing"), anchor=False)
quality.missing(found, indicators)
quality.in_words(found, names)
st.header(_("Reported ratings that disagree with the computed status"), anchor=False)
deciding.disagreements(found[found["disagrees"].to_numpy(dtype=bool)], names, held)
units = dict(zip(indicators["code"], indicators["unit"], strict=True))
quality.contradictions(queries.contradictions(database(), view.dates, units, view.filters), found, indicators)
quality.unsure(queries.unsure_facts(database(), view.dates))
quality.names(queries.names_to_check(database(), view.dates))
