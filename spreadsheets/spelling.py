"""Words as people type them: which word of the form is meant, in any of its languages."""

import re
from collections.abc import Iterable
from contextvars import copy_context
from difflib import get_close_matches
from functools import lru_cache

from monitoring.language import available, gettext, speak

_SPACES = re.compile(r"\s+")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
NEAR = 0.75


def plain(text: object) -> str:
    """A word without case, stars, line breaks, double spaces and a remark in brackets at its end."""
    words = _SPACES.sub(" ", str(text).replace("*", " ").replace("\u00a0", " ")).strip().casefold()
    return _REMARK.sub("", words).rstrip(": ") or words


@lru_cache(maxsize=512)
def in_every_language(message: str) -> frozenset[str]:
    """The plain spellings of a message of ours in all languages that have a catalogue."""
    return frozenset(plain(_said_in(language, message)) for language in available())


def _said_in(language: str, message: str) -> str:
    def said() -> str:
        speak(language)
        return gettext(message)

    return copy_context().run(said)  # the language of this run stays as it is


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of ``known`` that is most like a word; empty when none is."""
    by_plain = {plain(one): one for one in known}
    found = get_close_matches(plain(word), by_plain, n=1, cutoff=NEAR)
    return by_plain[found[0]] if found else ""
