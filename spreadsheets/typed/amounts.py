"""Amounts of money as people type them, with their currency before or behind."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from monitoring.faults import Said
from monitoring.language import later
from spreadsheets.letters_alike import even, without_marks
from spreadsheets.typed.number_words import CURRENCY_OF
from spreadsheets.typed.numbers import exactly, number, rounded
from spreadsheets.typed.refused import Refused
from spreadsheets.workbook import Cell

AMOUNT = Said(later("Write an amount, such as 1 100,50, with or without its currency."))
_CURRENCY_FIRST = re.compile(r"([^\d\s+\-.,'](?:[^\d+\-]|(?<=\w)-(?=[^\W\d]))*?)[.:]?\s*([+-]?\s*\d.*)", re.DOTALL)


class Money(NamedTuple):
    """An amount in cents, with three letters for its currency; empty when none is said."""

    cents: int
    currency: str


def money(value: Cell) -> Money:
    """An amount of 0 or more and at most two decimals, with its currency where one is said. Raises Refused."""
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1_000_000_000_000:
        # Thousands of distinct amounts stand in a file. The float nearest to whole cents says those cents.
        cents = round(value * 100)
        if cents / 100 == value:
            return Money(cents, "")
    return Money(_cents(number(value)), "")


@lru_cache(maxsize=4096)
def currency(words: str) -> str:
    """The three letters of the currency that words name; empty where they name none."""
    return _currency(words)


def is_currency(words: str) -> bool:
    """Whether words beside a number are the name or sign of a currency."""
    return _currency(words) != ""


def _of_text(value: str) -> Money:
    said = even(value).lstrip("'").lstrip()
    minus = said.startswith("-")
    before = ""
    parted = _CURRENCY_FIRST.fullmatch(said[1:].lstrip() if minus else said)
    if parted and (before := _currency(parted[1])):
        said = f"-{parted[2]}" if minus else parted[2]
    exact, words = exactly(said, thousands=True)  # money has no third decimal
    behind = _currency(words) if words else ""
    if words and not behind:
        raise Refused(Said(later("Words stand beside the amount that are no currency.")), AMOUNT)
    if before and behind and before != behind:
        raise Refused(Said(later("Two currencies stand here.")), AMOUNT)
    return Money(_cents(exact), before or behind)


def _cents(exact: Decimal) -> int:
    rounded(exact)
    if exact < 0:
        raise Refused(Said(later("This is below 0.")), Said(later("Write 0 or more.")))
    cents = exact * 100
    if cents != int(cents):
        raise Refused(Said(later("This has more than two decimals.")), Said(later("Write it to the cent.")))
    return int(cents)


def _currency(words: str) -> str:
    return CURRENCY_OF.get(" ".join(without_marks(words).replace(".", " ").strip(" ,;:()").split()), "")
