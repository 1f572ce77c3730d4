"""The read API as a service of its own on a real database with the demonstration plan, asked over the network."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
import uvicorn
from starlette.types import ASGIApp

import compressed
from db import ledger, migrate
from db.engine import Database, make_engine, open_database
from db.settings import ROOT
from exchange.api import START, service


@dataclass(frozen=True)
class Api:
    """Where the API answers, and the database behind it."""

    host: str
    database: Database

    def get(self, path: str, **headers: str) -> requests.Response:
        """The answer to a path below the start, with headers by name (``if_none_match``)."""
        return self.ask("GET", path, **headers)

    def ask(self, method: str, path: str, **headers: str) -> requests.Response:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        address = self.host + (path if path.startswith(START) else f"{START}/{path}")
        return requests.request(method, address, headers={"Accept-Encoding": "identity", **told}, timeout=60)

    def rows(self, path: str) -> list[dict[str, Any]]:
        """All rows of all pages of a table."""
        found: list[dict[str, Any]] = []
        following: str | None = path
        while following:
            page = self.get(following).json()
            found += page["rows"]
            following = page["next"]
        return found


def serving(app: ASGIApp) -> Iterator[str]:
    """Serve an application on a free port for as long as the fixture is used."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def planned_in(folder: Path) -> Database:
    """A database file with the reference data and the demonstration plan."""
    url = f"sqlite:///{folder / 'dashboard.sqlite3'}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    database = open_database(url, "TKM", busy_seconds=0.2)
    ledger.load_plan(database, ROOT / "data" / "demonstration")
    return database


@pytest.fixture(scope="package")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """Read by many tests; a test that writes has its own (``own_api``)."""
    database = planned_in(tmp_path_factory.mktemp("plan"))
    for host in serving(service(lambda: database, compressed.fresh)):
        yield Api(host, database)


@pytest.fixture
def own_api(tmp_path: Path) -> Iterator[Api]:
    database = planned_in(tmp_path)
    for host in serving(service(lambda: database, compressed.fresh)):
        yield Api(host, database)
