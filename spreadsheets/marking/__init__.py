"""Give a sender back what has to be mended: their own file with its faults marked, or a file of the faulty rows alone.

The work is done in a child process with limits on memory and time, as reading is.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from monitoring import file_errors
from monitoring.faults import CellProblem
from monitoring.language import gettext as _
from monitoring.steps import Step, unseen
from spreadsheets.marking.child import Limits, made_by
from spreadsheets.marking.fault_list import SHEET as SHEET
from spreadsheets.marking.fault_list import faults
from spreadsheets.marking.fault_list import is_list as is_list
from spreadsheets.marking.names import excel_names, free_name
from spreadsheets.marking.rest import only_rows
from spreadsheets.marking.tasks import NewWorkbook, OwnWorkbook, new_sheet, pieces
from spreadsheets.workbook import Workbook

OWN_KINDS = (".xlsx", ".xlsm")
_ZIP = b"PK"


@dataclass(frozen=True)
class MarkedFile:
    """A workbook to send back: a name for it, and its bytes."""

    name: str
    content: bytes = field(repr=False)


def marked_copy(
    content: bytes,
    file_name: str,
    workbook: Workbook,
    problems: Sequence[CellProblem],
    limits: Limits = Limits(),
    step: Step = unseen,
) -> MarkedFile:
    """The sender's file with its faulty cells coloured and commented, and a first sheet that lists them.

    ``workbook`` is what was read from ``content``. An .xlsx or .xlsm keeps all that openpyxl can keep; any other
    kind, and one that is too large or too odd for it, becomes a new .xlsx with the same cells at the same addresses.
    Marking a marked copy again replaces its list, colours and comments. ``step`` is told which part of the time it may
    take has passed. Raises MarkingFailed.
    """
    workbook = without_list(workbook)
    kind = PurePath(file_name).suffix.casefold()
    cells = sum(len(row) for sheet in workbook.sheets for row in sheet.rows)
    if kind in OWN_KINDS and content.startswith(_ZIP) and cells <= limits.own_cells:
        names = {sheet.name: sheet.name for sheet in workbook.sheets}
        task = OwnWorkbook(content, kind == ".xlsm", faults(problems, names, _list_name(names)))
        made = made_by(iter([task]), limits, step)
        if made is not None:
            return MarkedFile(_name(file_name, "to-mend", kind), made)
    return MarkedFile(_name(file_name, "to-mend"), _new(workbook, problems, file_name, limits, step))


def the_rest(
    workbook: Workbook,
    problems: Sequence[CellProblem],
    rows_to_keep: Mapping[str, Collection[int]],
    limits: Limits = Limits(),
    step: Step = unseen,
) -> MarkedFile:
    """A new workbook of some rows alone, one below the other, marked, with the list of their faults first.

    ``rows_to_keep``: by sheet, the rows (from 1) of the header with what stands above it, and the faulty ones. The
    hidden sheets of our form are carried along, so that the file can be uploaded as it is. Faults of rows that are
    not kept are left out; those of a whole sheet or file stay. ``step`` is told which part of the time it may take has
    passed. Raises MarkingFailed.
    """
    kept, moved = only_rows(without_list(workbook), problems, rows_to_keep)
    return MarkedFile(_name(workbook.name, "rest"), _new(kept, moved, workbook.name, limits, step))


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


def _new(workbook: Workbook, problems: Sequence[CellProblem], file_name: str, limits: Limits, step: Step) -> bytes:
    names = excel_names([sheet.name for sheet in workbook.sheets])
    task = NewWorkbook(
        sheets=tuple(new_sheet(sheet, names[sheet.name]) for sheet in workbook.sheets),
        faults=faults(problems, names, _list_name(names)),
    )
    made = made_by(_told(task, workbook), limits, step)
    if made is None:
        raise file_errors.MarkingFailed(file=file_name)
    return made


def _told(task: NewWorkbook, workbook: Workbook) -> Iterator[object]:
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
