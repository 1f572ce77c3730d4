"""Databases and servers for a measurement: made in a folder of their own, on a free port, and ended after it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError

from db import ledger, migrate
from db.engine import Database, make_engine, open_database
from db.settings import ROOT

PROGRAMME = "TKM"
STARTS_IN = 60.0


def fill(folder: Path, plan: Path) -> Path:
    """A database file in ``folder`` with the reference data and the plan whose CSV files lie in ``plan``."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "dashboard.sqlite3"
    engine = make_engine(_url(file))
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    ledger.load_plan(opened(file), plan)
    engine.dispose()
    return file


def opened(file: Path) -> Database:
    """The database in a file, waiting a minute for other writers."""
    return open_database(_url(file), PROGRAMME, 60.0)


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(file: Path, script: Path | None = None) -> Iterator[int]:
    """The dashboard on a database, as ``make run`` starts it, or a Streamlit script; ready to answer. Its port."""
    port = free_port()
    command, folder = (dashboard(port), ROOT) if script is None else (alone(script, port), script.parent)
    with running(command, file, folder):
        _wait_for(port)
        yield port


def dashboard(port: int) -> list[str]:
    """The command that serves the dashboard."""
    return [sys.executable, "manage.py", "serve", "--port", str(port)]


def alone(file: Path, port: int) -> list[str]:
    """The command that serves one script as Streamlit does by itself, only that it opens no window on its own."""
    quiet = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    return [sys.executable, "-m", "streamlit", "run", str(file), "--server.port", str(port), *quiet]


@contextmanager
def running(command: list[str], file: Path, folder: Path = ROOT) -> Iterator[None]:
    """A process started in ``folder`` (the project's) on the database ``file``; ended at the end of the block."""
    settings = {"DATABASE_URL": _url(file), "VAR_DIR": str(file.parent)}
    with (file.parent / "server.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=log, stderr=log)
        try:
            yield
        finally:
            process.terminate()
            process.wait(30)


def _wait_for(port: int) -> None:
    until = time.monotonic() + STARTS_IN
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
            return
        except (URLError, ConnectionError, TimeoutError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _url(file: Path) -> str:
    return f"sqlite:///{file}"
