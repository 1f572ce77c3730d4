"""How long it takes to make the downloads of a plan of about 5,000 activities: the workbook, and the CSV of activities.

python -m benchmarks.downloads --rows 5000
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.generate_plan import SEED
from benchmarks.plan.tables import tables, write
from benchmarks.serving import fill, opened
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from reports.contents import gather
from reports.csv_files import table_csv
from reports.xlsx import workbook

A_YEAR = 76  # activities of the demonstration plan in force at once
TIMES = 3


def main() -> None:
    """Print the median of three runs of each step, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=5000, help="activities in the file, about")
    rows = parser.parse_args().rows
    dates = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))
    with tempfile.TemporaryDirectory() as folder:
        write(tables(SEED, max(1, round(rows / A_YEAR))), Path(folder) / "plan")
        database = opened(fill(Path(folder) / "filled", Path(folder) / "plan"))
        contents = gather(database, dates, Filters(), "national action plan")
        report = contents.report
        print(f"{len(report.tables['activities'])} activities")
        _row("gather the contents", lambda: gather(database, dates, Filters(), "national action plan"))
        _row("write the workbook", lambda: workbook(contents))
        _row("write the CSV of activities", lambda: table_csv(report.tables["activities"]))


def _row(title: str, step: Callable[[], object]) -> None:
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        step()
        taken.append((time.perf_counter() - started) * 1000)
    print(f"{title:32} {median(taken):8.0f} ms")


if __name__ == "__main__":
    main()
