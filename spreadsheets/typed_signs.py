"""What a cell is, before anybody asks what it says: a yes or a no, words, a line of totals."""

import re
from functools import lru_cache

from spreadsheets.letters_alike import even, without_marks
from spreadsheets.spelling import plain
from spreadsheets.workbook import Cell

_YES = (
    *("yes", "y", "true", "v", "да", "д", "hawa", "ha", "истина", "dogry", "+", "++", "✓", "✔", "☑", "√", "✅", "1"),
    *("так", "есть", "bar", "took place", "held", "состоялось"),
)
_NO = (
    *("no", "n", "false", "x", "х", "нет", "н", "yok", "ложь", "yalnys", "-", "✗", "✘", "✕", "×", "☐", "❌", "0"),
    *("not", "не", "did not take place", "не состоялось"),
)
_SAYS = {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}
_TOTAL = re.compile(
    r"(?:sub-?|grand |overall )?totals?(?:\W*|\W+\d.*|[:\-–].*"
    r"|,? (?:for|of|in|by|per|amount|number|sum|budget|all|usd|tmt)(?!\w).*)"
    r"|(?:и того|итого|итоги?|всего|подитог|общ(?:ий|ая|ее) (?:итог|сумма|количество|число))(?!\w).*"
    r"|(?:umumy )?jemi(?!\w).*|(?:.* )?(?:jemi|jemleme)\W*|umumy(?:\W*|:.*| (?:mukdary?|sany?|mocber\w*)\W*)",
    re.DOTALL,
)


def yes_no(value: Cell) -> bool | None:
    """What a yes or a no says, in words, signs or figures; None for anything else."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return bool(value) if value in (0, 1) else None
    return _yes_no(value) if isinstance(value, str) and len(value) <= 40 else None


@lru_cache(maxsize=8192)
def _yes_no(text: str) -> bool | None:
    said = without_marks(even(text)).replace("\ufe0f", "")
    return _SAYS.get(said, _SAYS.get(said.rstrip(" .!;,")))


def is_words(value: Cell) -> bool:
    """Whether a cell holds words, with no digit among them and more than a yes or a no: a report in words."""
    if not isinstance(value, str) or any(letter.isdigit() for letter in value):
        return False
    return any(letter.isalpha() for letter in value) and yes_no(value) is None


def is_total(value: Cell) -> bool:
    """Whether a cell says that its line adds up others."""
    return isinstance(value, str) and len(value) <= 200 and _is_total(value)


@lru_cache(maxsize=65_536)
def _is_total(text: str) -> bool:
    return _TOTAL.fullmatch(without_marks(plain(text))) is not None
