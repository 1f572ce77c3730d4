"""All measurements, as one table: for the demonstration plan, and for one a hundred times as large.

    python -m benchmarks
    python -m benchmarks --only reruns settled

Everything happens in a temporary folder on this machine; nothing is written into the project. Times are of a reader who
is alone; other work on the machine lengthens them, so the table begins with its load.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import cold_start, documents, filter_changes, judging, reading, reruns, sending, transferred
from benchmarks.browser import chromium
from benchmarks.generate_plan import SEED
from benchmarks.plan.tables import tables, write
from benchmarks.serving import fill
from db.settings import ROOT

TIMES_AS_LARGE = 100
RERUN, RERUN_LARGE, SETTLED, FIRST_CHART, BESIDE_ONE_CHART = 0.05, 0.25, 0.5, 3.0, 1.2  # what is to be reached, seconds
PREVIEWED, ROWS_SENT = 1.5, 500  # seconds from the choice of a file to its preview; rows of the file
FIRST_VISIT = 3_000_000  # bytes
PARTS = ("judging", "reading", "reruns", "settled", "cold", "bytes", "sending", "rows", "documents")


def main() -> None:
    """Measure and print what was asked for, all of it by default."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--rows", type=int, default=5000, help="rows of the upload")
    chosen = parser.parse_args()
    _machine()
    if "judging" in chosen.only:
        judging.main()
    if "reading" in chosen.only:
        reading.measure()
    with tempfile.TemporaryDirectory() as folder:
        demonstration = fill(Path(folder) / "demonstration", ROOT / "data" / "demonstration")
        _plan("The demonstration plan", demonstration, chosen.only, RERUN)
        if "settled" in chosen.only:
            with chromium() as browser:
                filter_changes.measure_every_page(browser, demonstration, SETTLED)
        if "cold" in chosen.only:
            with chromium() as browser:
                cold_start.measure(browser, demonstration, FIRST_CHART, BESIDE_ONE_CHART)
        if "bytes" in chosen.only:
            with chromium() as browser:
                transferred.measure(browser, demonstration, FIRST_VISIT)
        if {"reruns", "settled"} & set(chosen.only):
            _plan(f"A plan {TIMES_AS_LARGE} times as large", _large(Path(folder)), chosen.only, RERUN_LARGE)
    if "sending" in chosen.only:
        with chromium() as browser:
            sending.measure(browser, ROWS_SENT, PREVIEWED)
    if "rows" in chosen.only:
        _rows("uploads", chosen.rows)
    if "documents" in chosen.only:
        documents.measure(documents.ROWS)


def _plan(title: str, file: Path, parts: list[str], rerun: float) -> None:
    print(f"\n=== {title} ===")
    if "reruns" in parts:
        reruns.measure(file, rerun)
    if "settled" in parts:
        with chromium() as browser:
            filter_changes.measure(browser, file, SETTLED)


def _large(folder: Path) -> Path:
    write(tables(SEED, TIMES_AS_LARGE, monthly=True), folder / "plan")
    return fill(folder / "large", folder / "plan")


def _rows(module: str, rows: int) -> None:
    """Run a measurement of its own process, which prints its own lines."""
    print(f"\n=== {module.capitalize()} ===", flush=True)
    subprocess.run([sys.executable, "-m", f"benchmarks.{module}", "--rows", str(rows)], cwd=ROOT, check=True)


def _machine() -> None:
    load = ", ".join(f"{one:.2f}" for one in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load of the last 1, 5, 15 minutes: {load}")


if __name__ == "__main__":
    main()
