"""Words of dates and periods in English, Russian and Turkmen, without case and without the marks of Latin letters.

Each word is told by one letter of a small alphabet, in which :mod:`spreadsheets.date_patterns` writes its patterns:
D a number of one or two digits, Y a year, A a whole date of digits, M a month, R a Roman number, O a word such as
first, Q quarter, H half a year, N months, y the word year, w during, f from, t up to, i in, # a word that changes
nothing.
"""

import re
from functools import lru_cache

_MONTHS = (
    r"jan(?:uary)?|янв(?:ар[ьяею])?|[yj]anwar\w{0,4}",
    r"feb(?:ruary)?|февр?(?:ал[ьяею])?|fewral\w{0,4}",
    r"mar(?:ch)?|мар(?:т|та|те|ту)?|mart(?:y|yn|da|dan|a|ynda|yna)?",
    r"apr(?:il)?|апр(?:ел[ьяею])?|aprel\w{0,4}",
    r"may|ма[йяею]|may(?:y|yn|da|dan|a|ynda|yna)",
    r"june?|июн[ьяею]?|iyun\w{0,5}",
    r"july?|июл[ьяею]?|iyul\w{0,5}",
    r"aug(?:ust)?|авг(?:уст[аеу]?)?|awgust\w{0,5}",
    r"sept?(?:ember)?|сент?(?:ябр[ьяею])?|sent[yi]?abr\w{0,4}",
    r"oct(?:ober)?|окт(?:ябр[ьяею])?|okt[yi]?abr\w{0,4}",
    r"nov(?:ember)?|ноя(?:б(?:р[ьяею])?)?|noyabr\w{0,4}",
    r"dec(?:ember)?|дек(?:абр[ьяею])?|dekabr\w{0,4}",
)
_ORDINALS = (
    r"first|перв(?:ый|ое|ого|ом|ому|ая|ой)|birinji\w*",
    r"second|втор(?:ой|ое|ого|ом|ому|ая)|ikinji\w*",
    r"third|трет(?:ий|ье|ьего|ьем|ьему|ья)|ucunji\w*",
    r"fourth|четверт(?:ый|ое|ого|ом|ому|ая)|dordunji\w*",
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# Letters that stand for strokes, in Roman numbers and in them alone.
_STROKES = str.maketrans(
    {"і": "i", "ӏ": "i", "х": "x", "п": "ii", "ш": "iii", "ⅰ": "i", "ⅱ": "ii", "ⅲ": "iii", "ⅳ": "iv"}
)
_OTHERS = {
    "Q": r"q|qtr|quarters?|кв|квартал\w{0,3}|c[ae]rye[kg]\w{0,6}|kwartal\w{0,4}",
    "H": r"h|hy|half|halfyear|половин[аеуы]|полугоди[еяюй]м?|полуг|пол|пг|yarymyyl\w{0,6}|yarym|yarymy",
    "N": r"months?|месяц(?:а|ев|е)?|мес|ay|ayy|ayda|ayyn|ayynyn|ayynda|aylyk|aylyga|ayyna",
    "y": r"year|yr|гг?|год(?:а|у|ом|ы|ов)?|лет|yy?|yyl(?:y|yn|da|ynyn|ynda|yna|a|yndan|dan)?",
    "w": r"during|within|throughout|течение|теч|dowamynda",
    "f": r"from|since|с|со",
    "t": r"to|till|until|по",
    "i": r"in|в|во",
    "#": r"by|on|as|of|the|at|end|for|before|due|date|whole|full|all|entire|is|до|к|ко|на|за|от|кон(?:ец|ц[аеу])"
    r"|состоянию|включительно|срок|весь|целый|период|cenli|gadar|ahyry|ahyryna|ahyrynda|sony|sonuna|sonunda|tutus|butin"
    r"|boyunca|boyy|senesi",
}
_LOOKED_UP = re.compile(
    "|".join(
        [f"(?P<M{number}>{words})" for number, words in enumerate(_MONTHS, start=1)]
        + [f"(?P<O{number}>{words})" for number, words in enumerate(_ORDINALS, start=1)]
        + [f"(?P<{'z' if letter == '#' else letter}0>{words})" for letter, words in _OTHERS.items()]
    )
)
UNKNOWN = ("U", 0)


@lru_cache(maxsize=4096)
def kind_of(word: str) -> tuple[str, int]:
    """The letter of a word, and the number that it says; ``UNKNOWN`` for one that belongs to no date."""
    if (roman := word.translate(_STROKES)) in _ROMAN:
        return "R", _ROMAN.index(roman) + 1
    found = _whole_word(word)
    if found is None:
        return UNKNOWN
    return ("#" if found[0] == "z" else found[0]), int(found[1:])


def _whole_word(word: str) -> str | None:
    found = _LOOKED_UP.fullmatch(word)
    return found.lastgroup if found else None
