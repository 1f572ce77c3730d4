"""Uploads: what a checked workbook would change, and saving it in one transaction or not at all."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from db.engine import Database, add, bulk
from db.ledger.comparing import Keys, compare, listed
from db.ledger.kept_files import keep
from db.models import (
    Observation,
    Programme,
    ProgressReport,
    Submission,
    SubmissionEvent,
)
from db.queries import standing
from db.queries.in_force import not_counting
from monitoring import errors
from monitoring.periods import LOCAL_ZONE, Dates
from monitoring.upload import (
    OBSERVATION_FIELDS,
    REPORT_FIELDS,
    Checked,
    ObservationRow,
    Preview,
    ReportRow,
    Sender,
    SentFile,
    key,
)


def preview(database: Database, checked: Checked) -> Preview:
    """What saving would do now, row by row, compared with what counts for the same activity or indicator and date.

    Raises UnknownPartner or UnknownPeriod, or PlanChanged when an activity is no longer the partner's to report on.
    """
    with database.reading() as connection:
        return compare(connection, Keys.of(connection, database, checked), checked)


def refuse_what_counts(database: Database, checked: Checked) -> None:
    """Raise SubmissionAlreadyCounts when the very same content was saved before and still counts."""
    with database.reading() as connection:
        _refuse_what_counts(connection, database, checked, datetime.now(UTC))


def save(database: Database, shown: Preview, sender: Sender, file: SentFile, folder: Path) -> int:
    """Save the new and the changed rows of a preview as one submission, and keep the file in ``folder``.

    Returns the number of the submission. Nothing is saved when one of these is raised: NameMissing, FaultsLeft,
    SubmissionAlreadyCounts, PlanChanged (the preview is no longer true), NothingToSave, UploadNotKept, DiskFull,
    DatabaseBusy, DatabaseReadOnly, SaveFailed.
    """
    if not sender.uploaded_by.strip():
        raise errors.NameMissing()
    if shown.checked.problems:
        raise errors.FaultsLeft(count=len(shown.checked.problems))
    with database.writing() as connection:
        # One saver at a time, on a database that locks rows and not the whole file, too.
        connection.execute(select(Programme.id).where(Programme.id == database.programme_id).with_for_update())
        now = datetime.now(UTC)
        _refuse_what_counts(connection, database, shown.checked, now)
        keys = Keys.of(connection, database, shown.checked)
        _refuse_what_moved(shown, compare(connection, keys, shown.checked))
        if not shown.to_save:
            raise errors.NothingToSave()
        # The file is kept before the commit: should the commit fail, a file that nobody refers to is left, which
        # harms nothing; the other way round a submission could be left without its file.
        keep(folder, file)
        submission = _add_submission(connection, database, keys, shown, sender, file, now)
        rows = [row.becomes for row in shown.to_save]
        bulk(connection, ProgressReport, list(_report_rows(rows, keys, submission, now)))
        bulk(connection, Observation, list(_observation_rows(rows, keys, submission, now)))
    return submission


def _refuse_what_counts(connection: Connection, database: Database, checked: Checked, now: datetime) -> None:
    statement = (
        select(Submission.id, Submission.recorded)
        .where(
            Submission.programme_id == database.programme_id,
            Submission.content_sha256 == checked.sha256,
            Submission.id.not_in(not_counting(Dates(now.date(), now))),
        )
        .order_by(Submission.id.desc())
        .limit(1)
    )
    found = connection.execute(statement).one_or_none()
    if found is not None:
        recorded = found.recorded.astimezone(ZoneInfo(LOCAL_ZONE))
        raise errors.SubmissionAlreadyCounts(number=found.id, on=f"{recorded:%d.%m.%Y}")


def _refuse_what_moved(shown: Preview, fresh: Preview) -> None:
    """Refuse when what is to be saved was compared with something else; rows that stay as they are harm nobody."""
    about = [key(row.becomes) for row in shown.to_save]
    moved = {one[1] for one in about if shown.basis.get(one) != fresh.basis.get(one)}
    if moved:
        raise errors.PlanChanged(codes=listed(moved))


def _add_submission(
    connection: Connection,
    database: Database,
    keys: Keys,
    shown: Preview,
    sender: Sender,
    file: SentFile,
    now: datetime,
) -> int:
    submission = add(
        connection,
        Submission,
        programme_id=database.programme_id,
        kind="progress",
        partner_id=keys.partner,
        period_id=keys.period,
        recorded=now,
        reported_by_name=sender.reported_by_name.strip(),
        reported_by_post=sender.reported_by_post.strip(),
        letter_number=sender.letter_number.strip(),
        letter_date=sender.letter_date,
        received_on=sender.received_on,
        uploaded_by=sender.uploaded_by.strip(),
        file_name=Path(file.name).name,
        file_sha256=file.sha256,
        content_sha256=shown.checked.sha256,
        status="reported",
        illustrative=any(row.becomes.illustrative for row in shown.to_save),
    )
    who = sender.uploaded_by.strip()
    add(connection, SubmissionEvent, submission_id=submission, event="recorded", moment=now, person=who, why="")
    return submission


def _report_rows(
    rows: Iterable[ReportRow | ObservationRow], keys: Keys, submission: int, now: datetime
) -> Iterable[dict[str, Any]]:
    for row in rows:
        if isinstance(row, ReportRow):
            yield {
                "activity_id": keys.activities[row.activity],
                "submission_id": submission,
                "as_of": row.as_of,
                "recorded": now,
                "illustrative": row.illustrative,
                **{name: getattr(row, name) for name in REPORT_FIELDS},
            }


def _observation_rows(
    rows: Iterable[ReportRow | ObservationRow], keys: Keys, submission: int, now: datetime
) -> Iterable[dict[str, Any]]:
    for row in rows:
        if isinstance(row, ObservationRow):
            yield {
                "indicator_id": keys.indicators[row.indicator],
                "submission_id": submission,
                "recorded": now,
                "observed_on": row.observed_on,
                "series": row.series,
                "region_id": keys.regions[row.region] if row.region else None,
                "status": "reported",
                "illustrative": row.illustrative,
                **{name: getattr(row, name) for name in (*OBSERVATION_FIELDS, *standing.GROUPS)},
            }
