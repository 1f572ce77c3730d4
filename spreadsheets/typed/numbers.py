"""Numbers as people type them: made exact, or refused with a reason."""

import re
from collections.abc import Mapping
from decimal import Decimal
from math import isfinite

from monitoring.faults import Said
from monitoring.language import later
from spreadsheets.letters_alike import even, without_marks
from spreadsheets.typed.number_words import ABOUT, ABOUT_BEHIND, PERCENT, SCALES
from spreadsheets.typed.refused import NUMBER, Refused
from spreadsheets.workbook import Cell

PLACES = Decimal("0.000001")
MOST = Decimal(1_000_000_000_000)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?")
_ONE_MARK = re.compile(r"[+-]?(?:\d*[.,]\d+|\d+)")
_BOTH_MARKS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})")
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_NUMBER_FIRST = re.compile(r"([+-]? ?[\d.,](?:[\d.,' ]*[\d.,])?)\s*([^\d\s].*)?", re.DOTALL)
_A_NUMBER = re.compile(r"(?<![^\W\d_])(?:\d{1,3}(?:[ ']\d{3})+(?!\d)|\d+)(?:[.,]\d+)*")
_POWER = re.compile(r"[eExXеЕхХ][+-]?\d")  # 1e5 and 3x4 are no numbers of something
# A letter typed for a digit: for 0, 1, 3, 5, 6 or 8, alone or before further digits; no unit has one of these alone.
_MISREAD = re.compile(r"[OoОоIilІі|ЗзSsБбBb](?![^\W\d_])")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NO_NUMBER = Said(later("This is not a number."))
_TEXT = Said(later("This is text, and a number belongs here."))
_SHARE = Said(later("Write 45 for 45 percent; for less than one percent write it with its sign, such as 0,5 %."))
ONE_NUMBER = Said(later("Write one number, such as 45."))
NUMBER_ITSELF = Said(later("Write the number itself, such as 45."))
_ESTIMATE = Refused(
    Said(later("This says about how many, and the number itself belongs here.")),
    NUMBER_ITSELF,
)
_IS_SHARE = Said(later("It is not clear whether this is a share or a percent."))
SHARE_OR_PERCENT = (_IS_SHARE, _SHARE)
HOW_TO_WRITE = (NUMBER, ONE_NUMBER, NUMBER_ITSELF, _SHARE)  # what is advised where a number was refused


def number(value: Cell, most: Decimal = MOST, percent: bool = False, sure: bool = True) -> Decimal:
    """An exact number of at most six decimals.

    Understood are decimal points and commas, thousands with spaces, points, commas or apostrophes, words for thousands
    and millions, and, where ``percent`` is asked for, a percent sign or its word. ``most`` is the largest that makes
    sense: it tells 33.333 percent from thousands. ``sure``: whether the file tells percents from other numbers; where
    it does not, 1 may be 100 percent. Raises Refused.
    """
    if type(value) is int or type(value) is float:
        return _of_number(value, percent, sure)
    found, words = counted(value, most, percent)
    if words:
        raise Refused(Said(later("Words stand beside the number.")), NUMBER)
    return found


def _of_number(value: float, percent: bool, sure: bool) -> Decimal:
    if isinstance(value, float) and not isfinite(value):
        raise Refused(_NO_NUMBER, NUMBER)
    if percent and (0 < value < 1 or (value == 1 and not sure)):
        raise Refused(_IS_SHARE, _SHARE)
    return rounded(Decimal(value if type(value) is int else repr(value)))


def counted(value: Cell, most: Decimal = MOST, percent: bool = False, sure: bool = True) -> tuple[Decimal, str]:
    """A number as :func:`number`, and the words behind it, such as its unit: they are to be kept.

    Raises Refused, for several numbers in one cell, an estimate, and a percent where none is asked for too.
    """
    if not isinstance(value, str):
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Refused(_NO_NUMBER, NUMBER)
        return _of_number(value, percent, sure), ""
    exact, words = exactly(value, most, percent)
    if _percent_sign(words):
        raise Refused(Said(later("This is a percent, and another number belongs here.")), NUMBER)
    return rounded(exact), words


def exactly(text: str, most: Decimal = MOST, percent: bool = False, thousands: bool = False) -> tuple[Decimal, str]:
    """The number in a text, not rounded, and the words behind it. Raises Refused.

    ``thousands``: 20,000 and 20.000 are twenty thousand; 1,250 million may still be two amounts.
    """
    said = even(text).lstrip("'").lstrip()
    if percent and said.startswith("%"):
        said = f"{said[1:].strip()} %" if "%" not in said[1:] else said
    parted = _NUMBER_FIRST.fullmatch(said)
    if parted is None or not re.search(r"\d", parted[1]):
        raise _not_one_number(said)
    words = (parted[2] or "").strip(" '\n;")
    glued = parted[2] is not None and parted.end(1) == parted.start(2)
    misread = _MISREAD.match(words) if glued else len(words) == 1 and _MISREAD.match(words)
    if words and (misread or _A_NUMBER.search(words) or _POWER.match(words) or not _speaks(words)):
        raise _not_one_number(said)
    if ABOUT_BEHIND.match(without_marks(words)):
        raise _ESTIMATE
    times, words = _scale(words)
    if percent and (sign := _percent_sign(words)):
        words = words[sign:].lstrip(" .,;")
    elif percent and times == 1:
        _refuse_share(parted[1])
    return _of_digits(parted[1], said, most, thousands and times == 1) * times, words


def _not_one_number(said: str) -> Refused:
    """Why a text is not one number."""
    from spreadsheets.typed.parts import is_part

    if not re.search(r"\d", said) or is_part(said):
        return Refused(_TEXT, NUMBER)
    if len(_A_NUMBER.findall(said)) > 1:
        return Refused(Said(later("There are several numbers here.")), ONE_NUMBER)
    if ABOUT.search(without_marks(said)):
        return _ESTIMATE
    return Refused(_TEXT, NUMBER)


def _speaks(words: str) -> bool:
    """Whether something stands there that a person may mean: a word, or a sign of percent, money or more than."""
    if words[0] == "-" and words[1:2].isalpha():  # 5-й and 5-ти say which, and not how many
        return False
    return any(letter.isalpha() or letter in "%$€₽£₺+~" for letter in words)


def _refuse_share(digits: str) -> None:
    """Half a percent and a half look the same in text too."""
    if re.fullmatch(r"\+?0?[.,]\d*[1-9]\d*", digits):
        raise Refused(_IS_SHARE, _SHARE)


def _percent_sign(words: str) -> int:
    """How many letters of the beginning of words are a percent sign or its word; 0 for none."""
    sign = PERCENT.match(without_marks(words))
    return sign.end() if sign else 0


def _scale(words: str) -> tuple[int, str]:
    """How often thousands or millions behind a number count, and the words behind that."""
    first = _FIRST_WORD.match(words)
    times = SCALES.get(without_marks(first[0]), 1) if first else 1
    return (times, words[first.end() :].lstrip(" .,;")) if first and times > 1 else (1, words)


def _of_digits(digits: str, said: str, most: Decimal, thousands: bool) -> Decimal:
    digits = re.sub(r"(?<=^[+-]) ", "", digits)
    text = digits.rstrip(".,") if len(re.findall("[.,]", digits)) == 1 else digits
    if _GROUPED.fullmatch(text):
        text = re.sub("[ ']", "", text)
    elif _BOTH_MARKS.fullmatch(text):
        text = re.sub(r"[.,](?=.*[.,])", "", text)
    elif _THOUSANDS.fullmatch(text) or (thousands and _UNCLEAR.fullmatch(text)):
        text = re.sub("[.,]", "", text)
    elif _UNCLEAR.fullmatch(text) and Decimal(re.sub("[.,]", "", text)) <= most:
        either = (re.sub("[.,]", "", text), text.replace(".", ","))
        unclear = Said(later("It is not clear whether this is {thousands} or {decimal}."), _pair(*either))
        raise Refused(unclear, Said(later("Write {thousands}, or {decimal}0 for the smaller number."), _pair(*either)))
    if not _ONE_MARK.fullmatch(text):
        raise _not_one_number(said)
    return Decimal(text.replace(",", "."))


def _pair(thousands: str, decimal: str) -> Mapping[str, str]:
    return {"thousands": thousands, "decimal": decimal}


def rounded(exact: Decimal) -> Decimal:
    """A number with its six decimals. Raises Refused for one beyond all measure."""
    if not -MOST <= exact <= MOST:
        raise Refused(Said(later("This number is too large.")), Said(later("Write at most a million million.")))
    return exact.quantize(PLACES)
