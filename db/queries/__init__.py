"""Reads. Each takes the database and the two dates, and returns a table; its docstring says columns and units."""

from db.queries.activities import judged_activities
from db.queries.indicators import judged_indicators
from db.queries.periods import reporting_periods
from db.queries.progress import progress_by

__all__ = ["judged_activities", "judged_indicators", "progress_by", "reporting_periods"]
