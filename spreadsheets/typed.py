"""Values as people type them: numbers, dates and words to choose from, made exact or refused with a reason."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Any

from monitoring.language import later
from monitoring.reported_words import CHOICES
from monitoring.upload import Said, Word
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.workbook import Cell

PLACES = Decimal("0.000001")
MOST = Decimal(1_000_000_000_000)
EXCEL_EPOCH = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 36_526, 73_050  # 2000 to 2099
FIRST_YEAR, LAST_YEAR = 1990, 2099
_BLANKS = "\u00a0\u202f\u2009 '’"
_GROUPED = re.compile(rf"[+-]?\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?:[.,]\d+)?")
_ONE_MARK = re.compile(r"[+-]?\d*[.,]\d+|[+-]?\d+")
_BOTH_MARKS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})")
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]\d{1,2}:\d{2}\S*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([-./])(\d{1,2})[-./](\d{4}|\d{2})(?:\s*г\.?)?(?:[T ]\d{1,2}:\d{2}\S*)?")


class Refused(Exception):
    """A cell that cannot be taken: what is wrong with it, and what is allowed."""

    def __init__(self, what: Said, allowed: Said) -> None:
        super().__init__(what.text)
        self.what, self.allowed = what, allowed


NUMBER = Said(later("Write a number, such as 45 or 1 100,50."))
_SHARE = Said(later("Write 45 for 45 percent; for less than one percent write it with its sign, such as 0,5 %."))
DATE = Said(later("Write a date like 30.09.2025, from 1990 to 2099."))


def number(value: Cell, most: Decimal = MOST, percent: bool = False) -> Decimal:
    """An exact number of at most six decimals.

    Understood are decimal points and commas, thousands with spaces, points, commas or apostrophes, and, where
    ``percent`` is asked for, a percent sign. ``most`` is the largest that makes sense: it tells 33.333 percent from
    thousands. Raises Refused.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Refused(Said(later("This is not a number.")), NUMBER)
    if not isinstance(value, str):
        if not isfinite(value):
            raise Refused(Said(later("This is not a number.")), NUMBER)
        if percent and 0 < value < 1:
            raise Refused(Said(later("It is not clear whether this is a share or a percent.")), _SHARE)
        return _rounded(Decimal(repr(value)))
    text = value.replace("\u2212", "-").strip(_BLANKS + "\t\n")
    if percent:
        text = text.removesuffix("%").rstrip(_BLANKS)
    return _number_of_text(text, most)


def _number_of_text(text: str, most: Decimal) -> Decimal:
    if _GROUPED.fullmatch(text):
        text = re.sub(f"[{_BLANKS}]", "", text)
    elif _BOTH_MARKS.fullmatch(text):
        text = re.sub(r"[.,](?=.*[.,])", "", text)
    elif _THOUSANDS.fullmatch(text):
        text = re.sub("[.,]", "", text)
    elif _UNCLEAR.fullmatch(text) and Decimal(re.sub("[.,]", "", text)) <= most:
        either = (re.sub("[.,]", "", text), text.replace(".", ","))
        unclear = Said(later("It is not clear whether this is {thousands} or {decimal}."), _pair(*either))
        raise Refused(unclear, Said(later("Write {thousands}, or {decimal}0 for the smaller number."), _pair(*either)))
    if not _ONE_MARK.fullmatch(text) and not text.isdecimal():
        raise Refused(Said(later("This is text, and a number belongs here.")), NUMBER)
    return _rounded(Decimal(text.replace(",", ".")))


def _pair(thousands: str, decimal: str) -> Mapping[str, str]:
    return {"thousands": thousands, "decimal": decimal}


def _rounded(exact: Decimal) -> Decimal:
    if abs(exact) > MOST:
        raise Refused(Said(later("This number is too large.")), Said(later("Write at most a million million.")))
    return exact.quantize(PLACES)


def day(value: Cell, year_alone: bool = False) -> date:
    """A date: a real one, a serial number of a spreadsheet, 2025-03-06 or 06.03.2025.

    With ``year_alone`` a year is understood as its 1 July, the date of an annual value. Raises Refused.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        # A year typed into a cell for dates is shown, and saved, as a day in 1905: the year's number of days on.
        days = (value - EXCEL_EPOCH).days
        return date(days, 7, 1) if year_alone and FIRST_YEAR <= days <= LAST_YEAR else _sensible(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _day_of_number(value, year_alone)
    if isinstance(value, str):
        text = value.strip()
        if year_alone and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR:
            return date(int(text), 7, 1)
        return _day_of_text(text)
    raise Refused(Said(later("This is not a date.")), DATE)


def _day_of_number(value: float, year_alone: bool) -> date:
    if year_alone and value in range(FIRST_YEAR, LAST_YEAR + 1):
        return date(int(value), 7, 1)
    if FIRST_SERIAL <= value <= LAST_SERIAL:
        return EXCEL_EPOCH + timedelta(days=int(value))
    raise Refused(Said(later("This is not a date.")), DATE)


def _day_of_text(text: str) -> date:
    year_first, day_first = _YEAR_FIRST.fullmatch(text), _DAY_FIRST.fullmatch(text)
    if year_first:
        return _date(*(int(part) for part in year_first.groups()))
    if day_first:
        first, mark, second, year = day_first.groups()
        if mark == "/" and first != second and int(first) <= 12 and int(second) <= 12:
            raise Refused(Said(later("It is not clear which number is the day and which the month.")), DATE)
        if mark == "/" and int(second) > 12:
            first, second = second, first
        return _date(int(year) + (2000 if len(year) == 2 else 0), int(second), int(first))
    raise Refused(Said(later("This is not a date.")), DATE)


def _sensible(found: date) -> date:
    """A day of these times; what lies outside is a slip of the hand or of a spreadsheet."""
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Refused(Said(later("This day cannot be meant.")), DATE)
    return found


def _date(year: int, month: int, day_of_month: int) -> date:
    try:
        return _sensible(date(year, month, day_of_month))
    except ValueError:
        raise Refused(Said(later("There is no such day.")), DATE) from None


def choice(field: str, value: Cell) -> Any:
    """The key of a word to choose from, in any language of the form or as it stands in the tables. Raises Refused."""
    found = _chosen(field, f"{value:g}" if isinstance(value, float) else str(value))
    if found is None:
        raise Refused(Said(later("This is none of the words to choose from.")), one_of(field))
    return found[0]


@lru_cache(maxsize=1024)  # in thousands of rows the same few words stand again and again
def _chosen(field: str, text: str) -> tuple[Any] | None:
    word = plain(text)
    return _spellings(field).get(word.rstrip("% ") if field == "stage" else word)


@lru_cache(maxsize=32)
def _spellings(field: str) -> dict[str, tuple[Any]]:
    words = CHOICES[field]
    translated = {spelling: (key,) for key, word in words.items() for spelling in in_every_language(word)}
    return translated | {plain(key): (key,) for key in words}


def one_of(field: str) -> Said:
    """What is allowed in a column with words to choose from."""
    return Said(later("Choose one of: {words}."), {"words": Word(*CHOICES[field].values())})
