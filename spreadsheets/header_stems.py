"""The words of a column's name, by how they begin: the same in another order and form are nearly the same name."""

import re
from collections.abc import Iterable
from functools import lru_cache

from spreadsheets.columns import Column
from spreadsheets.header_synonyms import OTHER_NAMES
from spreadsheets.letters_alike import LATIN, even, without_marks
from spreadsheets.spelling import in_every_language, plain

STEM = 6  # letters in which the forms of one word agree: выполнено, выполненное, выполнения
# How words begin that speak of a plan, but not of its fulfilment (выполнение плана), and of an earlier time.
PLANNED = "план(?!а$|у$|ом$|е$|ы$)"
EARLIER = ("prev", "прош", "преды", "öňki", "geçen")
_WORD = re.compile(r"[^\W\d_]+|%")
_SMALL = frozenset(
    (
        *("of", "the", "in", "on", "for", "and", "a", "at", "to", "is", "by"),
        *("в", "на", "с", "и", "по", "за", "у", "от", "до", "из"),
    )
)


def in_another_order(name: str, columns: Iterable[Column]) -> Column | None:
    """The column whose name has the same words as ``name``, in any order and form; None for none."""
    words = stems_of(name)
    if len(words) < 2:
        return None
    return next((column for column in columns if words in _names(column.header, column.field)), None)


def begins(*words: str) -> re.Pattern[str]:
    """What finds words of :func:`words_of` that begin so."""
    return re.compile("|".join(without_marks(word).translate(LATIN) for word in words))


def words_of(name: str) -> list[str]:
    """The words of a name without case, marks and the difference of letters that look alike; no small words."""
    said = _WORD.findall(without_marks(even(name)))
    return [word.translate(LATIN) for word in said if word not in _SMALL]


@lru_cache(maxsize=4096)
def stems_of(name: str) -> frozenset[str]:
    """The first letters of each word of a name, without what stands behind it in brackets."""
    return frozenset(word[:STEM] for word in words_of(plain(name)))


@lru_cache(maxsize=256)
def _names(header: str, field: str) -> frozenset[frozenset[str]]:
    names = (*in_every_language(header), *OTHER_NAMES.get(field, ()))
    return frozenset(stems for stems in map(stems_of, names) if len(stems) > 1)
