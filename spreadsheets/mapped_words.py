"""Which columns of a header a saved meaning speaks of: by the same words, or by other words for the same period."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from monitoring.mapping import ColumnMapping
from spreadsheets import typed

OVER = " › "  # between the words of the upper and the lower line of a header
ANY_YEAR = 2000  # where neither the words nor their meaning name one


def meant_in(words: Sequence[str], mapping: ColumnMapping) -> dict[int, str]:
    """By place, the words of a mapping that the words of a header say.

    “III кв.” is “III квартал” where nothing else in the header is; of words with a year only where it is said, too.
    """
    found = {place: word for place, word in enumerate(words) if word in mapping.columns}
    said = set(found.values())
    if not found or said == mapping.columns.keys():
        return found
    pairs = [
        (place, word)
        for word, meant in mapping.columns.items()
        if word not in said
        for place, other in enumerate(words)
        if place not in found and _is_same(other, word, meant.on.year if meant.on else ANY_YEAR)
    ]
    places, of_mapping = Counter(place for place, _ in pairs), Counter(word for _, word in pairs)
    return found | {place: word for place, word in pairs if places[place] == of_mapping[word] == 1}


def _is_same(said: str, known: str, year: int) -> bool:
    """Whether words that are not the same name the same period, in each line of a header of two."""
    parts, others = said.split(OVER), known.split(OVER)
    return len(parts) == len(others) and all(
        one == other or _of_same_period(one, other, year) for one, other in zip(parts, others, strict=True)
    )


@lru_cache(maxsize=4096)
def _of_same_period(said: str, known: str, year: int) -> bool:
    span = typed.header_period(said, year)
    if span is None or span != typed.header_period(known, year):
        return False
    return typed.header_period(known) is None or typed.header_period(said) is not None
