"""Who has reported for which period, and when anything changed last."""

from datetime import date, datetime
from typing import Any

import pandas as pd
from sqlalchemy import and_, distinct, func, select

from db.engine import Database
from db.models import (
    ActivityVersion,
    Amendment,
    Decision,
    FundingFlow,
    IndicatorVersion,
    Observation,
    PartnerVersion,
    ProgressReport,
    ReportingPeriod,
    SettingVersion,
    Submission,
    SubmissionEvent,
    SupportingNote,
    TargetVersion,
    Verification,
    Workplan,
    WorkplanPartner,
)
from db.queries.in_force import LAST_DAY, held, not_counting
from db.queries.limits import closes, closing_days
from db.queries.names import periods
from db.queries.remembered import remembered
from monitoring.periods import Dates

RECORDED: tuple[Any, ...] = (  # what submissions bring, each row with the moment from which it is known
    ActivityVersion,
    Amendment,
    Decision,
    FundingFlow,
    IndicatorVersion,
    Observation,
    PartnerVersion,
    ProgressReport,
    TargetVersion,
    SupportingNote,
)


@remembered
def received(database: Database, known_on: datetime) -> pd.DataFrame:
    """Reporting periods by their end, with how many partners were to report and how many had by ``known_on``.

    Columns: those of :func:`db.queries.names.periods`, expected (partners with a workplan in force at its end),
    received (partners with a submission for it that counts).
    """
    found = periods(database)
    known = Dates(LAST_DAY, known_on)
    period, plan = held(ReportingPeriod, known), held(Workplan, known)
    year = func.extract("year", period.ends)
    in_its_year = and_(plan.programme_id == period.programme_id, plan.first_year <= year, plan.last_year >= year)
    expected = (
        select(period.code, func.count(distinct(WorkplanPartner.partner_id)))
        .join(plan, in_its_year)
        .join(WorkplanPartner, WorkplanPartner.workplan_id == plan.id)
        .where(period.programme_id == database.programme_id)
        .group_by(period.code)
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
        due: dict[str, int] = dict(connection.execute(expected).all())
        came_in = dict(connection.execute(came).all())
    changes = closing_days(database, known_on)
    found["closes"] = [closes(ends, day, changes) for ends, day in zip(found["ends"], found["closes"], strict=True)]
    found["expected"] = [due.get(code, 0) for code in found["code"]]
    found["received"] = [came_in.get(code, 0) for code in found["code"]]
    return found


def default_period(periods: pd.DataFrame, today: date) -> str:
    """The code of the last closed period that anybody has reported for, else of the last closed, else of none.

    ``periods`` are rows of :func:`received`.
    """
    closed = periods[(periods["closes"] < today).to_numpy(dtype=bool)]
    reported = closed[closed["received"] > 0]
    for found in (reported, closed):
        if len(found):
            return str(found["code"].iloc[-1])
    return ""


def latest_day(periods: pd.DataFrame, today: date) -> date:
    """The last day that can be asked for: the end of the longest period that has begun, else today.

    ``periods`` are rows of :func:`received`. What is asked for twice then stays the same while a period runs.
    """
    begun = periods["ends"][(periods["starts"] <= today).to_numpy(dtype=bool)]
    last: date = max([today, *begun])
    return last


@remembered
def newest_change(database: Database, known_on: datetime) -> datetime | None:
    """The moment of the newest change of the ledger known by ``known_on``, in UTC; None where nothing was known.

    Reads at this moment and at ``known_on`` give the same, so it can stand for "now" in a document.
    """
    ours = Submission.programme_id == database.programme_id
    newest = [
        select(func.max(Submission.recorded)).where(ours, Submission.recorded <= known_on),
        _newest(SubmissionEvent, SubmissionEvent.moment, known_on).where(ours),
        *(_newest(table, table.recorded, known_on).where(ours) for table in RECORDED),
        _newest(ProgressReport, Verification.moment, known_on)
        .join(Verification, Verification.report_id == ProgressReport.id)
        .where(ours),
        select(func.max(SettingVersion.recorded)).where(
            SettingVersion.programme_id == database.programme_id, SettingVersion.recorded <= known_on
        ),
    ]
    with database.reading() as connection:
        moments = [connection.scalar(statement) for statement in newest]
    return max((moment for moment in moments if moment is not None), default=None)


def _newest(table: Any, moment: Any, known_on: datetime) -> Any:
    """The newest moment among the rows that submissions brought."""
    statement = select(func.max(moment)).select_from(table).join(Submission, Submission.id == table.submission_id)
    return statement.where(moment <= known_on)
