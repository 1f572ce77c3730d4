"""Reads. Each takes the database and the two dates, and returns a table; its docstring says columns and units."""

import pandas as pd

from db.queries.activities import judged_activities, searched
from db.queries.activity import activity_detail
from db.queries.amended import amended
from db.queries.attention import decisions, needs_decision
from db.queries.changes import changes, newly_silent
from db.queries.exchanged import country, first_funding, payments, reported_figures
from db.queries.forms import checked_against, form_content, partners_of, plan_content
from db.queries.history import continuation_of, events_of, reports_of, versions_of
from db.queries.inconsistent import contradictions
from db.queries.indicators import judged_indicators
from db.queries.limits import limit_changes, limits
from db.queries.mappings import column_mapping, column_mappings
from db.queries.money import direct_cash, money
from db.queries.money_by import activities_in, money_by
from db.queries.names import (
    areas,
    framework_of,
    frameworks,
    goals,
    goals_in_force,
    partners,
    periods,
    regions,
    signatories,
    workplans,
)
from db.queries.narratives import narratives
from db.queries.observations import new_observations, observations, targets
from db.queries.over_time import over_time
from db.queries.periods import reporting_periods
from db.queries.plan_book import plan_book
from db.queries.plan_submissions import plan_submissions
from db.queries.progress import furthest_behind, nationwide, progress_by, totals
from db.queries.punctuality import punctuality
from db.queries.received import newest_change, received
from db.queries.remembered import one_moment
from db.queries.senders import senders
from db.queries.snapshot import snapshot
from db.queries.stated_sources import stated_sources
from db.queries.submissions import letters, submissions, submissions_about
from db.queries.supporting import notes_of
from db.queries.unsure import names_to_check, unsure_facts

# Words are kept as Python's own strings: pages turn short tables into rows and lists, which costs a fifth of a page's
# run when each word has to be taken out of Arrow's memory first.
pd.set_option("mode.string_storage", "python")

__all__ = [
    "activities_in",
    "activity_detail",
    "amended",
    "areas",
    "changes",
    "checked_against",
    "column_mapping",
    "column_mappings",
    "continuation_of",
    "contradictions",
    "country",
    "decisions",
    "direct_cash",
    "events_of",
    "first_funding",
    "form_content",
    "framework_of",
    "frameworks",
    "furthest_behind",
    "goals",
    "goals_in_force",
    "judged_activities",
    "judged_indicators",
    "letters",
    "limit_changes",
    "limits",
    "money",
    "money_by",
    "names_to_check",
    "narratives",
    "nationwide",
    "needs_decision",
    "new_observations",
    "newest_change",
    "newly_silent",
    "notes_of",
    "observations",
    "one_moment",
    "over_time",
    "partners",
    "partners_of",
    "payments",
    "periods",
    "plan_book",
    "plan_content",
    "plan_submissions",
    "progress_by",
    "punctuality",
    "received",
    "regions",
    "reported_figures",
    "reporting_periods",
    "reports_of",
    "searched",
    "senders",
    "signatories",
    "snapshot",
    "stated_sources",
    "submissions",
    "submissions_about",
    "targets",
    "totals",
    "unsure_facts",
    "versions_of",
    "workplans",
]
