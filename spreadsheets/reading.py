"""Read a workbook into plain cells. The work is done in a child process with limits on memory and time."""

import io
import pickle
import subprocess
import sys
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from monitoring import errors
from spreadsheets import reading_worker
from spreadsheets.workbook import Lost, Sheet, Workbook

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What a file may ask for: its size, its size unzipped, the memory and time to read it, and its cells."""

    megabytes: int = 10
    unzipped_megabytes: int = 200
    memory_megabytes: int = 512
    seconds: float = 20
    cells: int = 3_000_000


def read(content: bytes, file_name: str, limits: Limits = Limits()) -> Workbook:
    """The sheets of a workbook, in any format the reader knows; the file's name is only for messages.

    Raises WorkbookEmpty, WorkbookTooLarge, WorkbookTooDemanding, WorkbookLocked or NotAWorkbook.
    """
    if not content:
        raise errors.WorkbookEmpty(file=file_name)
    if len(content) > limits.megabytes * MEGABYTE:
        size = f"{len(content) / MEGABYTE:.1f} MB"
        raise errors.WorkbookTooLarge(file=file_name, size=size, limit=f"{limits.megabytes} MB")
    word, found = _asked(content, file_name, limits)
    if word == reading_worker.LOCKED:
        raise errors.WorkbookLocked(file=file_name)
    if word == reading_worker.TOO_DEMANDING:
        raise errors.WorkbookTooDemanding(file=file_name)
    if word != reading_worker.READ:
        raise errors.NotAWorkbook(file=file_name)
    if not any(rows for _, _, _, rows in found):
        raise errors.WorkbookEmpty(file=file_name)
    for _name, _row, _column, rows in found:
        for row in rows:
            for place, cell in enumerate(row):
                if isinstance(cell, str) and cell.startswith(reading_worker.LOST):
                    row[place] = Lost(cell.removeprefix(reading_worker.LOST))
    return Workbook(file_name, tuple(Sheet(*sheet) for sheet in found))


def _asked(content: bytes, file_name: str, limits: Limits) -> tuple[str, list[Any]]:
    """What the child process answers."""
    given = (
        limits.memory_megabytes * MEGABYTE,
        ceil(limits.seconds),
        limits.unzipped_megabytes * MEGABYTE,
        limits.cells,
    )
    # -I: the child takes its modules from the installation alone, not from where the dashboard was started.
    command = [sys.executable, "-I", str(Path(reading_worker.__file__)), *map(str, given)]
    try:
        child = subprocess.run(command, input=content, capture_output=True, timeout=limits.seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise errors.WorkbookTooDemanding(file=file_name) from error
    if child.returncode < 0:  # ended by a signal: out of memory or time
        raise errors.WorkbookTooDemanding(file=file_name)
    if child.returncode:
        raise errors.NotAWorkbook(file=file_name)
    word, sheets = _PlainValues(io.BytesIO(child.stdout)).load()
    return word, sheets


class _PlainValues(pickle.Unpickler):
    """Takes over cells and nothing else, whatever a broken child might send."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in ("date", "datetime", "time", "timedelta"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
