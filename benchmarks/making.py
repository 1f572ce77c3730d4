"""One document, gathered and made: the measurements of it as JSON. What ``benchmarks.documents`` starts many times.

python -m benchmarks.making xlsx var/dashboard.sqlite3 --language ru
"""

import argparse
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.serving import opened
from monitoring.csv_text import Form
from monitoring.filters import Filters
from monitoring.language import SPOKEN, spoken_in
from monitoring.periods import Dates, end_of_day
from reports.contents import Contents, gather

DATES = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))


def main() -> None:
    """Print the measurements of a document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=tuple(MADE))
    parser.add_argument("database", type=Path, help="the file of a database")
    parser.add_argument("--areas", nargs="*", default=(), help="codes of priority areas")
    parser.add_argument("--language", choices=tuple(SPOKEN), default="en")
    chosen = parser.parse_args()
    with spoken_in(chosen.language):
        print(json.dumps(measured(chosen.kind, chosen.database, tuple(chosen.areas))))


def measured(kind: str, database: Path, areas: tuple[str, ...] = ()) -> dict[str, Any]:
    """Gather the contents, all or those of some priority areas, and make a document in the language of this run.

    Returns the seconds of gathering, those of making, of each also those of the processor, the most memory that this
    process ever held in MB, and the size of the document in words.
    """
    started, used = perf_counter(), process_time()
    contents = gather(opened(database), DATES, Filters(areas=areas), "national action plan")
    gathering = {"gathering": perf_counter() - started, "gathering_processor": process_time() - used}
    return {**gathering, **MADE[kind](contents)}


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


def _csv(contents: Contents, form: Form) -> dict[str, Any]:
    from reports.csv_files import table_csv

    table = contents.report.tables["activities"]
    return _measured(lambda: table_csv(table, form=form), lambda made: f"{len(table):,} rows, {len(made) / 1e6:.0f} MB")


def _xlsx(contents: Contents) -> dict[str, Any]:
    from reports.xlsx import workbook

    rows = len(contents.report.tables["activities"])
    return _measured(lambda: workbook(contents), lambda made: f"{rows:,} rows, {len(made) / 1e6:.0f} MB")


def _bare(contents: Contents) -> dict[str, Any]:
    cells = _cells(contents)
    return _measured(lambda: _written(cells), lambda made: f"{len(made) / 1e6:.0f} MB")


def _cells(contents: Contents) -> list[list[list[Any]]]:
    """The cells of each table as XlsxWriter wants them: texts, numbers, None for nothing."""
    from reports import all_tables, cells
    from reports.styles import NUMBERS

    found = []
    for table in all_tables.sheets(contents).values():
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
    "csv": lambda contents: _csv(contents, Form("comma")),
    "csv;": lambda contents: _csv(contents, Form("semicolon")),
}

if __name__ == "__main__":
    main()
