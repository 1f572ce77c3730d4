"""What the format of a cell adds to its number, as far as it changes what its sender sees: a percent sign, a word for
thousands, a currency, or a date of which only month and year are shown.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from spreadsheets.worker.found import Value

# How a cell shows its value; else a text with {} for the number, or {1} for its thousands, {2} for its millions.
PERCENT, MONTH, YEAR = "%", "m", "y"
MOST_SCALED = 4  # times by a thousand
_SCALED = re.compile(r"[0#?](,+)(?![0#?,])")  # commas between digits only part them
_THREE_DECIMALS = re.compile(r"\.\d{3}$")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|_.|\*.|\[[^\]]*\]')
_SCALE = re.compile(
    r"(?<!\w)(?:тыс|тысяч\w*|млн|миллион\w*|млрд|müň|mün|mln|thousands?|millions?|mlrd|k|к)(?!\w)", re.I
)
_CURRENCY = re.compile(r"(?<!\w)(?:usd|tmt|eur|rub|долл\w*|дол|манат\w*|ман|manat|руб\w*|евро)(?!\w)|[$€₽£₺]", re.I)


def shown_by(code: str) -> str:
    """How a cell of a format code shows a number of 0 or more, as its first section says; empty for as it is."""
    section = _first_section(code)
    bare = _LITERAL.sub("", section)
    if "%" in bare:
        return PERCENT
    letters = set(bare.lower()) & set("ymdhs")
    if letters and not set("0#?") & set(bare):
        return MONTH if letters == {"y", "m"} else YEAR if letters == {"y"} else ""
    return _beside(section)


def _first_section(code: str) -> str:
    """The code up to the first semicolon that is no part of a text."""
    within = False
    for place, letter in enumerate(code):
        if letter == '"':
            within = not within
        elif letter == ";" and not within:
            return code[:place]
    return code


def _beside(section: str) -> str:
    """A text around the number, where the format adds a word for thousands or a currency.

    A comma behind the digits makes thousands of the number that is shown; without a word for them nobody sees that, and
    the value of the cell is meant.
    """
    digits = re.search(r"[0#?]|General", _LITERAL.sub(lambda found: " " * len(found[0]), section))
    if digits is None:
        return ""
    before, behind = ("".join(_texts(part)) for part in (section[: digits.start()], section[digits.start() :]))
    counted = _SCALE.search(before + behind)
    if not (counted or _CURRENCY.search(before + behind)):
        return ""
    scaled = sum(len(found[1]) for found in _SCALED.finditer(_LITERAL.sub("", section))) if counted else 0
    if scaled > MOST_SCALED:
        return ""
    return f"{before.strip()} {{{scaled or ''}}} {behind.strip()}".strip()


def _texts(section: str) -> list[str]:
    """The texts of a section; a bare $ and € need no quotation marks."""
    found = []
    place = 0
    for literal in _LITERAL.finditer(section):
        found += [letter for letter in section[place : literal.start()] if letter in "$€₽£"]
        found.append((literal[1] or literal[2] or literal[3] or "").replace("{", "").replace("}", ""))
        place = literal.end()
    return found + [letter for letter in section[place:] if letter in "$€₽£"]


@lru_cache(maxsize=10_000, typed=True)  # the same few are in most rows; typed, for True is no 1 here
def as_shown(value: Value, how: str) -> Value:
    """A value as its sender sees it: 0.45 in a cell that shows percent is 45%. What is of another kind stays."""
    if how in (MONTH, YEAR):
        return f"{value:%m.%Y}" if how == MONTH and isinstance(value, date) else _year(value, how)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    if how == PERCENT:
        return f"{round(value * 100, 8):.15g}%"
    return how.format(*(_counted_in(1000**times, value) for times in range(MOST_SCALED + 1)))


def _counted_in(unit: int, value: float) -> str:
    """A number in thousands or millions, exactly; with a fourth decimal, for nobody knows whether 1.234 means 1234."""
    said = f"{value:.15g}" if unit == 1 else f"{(Decimal(f'{value:.15g}') / unit).normalize():f}"
    return f"{said}0" if _THREE_DECIMALS.search(said) else said


def _year(value: Value, how: str) -> Value:
    return f"{value:%Y}" if how == YEAR and isinstance(value, (date, datetime)) else value
