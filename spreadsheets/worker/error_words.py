"""What stands in a text for a value that is not there: an error word, or a formula that nobody has worked out."""

import re

from spreadsheets.worker.found import Gone

_ENGLISH = "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"
_RUSSIAN = "#Н/Д", "#ССЫЛКА!", "#ДЕЛ/0!", "#ЗНАЧ!", "#ИМЯ?", "#ЧИСЛО!", "#ПУСТО!"
ERROR_WORDS = frozenset((*_ENGLISH, *_RUSSIAN))
_NUMBERED = re.compile(r"(?:Err|Ошибка):\d{3}")  # as LibreOffice writes them
BEGINNING = 300  # letters that tell a formula from words
_QUOTED = re.compile(r'="([^"]*)"')  # how Excel is made to take 007 for a text
_SHEET = r"(?:'[^']*'!|[\w.]+!)?"
_FORMULA = re.compile(
    rf'=[\s\d.,%+*/^<>&({{-]*(?:{_SHEET}[^\W\d][\w.]*\s*\(|{_SHEET}\$?[A-Z]{{1,3}}\$?\d+\b|\[|\)|"[^"]*"\s*&)',
    re.IGNORECASE,
)


def lost_or_same(text: str) -> str:
    """The same text, marked as gone where it is an error word."""
    word = text.strip() if len(text) < 20 else ""
    return Gone(word) if word.upper() in ERROR_WORDS or _NUMBERED.fullmatch(word) else text


def worked_out(text: str) -> str:
    """A cell of a text file as Excel would show it, as far as that can be told without working it out."""
    if text.startswith("="):
        quoted = _QUOTED.fullmatch(text)
        if quoted:
            return quoted[1]
        return Gone(text) if _FORMULA.match(text[:BEGINNING]) else text
    return lost_or_same(text)
