"""The process that marks workbooks, within limits on memory and time."""

import logging
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from monitoring.steps import Step

MEGABYTE = 1024 * 1024
SAID = 300  # letters of an error that are worth keeping
LOOKED = 0.2  # seconds between two steps
_log = logging.getLogger(__name__)
_ZIP = b"PK"
_ROOT = Path(__file__).resolve().parent.parent.parent
# -I: the child takes its modules from the installation and the dashboard alone, not from where it was started.
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from spreadsheets.marking import worker; "
    "worker.run(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])"
)


@dataclass(frozen=True)
class Limits:
    """What marking may ask for, each time it is tried. ``own_cells``: a sender's own file of more cells is not
    opened, but written anew.
    """

    memory_megabytes: int = 512
    seconds: float = 30
    own_cells: int = 200_000


def made_by(told: Iterator[object], limits: Limits, step: Step) -> bytes | None:
    """What the child answers; nothing when it failed, or was ended for its memory or time. Raises what ``step`` raises,
    and then ends the child.
    """
    with TemporaryDirectory() as folder, (Path(folder) / "given").open("w+b") as given:
        for one in told:
            pickle.dump(one, given, protocol=5)
        given.seek(0)
        numbers = (limits.memory_megabytes * MEGABYTE, ceil(limits.seconds))
        command = [sys.executable, "-I", "-c", _START, str(_ROOT), *map(str, numbers), folder]
        child = subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            answer, said = _answered(child, limits, step)
        except subprocess.TimeoutExpired:
            _log.warning("A workbook could not be marked in one way: it takes more than %s seconds", limits.seconds)
            return None
        finally:
            if child.poll() is None:
                child.kill()
                child.communicate()
    if child.returncode == 0 and answer.startswith(_ZIP):
        return answer
    lines = said.decode(errors="replace").strip().splitlines() or [f"ended with {child.returncode}"]
    # The last line names the error; what it quotes of a file must not look like lines of the log.
    _log.warning("A workbook could not be marked in one way: %s", ascii(lines[-1][:SAID]))
    return None


def _answered(child: subprocess.Popen[bytes], limits: Limits, step: Step) -> tuple[bytes, bytes]:
    """What a child answers and says of errors. Raises TimeoutExpired, and what ``step`` raises."""
    began = time.monotonic()
    while True:
        passed = time.monotonic() - began
        step(passed / limits.seconds)
        try:
            return child.communicate(timeout=min(LOOKED, max(0.0, limits.seconds - passed)))
        except subprocess.TimeoutExpired:
            if passed >= limits.seconds:
                raise
