"""How long it takes to read a workbook of 50,000 rows and 12 columns, beside calamine alone, and in how much memory.

    python -m benchmarks.reading
    python -m benchmarks.reading --rows 5000

The process that reads is started and ended each time, as when somebody uploads a file.
"""

import argparse
import gc
import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from statistics import median

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks import figures
from spreadsheets import reading

ROWS, TIMES = 50_000, 7
AS_LONG, MEGABYTES = 2.0, 400  # to reach: times as long as calamine alone, memory of the process that reads
HEADER = (
    *("Code", "Activity", "Reported on", "Percent complete", "Status", "Narrative", "Challenge", "Next step"),
    *("Next step date", "Evidence", "Spent in total since start", "Currency"),
)


def main() -> None:
    """Read a workbook of as many rows as are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS)
    measure(parser.parse_args().rows)


def measure(rows: int = ROWS) -> None:
    """Print the median of seven runs of each."""
    figures.head(f"Reading {rows:,} rows of {len(HEADER)} columns")
    for name, plain in (("numbers as they are", True), ("percent formats, formulas, hidden rows", False)):
        content = workbook(rows, plain)
        alone = times(lambda content=content: bare(content))  # type: ignore[misc]
        whole = times(lambda content=content: reading.read(content, "large.xlsx"))  # type: ignore[misc]
        figures.row("calamine alone", alone)
        figures.row(f"read: {name}", whole)
        figures.ratio("as long as calamine alone", median(whole) / median(alone), AS_LONG)
        memory = peak(content)
        print(f"{'memory of the process':<40}{memory:>7} MB{'':>10}{f'<= {MEGABYTES} MB':>12}")


def workbook(rows: int, plain: bool) -> bytes:
    """A workbook like a form that was filled in; not plain: also with what calamine drops."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        day, percent = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, HEADER)
        for row in range(1, rows + 1):
            on = date(2025, 1, 1) + timedelta(days=row % 365)
            sheet.set_row(row, None, None, {"hidden": not plain and row % 100 == 0})
            sheet.write_string(row, 0, f"MOE-2025-{row:05}")
            sheet.write_string(row, 1, f"Activity {row}")
            sheet.write_datetime(row, 2, on, day)
            sheet.write_number(row, 3, row % 101 / (1 if plain else 100), None if plain else percent)
            sheet.write_row(row, 4, ("Ongoing", f"Illustrative: row {row} done", "", f"step {row}"))
            sheet.write_datetime(row, 8, on, day)
            sheet.write_string(row, 9, "list")
            if plain:
                sheet.write_number(row, 10, row * 1.25)
            else:
                sheet.write_formula(row, 10, f"=D{row + 1}*100", None, row * 1.25)
            sheet.write_string(row, 11, "USD")
    return target.getvalue()


def bare(content: bytes) -> int:
    """The number of rows that calamine finds, without anything of ours."""
    return len(CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python())


def times(work: Callable[[], object]) -> list[float]:
    """Seconds that some work took, several times."""
    taken = []
    for _ in range(TIMES):
        gc.collect()  # so that no run pays for what the one before left behind
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return taken


def peak(content: bytes) -> int:
    """The most memory, in megabytes, that the process which reads a file held, looked at every few milliseconds."""
    work = reading.Reading(content, "large.xlsx")
    status, most = Path(f"/proc/{work._child.pid}/status"), 0
    while not work.done(within=0.005):
        with suppress(ProcessLookupError, FileNotFoundError):  # it ended just now
            told = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
            most = max(most, int(told[1]) // 1000 if told else 0)
    return most


if __name__ == "__main__":
    main()
