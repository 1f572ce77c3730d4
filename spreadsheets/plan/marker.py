"""The hidden mark of a plan workbook: which rows it was written with, so that what changed since can be told apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from monitoring.plan_book import PlanBook, fingerprint
from monitoring.plan_rows import Key
from spreadsheets.workbook import Workbook

SHEET = "_plan"
TITLE = "child-rights-plan"
VERSION = 1
BETWEEN = "\n"


@dataclass(frozen=True)
class PlanMark:
    """The fingerprints of the rows as they were written, by table and key; none in a blank workbook."""

    version: str = ""
    rows: Mapping[tuple[str, Key], str] = field(default_factory=dict)


def lines(book: PlanBook) -> Iterator[tuple[str, str, str]]:
    """The rows of the hidden sheet."""
    yield TITLE, str(VERSION), ""
    for table, rows in book.rows.items():
        for key, row in rows.items():
            yield table, BETWEEN.join(key), fingerprint(row)


def is_plan(workbook: Workbook) -> bool:
    """Whether a workbook is one of the plan, as we wrote it."""
    return any(sheet.name == SHEET and sheet.rows and str(sheet.rows[0][0]) == TITLE for sheet in workbook.sheets)


def mark(workbook: Workbook) -> PlanMark:
    """The mark of a workbook; one without rows where it has none, as when its rows were copied into a new file."""
    for sheet in workbook.sheets:
        if sheet.name == SHEET and sheet.rows and str(sheet.rows[0][0]) == TITLE:
            first, *rest = ([str(cell) for cell in row] for row in sheet.rows)
            said = {(row[0], tuple(row[1].split(BETWEEN))): row[2] for row in rest if len(row) > 2}
            return PlanMark(first[1], said)
    return PlanMark()
