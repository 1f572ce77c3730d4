"""Cells of a plan's files as typed, checked values; a faulty one raises DataFileFaulty, naming file and line."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from db.ledger.tables_of_text import Row, rows
from monitoring.file_errors import DataFileFaulty

HUNDRED = Decimal(100)


def table(folder: Path, name: str) -> Iterator[Row]:
    """The rows of ``name``.csv in a folder. Every file of a plan has to be there, if only with its header."""
    file = folder / f"{name}.csv"
    if not file.is_file():
        raise DataFileFaulty(file=file.name, line=1, detail="the file is missing")
    for row in rows(file):
        if None in row or None in row.values():
            raise row.fault("the line has more or fewer cells than the header")
        yield row


def new_code(row: Row, known: dict[str, int]) -> str:
    """The code of a row, which may not be empty or taken."""
    code = row["code"]
    if not code or code in known:
        raise row.fault(f"code: “{code}” is empty or there already")
    return code


def word(row: Row, column: str, allowed: tuple[str, ...]) -> str:
    """A cell that holds one of the words allowed."""
    if row[column] not in allowed:
        raise row.fault(f"{column}: “{row[column]}” is none of {', '.join(allowed)}")
    return row[column]


def word_or_none(row: Row, column: str, allowed: tuple[str, ...]) -> str | None:
    """As ``word``; None for an empty cell."""
    return word(row, column, allowed) if row[column] else None


def cents(row: Row, column: str) -> int | None:
    """An amount in whole cents, 0 or more; None for an empty cell: blank is not 0."""
    if not row[column]:
        return None
    amount = row.whole(column)
    if amount < 0:
        raise row.fault(f"{column}: {amount} is less than 0")
    return amount


def percent(row: Row, column: str) -> Decimal | None:
    """A number from 0 to 100; None for an empty cell."""
    share = row.number(column)
    if share is not None and not 0 <= share <= HUNDRED:
        raise row.fault(f"{column}: {share} is not between 0 and 100")
    return share


def moment(row: Row, column: str) -> datetime:
    """A moment like 2025-03-06T05:00:00Z, in UTC."""
    try:
        found = datetime.fromisoformat(row[column].replace("Z", "+00:00"))
    except ValueError as error:
        raise row.fault(f"{column}: “{row[column]}” is no moment like 2025-03-06T05:00:00Z") from error
    if found.tzinfo is None:
        raise row.fault(f"{column}: “{row[column]}” has no time zone")
    return found.astimezone(UTC)


def distinct(row: Row, *columns: str) -> list[tuple[str, str]]:
    """Column and code of each code in some cells; the same code twice is a fault."""
    found = [(column, code) for column in columns for code in row.codes(column)]
    if len({code for _, code in found}) < len(found):
        raise row.fault(f"{', '.join(columns)}: the same code stands there twice")
    return found


def illustrative(row: Row) -> bool:
    """Whether a row is made up."""
    return word(row, "illustrative", ("yes", "no")) == "yes"
