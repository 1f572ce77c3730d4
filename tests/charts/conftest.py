"""Tables for figures, read from the demonstration plan."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import plotly.graph_objects as go
import pytest

from charts import drawing
from db import ledger, migrate
from db.engine import Database, make_engine, open_database
from db.settings import ROOT
from monitoring.periods import Dates, end_of_day


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    url = f"sqlite:///{tmp_path_factory.mktemp('figures') / 'plan.sqlite3'}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    opened = open_database(url, "TKM")
    ledger.load_plan(opened, Path(ROOT / "data" / "demonstration"))
    return opened


@pytest.fixture(scope="session")
def september() -> Dates:
    return Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))


@pytest.fixture(autouse=True)
def checked_by_plotly() -> Iterator[None]:
    """Whatever a test draws holds plotly's own check, which the dashboard leaves out to be fast."""
    yield
    for figure in drawing._kept.values():
        go.Figure(figure.to_dict())
