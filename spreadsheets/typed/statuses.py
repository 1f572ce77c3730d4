"""The status of an activity as people type it: one of the words, or a phrase of which a status and words are kept."""

import re
from decimal import Decimal
from functools import lru_cache

from spreadsheets.letters_alike import even, without_marks
from spreadsheets.typed.status_phrases import (
    ALONE,
    BUT,
    CANCELLED,
    CONNECTED,
    DATE_OR_LETTER,
    DONE,
    NEGATED,
    PARTLY,
    PERCENT_DONE,
    PHRASES,
    SUBJECT,
)
from spreadsheets.typed.words import LONGEST, choice, chosen, nearly, remark
from spreadsheets.workbook import Cell

FIELD = "reported_status"
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_LISTED = re.compile(r"[,;.]| (?:and|but|и|но|we|emma) ")
_PART = re.compile(r"(?<![\d/.])(?P<part>\d+) ?(?:из|of|out of|/) ?(?P<whole>\d+)(?![\d/])")
_LONGEST_NAME = 4  # words that a status has at most


def said_status(value: Cell) -> tuple[str | None, str]:
    """The key of the status, and the words to be kept as they stand; no words for a plain status.

    None for words that say no status. Raises Refused for what is nearly a word to choose from, and for a short word
    that is none.
    """
    return _of_text(value) if isinstance(value, str) else (str(choice(FIELD, value)), "")


def speaks_of_status(text: str) -> bool:
    """Whether a text begins with a word and says a status, as “postponed to 2026” does."""
    words = even(text)
    return bool(words) and words[0].isalpha() and bool(chosen(FIELD, text) or _of_phrase(words))


@lru_cache(maxsize=16_384)
def _of_text(text: str) -> tuple[str | None, str]:
    words = even(text)
    found = chosen(FIELD, text)
    if found is not None and not remark(FIELD, text):
        return str(found[0]), ""
    spoken = [word for word in _WORD.findall(words) if len(word) > 1]
    if not spoken:
        return str(choice(FIELD, text)), ""
    key = _of_phrase(words)
    if key is not None:
        return key or None, words
    is_short = len(words) <= LONGEST and len(spoken) <= _LONGEST_NAME
    if len(spoken) == 1 or (is_short and nearly(FIELD, words) is not None):
        return str(choice(FIELD, text)), ""  # refuses it, with the word that was meant
    return None, words


def _of_phrase(words: str) -> str | None:
    """The status that a phrase says; empty when it says none or several, None when nothing in it is known.

    To be on the safe side nothing is taken as completed that may be so in part, or as cancelled that may be another's.
    """
    said = without_marks(words)
    first = _first_words(words)
    phrase = next((key for key, pattern in PHRASES if pattern.search(said)), None)
    if PARTLY.search(said):
        return "" if phrase or CANCELLED.search(said) else "ongoing"
    if (
        NEGATED.search(said)
        or (first and phrase and first != phrase)
        or (_LISTED.search(words) and _says_several(words))
    ):
        return ""
    if phrase:
        return phrase
    if (first in (None, "completed")) and DONE.search(said) and (whole := _is_whole(said)) is not None:
        return "completed" if whole else "ongoing"
    if first == "completed" and (BUT.search(said) or re.search(r"\d", DATE_OR_LETTER.sub("", said))):
        return ""
    return first


def _says_several(words: str) -> bool:
    """Whether two words to choose from stand side by side: one holds, and nobody can tell which."""
    return len({key for part in _LISTED.split(words) if (key := chosen(FIELD, part)) is not None}) > 1


def _first_words(words: str) -> str | None:
    """The status that a phrase begins with, in its longest form, behind a word such as activity or already.

    Empty when the phrase goes on with what else was completed, cancelled or planned.
    """
    subject = SUBJECT.match(words)
    words = words[subject.end() :] if subject else words
    found, rest = None, ""
    for number, word in enumerate(_WORD.finditer(words)):
        if number == _LONGEST_NAME:
            break
        known = chosen(FIELD, words[: word.end()])
        if known is not None:
            found, rest = str(known[0]), words[word.end() :]
    if found in ("completed", "proposed for cancellation") and not CONNECTED.match(without_marks(rest)):
        return ""
    return "" if found and rest.strip() and ALONE.match(without_marks(words)) else found


def _is_whole(said: str) -> bool | None:
    """Whether a percent or a part in a phrase says that all is done; None when there is none."""
    percent = PERCENT_DONE.search(said)
    if percent:
        return Decimal(percent[1].replace(",", ".")) >= 100
    part = _PART.search(said)
    if part:
        return part["part"] == part["whole"]
    return None
