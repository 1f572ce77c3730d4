"""Save a checked plan workbook: all of it in one transaction, as a submission of its own that can be withdrawn."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select

from db.engine import Database, add
from db.ledger.comparing import listed
from db.ledger.kept_files import keep
from db.ledger.plan_activity_writing import write_activities
from db.ledger.plan_writing import PlanWriting
from db.models import Programme, Submission, SubmissionEvent
from db.queries.in_force import by_now
from db.queries.plan_book import read_plan
from monitoring import errors
from monitoring.plan_book import fingerprint
from monitoring.plan_changes import PlanPreview, State
from monitoring.plan_rows import ActivityRow
from monitoring.upload import SentFile


def save_plan(database: Database, shown: PlanPreview, by: str, why: str, file: SentFile, folder: Path) -> int:
    """Save what a preview shows as one submission of kind "plan", and keep the file in ``folder``.

    Returns the number of the submission. Nothing is saved when one of these is raised: NameMissing, ReasonMissing,
    FaultsLeft, NothingToChange, PlanMoved (the preview is no longer true), UploadNotKept, DiskFull, DatabaseBusy,
    DatabaseReadOnly, SaveFailed.
    """
    if not by.strip():
        raise errors.NameMissing()
    if not why.strip():
        raise errors.ReasonMissing()
    if shown.faults:
        raise errors.FaultsLeft(count=len(shown.faults))
    if not shown.to_save:
        raise errors.NothingToChange()
    with database.writing() as connection:
        # One saver at a time, on a database that locks rows and not the whole file, too.
        connection.execute(select(Programme.id).where(Programme.id == database.programme_id).with_for_update())
        _refuse_what_moved(connection, database, shown)
        # The file is kept before the commit: should the commit fail, a file that nobody refers to harms nothing.
        keep(folder, file)
        now = datetime.now(UTC)
        submission = add(
            connection,
            Submission,
            programme_id=database.programme_id,
            kind="plan",
            recorded=now,
            uploaded_by=by.strip(),
            file_name=Path(file.name).name,
            file_sha256=file.sha256,
            content_sha256=shown.sha256,
            status="reported",
            illustrative=any(getattr(row.becomes or row.was, "illustrative", False) for row in shown.to_save),
        )
        event = {"event": "recorded", "moment": now, "person": by.strip(), "why": why.strip()}
        add(connection, SubmissionEvent, submission_id=submission, **event)
        writing = PlanWriting(connection, database.programme_id, submission, now)
        for row in shown.to_save:
            if not isinstance(row.becomes or row.was, ActivityRow):
                writing.write(row)
        write_activities(writing, [row for row in shown.to_save if isinstance(row.becomes or row.was, ActivityRow)])
    return submission


def _refuse_what_moved(connection: Connection, database: Database, shown: PlanPreview) -> None:
    """Refuse when a row that is to be saved was compared with something else, or was reported on and is to go."""
    plan = read_plan(connection, database.programme_id, by_now())
    moved = set()
    for row in shown.to_save:
        now = plan.of(row.table).get(row.key)
        stands = fingerprint(now) if now is not None else ""
        reported_on = row.state is State.GONE and (row.table, row.key[0]) in plan.used and len(row.key) == 1
        if stands != shown.stands[row.table, row.key] or reported_on:
            moved.add(row.code)
    if moved:
        raise errors.PlanMoved(codes=listed(moved))
