"""Give a sender back what has to be mended: their own file with its faults marked, or a file of the faulty rows alone.

The work is done in a child process with limits on memory and time, as reading is.
"""

import logging
import pickle
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from math import ceil
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

from monitoring import file_errors
from monitoring.faults import CellProblem
from monitoring.language import gettext as _
from spreadsheets.marking.fault_list import SHEET as SHEET
from spreadsheets.marking.fault_list import faults
from spreadsheets.marking.fault_list import is_list as is_list
from spreadsheets.marking.names import excel_names, free_name
from spreadsheets.marking.rest import only_rows
from spreadsheets.marking.tasks import NewWorkbook, OwnWorkbook, new_sheet, pieces
from spreadsheets.workbook import Workbook

MEGABYTE = 1024 * 1024
SAID = 300  # letters of an error that are worth keeping
OWN_KINDS = (".xlsx", ".xlsm")
_log = logging.getLogger(__name__)
_ZIP = b"PK"
_ROOT = Path(__file__).resolve().parent.parent.parent
# -I: the child takes its modules from the installation and the dashboard alone, not from where it was started.
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from spreadsheets.marking import worker; "
    "worker.run(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])"
)


@dataclass(frozen=True)
class MarkedFile:
    """A workbook to send back: a name for it, and its bytes."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Limits:
    """What marking may ask for, each time it is tried. ``own_cells``: a sender's own file of more cells is not
    opened, but written anew.
    """

    memory_megabytes: int = 512
    seconds: float = 30
    own_cells: int = 200_000


def marked_copy(
    content: bytes, file_name: str, workbook: Workbook, problems: Sequence[CellProblem], limits: Limits = Limits()
) -> MarkedFile:
    """The sender's file with its faulty cells coloured and commented, and a first sheet that lists them.

    ``workbook`` is what was read from ``content``. An .xlsx or .xlsm keeps all that openpyxl can keep; any other
    kind, and one that is too large or too odd for it, becomes a new .xlsx with the same cells at the same addresses.
    Marking a marked copy again replaces its list, colours and comments. Raises MarkingFailed.
    """
    workbook = without_list(workbook)
    kind = PurePath(file_name).suffix.casefold()
    cells = sum(len(row) for sheet in workbook.sheets for row in sheet.rows)
    if kind in OWN_KINDS and content.startswith(_ZIP) and cells <= limits.own_cells:
        names = {sheet.name: sheet.name for sheet in workbook.sheets}
        task = OwnWorkbook(content, kind == ".xlsm", faults(problems, names, _list_name(names)))
        made = _made(iter([task]), limits)
        if made is not None:
            return MarkedFile(_name(file_name, "to-mend", kind), made)
    return MarkedFile(_name(file_name, "to-mend"), _new(workbook, problems, file_name, limits))


def the_rest(
    workbook: Workbook,
    problems: Sequence[CellProblem],
    rows_to_keep: Mapping[str, Collection[int]],
    limits: Limits = Limits(),
) -> MarkedFile:
    """A new workbook of some rows alone, one below the other, marked, with the list of their faults first.

    ``rows_to_keep``: by sheet, the rows (from 1) of the header with what stands above it, and the faulty ones. The
    hidden sheets of our form are carried along, so that the file can be uploaded as it is. Faults of rows that are
    not kept are left out; those of a whole sheet or file stay. Raises MarkingFailed.
    """
    kept, moved = only_rows(without_list(workbook), problems, rows_to_keep)
    return MarkedFile(_name(workbook.name, "rest"), _new(kept, moved, workbook.name, limits))


def name_of_copy(file_name: str) -> str:
    """The name that :func:`marked_copy` gives to a copy of a file that it can open."""
    kind = PurePath(file_name).suffix.casefold()
    return _name(file_name, "to-mend", kind if kind in OWN_KINDS else ".xlsx")


def name_of_rest(file_name: str) -> str:
    """The name that :func:`the_rest` gives to the rest of a file."""
    return _name(file_name, "rest")


def without_list(workbook: Workbook) -> Workbook:
    """A workbook without what an earlier marking put into it."""
    return replace(workbook, sheets=tuple(sheet for sheet in workbook.sheets if not is_list(sheet)))


def _new(workbook: Workbook, problems: Sequence[CellProblem], file_name: str, limits: Limits) -> bytes:
    names = excel_names([sheet.name for sheet in workbook.sheets])
    task = NewWorkbook(
        sheets=tuple(new_sheet(sheet, names[sheet.name]) for sheet in workbook.sheets),
        faults=faults(problems, names, _list_name(names)),
    )
    made = _made(_told(task, workbook), limits)
    if made is None:
        raise file_errors.MarkingFailed(file=file_name)
    return made


def _told(task: NewWorkbook, workbook: Workbook) -> Iterator[Any]:
    """What the child is told: the task, then the rows of each sheet in pieces, and None after its last."""
    yield task
    for sheet in workbook.sheets:
        yield from pieces(sheet)
        yield None


def _list_name(names: Mapping[str, str]) -> str:
    return free_name(_(SHEET), names.values())


def _name(file_name: str, word: str, kind: str = ".xlsx") -> str:
    """The name of the file with a word at its end, which does not grow when it is marked again."""
    stem = PurePath(file_name).stem
    for known in ("-to-mend", "-rest"):
        stem = stem.removesuffix(known)
    return f"{stem}-{word}{kind}"


def _made(told: Iterator[Any], limits: Limits) -> bytes | None:
    """What the child answers; nothing when it failed, or was ended for its memory or time."""
    given = BytesIO()
    for one in told:
        pickle.dump(one, given, protocol=5)
    with TemporaryDirectory() as folder:
        numbers = (limits.memory_megabytes * MEGABYTE, ceil(limits.seconds))
        command = [sys.executable, "-I", "-c", _START, str(_ROOT), *map(str, numbers), folder]
        try:
            done = subprocess.run(
                command, input=given.getbuffer(), capture_output=True, timeout=limits.seconds, check=False
            )
        except subprocess.TimeoutExpired:
            _log.warning("A workbook could not be marked in one way: it takes more than %s seconds", limits.seconds)
            return None
    if done.returncode == 0 and done.stdout.startswith(_ZIP):
        return done.stdout
    lines = done.stderr.decode(errors="replace").strip().splitlines() or [f"ended with {done.returncode}"]
    # The last line names the error; what it quotes of a file must not look like lines of the log.
    _log.warning("A workbook could not be marked in one way: %s", ascii(lines[-1][:SAID]))
    return None
