"""Parts of a whole as people type them: 3 of 5, 3 из 5, 5-den 3."""

import re
from decimal import Decimal

from monitoring.faults import Said
from monitoring.language import later
from spreadsheets.letters_alike import even, without_marks
from spreadsheets.typed.numbers import exactly, rounded
from spreadsheets.typed.refused import Refused
from spreadsheets.workbook import Cell

_ONE = r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_WORDS = r"(?P<words>(?: [^\d\n]*[^\W\d_][^\d\n]*)?)"
_PART_FIRST = re.compile(rf"(?P<part>{_ONE}) ?(?:/|из|out of|of|iz)(?: ?the )? ?(?P<whole>{_ONE}){_WORDS}")
_WHOLE_FIRST = re.compile(
    rf"(?P<whole>{_ONE})(?:[- ]?(?:den|dan|in|yn|nin|nyn)| sany(?:dan|nyn)) (?P<part>{_ONE})"
    rf"(?:-?(?:si|sy|i|y))?{_WORDS}"
)
ALLOWED = Said(later("Write the part first, then the whole, such as 3 of 5."))


def counted_part(value: Cell) -> tuple[Decimal, Decimal, str] | None:
    """Part and whole, and the words behind them, such as what is counted; None for what is not of this kind.

    Raises Refused when the part is more than the whole, when the whole is 0, and for a number that is not clear.
    """
    if not isinstance(value, str):
        return None
    found = _matched(value)
    if found is None:
        return None
    part, whole = (rounded(exactly(found[name])[0]) for name in ("part", "whole"))
    if whole == 0:
        raise Refused(Said(later("The whole is 0, and nothing can be a part of it.")), ALLOWED)
    if part > whole:
        raise Refused(Said(later("The part is more than the whole.")), ALLOWED)
    words = found["words"].strip()
    return part, whole, even(value)[-len(words) :] if words else ""


def part_of(value: Cell) -> tuple[Decimal, Decimal] | None:
    """Part and whole where nothing else stands in the cell; None for what is not of this kind.

    Raises Refused as :func:`counted_part`.
    """
    found = counted_part(value)
    return None if found is None or found[2] else found[:2]


def is_part(text: str) -> bool:
    """Whether a text says so many of so many, whatever the numbers are."""
    found = _matched(text)
    return found is not None and not found["words"]


def _matched(text: str) -> re.Match[str] | None:
    said = without_marks(even(text))
    return _PART_FIRST.fullmatch(said) or _WHOLE_FIRST.fullmatch(said)
