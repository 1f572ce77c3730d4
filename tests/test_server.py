"""The service of the dashboard answers for the read API too, and neither waits for the other."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from db.engine import Database
from db.settings import ROOT
from tests.db.conftest import database, planned  # noqa: F401
from tests.test_compressed import UNPACK
from tests.test_front import free_port


@pytest.fixture
def served(planned: Database) -> Iterator[str]:  # noqa: F811
    port, folder = free_port(), Path(planned.engine.url.database or "").parent
    environment = {**os.environ, "DATABASE_URL": str(planned.engine.url), "VAR_DIR": str(folder)}
    command = [sys.executable, "-m", "uvicorn", "server:app", "--port", str(port), "--log-level", "warning"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    home = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            requests.get(f"{home}/_stcore/health", timeout=5)
            break
        except requests.ConnectionError:
            time.sleep(0.1)
    yield home
    process.terminate()
    process.wait(20)


def test_one_process_serves_the_dashboard_and_the_api(served: str) -> None:
    answer = requests.get(f"{served}/api/v1/activities?partner=MOE&limit=1000", timeout=60)
    assert {row["partner"] for row in answer.json()["rows"]} == {"MOE"}
    assert answer.headers["Content-Encoding"] in UNPACK
    assert requests.get(f"{served}/api/v1", timeout=60).url == f"{served}/api/v1/"
    page = requests.get(f"{served}/api/v1/", headers={"Accept": "text/html"}, timeout=60)
    assert ">Read API of the child rights workplans</h1>" in page.text
    assert "<script" not in page.text, "the early parts belong to the dashboard's page"
    dashboard = requests.get(f"{served}/partners", headers={"Accept": "text/html"}, timeout=60)
    assert "window.__streamlit" in dashboard.text
    assert requests.get(f"{served}/api/v1/none", headers={"Accept": "text/html"}, timeout=60).status_code == 404
    head = requests.head(f"{served}/api/v1/partners", headers={"Accept-Encoding": "identity"}, timeout=60)
    whole = requests.get(f"{served}/api/v1/partners", headers={"Accept-Encoding": "identity"}, timeout=60)
    assert head.headers["Content-Length"] == str(len(whole.content))
    assert requests.post(f"{served}/api/v1/partners", timeout=60).status_code == 405


def test_a_start_does_not_import_the_api() -> None:
    code = "import server, sys; print([name for name in sys.modules if name.startswith('exchange')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"
