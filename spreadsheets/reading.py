"""Read a workbook into plain cells. The work is done in a child process with limits on memory and time."""

import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from monitoring import file_errors
from spreadsheets import unpacked
from spreadsheets.workbook import Workbook

MEGABYTE = 1024 * 1024
PIPE = MEGABYTE  # bytes that wait between the two processes: as many as Linux lets anybody ask for
ROOT = Path(__file__).resolve().parent.parent
# -I: the child takes its modules from the installation alone, not from where the dashboard was started.
START = "import sys; sys.path.append(sys.argv[1]); from spreadsheets.worker.answer import main; main()"
COMMAND = (sys.executable, "-I", "-c", START, str(ROOT))


@dataclass(frozen=True)
class Limits:
    """What a file may ask for: its size, its size unzipped, memory and time to read it, its cells, and rows a sheet."""

    megabytes: int = 10
    unzipped_megabytes: int = 200
    memory_megabytes: int = 512
    seconds: float = 20
    cells: int = 3_000_000
    rows: int = 100_000


def read(content: bytes, file_name: str, limits: Limits = Limits()) -> Workbook:
    """The sheets of a workbook (.xlsx .xlsm .xlsb .xls .ods), a text with a delimiter, or tables (.docx, .html).

    The kind is told from the content; the file's name is for messages, and for the sheet of a text. ``sheets`` holds
    several blocks of one sheet, one after the other, where its cells lie too far apart for one. Raises WorkbookEmpty,
    WorkbookTooLarge, WorkbookTooLong, WorkbookTooDemanding, WorkbookLocked or NotAWorkbook, which may be more exactly
    FileIsPicture, FileIsPdf, FileIsOldXml or FileWithoutTables.
    """
    return Reading(content, file_name, limits).result()


class Reading:
    """A workbook that is being read: somebody who waits can see how long it may take yet, and stop it.

    Raises WorkbookEmpty or WorkbookTooLarge at once, where there is nothing to begin with.
    """

    def __init__(self, content: bytes, file_name: str, limits: Limits = Limits()) -> None:
        if not content:
            raise file_errors.WorkbookEmpty(file=file_name)
        if len(content) > limits.megabytes * MEGABYTE:
            size = ceil(len(content) / MEGABYTE)
            raise file_errors.WorkbookTooLarge(file=file_name, size=size, limit=limits.megabytes)
        self._file_name, self._limits, self._stopped = file_name, limits, False
        self._began = time.monotonic()
        self._answer: bytes | None = None
        self._starting = threading.Lock()
        self._child = self._start(far_apart=False)
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
        with self._starting:
            self._stopped = True
            self._child.kill()

    def result(self) -> Workbook:
        """The sheets, when it is over.

        Raises ReadingStopped, and what :func:`read` raises.
        """
        self._waiting.join()
        named = {"file": self._file_name}
        if self._stopped:
            raise file_errors.ReadingStopped(**named)
        if self._answer is None or self._child.returncode < 0:  # out of time, or ended by a signal: out of memory
            raise file_errors.WorkbookTooDemanding(**named)
        if self._child.returncode:
            raise file_errors.NotAWorkbook(**named)
        return unpacked.workbook(self._answer, self._file_name)

    def _start(self, far_apart: bool) -> subprocess.Popen[bytes]:
        limits = self._limits
        given = (
            limits.memory_megabytes * MEGABYTE,
            ceil(limits.seconds),
            limits.unzipped_megabytes * MEGABYTE,
            limits.cells,
            limits.rows,
            int(far_apart),
        )
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        return subprocess.Popen([*COMMAND, *map(str, given)], stdin=pipe, stdout=pipe, stderr=nowhere, pipesize=PIPE)

    def _wait(self, content: bytes) -> None:
        self._listen(content)
        # So calamine ends where it cannot have the memory that one cell far to the right or far down would take.
        if self._child.returncode == -signal.SIGABRT:
            with self._starting:
                if self._stopped:
                    return
                self._child = self._start(far_apart=True)
            self._listen(content)

    def _listen(self, content: bytes) -> None:
        left = self._began + self._limits.seconds - time.monotonic()
        try:
            self._answer, _errors = self._child.communicate(content, timeout=max(0.0, left))
        except subprocess.TimeoutExpired:
            self._answer = None
            self._child.kill()
            self._child.communicate()
