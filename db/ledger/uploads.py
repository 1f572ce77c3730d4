"""Uploads: what a checked workbook would change, and saving it in one transaction or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from db.engine import Database, add, bulk
from db.ledger.comparing import Keys, compare, listed
from db.ledger.kept_files import keep
from db.ledger.submissions import refuse_content_that_counts
from db.models import (
    Observation,
    Programme,
    ProgressReport,
    Submission,
    SubmissionEvent,
    SubmissionFile,
    SupportingNote,
)
from db.queries import standing
from monitoring import errors
from monitoring.collecting import without_collecting
from monitoring.periods import today
from monitoring.sent_rows import (
    NOTE_FIELDS,
    OBSERVATION_FIELDS,
    REPORT_FIELDS,
    NoteRow,
    ObservationRow,
    ReportRow,
    Row,
    key,
)
from monitoring.upload import Checked, Preview, Sender, SentFile, State


def preview(database: Database, checked: Checked) -> Preview:
    """What saving would do now, row by row, compared with what counts for the same activity or indicator and date.

    Raises UnknownPartner or UnknownPeriod, or PlanChanged when an activity is no longer the partner's to report on.
    """
    with without_collecting(), database.reading() as connection:
        return compare(connection, Keys.of(connection, database, checked), checked)


def previews(database: Database, checked: Checked) -> tuple[Checked, tuple[Preview, ...]]:
    """What saving a file would do now, as :func:`preview`, for each partner it brings something of.

    Also the file as checked; in it and in the previews no warning is left about a row that would stay as it is.
    """
    found = [preview(database, part) for part in checked.by_partner]
    said = {(row.becomes.sheet, row.becomes.row) for one in found for row in one.rows if row.state is not State.SAME}
    same = {(row.becomes.sheet, row.becomes.row) for one in found for row in one.rows} - said
    left = tuple(one for one in checked.problems if one.level == "error" or (one.sheet, one.row) not in same)
    shown = (replace(one, checked=replace(one.checked, problems=left)) for one in found)
    return replace(checked, problems=left), tuple(shown)


def refuse_what_counts(database: Database, checked: Checked) -> None:
    """Raise SubmissionAlreadyCounts when the very same content was saved before and still counts."""
    with database.reading() as connection:
        refuse_content_that_counts(connection, database, checked.sha256, datetime.now(UTC))


@dataclass(frozen=True)
class Agreed:
    """What the person who saves has seen and agreed to.

    ``warnings``: all of them were looked at; ``partly``: the rows without an error are saved though others have one.
    """

    warnings: bool = False
    partly: bool = False


def save(
    database: Database,
    shown: Preview,
    sender: Sender,
    file: SentFile,
    folder: Path,
    agreed: Agreed = Agreed(),
    letter: SentFile | None = None,
) -> int:
    """Save the new and the changed rows of a preview as one submission, and keep the file in ``folder``.

    Returns the number of the submission. Nothing is saved when one of these is raised: NameMissing, FaultsLeft,
    WarningsLeft, SubmissionAlreadyCounts, PlanChanged (the preview is no longer true), NothingToSave, UploadNotKept,
    DiskFull, DatabaseBusy, DatabaseReadOnly, SaveFailed.
    """
    (number,) = save_all(database, [Upload([shown], file, agreed)], sender, folder, letter)
    return number


@dataclass(frozen=True)
class Upload:
    """One file to be saved: the previews of its parts, and what was agreed to about it."""

    previews: Sequence[Preview]
    file: SentFile
    agreed: Agreed = Agreed()


def save_all(
    database: Database, uploads: Sequence[Upload], sender: Sender, folder: Path, letter: SentFile | None = None
) -> list[int]:
    """Save files, each part of them as a submission of its partner, in one transaction: all of it, or nothing.

    A part in which there is nothing to save is passed over. ``letter``: the e-mail or scan they came with. Returns the
    numbers. Raises what :func:`save` does, LetterToCome, and FilesContradict when two of them speak of the same.
    """
    _refuse_unseen(uploads, sender)
    _refuse_nothing(database, uploads)
    with without_collecting(), database.writing() as connection:
        # One saver at a time, on a database that locks rows and not the whole file, too.
        connection.execute(select(Programme.id).where(Programme.id == database.programme_id).with_for_update())
        now = datetime.now(UTC)
        parts = []
        for one in uploads:
            for shown in one.previews:
                if shown.to_save:
                    refuse_content_that_counts(connection, database, shown.checked.sha256, now)
                    keys = Keys.of(connection, database, shown.checked)
                    _refuse_what_moved(shown, compare(connection, keys, shown.checked))
                    parts.append((shown, keys, one.file))
        # The files are kept before the commit: should the commit fail, a file that nobody refers to is left, which
        # harms nothing; the other way round a submission could be left without its file.
        for sent in (*(one.file for one in uploads), *([letter] if letter is not None else [])):
            keep(folder, sent)
        return [_add_part(connection, database, keys, one, sender, file, letter, now) for one, keys, file in parts]


def _refuse_unseen(uploads: Sequence[Upload], sender: Sender) -> None:
    """Refuse what nobody has put a name to, or looked at."""
    if not sender.uploaded_by.strip():
        raise errors.NameMissing()
    for day in (sender.letter_date, sender.received_on):
        if day is not None and day > today():
            raise errors.LetterToCome(day=f"{day:%d.%m.%Y}")
    for one in uploads:
        for shown in one.previews[:1]:  # what is wrong with a file is known to all of its parts
            if shown.checked.errors and not one.agreed.partly:
                raise errors.FaultsLeft(count=len(shown.checked.errors))
            left = _unseen(one.previews)
            if left and not one.agreed.warnings:
                raise errors.WarningsLeft(count=left)


def _unseen(previews: Sequence[Preview]) -> int:
    """How many warnings there are, without those of conflicting rows that are not saved."""
    rows = {(row.becomes.sheet, row.becomes.row) for one in previews for row in one.rows if row.state is State.CONFLICT}
    rows -= {(row.becomes.sheet, row.becomes.row) for one in previews for row in one.to_save}
    return sum((problem.sheet, problem.row) not in rows for problem in previews[0].checked.warnings)


def _refuse_nothing(database: Database, uploads: Sequence[Upload]) -> None:
    """Refuse when there is nothing to save, or the same twice."""
    seen: dict[tuple[str, ...], str] = {}
    twice = set()
    for one in uploads:
        about = {key(row.becomes) for shown in one.previews for row in shown.to_save}
        twice |= {each[1] for each in about if seen.setdefault(each, one.file.sha256) != one.file.sha256}
    if twice:
        raise errors.FilesContradict(codes=listed(twice))
    if not seen:
        for one in uploads:
            for shown in one.previews:
                refuse_what_counts(database, shown.checked)
        raise errors.NothingToSave()


def _add_part(
    connection: Connection,
    database: Database,
    keys: Keys,
    shown: Preview,
    sender: Sender,
    file: SentFile,
    letter: SentFile | None,
    now: datetime,
) -> int:
    submission = _add_submission(connection, database, keys, shown, sender, file, now)
    if letter is not None:
        add(connection, SubmissionFile, submission_id=submission, name=Path(letter.name).name, sha256=letter.sha256)
    rows = [row.becomes for row in shown.to_save]
    bulk(connection, ProgressReport, list(_report_rows(rows, keys, submission, now)))
    bulk(connection, SupportingNote, list(_note_rows(rows, keys, submission, now)))
    bulk(connection, Observation, list(_observation_rows(rows, keys, submission, now)))
    return submission


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
        content_sha256=_fingerprint(shown),
        status="reported",
        illustrative=any(row.becomes.illustrative for row in shown.to_save),
    )
    who = sender.uploaded_by.strip()
    add(connection, SubmissionEvent, submission_id=submission, event="recorded", moment=now, person=who, why="")
    return submission


def _fingerprint(shown: Preview) -> str:
    """The fingerprint of the content, by which it is recognised when it is sent again; empty where a part was left.

    Who left a conflicting or a faulty row out may send the same file again: for that row, or to have it handed back.
    """
    conflicting = any(row.state is State.CONFLICT and key(row.becomes) not in shown.taken for row in shown.rows)
    left = conflicting or bool(shown.checked.errors)
    return "" if left else shown.checked.sha256


_REPORTED = attrgetter(*REPORT_FIELDS)


def _report_rows(rows: Iterable[Row], keys: Keys, submission: int, now: datetime) -> Iterator[dict[str, Any]]:
    for row in rows:
        if isinstance(row, ReportRow):
            yield {
                "activity_id": keys.activities[row.activity],
                "submission_id": submission,
                "as_of": row.as_of,
                "recorded": now,
                "illustrative": row.illustrative,
                **dict(zip(REPORT_FIELDS, _REPORTED(row), strict=True)),
            }


def _note_rows(rows: Iterable[Row], keys: Keys, submission: int, now: datetime) -> Iterator[dict[str, Any]]:
    for row in rows:
        if isinstance(row, NoteRow):
            yield {
                "activity_id": keys.supported[row.activity],
                "partner_id": keys.partner,
                "submission_id": submission,
                "as_of": row.as_of,
                "recorded": now,
                "illustrative": row.illustrative,
                **{name: getattr(row, name) for name in NOTE_FIELDS},
            }


def _observation_rows(rows: Iterable[Row], keys: Keys, submission: int, now: datetime) -> Iterator[dict[str, Any]]:
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
