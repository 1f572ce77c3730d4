"""Bad days: a full or read-only disk, two savers at once, a busy or broken database, a process killed while saving.

Each time there is a clear message, nothing is lost and nothing is half saved. All of it happens for real.
"""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from db import ledger, queries
from db.engine import Database, make_engine, open_database
from db.models import Observation, ProgressReport, Submission, SubmissionEvent
from db.settings import ROOT
from monitoring import errors
from monitoring.upload import Preview, Sender, SentFile
from tests.db.sent import checked, content, file, in_percent, save

TABLES = (Submission, SubmissionEvent, ProgressReport, Observation)
MANAGER = Sender(uploaded_by="A manager")


def held(database: Database) -> list[int]:
    with database.reading() as connection:
        return [connection.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES]


def file_of(database: Database) -> Path:
    return Path(str(database.engine.url.database))


def again(database: Database, busy_seconds: float = 0.2) -> Database:
    """The same file, opened anew."""
    return open_database(str(database.engine.url), "TKM", busy_seconds)


def ready(database: Database, narrative: str = "went on") -> tuple[SentFile, Preview]:
    (code,) = in_percent(database)
    sent = file(database, {code: {"Percent complete": 91, "Narrative": narrative}})
    return sent, ledger.preview(database, checked(database, sent))


def test_a_full_disk_while_saving_keeps_nothing_and_the_next_save_works(planned: Database, tmp_path: Path) -> None:
    sent, shown = ready(planned, narrative="x" * 30_000)
    before = held(planned)
    full = Database(make_engine(str(planned.engine.url)), planned.programme_id)
    with planned.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    def no_room(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(full.engine, "connect", no_room)
    with pytest.raises(errors.DiskFull, match=r"Nothing was saved: the disk is full"):
        ledger.save(full, shown, MANAGER, sent, tmp_path / "uploads")
    assert held(planned) == before
    number = ledger.save(planned, shown, MANAGER, sent, tmp_path / "uploads")
    assert queries.submissions(planned, content(planned).known_on).iloc[0]["number"] == number


def test_a_disk_without_room_for_the_file_keeps_nothing(planned: Database, tmp_path: Path) -> None:
    sent, shown = ready(planned)
    before = held(planned)
    (tmp_path / f"{sent.sha256}.part").symlink_to("/dev/full")  # a real device that never has room
    with pytest.raises(errors.DiskFull):
        ledger.save(planned, shown, MANAGER, sent, tmp_path)
    assert held(planned) == before
    assert not (tmp_path / f"{sent.sha256}.xlsx").exists()


def test_a_folder_that_takes_no_file_is_named_and_nothing_is_saved(planned: Database, tmp_path: Path) -> None:
    sent, shown = ready(planned)
    before = held(planned)
    (tmp_path / "uploads").write_text("a file in the place of the folder", encoding="utf-8")
    with pytest.raises(errors.UploadNotKept, match="uploads"):
        ledger.save(planned, shown, MANAGER, sent, tmp_path / "uploads")
    assert held(planned) == before


def test_a_database_in_a_folder_that_takes_nothing_is_shown_and_refuses_to_save(
    planned: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, shown = ready(planned)
    with planned.engine.connect() as connection:  # as the last one out does: what stands beside the file goes into it
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    access = os.access
    # Whoever runs the tests may write anywhere, so the system's answer for the folder is given here.
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK and access(place, mode))
    shut = again(planned)
    assert content(shut).activities == content(planned).activities
    with pytest.raises(errors.DatabaseReadOnly, match="may not write"):
        ledger.save(shut, shown, MANAGER, sent, tmp_path)


def test_a_database_that_cannot_be_opened_is_not_called_broken(planned: Database, tmp_path: Path) -> None:
    folder = tmp_path / "a folder in place of the file.sqlite3"
    folder.mkdir()
    with pytest.raises(errors.DatabaseUnopened, match="not harmed"):
        open_database(f"sqlite:///{folder}", "TKM")


def test_a_read_only_database_is_shown_and_refuses_to_save(planned: Database, tmp_path: Path) -> None:
    sent, shown = ready(planned)
    url = f"sqlite:///file:{file_of(planned)}?mode=ro&uri=true"  # also the administrator of the machine is refused
    read_only = Database(make_engine(url), planned.programme_id)
    assert content(read_only).activities == content(planned).activities
    before = held(planned)
    with pytest.raises(errors.DatabaseReadOnly, match="may not write"):
        ledger.save(read_only, shown, MANAGER, sent, tmp_path)
    assert held(planned) == before


def at_once(*saves: Callable[[], int]) -> list[int | type[Exception]]:
    """Run saves at the same moment; the number of each submission, or the kind of its error."""
    start = threading.Barrier(len(saves))

    def run(save_it: Callable[[], int]) -> int | type[Exception]:
        start.wait()
        try:
            return save_it()
        except errors.DashboardError as error:
            return type(error)

    with ThreadPoolExecutor(len(saves)) as pool:
        return list(pool.map(run, saves))


def test_two_managers_saving_different_reports_at_once_are_both_saved(planned: Database, tmp_path: Path) -> None:
    activities = [one for one in content(planned).activities if one.fillable and one.measured_by == "stages"]
    files = [file(planned, {one.code: {"Stage": 75, "Narrative": f"report {one.code}"}}) for one in activities[:2]]
    shown = [ledger.preview(planned, checked(planned, sent)) for sent in files]
    before = held(planned)
    one, other = again(planned, busy_seconds=10), again(planned, busy_seconds=10)
    numbers = at_once(
        lambda: ledger.save(one, shown[0], MANAGER, files[0], tmp_path),
        lambda: ledger.save(other, shown[1], MANAGER, files[1], tmp_path),
    )
    assert all(isinstance(number, int) for number in numbers), numbers
    assert len(set(numbers)) == 2
    assert [now - then for now, then in zip(held(planned), before, strict=True)] == [2, 2, 2, 0]


def test_of_two_managers_saving_the_same_at_once_one_is_told_that_it_counts(planned: Database, tmp_path: Path) -> None:
    sent, shown = ready(planned)
    before = held(planned)
    bases = [again(planned, busy_seconds=10) for _ in range(4)]
    found = at_once(*(lambda base=base: ledger.save(base, shown, MANAGER, sent, tmp_path) for base in bases))
    assert sorted(str(one) for one in found if not isinstance(one, int)) == [str(errors.SubmissionAlreadyCounts)] * 3
    assert [now - then for now, then in zip(held(planned), before, strict=True)] == [1, 1, 1, 0]


def test_a_database_that_stays_busy_is_waited_for_and_then_said_to_be_busy(planned: Database, tmp_path: Path) -> None:
    sent, shown = ready(planned)
    before = held(planned)
    other = sqlite3.connect(file_of(planned), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    with pytest.raises(errors.DatabaseBusy, match="Somebody else is saving"):
        ledger.save(again(planned, busy_seconds=1), shown, MANAGER, sent, tmp_path)
    assert 0.9 <= time.monotonic() - started < 5
    other.execute("ROLLBACK")
    other.close()
    assert held(planned) == before


def test_a_database_that_is_busy_for_a_moment_is_waited_for(planned: Database, tmp_path: Path) -> None:
    sent, shown = ready(planned)
    other = sqlite3.connect(file_of(planned), isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.5, lambda: other.execute("ROLLBACK")).start()
    assert ledger.save(again(planned, busy_seconds=10), shown, MANAGER, sent, tmp_path) > 0


def test_a_database_that_breaks_while_it_is_used_says_so(planned: Database) -> None:
    planned.engine.dispose()
    for leftover in file_of(planned).parent.glob(f"{file_of(planned).name}-*"):
        leftover.unlink()
    with file_of(planned).open("r+b") as opened:
        opened.write(b"no database any more " * 400)
    with pytest.raises(errors.DatabaseUnreadable, match="cannot be read"):
        content(planned)


@pytest.mark.parametrize(("moment", "kept"), [("submission", 0), ("reports", 0), ("commit", 0), ("saved", 1)])
def test_after_a_kill_in_the_middle_of_a_save_all_of_it_is_there_or_none(
    planned: Database, tmp_path: Path, moment: str, kept: int
) -> None:
    (code,) = in_percent(planned)
    sent = file(planned, {code: {"Percent complete": 91}})
    (tmp_path / "form.xlsx").write_bytes(sent.content)
    before = held(planned)
    planned.engine.dispose()
    given = (str(planned.engine.url), str(tmp_path / "form.xlsx"), str(tmp_path / "uploads"), moment)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.db.saver", *given], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "now\n"
    child.kill()
    assert child.wait() == -9
    child.stdout.close()
    after = again(planned)
    with after.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert [now - then for now, then in zip(held(after), before, strict=True)] == [kept, kept, kept, 0]
    if kept:
        with pytest.raises(errors.SubmissionAlreadyCounts):
            save(after, sent, tmp_path / "uploads")
    else:
        assert save(after, sent, tmp_path / "uploads") > 0
