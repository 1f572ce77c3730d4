"""Who has reported for which period."""

from datetime import datetime

import pandas as pd
from sqlalchemy import and_, distinct, func, select

from db.engine import Database
from db.models import ReportingPeriod, Submission, Workplan, WorkplanPartner
from db.queries.in_force import not_counting
from db.queries.names import periods
from monitoring.periods import Dates


def received(database: Database, known_on: datetime) -> pd.DataFrame:
    """Reporting periods by their end, with how many partners were to report and how many had by ``known_on``.

    Columns: those of :func:`db.queries.names.periods`, expected (partners with a workplan in force at its end), received
    (partners with a submission for it that counts).
    """
    found = periods(database)
    year = func.extract("year", ReportingPeriod.ends)
    expected = (
        select(ReportingPeriod.code, func.count(distinct(WorkplanPartner.partner_id)))
        .join(
            Workplan,
            and_(
                Workplan.programme_id == ReportingPeriod.programme_id,
                Workplan.first_year <= year,
                Workplan.last_year >= year,
            ),
        )
        .join(WorkplanPartner, WorkplanPartner.workplan_id == Workplan.id)
        .where(ReportingPeriod.programme_id == database.programme_id)
        .group_by(ReportingPeriod.code)
    )
    # as_of plays no part: a submission counts for the period it was sent for.
    counting = not_counting(Dates(known_on.date(), known_on))
    came = (
        select(ReportingPeriod.code, func.count(distinct(Submission.partner_id)))
        .join(Submission, Submission.period_id == ReportingPeriod.id)
        .where(
            ReportingPeriod.programme_id == database.programme_id,
            Submission.recorded <= known_on,
            Submission.id.not_in(counting),
        )
        .group_by(ReportingPeriod.code)
    )
    with database.reading() as connection:
        due = dict(connection.execute(expected).tuples().all())
        came_in = dict(connection.execute(came).tuples().all())
    found["expected"] = [due.get(code, 0) for code in found["code"]]
    found["received"] = [came_in.get(code, 0) for code in found["code"]]
    return found
