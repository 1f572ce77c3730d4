"""From starting the process to the first chart in an open Chromium, beside a Streamlit page with one chart.

Both in turns in the same minutes, on a database that is ready. "Cold" is the process and the reader's window: the files
are in the memory of the machine, as on any machine where the service was restarted.
"""

import socket
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks import figures
from benchmarks.browser import first_chart, window
from benchmarks.serving import STARTS_IN, dashboard, free_port, running, script
from db.settings import ROOT

TIMES = 5
TRY_EVERY = 0.01
ONE_CHART = """
import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Bar(x=["a", "b", "c"], y=[1, 3, 2])))
"""


def measure(browser: Browser, file: Path, target: float, times_as_long: float) -> None:
    """Print both, and how many times as long the dashboard takes."""
    figures.head("Cold start to the first chart, in Chromium")
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "one_chart.py"
        page.write_text(ONE_CHART, encoding="utf-8")
        for _ in range(TIMES + 1):
            port = free_port()
            ours.append(_start(browser, dashboard(port), port, file, ROOT))
            port = free_port()
            theirs.append(_start(browser, script(page, port), port, file, page.parent))
    figures.row("the dashboard: start to first chart", ours[1:], target)
    figures.row("a Streamlit page with one chart", theirs[1:])
    figures.ratio("the dashboard : the page with one chart", median(ours[1:]) / median(theirs[1:]), times_as_long)


def _start(browser: Browser, command: list[str], port: int, file: Path, folder: Path) -> float:
    """Seconds from the start of a process to the first chart in a new window, opened as soon as the port answers."""
    with window(browser) as page:
        started = time.time()
        with running(command, file, folder):
            _wait_for(port)
            page.goto(f"http://localhost:{port}", wait_until="commit")
            return first_chart(page) - started


def _wait_for(port: int) -> None:
    until = time.monotonic() + STARTS_IN
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(TRY_EVERY)
