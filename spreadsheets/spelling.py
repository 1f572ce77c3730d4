"""Words as people type them: which word of the form is meant, in any of its languages."""

import re
from collections.abc import Iterable
from contextvars import copy_context
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from monitoring.language import available, gettext, speak
from spreadsheets.letters_alike import LATIN, even, without_marks

_HYPHENATED = re.compile(r"(?<=[^\W\d_])-[ ]*\n\s*(?=[^\W\d_])")
_SPACES = re.compile(r"\s+")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_UNIT = re.compile(
    r"\s*,\s*(?:в\s+)?(?:%|percent|процент\w*|проц|goterim|göterim|usd|us\$|\$|tmt|eur|man|manat|ман|манат\w*|долл"
    r"|долл\.? сша|шт|ед|чел|чел(?:овек)?|сан|sany|pcs|number|units)\.?$"
)
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])[\s\-_]+(?=[^\W\d_])")
# How much of a word may be a slip of the hand: chosen on words that are meant and words that are not, see the tests.
NEAR = 0.75
LETTERS_FOR_A_SLIP = 6


def plain(text: object) -> str:
    """A word without case, stars, line breaks, double spaces, a unit after a comma and a remark in brackets at its end.

    Words parted at the end of a line are whole again, and ё is е.
    """
    return _plain(str(text))


def whole(text: object) -> str:
    """A word as :func:`plain`, but with its unit and its remark: “actual (I quarter)” is not “actual (II quarter)”."""
    return _whole(str(text))


@lru_cache(maxsize=65_536)
def _whole(text: str) -> str:
    words = _HYPHENATED.sub("", even(text.replace("*", " ")))
    return _SPACES.sub(" ", words).strip().casefold().replace("ё", "е").replace("е\u0308", "е").rstrip(": ")


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str:
    words = _whole(text)
    shorter = _UNIT.sub("", _REMARK.sub("", words).rstrip(": "))
    return shorter or words


@lru_cache(maxsize=65_536)
def alike(text: str) -> str:
    """How a word is compared with those of the form: :func:`plain`, and without the marks of Turkmen letters, the
    difference of Cyrillic and Latin letters that look the same, and what stands between two words."""
    return _BETWEEN_LETTERS.sub("", without_marks(plain(text)).translate(LATIN).strip(" .,;:!"))


@lru_cache(maxsize=512)
def in_every_language(message: str) -> frozenset[str]:
    """The plain spellings of a message of ours in all languages that have a catalogue."""
    return frozenset(plain(said_in(language, message)) for language in available())


def said_in(language: str, message: str) -> str:
    """A message of ours in a language."""

    def said() -> str:
        speak(language)
        return gettext(message)

    return copy_context().run(said)  # the language of this run stays as it is


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of ``known`` that is most like a word, but for slips of the hand; empty when none is."""
    said = alike(word)
    by_spelling = {alike(one): one for one in known}
    found = process.extractOne(said, by_spelling.keys(), scorer=OSA.normalized_similarity, score_cutoff=NEAR)
    if found is None or OSA.distance(said, found[0]) > max(1, len(said) // LETTERS_FOR_A_SLIP):
        return ""
    return by_spelling[found[0]]
