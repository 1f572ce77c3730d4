"""How long documents take that managers send on, and how much memory: PDF, slides, workbook and CSV.

    python -m benchmarks.documents --rows 50000

Each document is made once in each of several processes, which are given the gathered contents and nothing else: made
twice in one process, typst would only remember. Libraries are loaded before the time counts, as the server does. The
memory is all that such a process ever held, the interpreter too. The workbook stands beside XlsxWriter alone, which
writes the same cells without a format or a table.
"""

import argparse
import io
import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from benchmarks import figures
from benchmarks.generate_plan import SEED
from benchmarks.plan.tables import tables, write
from benchmarks.serving import fill, opened
from db.settings import ROOT
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from reports.contents import Contents, gather

PDF, SLIDES, BARE, CSV, MEMORY = 1.5, 1.0, 1.5, 0.5, 400  # to reach: seconds, times as long as XlsxWriter alone, MB
PAGES_OF, SLIDES_OF = 4, Filters(areas=("PROT",))  # times the demonstration plan for 20 pages; filters for 30 slides
A_YEAR = 76  # activities of the demonstration plan in force at once
ROWS, TIMES, BARE_TIMES = 50_000, 5, 2
DATES = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))


def main() -> None:
    """Print a line a document, or with ``--one`` the measurements of one as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS, help="activities in the workbook and the CSV, about")
    parser.add_argument("--one", choices=tuple(MADE), help="measure this one, with contents from --contents")
    parser.add_argument("--contents", type=Path, help="a file that this program wrote")
    chosen = parser.parse_args()
    if chosen.one:
        print(json.dumps(MADE[chosen.one](pickle.loads(chosen.contents.read_bytes()))))
    else:
        measure(chosen.rows)


def measure(rows: int) -> None:
    """Make the plans, then each document from them."""
    with tempfile.TemporaryDirectory() as folder:
        demonstration = fill(Path(folder) / "demonstration", ROOT / "data" / "demonstration")
        figures.head("Documents")
        _told("PDF", "pdf", _kept(_grown(Path(folder), PAGES_OF)), PDF)
        _told("slides", "pptx", _kept(demonstration, SLIDES_OF), SLIDES)
        many = _kept(_grown(Path(folder), max(1, round(rows / A_YEAR))))
        ours = _told("workbook", "xlsx", many, None)
        alone = [_one("bare", many)["seconds"] for _ in range(BARE_TIMES)]
        figures.row("the same cells by XlsxWriter alone", alone)
        figures.ratio("the workbook beside it", median(ours) / median(alone), BARE)
        _told("CSV of activities", "csv", many, CSV)


def _told(name: str, kind: str, contents: Path, target: float | None) -> list[float]:
    """Print what making one document takes; its times in seconds."""
    made = [_one(kind, contents) for _ in range(TIMES)]
    seconds = [one["seconds"] for one in made]
    note = f"processor {figures.ms(median(one['processor'] for one in made))}"
    figures.row(f"{name}: {made[0]['size']}", seconds, target, note)
    figures.memory(f"{name}: most memory", max(one["memory"] for one in made), MEMORY)
    return seconds


def _one(kind: str, contents: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.documents", "--one", kind, "--contents", str(contents)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _grown(folder: Path, times: int) -> Path:
    write(tables(SEED, times), folder / f"plan {times}")
    return fill(folder / f"filled {times}", folder / f"plan {times}")


def _kept(database: Path, filters: Filters = Filters()) -> Path:
    """Gather the contents of a document, and keep them beside the database."""
    kept = database.with_suffix(".contents")
    started = perf_counter()
    contents = gather(opened(database), DATES, filters, "national action plan")
    rows = len(contents.report.tables["activities"])
    figures.row(f"contents of {rows:,} activities gathered", [perf_counter() - started])
    kept.write_bytes(pickle.dumps(contents))
    return kept


def _measured(make: Callable[[], bytes], size: Callable[[bytes], str]) -> dict[str, Any]:
    started, used = perf_counter(), process_time()
    made = make()
    seconds, processor = perf_counter() - started, process_time() - used
    return {"seconds": seconds, "processor": processor, "memory": _most_memory(), "size": size(made)}


def _most_memory() -> float:
    """The most memory that this process ever held, in MB.

    Not that of getrusage: a process begins there with what the one held that started it.
    """
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(float(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _pdf(contents: Contents) -> dict[str, Any]:
    import typst  # noqa: F401
    from pypdf import PdfReader

    from reports import pdf

    return _measured(lambda: pdf.document(contents), lambda made: f"{len(PdfReader(io.BytesIO(made)).pages)} pages")


def _pptx(contents: Contents) -> dict[str, Any]:
    from pptx import Presentation

    from reports import slides

    return _measured(
        lambda: slides.presentation(contents), lambda made: f"{len(Presentation(io.BytesIO(made)).slides)} slides"
    )


def _csv(contents: Contents) -> dict[str, Any]:
    from reports.csv_files import table_csv

    table = contents.report.tables["activities"]
    return _measured(lambda: table_csv(table), lambda made: f"{len(table):,} rows, {len(made) / 1e6:.0f} MB")


def _xlsx(contents: Contents) -> dict[str, Any]:
    from reports.xlsx import workbook

    rows = len(contents.report.tables["activities"])
    return _measured(lambda: workbook(contents), lambda made: f"{rows:,} rows, {len(made) / 1e6:.0f} MB")


def _bare(contents: Contents) -> dict[str, Any]:
    cells = _cells(contents)
    return _measured(lambda: _written(cells), lambda made: f"{len(made) / 1e6:.0f} MB")


def _cells(contents: Contents) -> list[list[list[Any]]]:
    """The cells of each table as XlsxWriter wants them: texts, numbers, None for nothing."""
    from reports import cells, sheet_tables
    from reports.styles import NUMBERS

    found = []
    for table in sheet_tables.tables(contents).values():
        columns: list[list[Any]] = []
        for column in table.columns:
            if column.kind in NUMBERS:
                values = cells.figures(column, table.frame[column.key]).tolist()
                columns.append([value if value == value else None for value in values])
            else:
                words = cells.words(column, table.frame[column.key])
                columns.append([words.said[place] if place >= 0 else None for place in words.places.tolist()])
        found.append([list(row) for row in zip(*columns, strict=True)])
    return found


def _written(sheets: list[list[list[Any]]]) -> bytes:
    from xlsxwriter import Workbook

    target = io.BytesIO()
    with Workbook(target) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(number, place, value)
                    elif value is not None:
                        sheet.write_number(number, place, value)
    return target.getvalue()


MADE: dict[str, Callable[[Contents], dict[str, Any]]] = {
    "pdf": _pdf,
    "pptx": _pptx,
    "xlsx": _xlsx,
    "bare": _bare,
    "csv": _csv,
}

if __name__ == "__main__":
    main()
