"""Texts in every language at once, as files for other systems carry them."""

from collections.abc import Callable, Mapping
from typing import Any

from monitoring.language import SPOKEN, gettext, spoken_in

Texts = dict[str, str]
"""Code of a language → the text in it; a language that has none is left out."""


def named(row: Any, field: str = "name") -> Texts:
    """``field_en``, ``field_ru`` and ``field_tk`` of a row, without those that are empty."""
    found = {language: str(getattr(row, f"{field}_{language}") or "").strip() for language in SPOKEN}
    return {language: text for language, text in found.items() if text}


def said(message: str, values: Callable[[], Mapping[str, object]] = dict) -> Texts:
    """A message in each language whose catalogue has it; ``values`` is asked once in each language."""
    found: Texts = {}
    for language in SPOKEN:
        with spoken_in(language):
            if language == "en" or gettext(message) != message:
                found[language] = gettext(message, **values())
    return found


def joined(*parts: Texts, by: str = " ") -> Texts:
    """The parts one after the other, in the languages that have all of them; parts without any text are passed over."""
    some = [part for part in parts if part]
    return {
        language: by.join(part[language] for part in some)
        for language in SPOKEN
        if some and all(language in part for part in some)
    }
