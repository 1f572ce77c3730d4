"""The demonstration plan, and one of which a partner's part is taken as real."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from db import ledger, migrate
from db.engine import Database, make_engine
from db.settings import ROOT
from monitoring.periods import Dates, end_of_day
from tests.reports.conftest import demonstration, opened, plan_file

__all__ = ["demonstration", "plan_file"]

SEPTEMBER = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 15)))
REAL = "MOE"


@pytest.fixture(scope="session")
def partly_real_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which all of one partner counts as real: every row of its activities and submissions."""
    data = tmp_path_factory.mktemp("data")
    shutil.copytree(ROOT / "data" / "demonstration", data, dirs_exist_ok=True)
    for table in data.glob("*.csv"):
        lines = table.read_text(encoding="utf-8").splitlines()
        real = [line.removesuffix("yes") + "no" if f"{REAL}-20" in line else line for line in lines]
        table.write_text("\n".join(real) + "\n", encoding="utf-8")
    file = tmp_path_factory.mktemp("partly") / "dashboard.sqlite3"
    engine = make_engine(f"sqlite:///{file}")
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    ledger.load_plan(opened(file), data)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def partly_real(partly_real_file: Path) -> Database:
    return opened(partly_real_file)


@pytest.fixture
def copied(plan_file: Path, tmp_path: Path) -> Path:
    """The demonstration plan in a file of one's own to write to."""
    return duplicate(plan_file, tmp_path)


@pytest.fixture
def copied_partly_real(partly_real_file: Path, tmp_path: Path) -> Path:
    """The partly real plan in a file of one's own to write to."""
    return duplicate(partly_real_file, tmp_path)


def duplicate(file: Path, folder: Path) -> Path:
    own = folder / "dashboard.sqlite3"
    source, target = sqlite3.connect(file), sqlite3.connect(own)
    source.backup(target)
    source.close()
    target.close()
    return own
