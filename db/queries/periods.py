"""Reporting periods."""

from datetime import datetime

from sqlalchemy import select

from db.engine import Database
from db.models import ReportingPeriod
from db.queries.in_force import LAST_DAY, held
from db.queries.limits import closes, closing_days
from db.queries.remembered import remembered
from monitoring.periods import Dates, Period


@remembered
def reporting_periods(database: Database, known_on: datetime) -> list[Period]:
    """All reporting periods of the programme, by their end, closing as was known then."""
    changes = closing_days(database, known_on)
    period = held(ReportingPeriod, Dates(LAST_DAY, known_on))
    statement = (
        select(period.code, period.starts, period.ends, period.closes)
        .where(period.programme_id == database.programme_id)
        .order_by(period.ends)
    )
    with database.reading() as connection:
        rows = connection.execute(statement).all()
    return [Period(code, starts, ends, closes(ends, day, changes)) for code, starts, ends, day in rows]
