"""One database with the demonstration plan, read by every test here; a test that writes takes its own copy."""

from pathlib import Path

import pytest

from benchmarks.plan.tables import tables, write
from db import ledger, migrate
from db.engine import Database, make_engine, open_database
from db.settings import ROOT


def opened(file: Path) -> Database:
    return open_database(f"sqlite:///{file}", "TKM", busy_seconds=0.2)


@pytest.fixture(scope="session")
def plan_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("plan") / "dashboard.sqlite3"
    engine = make_engine(f"sqlite:///{file}")
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    ledger.load_plan(opened(file), ROOT / "data" / "demonstration")
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def demonstration(plan_file: Path) -> Database:
    return opened(plan_file)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The plan six times as large: more than 400 activities at the end of September 2025."""
    folder = tmp_path_factory.mktemp("large")
    engine = make_engine(f"sqlite:///{folder / 'dashboard.sqlite3'}")
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    write(tables(2025, times=6), folder / "plan")
    database = opened(folder / "dashboard.sqlite3")
    ledger.load_plan(database, folder / "plan")
    engine.dispose()
    return database
