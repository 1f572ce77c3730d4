"""Words to choose from as people type them: which is meant, in any language and under any of its other names."""

import re
from functools import lru_cache
from typing import Any

from monitoring.faults import Said, Word
from monitoring.language import available, later
from monitoring.reported_words import CHOICES
from spreadsheets.spelling import alike, in_every_language, nearest, plain, said_in
from spreadsheets.typed.refused import Refused
from spreadsheets.typed.synonyms import SYNONYMS
from spreadsheets.workbook import Cell

LONGEST = 60  # letters that a word to choose from may have; what is longer is a story
_BETWEEN = re.compile(r"[/|;\n()\[\]]|\s[-–—]\s")
_REMARK = re.compile(r"\s\(([^()]*)\)\s*$")  # "завершен(а)" is one word
ONE_ALONE = ("rating", "cause", "waiting_for")  # beside them no words could be kept
_BESIDE = Said(later("Words in brackets stand behind the word to choose, and would be lost."))
NONE_OF_THEM = Said(later("This is none of the words to choose from."))
_TWO = Said(later("Two different words to choose from stand here."))


def choice(field: str, value: Cell) -> Any:
    """The key of a word to choose from: in any language of the form or two of them, under another common name, or as
    it stands in the tables. Raises Refused."""
    said = f"{value:g}" if isinstance(value, float) else str(value)
    found = chosen(field, said)
    if found is None:
        raise Refused(NONE_OF_THEM, _meant(field, said) or one_of(field))
    if field in ONE_ALONE and remark(field, said):
        raise Refused(_BESIDE, one_of(field))
    return found[0]


def remark(field: str, text: str) -> str:
    """What stands in brackets behind a word to choose from, unless it is such a word too, or a part of it."""
    found = _REMARK.search(text)
    if found is None or not any(letter.isalnum() for letter in found[1]) or _known(field, found[1]) is not None:
        return ""
    whole = " ".join(text.split()).casefold()
    own = (said_in(language, word).casefold() for language in available() for word in CHOICES[field].values())
    return "" if whole in own else found[1].strip()


@lru_cache(maxsize=8192)  # in thousands of rows the same few words stand again and again
def chosen(field: str, text: str) -> tuple[Any] | None:
    """The key in a tuple, as a key may be 0; None for an unknown word. Raises Refused for two that differ."""
    if len(text) > 2 * LONGEST:
        return None
    whole = _known(field, text)
    parts = [part for part in _BETWEEN.split(text) if part.strip(" .,:*-")]
    keys = [_known(field, part) for part in parts] if len(parts) > 1 else []
    different = {key for key in (whole, *keys) if key is not None}
    if len(different) > 1:
        raise Refused(_TWO, one_of(field))
    if whole is None and keys and None not in keys:
        return keys[0]
    return whole


def _known(field: str, text: str) -> tuple[Any] | None:
    word = plain(text)
    if field == "stage":
        word = word.rstrip("% ")
    spellings = _spellings(field)
    return spellings.get(word) or spellings.get(alike(word))


@lru_cache(maxsize=32)
def _spellings(field: str) -> dict[str, tuple[Any]]:
    """Every spelling of the words of a field; those of the form go before the other names."""
    found: dict[str, tuple[Any]] = {}
    for exactly in (True, False):
        for key, word in CHOICES[field].items():
            others = SYNONYMS.get(field, {}).get(key, ())
            for spelling in (*in_every_language(word), plain(key)) if exactly else others:
                found.setdefault(plain(spelling), (key,))
                found.setdefault(alike(spelling), (key,))
    return found


def one_of(field: str) -> Said:
    """What is allowed in a column with words to choose from."""
    return Said(later("Choose one of: {words}."), {"words": Word(*CHOICES[field].values())})


@lru_cache(maxsize=2048)
def nearly(field: str, text: str) -> tuple[Any] | None:
    """The key of the word that was nearly written, in a tuple; None when none was."""
    if not any(letter.isalpha() for letter in text) or len(text) > LONGEST:
        return None
    spellings = {spelling: key for spelling, key in _spellings(field).items() if len(spelling) > 3}
    found = nearest(text, spellings)
    return spellings[found] if found else None


def _meant(field: str, text: str) -> Said | None:
    key = nearly(field, text)
    return None if key is None else did_you_mean(field, key[0])


def did_you_mean(field: str, key: Any) -> Said:
    """The word that was nearly written, and all that may be."""
    words = {"word": Word(CHOICES[field][key]), "words": Word(*CHOICES[field].values())}
    return Said(later("Did you mean “{word}”? Choose one of: {words}."), words)
