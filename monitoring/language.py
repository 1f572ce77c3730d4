"""Which language a run speaks: gettext behind a context variable, so that two sessions share a process."""

import gettext as gnu
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

SPOKEN = {"en": "English", "ru": "Русский", "tk": "Türkmençe"}
LOCALES = Path(__file__).resolve().parent.parent / "locales"

_language: ContextVar[str] = ContextVar("language", default="en")


@lru_cache(maxsize=len(SPOKEN))
def _catalogue(language: str) -> gnu.NullTranslations:
    return gnu.translation("messages", localedir=LOCALES, languages=[language], fallback=True)


def available() -> list[str]:
    """Codes of the languages that have a catalogue; English, the language of the code, always has."""
    return ["en", *(code for code in SPOKEN if (LOCALES / code / "LC_MESSAGES" / "messages.mo").exists())]


def speak(language: str) -> None:
    """Use ``language`` for the rest of this run; an unknown one means English."""
    _language.set(language if language in SPOKEN else "en")


@contextmanager
def spoken_in(language: str) -> Iterator[None]:
    """Speak another language for a while, such as in a letter to somebody who reads it."""
    token = _language.set(language if language in SPOKEN else "en")
    try:
        yield
    finally:
        _language.reset(token)


def spoken() -> str:
    """The code of the language of this run."""
    return _language.get()


def gettext(message: str, /, **values: Any) -> str:
    """The message in the language of this run, with ``{name}`` places filled from ``values``."""
    text = _catalogue(_language.get()).gettext(message)
    return text.format(**values) if values else text


def ngettext(singular: str, plural: str, n: int, /, **values: Any) -> str:
    """Like :func:`gettext`, in the plural form that ``n`` asks for; ``{n}`` is always filled."""
    return _catalogue(_language.get()).ngettext(singular, plural, n).format(n=n, **values)


def later(message: str) -> str:
    """Mark a message for the catalogues without translating it yet: it is translated when it is shown."""
    return message


def name(row: Any, field: str = "name") -> str:
    """``field`` of a row (mapping or object with ``field_en``, ``_ru``, ``_tk``) in this language, else English."""
    get = row.get if hasattr(row, "get") else lambda key: getattr(row, key)
    return str(get(f"{field}_{_language.get()}") or get(f"{field}_en"))


def names_by_code(table: Any) -> dict[str, str]:
    """Code → name in this language, else in English, of a table with the columns code and name_*."""
    here = zip(table["code"], table[f"name_{_language.get()}"], table["name_en"], strict=True)
    return {str(code): str(own or english) for code, own, english in here}
