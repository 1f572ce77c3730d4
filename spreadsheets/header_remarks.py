"""What stands in brackets, or behind a comma, beside the name of a column: its unit, or what turns it into another one.

“Percent complete (%)” is the column itself; “Quantity done (plan)”, “(for the quarter)” and “(thousands)” are not, and
nobody can know all such words: what is not known to be harmless is asked about.
"""

import re

from spreadsheets.letters_alike import even, without_marks
from spreadsheets.typed import currency
from spreadsheets.typed.number_words import PERCENT
from spreadsheets.workbook import Cell

ASKED_ABOUT = ("percent", "number", "money", "date", "choice")  # a remark on words changes nothing that is counted
IN_ANY_UNIT = "number in any unit"  # the kind of a column of values, beside those of the form
_REMARK = re.compile(r"\(([^()]*)\)[\s*:]*$")
_BEHIND_COMMA = re.compile(r",\s*([^,()]+)$")
_SCALE = re.compile(
    r"(?<![\d\w])(?<!\d )(?:тыс|тысяч\w*|млн|миллион\w*|млрд|миллиард\w*|mun|mln|million\w*|thousands?|mlrd|billions?)"
    r"(?!\w)"
)
_UP_TO_SCALE = re.compile(rf"^(.*?)[\s,(]*(?:(?:в|in) )?{_SCALE.pattern}")
_HARMLESS = frozenset(
    (
        *("actual", "факт", "фактически", "фактическое", "hakyky"),
        *("required", "mandatory", "optional", "please fill in", "fill in", "if any", "cumulative", "in all"),
        *("total", "total since start", "total since the start", "since start", "since the start", "number"),
        *("date", "yes/no", "choose", "choose from the list", "обязательно"),
        *("обязательное поле", "заполнить", "заполняется партнером", "если есть", "при наличии", "всего", "итого"),
        *("с начала", "всего с начала", "итого с начала", "нарастающим итогом", "накопительно"),
        *("с нарастающим итогом", "число"),
        *("дата", "да/нет", "выбрать", "выберите", "выбрать из списка", "hokman", "jemi", "basyndan bari"),
        *("basyndan bari jemi", "sene", "hawa/yok", "sayla", "dolduryn", "bar bolsa"),
    )
)
_COUNTS = frozenset(
    (
        *("units", "people", "persons", "pcs", "количество", "кол-во", "ед", "единиц", "шт", "штук", "чел", "человек"),
        *("sany", "san", "сан", "adam"),
    )
)
_QUOTED = re.compile('[«»"“”„‟]')
_NUMBERED = re.compile(r"\s*(?:№\s*)?\(?\d{1,2}(?:\.\d{1,2})*[.)]\s*(?=[^\W\d_]|%)")
_NUMBERS = re.compile(
    r"(?:from |от |0)?[\d ]*(?:-|–|to|до|\.\.)? ?100 ?%?|dd[./]mm[./]yyyy|дд[./]мм[./]гггг|gg[./]aa[./]yyyy"
)


def bare(name: str) -> str:
    """The name of a column without quotation marks and the number before it: “1. Код” and “«Код»” are “Код”."""
    name = _QUOTED.sub("", name)
    numbered = _NUMBERED.match(name)
    return name[numbered.end() :] if numbered else name


def remark_of(name: Cell) -> str:
    """The words in brackets at the end of a name, in small letters; empty for none."""
    found = _REMARK.search(even(name)) if isinstance(name, str) and "(" in name else None
    return " ".join(without_marks(found[1]).casefold().replace("ё", "е").strip(" .:;*").split()) if found else ""


def unit_of(name: str) -> str:
    """The words behind a comma in a name, before any brackets, in small letters; empty for none."""
    found = _BEHIND_COMMA.search(even(name).partition("(")[0].strip(" :*"))
    return without_marks(found[1]).strip(" .:;*") if found else ""


def is_harmless(remark: str, kind: str) -> bool:
    """Whether a remark leaves a column of some kind what its name says."""
    if kind not in (*ASKED_ABOUT, IN_ANY_UNIT) or not remark or remark in _HARMLESS or _NUMBERS.fullmatch(remark):
        return True
    unit = _without_in(remark)
    return bool(
        (kind in ("percent", IN_ANY_UNIT) and PERCENT.fullmatch(unit))
        or (kind in ("number", IN_ANY_UNIT) and unit in _COUNTS)
        or (kind == "money" and currency(unit))
    )


def is_unit(cell: Cell) -> bool:
    """Whether nothing but a unit stands in a cell, as below the names of columns: “(шт.)”, “%”, “USD”."""
    if not isinstance(cell, str):
        return False
    unit = _without_in(without_marks(even(cell)).strip(" ()[].,:;*"))
    return bool(unit) and bool(PERCENT.fullmatch(unit) or unit in _COUNTS or currency(unit))


def currency_of(name: str) -> str:
    """The three letters of the currency that a name says in brackets or behind a comma; empty for none."""
    name = bare(name)
    behind = _BEHIND_COMMA.search(even(name))
    return currency(_without_in(remark_of(name) or (behind[1].strip() if behind else "")))


def before_scale(name: str) -> str:
    """What stands before words for thousands or millions, as the name of a column; empty where there are none."""
    found = _UP_TO_SCALE.search(without_marks(even(name)).casefold()) if len(name) <= 160 else None
    return even(name)[: found.end(1)].strip() if found else ""


def speaks_of_scale(text: Cell) -> bool:
    """Whether a line above a table says that it counts in thousands or millions."""
    if not isinstance(text, str) or not 0 < len(text) <= 160:
        return False
    return _SCALE.search(without_marks(even(text)).casefold()) is not None


def _without_in(unit: str) -> str:
    return re.sub(r"^(?:в|in) ", "", unit)
