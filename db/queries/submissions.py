"""The submissions of progress: who sent what when, and whether it counts."""

from collections.abc import Collection, Set
from datetime import date, datetime
from typing import Any

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from db.engine import Database
from db.models import (
    Activity,
    Observation,
    Partner,
    ProgressReport,
    ReportingPeriod,
    Submission,
    SubmissionEvent,
    SubmissionFile,
    SupportingNote,
)
from db.queries.remembered import remembered
from monitoring import words

COLUMNS = (
    "number",
    "partner",
    "period",
    "recorded",
    "reported_by",
    "letter_number",
    "letter_date",
    "received_on",
    "uploaded_by",
    "file_name",
    "file_sha256",
    "reports",
    "notes",
    "observations",
    "state",
    "counts",
    "illustrative",
)


def submissions(
    database: Database,
    known_on: datetime,
    partners: Collection[str] = (),
    period: str | None = None,
    limit: int | None = None,
) -> pd.DataFrame:
    """One row a submission of progress recorded by ``known_on``, newest first; of some partners or one period if given.

    Columns: number, partner and period (codes, empty for none), recorded (moment in UTC), reported_by (name, post),
    letter_number (empty for none), letter_date and received_on (date or None), uploaded_by, file_name and file_sha256,
    reports, notes and observations (how many), state (its newest event by ``known_on``), counts (whether its figures
    are used), illustrative.
    """
    statement = _all(known_on).where(Submission.programme_id == database.programme_id).limit(limit)
    if partners:
        statement = statement.where(Partner.code.in_(partners))
    if period is not None:
        statement = statement.where(ReportingPeriod.code == period)
    with database.reading() as connection:
        rows = connection.execute(statement).all()
    return pd.DataFrame([_shown(*row) for row in rows], columns=list(COLUMNS))


def _all(known_on: datetime) -> Any:
    """The submissions of progress recorded by a moment, newest first, with what each brought."""
    reports, notes, observations = _number_of(ProgressReport), _number_of(SupportingNote), _number_of(Observation)
    return (
        select(
            Submission.id,
            func.coalesce(Partner.code, ""),
            func.coalesce(ReportingPeriod.code, ""),
            Submission.recorded,
            Submission.reported_by_name,
            Submission.reported_by_post,
            Submission.letter_number,
            Submission.letter_date,
            Submission.received_on,
            Submission.uploaded_by,
            Submission.file_name,
            Submission.file_sha256,
            func.coalesce(reports.c.rows, 0),
            func.coalesce(notes.c.rows, 0),
            func.coalesce(observations.c.rows, 0),
            SubmissionEvent.event,
            Submission.illustrative,
        )
        .select_from(Submission)
        .join(SubmissionEvent, SubmissionEvent.id == _newest_event(known_on))
        .outerjoin(Partner, Partner.id == Submission.partner_id)
        .outerjoin(ReportingPeriod, ReportingPeriod.id == Submission.period_id)
        .outerjoin(reports, reports.c.submission_id == Submission.id)
        .outerjoin(notes, notes.c.submission_id == Submission.id)
        .outerjoin(observations, observations.c.submission_id == Submission.id)
        .where(Submission.kind == "progress")
        .order_by(Submission.recorded.desc(), Submission.id.desc())
    )


def _newest_event(known_on: datetime) -> Any:
    """The newest event of a submission by a moment."""
    newest = aliased(SubmissionEvent)
    return (
        select(newest.id)
        .where(newest.submission_id == Submission.id, newest.moment <= known_on)
        .order_by(newest.moment.desc(), newest.id.desc())
        .limit(1)
        .correlate_except(newest)
        .scalar_subquery()
    )


def _number_of(table: Any) -> Any:
    """How many rows each submission brought, counted in one pass."""
    return select(table.submission_id, func.count().label("rows")).group_by(table.submission_id).subquery()


def _shown(*row: object) -> tuple[object, ...]:
    number, partner, period, recorded, name, post, *came_with, state, illustrative = row
    reported_by = ", ".join(str(part) for part in (name, post) if part)
    counts = state in words.EVENTS_THAT_COUNT
    return (number, partner, period, recorded, reported_by, *came_with, state, counts, illustrative)


def submissions_about(database: Database, activities: Set[str], as_of: date) -> frozenset[int]:
    """The numbers of the submissions that brought a report or a note, of a day up to ``as_of``, on one of these
    activities (codes).
    """
    return frozenset(number for number, code in _brought(database, as_of) if code in activities)


@remembered
def _brought(database: Database, as_of: date) -> list[tuple[int, str]]:
    """Each submission with each activity that it speaks of."""
    statements = (
        select(table.submission_id, Activity.code)
        .join(Activity, Activity.id == table.activity_id)
        .where(Activity.programme_id == database.programme_id, table.as_of <= as_of)
        .distinct()
        for table in (ProgressReport, SupportingNote)
    )
    with database.reading() as connection:
        return [(number, code) for statement in statements for number, code in connection.execute(statement)]


def letters(database: Database, submission: int) -> list[tuple[str, str]]:
    """Name and fingerprint of the e-mails and scans that a submission came with."""
    statement = (
        select(SubmissionFile.name, SubmissionFile.sha256)
        .where(SubmissionFile.submission_id == submission)
        .order_by(SubmissionFile.id)
    )
    with database.reading() as connection:
        return [(name, sha256) for name, sha256 in connection.execute(statement)]
