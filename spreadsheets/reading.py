"""Read a workbook into plain cells. The work is done in a child process with limits on memory and time."""

import io
import pickle
import subprocess
import sys
import threading
import time
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
    return Reading(content, file_name, limits).result()


class Reading:
    """A workbook that is being read: somebody who waits can see how long it may take yet, and stop it.

    Raises WorkbookEmpty or WorkbookTooLarge at once, where there is nothing to begin with.
    """

    def __init__(self, content: bytes, file_name: str, limits: Limits = Limits()) -> None:
        if not content:
            raise errors.WorkbookEmpty(file=file_name)
        if len(content) > limits.megabytes * MEGABYTE:
            size = f"{len(content) / MEGABYTE:.1f} MB"
            raise errors.WorkbookTooLarge(file=file_name, size=size, limit=f"{limits.megabytes} MB")
        self._file_name, self._limits, self._stopped = file_name, limits, False
        self._began = time.monotonic()
        given = (
            limits.memory_megabytes * MEGABYTE,
            ceil(limits.seconds),
            limits.unzipped_megabytes * MEGABYTE,
            limits.cells,
        )
        # -I: the child takes its modules from the installation alone, not from where the dashboard was started.
        command = [sys.executable, "-I", str(Path(reading_worker.__file__)), *map(str, given)]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        self._child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)
        self._answer: bytes | None = None
        self._waiting = threading.Thread(target=self._wait, args=(content,), daemon=True)
        self._waiting.start()

    def done(self, within: float = 0) -> bool:
        """Whether it is over, at the latest after some seconds of waiting."""
        self._waiting.join(within)
        return not self._waiting.is_alive()

    def part(self) -> float:
        """The part of the time that has passed after which it is given up, 0 to 1."""
        return min(1.0, (time.monotonic() - self._began) / self._limits.seconds)

    def stop(self) -> None:
        """Stop it; its result is ReadingStopped then."""
        self._stopped = True
        self._child.kill()

    def result(self) -> Workbook:
        """The sheets, when it is over.

        Raises ReadingStopped, WorkbookEmpty, WorkbookTooDemanding, WorkbookLocked or NotAWorkbook.
        """
        self._waiting.join()
        named = {"file": self._file_name}
        if self._stopped:
            raise errors.ReadingStopped(**named)
        if self._answer is None or self._child.returncode < 0:  # out of time, or ended by a signal: out of memory
            raise errors.WorkbookTooDemanding(**named)
        if self._child.returncode:
            raise errors.NotAWorkbook(**named)
        word, sheets = _PlainValues(io.BytesIO(self._answer)).load()
        return _workbook(word, sheets, self._file_name)

    def _wait(self, content: bytes) -> None:
        try:
            self._answer, _errors = self._child.communicate(content, timeout=self._limits.seconds)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.communicate()


def _workbook(word: str, found: list[Any], file_name: str) -> Workbook:
    """What the child process answered, as a workbook or as what is wrong with it."""
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


class _PlainValues(pickle.Unpickler):
    """Takes over cells and nothing else, whatever a broken child might send."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in ("date", "datetime", "time", "timedelta"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
