"""Writes are whole or not at all, and undo is an event."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from db import ledger, migrate
from db.engine import Database, make_engine
from db.models import Observation, Partner, SubmissionEvent, Target, Workplan
from db.settings import ROOT
from monitoring import errors


def file_of(database: Database) -> Path:
    return Path(str(database.engine.url.database))


def events(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.scalars(select(SubmissionEvent.event).order_by(SubmissionEvent.id)))


def test_the_reference_data_is_loaded_whole(database: Database) -> None:
    expected = {Partner: 14, Workplan: 21, Observation: 53, Target: 14}
    with database.reading() as connection:
        found = {table: connection.scalar(select(func.count()).select_from(table)) for table in expected}
    assert found == expected


def test_numbers_are_kept_exactly(database: Database) -> None:
    statement = text(
        "SELECT value_micro FROM observation JOIN indicator ON indicator.id = indicator_id "
        "WHERE indicator.code = 'ORGL' AND observed_on = '2024-07-01' AND wealth = 'poorest'"
    )
    with database.reading() as connection:
        assert connection.scalar(statement) == 20_500_000


def test_a_faulty_cell_names_file_and_line_and_loads_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    file = folder / "targets.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("2030-12-31", "31.12.2030", 1), encoding="utf-8")
    engine = make_engine(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    migrate.upgrade(engine)
    with pytest.raises(errors.DataFileFaulty, match=r"targets\.csv, line 2"):
        ledger.load_reference(engine, folder)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Partner)) == 0


def test_undo_is_an_event_and_undo_of_undo_another(database: Database) -> None:
    ledger.withdraw(database, 1, by="A manager", why="the wrong file")
    with pytest.raises(errors.SubmissionAlreadyWithdrawn):
        ledger.withdraw(database, 1, by="A manager", why="again")
    ledger.reinstate(database, 1, by="A manager", why="it was right")
    assert events(database) == ["recorded", "withdrawn", "reinstated"]


def test_undo_asks_who_and_why_and_which(database: Database) -> None:
    with pytest.raises(errors.NameMissing):
        ledger.withdraw(database, 1, by=" ", why="the wrong file")
    with pytest.raises(errors.ReasonMissing):
        ledger.withdraw(database, 1, by="A manager", why="")
    with pytest.raises(errors.NoSuchSubmission, match="no submission 77"):
        ledger.withdraw(database, 77, by="A manager", why="the wrong file")
    with pytest.raises(errors.SubmissionNotWithdrawn):
        ledger.reinstate(database, 1, by="A manager", why="by mistake")
    assert events(database) == ["recorded"]


def test_a_busy_database_is_a_clear_message_and_nothing_is_saved(database: Database) -> None:
    other = sqlite3.connect(file_of(database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.DatabaseBusy, match="Nothing was saved"):
        ledger.withdraw(database, 1, by="A manager", why="the wrong file")
    other.execute("ROLLBACK")
    other.close()
    assert events(database) == ["recorded"]


def test_a_full_disk_is_a_clear_message_and_nothing_is_saved(database: Database) -> None:
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(errors.DiskFull, match="disk is full"):
        ledger.withdraw(database, 1, by="A manager", why="x" * 1_000_000)
    assert events(database) == ["recorded"]
