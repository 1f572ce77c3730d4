"""Reporting periods."""

from sqlalchemy import select

from db.engine import Database
from db.models import ReportingPeriod
from db.queries.remembered import remembered
from monitoring.periods import Period


@remembered
def reporting_periods(database: Database) -> list[Period]:
    """All reporting periods of the programme, by their end."""
    statement = (
        select(ReportingPeriod.code, ReportingPeriod.starts, ReportingPeriod.ends, ReportingPeriod.closes)
        .where(ReportingPeriod.programme_id == database.programme_id)
        .order_by(ReportingPeriod.ends)
    )
    with database.reading() as connection:
        return [Period(*row) for row in connection.execute(statement)]
