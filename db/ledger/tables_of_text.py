"""CSV files of data: rows with typed cells, and an error that names file and line."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from monitoring.file_errors import DataFileFaulty, FileUnreadable


class Row(dict[str, str]):
    """One line of a CSV file that knows where it stands, so that a faulty cell can be found again."""

    def __init__(self, cells: dict[str, str], file: Path, line: int) -> None:
        super().__init__(cells)
        self.file, self.line = file, line

    def __missing__(self, column: str) -> str:
        raise self.fault(f"the column “{column}” is missing")

    def fault(self, detail: str) -> DataFileFaulty:
        """The error for this line."""
        return DataFileFaulty(file=self.file.name, line=self.line, detail=detail)

    def day(self, column: str) -> date | None:
        """The date in a cell; None for an empty one."""
        text = self[column]
        try:
            return date.fromisoformat(text) if text else None
        except ValueError as error:
            raise self.fault(f"{column}: “{text}” is no date like 2025-03-06") from error

    def needed_day(self, column: str) -> date:
        """The date in a cell that may not be empty."""
        found = self.day(column)
        if found is None:
            raise self.fault(f"{column} is empty")
        return found

    def number(self, column: str) -> Decimal | None:
        """The number in a cell; None for an empty one: blank is not 0."""
        text = self[column]
        try:
            return Decimal(text) if text else None
        except InvalidOperation as error:
            raise self.fault(f"{column}: “{text}” is no number") from error

    def whole(self, column: str) -> int:
        """The whole number in a cell that may not be empty."""
        try:
            return int(self[column])
        except ValueError as error:
            raise self.fault(f"{column}: “{self[column]}” is no whole number") from error

    def codes(self, column: str) -> list[str]:
        """Codes separated by semicolons."""
        return self.listed(column, ";")

    def listed(self, column: str, between: str) -> list[str]:
        """The parts of a cell, without those that are empty."""
        return [part.strip() for part in self[column].split(between) if part.strip()]

    def look_up(self, known: dict[str, int], column: str, code: str | None = None) -> int:
        """The key of a code; the cell's own, or one of several."""
        code = self[column] if code is None else code
        if code not in known:
            raise self.fault(f"{column}: “{code}” is not known")
        return known[code]


def rows(file: Path) -> Iterator[Row]:
    """The rows of a CSV file in UTF-8 with a header line."""
    try:
        opened = file.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise FileUnreadable(file=file, detail=error.strerror) from error
    with opened:
        reader = csv.DictReader(opened)
        for cells in reader:
            yield Row(cells, file, reader.line_num)


def cells(row: Row, *columns: str) -> dict[str, str]:
    """Some cells of a row as they are."""
    return {column: row[column] for column in columns}
