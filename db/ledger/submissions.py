"""What happens to a submission after it was recorded. Undo is an event, and undo of undo another."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select

from db.engine import Database
from db.ledger.plan_leaning import refuse_what_is_leant_on
from db.models import Submission, SubmissionEvent
from db.queries.in_force import by_now, not_counting
from db.queries.plan_book import read_plan
from monitoring import errors, words
from monitoring.periods import LOCAL_ZONE, Dates


def withdraw(database: Database, submission: int, by: str, why: str) -> None:
    """Take a submission out of every figure from now on; what was known before stays as it was.

    Raises NoSuchSubmission, SubmissionAlreadyWithdrawn, NameMissing, ReasonMissing, or PlanLeansOnIt where what it
    brought to the plan is named, amended or reported on by what stays; then nothing is written.
    """
    with database.writing() as connection:
        if not _counts(connection, database, submission):
            raise errors.SubmissionAlreadyWithdrawn(number=submission)
        of_a_plan = connection.scalar(select(Submission.kind).where(Submission.id == submission)) == "plan"
        before = read_plan(connection, database.programme_id, by_now()) if of_a_plan else None
        _add_event(connection, submission, "withdrawn", by, why)
        if before is not None:
            refuse_what_is_leant_on(connection, database.programme_id, submission, before)


def reinstate(database: Database, submission: int, by: str, why: str) -> None:
    """Let a withdrawn submission count again.

    Raises NoSuchSubmission, SubmissionNotWithdrawn, SubmissionAlreadyCounts (its content was saved once more and
    counts), NameMissing or ReasonMissing; then nothing is written.
    """
    with database.writing() as connection:
        if _counts(connection, database, submission):
            raise errors.SubmissionNotWithdrawn(number=submission)
        content = connection.scalar(select(Submission.content_sha256).where(Submission.id == submission))
        if content:
            refuse_content_that_counts(connection, database, content, datetime.now(UTC))
        _add_event(connection, submission, "reinstated", by, why)


def refuse_content_that_counts(connection: Connection, database: Database, sha256: str, now: datetime) -> None:
    """Raise SubmissionAlreadyCounts when the content of this fingerprint was saved and counts."""
    statement = (
        select(Submission.id, Submission.recorded)
        .where(
            Submission.programme_id == database.programme_id,
            Submission.content_sha256 == sha256,
            Submission.id.not_in(not_counting(Dates(now.date(), now))),
        )
        .order_by(Submission.id.desc())
        .limit(1)
    )
    found = connection.execute(statement).one_or_none()
    if found is not None:
        recorded = found.recorded.astimezone(ZoneInfo(LOCAL_ZONE))
        raise errors.SubmissionAlreadyCounts(number=found.id, on=f"{recorded:%d.%m.%Y}")


def _counts(connection: Connection, database: Database, submission: int) -> bool:
    newest = (
        select(SubmissionEvent.event)
        .join(Submission, Submission.id == SubmissionEvent.submission_id)
        .where(Submission.id == submission, Submission.programme_id == database.programme_id)
        .order_by(SubmissionEvent.moment.desc(), SubmissionEvent.id.desc())
        .limit(1)
    )
    event = connection.scalar(newest)
    if event is None:
        raise errors.NoSuchSubmission(number=submission)
    return event in words.EVENTS_THAT_COUNT


def _add_event(connection: Connection, submission: int, event: str, by: str, why: str) -> None:
    if not by.strip():
        raise errors.NameMissing()
    if not why.strip():
        raise errors.ReasonMissing()
    connection.execute(
        insert(SubmissionEvent).values(
            submission_id=submission, event=event, moment=datetime.now(UTC), person=by.strip(), why=why.strip()
        )
    )
