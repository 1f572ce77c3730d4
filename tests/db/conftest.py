"""A real database file, filled with the reference data of the project."""

from pathlib import Path

import pytest

from db import ledger, migrate
from db.engine import Database, make_engine, open_database
from db.settings import ROOT


@pytest.fixture
def database(tmp_path: Path) -> Database:
    url = f"sqlite:///{tmp_path / 'reference.sqlite3'}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    return open_database(url, "TKM", busy_seconds=0.2)


@pytest.fixture
def planned(database: Database) -> Database:
    ledger.load_plan(database, ROOT / "data" / "demonstration")
    return database
