"""To the first chart of each page in an open Chromium, beside a Streamlit page with one chart: cold and warm.

"Cold" is from the start of the process, in a window of a reader who was never here; the files are in the memory of the
machine, as on any machine where the service was restarted. "Warm" is such a window on a service that runs. All in turns
in the same minutes, on a database that is ready, the page with one chart after every few pages, so that other work on
the machine falls on both. A page without a chart is there when its run is over.

The page with one chart is what Streamlit serves by itself: uncompressed, which on loopback is no slower.
"""

import socket
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks import figures
from benchmarks.browser import first_chart, window
from benchmarks.reruns import PAGES
from benchmarks.serving import STARTS_IN, alone, dashboard, free_port, running, serving
from db.settings import ROOT

TIMES = 3
ONE_CHART_AFTER = 4  # pages
TRY_EVERY = 0.01
ONE_CHART_PAGE = """
import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Bar(x=["a", "b", "c"], y=[1, 3, 2])))
"""
ONE_CHART = "a Streamlit page with one chart"
Taken = dict[str, list[float]]  # seconds, by the name of the page


def measure(browser: Browser, file: Path, target: float, times_as_long: float) -> None:
    """Print both for each page, and how many times as long as the page with one chart it takes."""
    with tempfile.TemporaryDirectory() as folder:
        one_chart = Path(folder) / "one_chart.py"
        one_chart.write_text(ONE_CHART_PAGE, encoding="utf-8")
        _print("Cold start to the first chart, in Chromium", _cold(browser, file, one_chart), target, times_as_long)
        _print("A first visit to a service that runs, to the first chart", _warm(browser, file, one_chart), target)


def _cold(browser: Browser, file: Path, one_chart: Path) -> Taken:
    taken: Taken = defaultdict(list)
    for name, path in _turns():
        port = free_port()
        if name == ONE_CHART:
            taken[name].append(_start(browser, alone(one_chart, port), port, "", file, one_chart.parent))
        else:
            taken[name].append(_start(browser, dashboard(port), port, path, file, ROOT))
    return taken


def _warm(browser: Browser, file: Path, one_chart: Path) -> Taken:
    taken: Taken = defaultdict(list)
    with serving(file) as ours, serving(file, one_chart) as theirs:
        for name, path in _turns():
            with window(browser) as page:
                started = time.time()
                page.goto(f"http://localhost:{theirs if name == ONE_CHART else ours}/{path}", wait_until="commit")
                taken[name].append(first_chart(page) - started)
    return taken


def _turns() -> list[tuple[str, str]]:
    """Names and paths in their order, each page TIMES times."""
    once: list[tuple[str, str]] = []
    for number, (path, name) in enumerate(PAGES.items()):
        if number % ONE_CHART_AFTER == 0:
            once.append((ONE_CHART, ""))
        once.append((name, path))
    return once * TIMES


def _print(title: str, taken: Taken, target: float, times_as_long: float | None = None) -> None:
    figures.head(title)
    beside = median(taken[ONE_CHART])
    figures.row(ONE_CHART, taken[ONE_CHART])
    for name in PAGES.values():
        ratio = median(taken[name]) / beside
        missed = times_as_long is not None and ratio > times_as_long
        figures.row(name, taken[name], target, f"{ratio:.2f} x one chart{f', > {times_as_long} x' if missed else ''}")


def _start(browser: Browser, command: list[str], port: int, path: str, file: Path, folder: Path) -> float:
    """Seconds from the start of a process to the first chart in a new window, opened as soon as the port answers."""
    with window(browser) as page:
        started = time.time()
        with running(command, file, folder):
            _wait_for(port)
            page.goto(f"http://localhost:{port}/{path}", wait_until="commit")
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
