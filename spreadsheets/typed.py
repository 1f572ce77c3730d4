"""Values as people type them: numbers, dates and words to choose from, made exact or refused with a reason.

The door to the modules that do it. Each takes one cell, is pure, and raises nothing but :class:`Refused`.
"""

from spreadsheets.letters_alike import code_like
from spreadsheets.refused import DATE, NUMBER, Refused
from spreadsheets.typed_dates import EXCEL_EPOCH, day, header_period, span
from spreadsheets.typed_money import Money, money
from spreadsheets.typed_numbers import MOST, PLACES, counted, number
from spreadsheets.typed_parts import counted_part, part_of
from spreadsheets.typed_signs import is_dash, is_total, is_words, says_nothing, yes_no
from spreadsheets.typed_status import said_status
from spreadsheets.typed_words import choice, nearly, one_of

__all__ = [
    "DATE",
    "EXCEL_EPOCH",
    "MOST",
    "NUMBER",
    "PLACES",
    "Money",
    "Refused",
    "choice",
    "code_like",
    "counted",
    "counted_part",
    "day",
    "header_period",
    "is_dash",
    "is_total",
    "is_words",
    "money",
    "nearly",
    "number",
    "one_of",
    "part_of",
    "said_status",
    "says_nothing",
    "span",
    "yes_no",
]
