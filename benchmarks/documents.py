"""How long documents take that managers send on, and how much memory: PDF, slides, workbook and CSV.

    python -m benchmarks.documents --rows 50000

Each document is made once in each of several processes, which open the database, gather the contents, and make the
document from them: made twice in one process, typst would only remember. The time of gathering stands apart. Libraries
are loaded before the time counts, as the server does. The memory is all that such a process ever held, from the
interpreter to the document. The workbook stands beside XlsxWriter alone, which writes the same cells without a format
or a table.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import figures
from benchmarks.generate_plan import SEED
from benchmarks.plan.tables import tables, write
from benchmarks.serving import fill
from db.settings import ROOT
from monitoring.language import SPOKEN

PDF, SLIDES, BARE, CSV, MEMORY = 1.5, 1.0, 1.5, 0.5, 400  # to reach: seconds, times as long as XlsxWriter alone, MB
PAGES_OF, SLIDES_OF = 6, ("PROT",)  # times the demonstration plan for 20 pages; priority areas for 30 slides
A_YEAR = 76  # activities of the demonstration plan in force at once
ROWS, TIMES, BARE_TIMES = 50_000, 5, 2


def main() -> None:
    """Print a line a document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS, help="activities in the workbook and the CSV, about")
    measure(parser.parse_args().rows)


def measure(rows: int) -> None:
    """Make the plans, then each document from them."""
    with tempfile.TemporaryDirectory() as folder:
        demonstration = fill(Path(folder) / "demonstration", ROOT / "data" / "demonstration")
        figures.head("Documents")
        _told("PDF", "pdf", _grown(Path(folder), PAGES_OF), PDF)
        _told("slides", "pptx", demonstration, SLIDES, "--areas", *SLIDES_OF)
        many = _grown(Path(folder), max(1, round(rows / A_YEAR)))
        ours = _told("workbook", "xlsx", many, None)
        alone = [_apart("bare", many)["seconds"] for _ in range(BARE_TIMES)]
        figures.row("the same cells by XlsxWriter alone", alone)
        figures.ratio("the workbook beside it", median(ours) / median(alone), BARE)
        for language in SPOKEN:
            _told(f"CSV in {language}, commas", "csv", many, CSV, "--language", language)
            _told(f"CSV in {language}, semicolons", "csv;", many, CSV, "--language", language)


def _told(name: str, kind: str, database: Path, target: float | None, *more: str) -> list[float]:
    """Print what making one document takes; its times in seconds, without those of gathering."""
    made = [_apart(kind, database, *more) for _ in range(TIMES)]
    seconds = [one["seconds"] for one in made]
    figures.row(f"{name}: {made[0]['size']}", seconds, target, _processor(made, "processor"))
    figures.row(f"{name}: gathering", [one["gathering"] for one in made], note=_processor(made, "gathering_processor"))
    figures.memory(f"{name}: most memory", max(one["memory"] for one in made), MEMORY)
    return seconds


def _processor(made: list[dict[str, Any]], name: str) -> str:
    return f"processor {figures.ms(median(one[name] for one in made))}"


def _apart(kind: str, database: Path, *more: str) -> dict[str, Any]:
    """What :func:`benchmarks.making.measured` finds, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.making", kind, str(database), *more]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _grown(folder: Path, times: int) -> Path:
    write(tables(SEED, times), folder / f"plan {times}")
    return fill(folder / f"filled {times}", folder / f"plan {times}")


if __name__ == "__main__":
    main()
