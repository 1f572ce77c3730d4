"""What a cell is, before anybody asks what it says: nothing, a yes or a no, words, a line of totals."""

import re
from functools import lru_cache

from spreadsheets.letters_alike import even, without_marks
from spreadsheets.spelling import plain
from spreadsheets.workbook import Cell

_YES = (
    *("yes", "y", "true", "v", "да", "д", "hawa", "ha", "истина", "dogry", "+", "++", "✓", "✔", "☑", "√", "✅", "1"),
    *("так", "есть", "bar", "took place", "held", "состоялось", "состоялась", "состоялся", "проведено"),
    *("проведена", "проведен", "проведены", "прошло", "прошла", "прошел", "gecirildi", "boldy"),
)
_NO = (
    *("no", "n", "false", "нет", "н", "yok", "ложь", "yalnys", "-", "✗", "✘", "☐", "❌", "0"),
    *("not", "не", "did not take place", "не состоялось", "не состоялась", "не состоялся"),
    *("не проведено", "не проведена", "не проведен", "gecirilmedi", "bolmady"),
)
_SAYS = {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}
# Latin and Cyrillic, and signs of multiplication: in a box a cross is a tick as often as a no.
_CROSSES = frozenset("xх×✕✖")
_DASHES = re.compile(r"[-_.…\s]*-[-_.…\s]*")
_NOT_APPLICABLE = frozenset(
    ("n/a", "n.a.", "n.a", "na", "н/д", "н.д.", "н/п", "н.п.", "не применимо", "неприменимо", "not applicable")
)
_SHORT = 20
_TOTAL = re.compile(
    r"(?:промежуточный итог|среднее|в среднем|sum|average|mean)\W*"
    r"|(?:sub-?|grand |overall )?totals?(?:\W*|\W+\d.*|[:\-–].*"
    r"|,? (?:for|of|in|by|per|amount|number|sum|budget|all|usd|tmt)(?!\w).*)"
    r"|(?:и того|итого|итоги?|всего|подитог|подытог|общ(?:ий|ая|ее) (?:итог|сумма|количество|число))(?!\w).*"
    r"|(?:umumy )?jemi(?!\w).*|(?:.* )?(?:jemi|jemleme)\W*|umumy(?:\W*|:.*| (?:mukdary?|sany?|mocber\w*)\W*)",
    re.DOTALL,
)


def is_dash(value: Cell) -> bool:
    """Whether nothing but a dash stands in a cell, as people write where they leave it empty."""
    return isinstance(value, str) and 0 < len(value) <= _SHORT and _is_dash(value)


def says_nothing(value: Cell) -> bool:
    """Whether a dash stands in a cell, or that the question does not apply."""
    return isinstance(value, str) and 0 < len(value) <= _SHORT and (_is_dash(value) or _does_not_apply(value))


@lru_cache(maxsize=8192)
def _is_dash(text: str) -> bool:
    return _DASHES.fullmatch(even(text)) is not None


@lru_cache(maxsize=8192)
def _does_not_apply(text: str) -> bool:
    return without_marks(even(text)) in _NOT_APPLICABLE


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


def is_cross(value: Cell) -> bool:
    """Whether nothing but a cross stands in a cell, which may be a yes or a no."""
    return isinstance(value, str) and len(value) <= _SHORT and _is_cross(value)


@lru_cache(maxsize=8192)
def _is_cross(text: str) -> bool:
    return without_marks(even(text)).replace("\ufe0f", "").rstrip(" .!;,") in _CROSSES


def is_words(value: Cell) -> bool:
    """Whether a cell holds words, with no digit among them and more than a yes or a no: a report in words."""
    if not isinstance(value, str) or any(letter.isdigit() for letter in value):
        return False
    return any(letter.isalpha() for letter in value) and yes_no(value) is None and not is_cross(value)


def is_total(value: Cell) -> bool:
    """Whether a cell says that its line adds up others."""
    return isinstance(value, str) and len(value) <= 200 and _is_total(value)


@lru_cache(maxsize=65_536)
def _is_total(text: str) -> bool:
    return _TOTAL.fullmatch(without_marks(plain(text))) is not None
