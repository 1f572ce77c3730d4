"""What the words above a column name, in any language or in several, and which rows below it are no data."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from spreadsheets.columns import SHEETS, Column, SheetOfForm
from spreadsheets.header_remarks import IN_ANY_UNIT, bare, is_harmless, remark_of, unit_of
from spreadsheets.header_stems import in_another_order
from spreadsheets.header_synonyms import OTHER_NAMES
from spreadsheets.letters_alike import even
from spreadsheets.spelling import alike, in_every_language, nearest, plain
from spreadsheets.typed import header_period
from spreadsheets.typed.number_words import PERCENT
from spreadsheets.workbook import Cell

NUMBERED_AT_LEAST = 3
LONGEST = 80  # letters of a name: what is longer is a story
FIGURES = ("percent", "number", "money")
VALUES = ("value", "low", "high")  # of an indicator, which has a unit of its own
ANY_YEAR = 2000  # where a period names none
_COUNTS = re.compile(r"[\dIVXІ]")  # a number, as every period has one
_GAP = re.compile(r"[\s,(]+")
_BESIDE_PERIOD = re.compile(
    r"^(?:по состоянию на|на конец|на|за|к|as (?:of|at)|at|on|for|by|in)\s+|\s+(?:ýagdaýyna|boýunça|üçin|ýagdaýy)$",
    re.I,
)
_BETWEEN_LANGUAGES = re.compile(r"\s*(?:[/|\\\n]|\s[-–—]\s|\))\s*")
_LETTER = re.compile(r"\(?[A-Za-zА-Яа-я][.)]?")  # before the numbers stand А, Б in Russian statistics
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]?(?:\s*=[\s\d=+*/:()×-]*)?")  # “5 = 3 / 4” is how it is worked out


def named(form: SheetOfForm, cell: Cell) -> tuple[str, ...]:
    """The fields of the columns that the words above a column may name; none for foreign words.

    The same name in several languages, with a stroke or a line break between them, is understood too.
    """
    if not isinstance(cell, str) or not cell.strip():
        return ()
    cell = bare(cell)
    whole = _called(form.name, cell)
    if whole:
        return () if another_by_remark(form, whole[0], cell) else whole
    parts = [_called(form.name, part) for part in _BETWEEN_LANGUAGES.split(even(cell).replace("(", "/")) if part]
    return tuple(field for field in parts[0] if all(field in part for part in parts)) if len(parts) > 1 else ()


def another_by_remark(form: SheetOfForm, field: str, cell: str) -> bool:
    """Whether words in brackets or a unit behind the name of a column may make another one of it; its name once more
    does not.
    """
    remark, kind = remark_of(cell), str(form.kinds.get(field, "plan"))
    if field in VALUES:
        kind = IN_ANY_UNIT
    harmless = is_harmless(remark, kind) or field in _called(form.name, remark)
    return not (harmless and is_harmless(unit_of(cell), kind))


def named_without_remark(form: SheetOfForm, cell: str) -> Column | None:
    """The column that the words before the brackets name, where these may make another one of it."""
    cell = bare(cell)
    fields = [field for field in _called(form.name, cell) if another_by_remark(form, field, cell)]
    return next((column for column in form.columns if column.field in fields), None)


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


def named_with_period(form: SheetOfForm, cell: Cell) -> tuple[str, date | None] | None:
    """The figure that the words above a column name beside a date or period, and its last day where its year is said.

    Such as “Процент выполнения на 30.09.2025”; None for other words.
    """
    if not isinstance(cell, str) or len(cell) > LONGEST or not _COUNTS.search(cell):
        return None
    found = _with_period(form.name, even(cell))
    return found or _with_period(form.name, bare(even(cell)))  # “3. квартал” is numbered, and no “квартал”


@lru_cache(maxsize=4096)
def _with_period(sheet: str, text: str) -> tuple[str, date | None] | None:
    kinds = next(form for form in SHEETS if form.name == sheet).kinds
    for gap in _GAP.finditer(text):
        for name, period in ((text[: gap.start()], text[gap.end() :]), (text[gap.end() :], text[: gap.start()])):
            fields = [field for field in _called(sheet, name.strip(" ,(")) if kinds.get(field) in FIGURES]
            if fields and period_named(period) is not None:
                span = header_period(_beside(period))
                return fields[0], span[1] if span else None
    return None


def period_named(text: str, year: int | None = None) -> tuple[date, date] | None:
    """The first and last day of the period that words name, as beside the name of a column; where they say no year, of
    ``year`` or else of any.
    """
    return header_period(_beside(text), year or ANY_YEAR)


def _beside(text: str) -> str:
    return _BESIDE_PERIOD.sub("", text.strip(" ,()%"))


def nearly_named(name: str, columns: Sequence[Column]) -> Column | None:
    """The column whose name was nearly written, in whatever language and order, or another word for it; else None."""
    if len(name) > LONGEST:
        return None
    name = bare(name)
    spellings = {word: column for column in columns for word in in_every_language(column.header)}
    found = spellings.get(nearest(name, spellings))
    if found is not None:
        return found
    for form in SHEETS:
        dated = named_with_period(form, name)
        if dated is not None:
            return next((column for column in columns if column.field == dated[0]), None)
    words = [plain(name), plain(name).replace(",", "")]
    # A percent sign, behind a comma too, may tell a column of percents from one of counts.
    if "%" in name or PERCENT.fullmatch(unit_of(name)):
        words.insert(0, f"{words[0].strip(' %')} %")
    meant = ((column for column in columns if word in OTHER_NAMES.get(column.field, ())) for word in words)
    return next(chain.from_iterable(meant), None) or in_another_order(name, columns)


def numbers_columns(row: Sequence[Cell]) -> bool:
    """Whether a row only counts the columns, 1, 2, 3 and so on, as forms do below their header."""
    filled = [even(f"{cell:g}" if isinstance(cell, float) else str(cell)) for cell in row if cell != ""]
    lettered = next((place for place, text in enumerate(filled) if not _LETTER.fullmatch(text)), len(filled))
    filled = filled[lettered:]
    counted = [_NUMBER.fullmatch(text) for text in filled]
    if lettered + len(filled) < NUMBERED_AT_LEAST or not counted or None in counted:
        return False
    numbers = [int(one[1]) for one in counted if one]
    first = numbers[0]
    return numbers == list(range(first, first + len(numbers))) and first in (0, 1, lettered + 1)


def repeats(header: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row says the words of the header once more, as at the top of a printed page."""
    pairs = [(above, cell) for above, cell in zip(header, row, strict=False) if cell != ""]
    return len(pairs) > 1 and all(plain(above) == plain(cell) for above, cell in pairs)
