"""Dates and periods as people type them, made exact or refused with a reason."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from monitoring.faults import Said
from monitoring.language import later
from spreadsheets.letters_alike import even, without_marks
from spreadsheets.typed.date_patterns import NO_DATE, Piece, of_digits, piece, sensible
from spreadsheets.typed.date_tokens import FIRST_YEAR, LAST_YEAR, Token, tokens
from spreadsheets.typed.refused import DATE, Refused
from spreadsheets.workbook import Cell, DayOrder

EXCEL_EPOCH = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 36_526, 73_050  # 2000 to 2099
_PLAIN = re.compile(r"\s*(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})\s*", re.ASCII)
_IN_EITHER_ORDER = re.compile(
    r"(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)|(?<![\d/])(\d{1,2})([-/]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d/])", re.ASCII
)
_END = re.compile(r"(?<!\w)(?:end|кон(?:ец|ц[аеу])|ahyr\w*|son(?:y|una|unda))(?!\w)")
_SERIAL = re.compile(r"'?\s*(\d{5})(?:[.,]\d+)?", re.ASCII)
_LONGEST = 120  # a date is short: what is longer is a story
ANY_YEAR = 2000  # where a day names none
_WHICH_YEAR = Said(later("It is not said which year is meant."))
_WITH_YEAR = Said(later("Write the year too, such as 30.09.2025 or quarter 3 of 2025."))
_SEVERAL = Said(later("There is more than one date here."))
_ONE_DATE = Said(later("Write one date, like 30.09.2025."))

Span = tuple[date, date]


def day(value: Cell, year_alone: bool = False, year: int | None = None) -> date:
    """A date as it is said, or the last day of a month, quarter, half year or year.

    With ``year_alone`` a year is understood as its 1 July, the date of an annual value. ``year`` is the one that is
    meant where none is written. Raises Refused, for two dates in one cell too.
    """
    if year_alone and (alone := bare_year(value)) is not None:
        return date(alone, 7, 1)
    if isinstance(value, str):
        _first, last, several = _of_text(value, year)
        if several:
            raise Refused(_SEVERAL, _ONE_DATE)
        return last
    return _of_cell(value)[1]


def is_day(value: Cell) -> bool:
    """Whether a cell says a date or a period, with its year or without."""
    try:
        day(value, year=ANY_YEAR)
    except Refused:
        return False
    return True


def at_end(text: str) -> bool:
    """Whether a text speaks of the end of a period."""
    return _END.search(without_marks(even(text))) is not None


def in_order(value: Cell, order: DayOrder) -> Cell:
    """A cell with days such as 03/04/2025 and 3-4-2025 written so that they are clear, where their order is known."""
    if not order or not isinstance(value, str):
        return value

    def clear(found: re.Match[str]) -> str:
        first, _mark, second, year = found.groups()
        if not first or int(first) > 12 or int(second) > 12:
            return found[0]
        return f"{first}.{second}.{year}" if order == "day first" else f"{second}.{first}.{year}"

    return _IN_EITHER_ORDER.sub(clear, even(value))


def span(value: Cell, year: int | None = None) -> Span:
    """The first and the last day of a period, of a date, or of a time from one to another.

    ``year`` is the one that is meant where none is written. Raises Refused, without any year too.
    """
    return _of_text(value, year)[:2] if isinstance(value, str) else _of_cell(value)


def header_period(text: Cell, year: int | None = None) -> Span | None:
    """The period that the words above a column name, with nothing else; None where they name none.

    ``year`` is the one that is meant where none is written; without it, words that name no year name no period.
    """
    if isinstance(text, int | float) and (isinstance(text, bool) or not FIRST_YEAR <= text <= LAST_YEAR):
        return None
    if isinstance(text, str) and (len(text) > _LONGEST or not _names_a_period(text)):
        return None
    try:
        return span(text, year)
    except Refused:
        return None


def _names_a_period(text: str) -> bool:
    """A lone "Year" above a column asks for one, and names none; so do numbers that only look like a day."""
    letters = "".join(token.letter for token in tokens(text))
    return letters not in ("", "y", "D.D") and _SERIAL.fullmatch(text.strip()) is None


def _of_cell(value: Cell) -> Span:
    """The day of a cell that is no text, or the year of a number."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return sensible(value), value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if FIRST_SERIAL <= value <= LAST_SERIAL:
            on = EXCEL_EPOCH + timedelta(days=int(value))
            return on, on
        if value in range(FIRST_YEAR, LAST_YEAR + 1):
            return date(int(value), 1, 1), date(int(value), 12, 31)
    raise Refused(NO_DATE, DATE)


def bare_year(value: Cell) -> int | None:
    """The year that stands alone in a cell, whatever kind of cell; None for anything else."""
    if isinstance(value, datetime | date):
        # A year typed into a cell for dates is shown, and saved, as a day in 1905: the year's number of days on.
        on = value.date() if isinstance(value, datetime) else value
        number: float = (on - EXCEL_EPOCH).days
    elif isinstance(value, int | float) and not isinstance(value, bool):
        number = value
    elif isinstance(value, str) and len(value) <= _LONGEST:
        found = tokens(value)
        number = found[0].value if "".join(token.letter for token in found) in ("Y", "Yy") else 0
    else:
        return None
    return int(number) if number in range(FIRST_YEAR, LAST_YEAR + 1) else None


def _of_text(text: str, year: int | None) -> tuple[date, date, bool]:
    """First and last day, and whether they are two dates of one cell."""
    if _PLAIN.fullmatch(text):
        on = of_digits(text.strip())
        return on, on, False
    return _of_words(text, year)


@lru_cache(maxsize=16_384)
def _of_words(text: str, year: int | None) -> tuple[date, date, bool]:
    if len(text) > _LONGEST:
        raise Refused(NO_DATE, DATE)
    if serial := _SERIAL.fullmatch(text.strip()):
        return (*_of_cell(int(serial[1])), False)
    found = tokens(text)
    one = piece(found)
    if one is not None:
        meant = _meant(one.year, year)
        return one.first(meant), one.last(meant), False
    first, last = _from_to(found)
    from_day = first.first(_meant(first.year, last.year, year))
    to_day = last.last(_meant(last.year, first.year, year))
    if from_day > to_day:
        raise Refused(Said(later("The first of these days comes after the last.")), DATE)
    return from_day, to_day, True


def _meant(*years: int | None) -> int:
    for year in years:
        if year is not None:
            return year
    raise Refused(_WHICH_YEAR, _WITH_YEAR)


def _from_to(found: list[Token]) -> tuple[Piece, Piece]:
    """The two dates or periods of a row of tokens with a dash or "up to" between them. Raises Refused."""
    for place, token in enumerate(found):
        if token.letter not in "-t":
            continue
        left, right = found[:place], found[place + 1 :]
        left = left[1:] if left and left[0].letter == "f" else left
        while right and right[0].letter in "-t":
            right = right[1:]
        if (ends := _completed(left, right)) is not None:
            return ends
    if sum(token.letter == "A" for token in found) > 1:
        raise Refused(_SEVERAL, _ONE_DATE)
    raise Refused(NO_DATE, DATE)


def _completed(left: list[Token], right: list[Token]) -> tuple[Piece, Piece] | None:
    """Two ends, of which one may say only its number: I–II quarter, 6–10 March, Q1–2."""
    kinds_left = [token for token in left if token.letter in "QHM"]
    kinds_right = [token for token in right if token.letter in "QHM"]
    if len(left) == 1 and left[0].letter in "DRO" and kinds_right:
        left = [*left, kinds_right[0]]
    elif right and right[0].letter in "DRO" and not kinds_right and kinds_left:
        right = [kinds_left[0], *right]
    first, last = piece(left), piece(right)
    return None if first is None or last is None else (first, last)
