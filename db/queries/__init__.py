"""Reads. Each takes the database and the two dates, and returns a table; its docstring says columns and units."""

from db.queries.activities import judged_activities
from db.queries.attention import decisions, needs_decision
from db.queries.changes import changes
from db.queries.history import continuation_of, events_of, reports_of, versions_of
from db.queries.indicators import judged_indicators
from db.queries.names import areas, goals, partners, periods, regions, workplans
from db.queries.observations import observations, targets
from db.queries.over_time import over_time
from db.queries.periods import reporting_periods
from db.queries.progress import progress_by, totals
from db.queries.remembered import snapshot

__all__ = [
    "areas",
    "changes",
    "continuation_of",
    "decisions",
    "events_of",
    "goals",
    "judged_activities",
    "judged_indicators",
    "needs_decision",
    "observations",
    "over_time",
    "partners",
    "periods",
    "progress_by",
    "regions",
    "reporting_periods",
    "reports_of",
    "snapshot",
    "targets",
    "totals",
    "versions_of",
    "workplans",
]
