"""What the words above a column name, in any language or in several, and which rows below it are no data."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from spreadsheets.columns import SHEETS, Column, SheetOfForm
from spreadsheets.header_synonyms import OTHER_NAMES
from spreadsheets.letters_alike import even
from spreadsheets.spelling import alike, in_every_language, nearest, plain
from spreadsheets.workbook import Cell

NUMBERED_AT_LEAST = 3
LONGEST = 80  # letters of a name: what is longer is a story
_BETWEEN_LANGUAGES = re.compile(r"\s*(?:[/|\\\n]|\s[-–—]\s|\))\s*")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]?")


def named(form: SheetOfForm, cell: Cell) -> tuple[str, ...]:
    """The fields of the columns that the words above a column may name; none for foreign words.

    The same name in several languages, with a stroke or a line break between them, is understood too.
    """
    if not isinstance(cell, str) or not cell.strip():
        return ()
    whole = _called(form.name, cell)
    if whole:
        return whole
    parts = [_called(form.name, part) for part in _BETWEEN_LANGUAGES.split(even(cell).replace("(", "/")) if part]
    return tuple(field for field in parts[0] if all(field in part for part in parts)) if len(parts) > 1 else ()


@lru_cache(maxsize=4096)
def _called(sheet: str, text: str) -> tuple[str, ...]:
    exactly, alike_ones = _spellings(sheet)
    return exactly.get(plain(text)) or alike_ones.get(alike(text), ())


@lru_cache(maxsize=8)
def _spellings(sheet: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Fields by the plain names of their columns, and by names without marks and with letters that look alike."""
    form = next(form for form in SHEETS if form.name == sheet)
    exactly: dict[str, tuple[str, ...]] = {}
    alike_ones: dict[str, tuple[str, ...]] = {}
    for column in form.columns:
        for word in in_every_language(column.header):
            for spellings, spelled in ((exactly, word), (alike_ones, alike(word))):
                fields = spellings.get(spelled, ())
                spellings[spelled] = fields if column.field in fields else (*fields, column.field)
    return exactly, alike_ones


def nearly_named(name: str, columns: Sequence[Column]) -> Column | None:
    """The column whose name was nearly written in whatever language, or another word for it; None for none."""
    if len(name) > LONGEST:
        return None
    spellings = {word: column for column in columns for word in in_every_language(column.header)}
    found = spellings.get(nearest(name, spellings))
    if found is not None:
        return found
    words = [plain(name), plain(name).replace(",", "")]
    if "%" in name:  # which may tell a column of percents from one of counts, and may stand behind a comma
        words.insert(0, f"{words[0].strip(' %')} %")
    meant = ((column for column in columns if word in OTHER_NAMES.get(column.field, ())) for word in words)
    return next(chain.from_iterable(meant), None)


def numbers_columns(row: Sequence[Cell]) -> bool:
    """Whether a row only counts the columns, 1, 2, 3 and so on, as forms do below their header."""
    filled = [even(f"{cell:g}" if isinstance(cell, float) else str(cell)) for cell in row if cell != ""]
    counted = [_NUMBER.fullmatch(text) for text in filled]
    if len(filled) < NUMBERED_AT_LEAST or None in counted:
        return False
    numbers = [int(one[1]) for one in counted if one]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] in (0, 1)


def repeats(header: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row says the words of the header once more, as at the top of a printed page."""
    pairs = [(above, cell) for above, cell in zip(header, row, strict=False) if cell != ""]
    return len(pairs) > 1 and all(plain(above) == plain(cell) for above, cell in pairs)
