"""Reads. Each takes the database and the two dates, and returns a table; its docstring says columns and units."""

from db.queries.activities import judged_activities
from db.queries.periods import reporting_periods

__all__ = ["judged_activities", "reporting_periods"]
