"""Method: the rules in plain words with the limits in force, an example for each, and a form to try them."""

import pandas as pd
import streamlit as st

from db import queries
from monitoring.filters import Filters
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
# Examples from the view, then from the plans of every other year: the ledger knows cases that this year has not.
years = sorted({int(year) for year in queries.workplans(database())["first_year"]}, reverse=True)
views = [view.filters, *(Filters(years=(year,)) for year in years)]
method.delivery(held, (queries.judged_activities(database(), view.dates, one) for one in views))
progress = pd.concat([queries.progress_by(database(), view.dates, "partner", one) for one in views], ignore_index=True)
method.groups(held, progress, naming.partners(view.dates))
method_results.indicators(queries.judged_indicators(database(), view.dates, view.filters), held)
method.limits(held, queries.limit_changes(database(), view.dates))
st.header(_("Try it: an activity"), anchor=False)
trying.activity(held, queries.reporting_periods(database(), view.dates.known_on))
st.header(_("Try it: an indicator"), anchor=False)
trying.indicator(held)
