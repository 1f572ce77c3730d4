"""Whose file it is, where it has no mark: whose name stands above its tables, or in the name of the file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spreadsheets.spelling import plain
from spreadsheets.tables import to_read
from spreadsheets.workbook import Workbook

SEARCHED = 10  # rows of each sheet: titles stand at the top
MOST_CELLS = 2  # of a row with a title
ENDING = 2  # letters of a word that change with its case, as in “министерства образования”
STEM = 4  # letters that are left of a word at least


def partner_named(workbook: Workbook, names: Mapping[str, Iterable[str]]) -> str | None:
    """The code of the only partner that is named; None for none, or several.

    ``names``: of each partner by its code, in every language. A code counts in the name of the file alone.
    """
    file = _stems(Path(workbook.name).stem.replace("_", " ").replace("-", " "))
    said = [file, *(_stems(text) for text in _titles(workbook))]
    found = [
        code
        for code, called in names.items()
        if _stems(code)[0] in file or any(_stands_in(_stems(name), words) for name in called for words in said if name)
    ]
    return found[0] if len(found) == 1 else None


def _titles(workbook: Workbook) -> Iterator[str]:
    """The texts of the first rows in which little else stands: those of a table are full."""
    for sheet in to_read(workbook):
        for row in sheet.rows[:SEARCHED]:
            filled = [cell for cell in row if cell != ""]
            if len(filled) <= MOST_CELLS:
                yield from (cell for cell in filled if isinstance(cell, str))


def _stems(text: str) -> tuple[str, ...]:
    return tuple(word.strip("«»“”\"'.,;:()")[: max(STEM, len(word) - ENDING)] for word in plain(text).split())


def _stands_in(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[start : start + len(name)] == name for start in range(len(words) - len(name) + 1))
