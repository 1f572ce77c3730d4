"""Writes are whole or not at all, and undo is an event."""

import csv
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from db import ledger, migrate
from db.engine import Database, make_engine
from db.models import (
    Activity,
    ActivityVersion,
    Amendment,
    Decision,
    FundingFlow,
    Observation,
    Partner,
    ProgressReport,
    SubmissionEvent,
    Target,
    Verification,
    Workplan,
)
from db.settings import ROOT
from monitoring import errors, file_errors


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
    with pytest.raises(file_errors.DataFileFaulty, match=r"targets\.csv, line 2"):
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


PLAN = ROOT / "data" / "demonstration"


@pytest.mark.parametrize(
    ("file", "column", "wrong", "said"),
    [
        ("activities", "partner", "XX", "signed no workplan"),
        ("activities", "ends", "2020-01-01", "is before"),
        ("activities", "measured_by", "feeling", "none of stages"),
        ("activities", "code", "", "empty or there already"),
        ("activities", "milestones", "June:50", "no milestone"),
        ("activities", "markers", "GEN:9", "no marker"),
        ("activities", "regions", "DA;DA", "twice"),
        ("activities", "opening_share", "140", "not between 0 and 100"),
        ("amendments", "kind", "whim", "none of cancel"),
        ("amendments", "submission", "XX", "“XX” is not known"),
        ("amendments", "activity", "XX-1", "“XX-1” is not known"),
        ("funding", "planned_cents", "-5", "less than 0"),
        ("funding", "source", "somebody", "none of UNICEF cash"),
        ("submissions", "recorded", "yesterday", "no moment"),
        ("submissions", "recorded", "2025-01-01T00:00:00", "no time zone"),
        ("submissions", "illustrative", "perhaps", "none of yes, no"),
        ("events", "event", "lost", "none of recorded"),
        ("events", "moment", "2020-01-01T00:00:00Z", "before the submission was recorded"),
        ("reports", "share", "140", "not between 0 and 100"),
        ("reports", "stage", "60", "none of 0, 25"),
        ("reports", "quantity", "-1", "less than 0"),
        ("reports", "rating", "splendid", "none of met"),
        ("reports", "activity", "XX-1", "“XX-1” is not known"),
        ("reports", "currency", "", "currency is empty"),
        ("verifications", "as_of", "2020-03-31", "there is no report"),
        ("flows", "amount_cents", "", "amount_cents is empty"),
        ("flows", "kind", "lost", "none of funded"),
        ("decisions", "done_on", "2020-01-01", "before the review"),
    ],
)
def test_a_faulty_plan_names_file_and_line_and_loads_nothing(
    database: Database, tmp_path: Path, file: str, column: str, wrong: str, said: str
) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(PLAN, folder)
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as opened:
        lines = list(csv.DictReader(opened))
    lines[1][column] = wrong
    with (folder / f"{file}.csv").open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, fieldnames=list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    with pytest.raises(file_errors.DataFileFaulty, match=rf"{file}\.csv, line 3: .*{said}"):
        ledger.load_plan(database, folder)
    assert nothing_of_a_plan(database)


def nothing_of_a_plan(database: Database) -> bool:
    with database.reading() as connection:
        tables = (Activity, ActivityVersion, ProgressReport, FundingFlow, Decision)
        left = [connection.scalar(select(func.count()).select_from(table)) for table in tables]
    return left == [0] * len(left) and events(database) == ["recorded"]


@pytest.mark.parametrize("file", sorted(file.name for file in PLAN.iterdir()))
def test_every_file_of_a_plan_has_to_be_there(database: Database, tmp_path: Path, file: str) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(PLAN, folder)
    (folder / file).unlink()
    with pytest.raises(file_errors.DataFileFaulty, match=rf"{file}, line 1: the file is missing"):
        ledger.load_plan(database, folder)
    assert nothing_of_a_plan(database)


def test_a_line_with_too_few_cells_is_a_fault(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(PLAN, folder)
    with (folder / "flows.csv").open("a", encoding="utf-8") as opened:
        opened.write("MOH-2025-Q1,MOH-2025-01\n")
    with pytest.raises(file_errors.DataFileFaulty, match=r"flows\.csv, line \d+: the line has more or fewer cells"):
        ledger.load_plan(database, folder)
    assert nothing_of_a_plan(database)


def test_a_plan_is_not_loaded_twice(database: Database) -> None:
    ledger.load_plan(database, PLAN)
    with pytest.raises(file_errors.DataFileFaulty, match=r"activities\.csv, line 2: .*there already"):
        ledger.load_plan(database, PLAN)


def test_each_row_of_a_plan_is_loaded(planned: Database) -> None:
    tables = {
        "activities": Activity,
        "amendments": Amendment,
        "reports": ProgressReport,
        "verifications": Verification,
        "flows": FundingFlow,
        "decisions": Decision,
    }
    for name, table in tables.items():
        with (PLAN / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
            expected = len(list(csv.DictReader(opened)))
        with planned.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(table)) == expected, name
