"""Values as people type them: numbers, dates and words to choose from, made exact or refused with a reason.

The door to the modules that do it. Each takes one cell, is pure, and raises nothing but :class:`Refused`.
"""

from spreadsheets.letters_alike import code_like
from spreadsheets.typed.amounts import Money, currency, is_currency, money
from spreadsheets.typed.dates import EXCEL_EPOCH, Span, at_end, bare_year, day, header_period, in_order, is_day, span
from spreadsheets.typed.numbers import HOW_TO_WRITE, MOST, PLACES, SHARE_OR_PERCENT, counted, number
from spreadsheets.typed.parts import counted_part, part_of
from spreadsheets.typed.refused import DATE, NUMBER, Refused
from spreadsheets.typed.signs import is_cross, is_dash, is_total, is_words, says_nothing, yes_no
from spreadsheets.typed.statuses import said_status, speaks_of_status
from spreadsheets.typed.words import NONE_OF_THEM, choice, nearly, one_of, remark

__all__ = [
    "DATE",
    "EXCEL_EPOCH",
    "HOW_TO_WRITE",
    "MOST",
    "NONE_OF_THEM",
    "NUMBER",
    "PLACES",
    "SHARE_OR_PERCENT",
    "Money",
    "Refused",
    "Span",
    "at_end",
    "bare_year",
    "choice",
    "code_like",
    "counted",
    "counted_part",
    "currency",
    "day",
    "header_period",
    "in_order",
    "is_cross",
    "is_currency",
    "is_dash",
    "is_day",
    "is_total",
    "is_words",
    "money",
    "nearly",
    "number",
    "one_of",
    "part_of",
    "remark",
    "said_status",
    "says_nothing",
    "span",
    "speaks_of_status",
    "yes_no",
]
