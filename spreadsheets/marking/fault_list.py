"""What a marked copy says: the list of all faults, and one mark for each faulty cell, in the language of the run."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitoring.faults import CellProblem
from monitoring.language import gettext as _
from monitoring.language import later
from spreadsheets.marking.looks import clean, location
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.workbook import Sheet

SHEET = later("To mend")
AUTHOR = later("Child rights workplans dashboard")
MARK = "child-rights-workplan-faults"  # the first cell of our sheets, in a row that is hidden
MEMORY = "_marks"  # the hidden sheet that keeps how marked cells looked before
SEPARATOR = "————"  # between our comment and what the sender's own says
STANDS = later("Here stands: {value}")
LEVELS = {"error": later("Error"), "warning": later("Warning")}
WHAT = later("What is wrong")
HEADER = (later("Level"), later("Sheet"), later("Cell"), later("Value"), WHAT, later("What is allowed"))
MOST_COMMENTS, MOST_LISTED = 2_000, 10_000
_SEARCHED_ROWS = 12
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_LONGEST_VALUE, _LONGEST_COMMENT = 300, 3_000


@dataclass(frozen=True)
class Fault:
    """One line of the list, as it is read; ``location`` is where its link jumps to, empty for no link."""

    level: str
    level_word: str
    sheet: str
    cell: str
    value: str
    what: str
    allowed: str
    location: str

    @property
    def said(self) -> tuple[str, ...]:
        """What stands in the columns of the list."""
        return self.level_word, self.sheet, self.cell, self.value, self.what, self.allowed


@dataclass(frozen=True)
class Mark:
    """One faulty cell (row and column from 1): the worse of its levels, and its comment, empty for none."""

    row: int
    column: int
    level: str
    comment: str


@dataclass(frozen=True)
class Faults:
    """All that is written into a marked copy: the name of the list, its lines and rows, and the marks by sheet."""

    sheet: str
    lines: tuple[str, ...]
    header: tuple[str, ...]
    listed: tuple[Fault, ...]
    marks: Mapping[str, tuple[Mark, ...]]
    author: str


def is_list(sheet: Sheet) -> bool:
    """Whether a sheet is our list of faults or what we keep beside it, and nothing that a partner reports.

    The list is known by its mark, or by its name in any language; a sheet so named that holds anything but the list
    is the sender's own.
    """
    top = [str(cell) for row in sheet.rows[:_SEARCHED_ROWS] for cell in row]
    if MARK in top:
        return True
    if plain(sheet.name) not in in_every_language(SHEET):
        return False
    return not any(top) or any(plain(cell) in in_every_language(WHAT) for cell in top)


def is_our_comment(author: str, text: str) -> bool:
    """Whether we wrote a comment: by its author, and where a program has dropped the author, by how it begins."""
    if author.strip():
        return plain(author) in in_every_language(AUTHOR)
    stands = (words.partition("{value}")[0].strip() for words in in_every_language(STANDS))
    levels = (f"{word}:" for level in LEVELS.values() for word in in_every_language(level))
    return " ".join(text.split()).casefold().startswith((*stands, *levels))


def place(cell: str) -> tuple[int, int] | None:
    """Row and column (from 1) of an address such as D7; None for what is no cell of a sheet."""
    found = _ADDRESS.fullmatch(cell)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if row <= _LAST_ROW and column <= _LAST_COLUMN else None


def faults(problems: Sequence[CellProblem], names: Mapping[str, str], sheet: str) -> Faults:
    """What the copy says of its faults. ``names``: how the sheets are called in it, by their name in the file that
    was read, in their order; ``sheet``: how the list is called.
    """
    order = {name: number for number, name in enumerate(names)}
    ordered = sorted(problems, key=lambda one: (order.get(one.sheet, -1), place(one.cell) or (0, 0), one.level))
    by_cell: dict[tuple[str, int, int], list[CellProblem]] = {}
    for one in ordered:
        if one.sheet in names and (at := place(one.cell)):
            by_cell.setdefault((names[one.sheet], *at), []).append(one)
    commented = set(sorted(by_cell, key=lambda cell: _level(by_cell[cell]))[:MOST_COMMENTS])  # sorting keeps the order
    marks: dict[str, list[Mark]] = {}
    for cell, found in by_cell.items():
        comment = _comment(found) if cell in commented else ""
        marks.setdefault(cell[0], []).append(Mark(cell[1], cell[2], _level(found), comment))
    return Faults(
        sheet=sheet,
        lines=_lines(ordered, len(by_cell)),
        header=tuple(_(word) for word in HEADER),
        listed=tuple(_fault(one, names) for one in ordered[:MOST_LISTED]),
        marks={name: tuple(found) for name, found in marks.items()},
        author=_(AUTHOR),
    )


def _level(found: Sequence[CellProblem]) -> str:
    return min(one.level for one in found)  # an error before a warning


def _fault(one: CellProblem, names: Mapping[str, str]) -> Fault:
    name = names.get(one.sheet, one.sheet)
    linked = one.sheet in names and place(one.cell) is not None
    return Fault(
        level=one.level,
        level_word=_(LEVELS[one.level]),
        sheet=clean(name),
        cell=clean(one.cell),
        value=clean(_short(one.value)),
        what=clean(str(one.what)),
        allowed=clean(str(one.allowed)),
        location=location(name, one.cell) if linked else "",
    )


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"


def _comment(found: Sequence[CellProblem]) -> str:
    """What stands in the cell, then each fault with what is allowed."""
    value = found[0].value
    stands = [_(STANDS, value=_short(value))] if value else []
    levels = {level: _(word) for level, word in LEVELS.items()}
    said = [f"{levels[one.level]}: {one.what}\n{one.allowed}" for one in found]
    return clean("\n\n".join([*stands, *said]))[:_LONGEST_COMMENT]


def _lines(problems: Sequence[CellProblem], cells: int) -> tuple[str, ...]:
    """What stands above the list."""
    errors = sum(one.level == "error" for one in problems)
    counted = _("Errors: {errors}. Warnings: {warnings}.", errors=errors, warnings=len(problems) - errors)
    asked = _("Mend the coloured cells and send this file back.")
    lines = [f"{counted} {asked}"]
    lines.append(_("A row with an error is not saved. A warning may stay as it is when it is right."))
    if len(problems) > MOST_LISTED:
        lines.append(_("The first {count} are listed here; all cells are coloured.", count=f"{MOST_LISTED:,}"))
    if cells > MOST_COMMENTS:
        lines.append(_("Comments stand at {count} of the coloured cells.", count=f"{MOST_COMMENTS:,}"))
    return tuple(lines)
