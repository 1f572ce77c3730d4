"""Method: the rules in plain words with the limits in force, an example for each, and a form to try them."""

import streamlit as st

from db import queries
from monitoring.language import gettext as _
from ui import filters, method, method_results, naming, trying
from ui.data import database

view = filters.chosen()
held = queries.limits(database(), view.dates)

st.title(_("How progress is judged"), anchor=False)
st.write(
    _(
        "Three things are kept apart: how far the activities have got against their own plan; how far the indicators "
        "have moved from baseline to target; and the rating that a person reports. A country's result never colours a "
        "partner's row."
    )
)
method.delivery(held, queries.judged_activities(database(), view.dates, view.filters))
progress = queries.progress_by(database(), view.dates, "partner", view.filters)
method.groups(held, progress, naming.partners(view.dates))
method_results.indicators(queries.judged_indicators(database(), view.dates, view.filters), held)
method.limits(held, queries.limit_changes(database(), view.dates))
st.subheader(_("Try it: an activity"), anchor=False)
trying.activity(held, queries.reporting_periods(database(), view.dates.known_on))
st.subheader(_("Try it: an indicator"), anchor=False)
trying.indicator(held)
