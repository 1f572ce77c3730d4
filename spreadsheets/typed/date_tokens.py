"""A date or period as people type it, taken apart into tokens, each told by a letter of spreadsheets.date_words."""

import re
from typing import NamedTuple

from spreadsheets.letters_alike import even, without_marks
from spreadsheets.typed.date_words import UNKNOWN, kind_of

FIRST_YEAR, LAST_YEAR = 1990, 2099
_TIME = r"(?:,?[t ] ?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?)?"
_SUFFIX = (
    r"(?:-(?:[йяем]|ый|ое|ая|ом|му|го|ого|ому|ья|ье|ем)|-?(?:n[jc][iy]\w{0,6}|st|nd|rd|th)|-(?:sy|si|y|i|e|a|ne|na|de|da"
    r"|in|yn|ine|yna|sine|syna|unjy|unji|(?P<from{0}>den|dan|nden|ndan|sinden|syndan)))(?![^\W_])"
)


def _suffix(number: int) -> str:
    return _SUFFIX.replace("{0}", str(number))


_TOKEN = re.compile(
    rf"(?P<ymd>(?<!\d)\d{{4}}([-./])\d{{1,2}}\2\d{{1,2}}(?!\d){_TIME})(?:{_suffix(1)})?"
    rf"|(?P<dmy>(?<!\d)\d{{1,2}}([-./]) ?\d{{1,2}}\5 ?(?:\d{{4}}|\d{{2}})(?!\d){_TIME})(?:{_suffix(2)})?"
    rf"|(?P<digits>\d+)(?:{_suffix(3)})?"
    r"|(?P<word>q(?=i{1,3}v?\b)|[ivxіхпш]{1,4}(?=кв|пол|c[ae]rye|yarym|quarter|half)|[^\W\d_]+)|(?P<mark>[^\s])"
)
_HALF_YEAR = re.compile(r"half[ -]?year|yarym[ -]?(?=yyl)|п/г|кв-л")
_IN_DROPPED = frozenset(",()«»\"'_")


class Token(NamedTuple):
    """One word, number or mark: its letter, what it says as a number, and how it is written."""

    letter: str
    value: int
    text: str


def tokens(text: str) -> list[Token]:
    """The tokens of a text, without those that change nothing."""
    said = _HALF_YEAR.sub(_joined, without_marks(even(text)).replace("–", "-").replace("—", "-"))
    found: list[Token] = []
    for match in _TOKEN.finditer(said):
        found += _of(match, said)
    letters = {token.letter for token in found}
    if not (letters >= {"N"} and "Y" not in letters):  # "in 2 months" is a time from now, and not January and February
        found = [token for token in found if token.letter != "i"]
    while found and found[-1].letter in "./-":
        found.pop()
    while found and found[0].letter == "t":  # "by" a day, where nothing stands before it
        found.pop(0)
    return found


def _joined(found: re.Match[str]) -> str:
    return {"y": "yarym", "к": "кв "}.get(found[0][0], "halfyear ")


def _of(match: re.Match[str], said: str) -> list[Token]:
    kind = match.lastgroup
    up_to = [Token("t", 0, "den")] if any(match[f"from{number}"] for number in (1, 2, 3)) else []
    if match["ymd"] or match["dmy"]:
        return [Token("A", 0, match["ymd"] or match["dmy"]), *up_to]
    if match["digits"]:
        return [_number(match["digits"]), *up_to]
    if kind == "word":
        letter, value = kind_of(match["word"])
        up_to = [Token("t", 0, "dan")] if letter == "M" and match["word"].endswith(("dan", "den")) else []
        return [] if letter == "#" else [Token(letter, value, match["word"]), *up_to]
    return _mark(match, said)


def _number(digits: str) -> Token:
    if len(digits) <= 2:
        return Token("D", int(digits), digits)
    if len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return Token("Y", int(digits), digits)
    return Token(*UNKNOWN, digits)


def _mark(match: re.Match[str], said: str) -> list[Token]:
    """Points and dashes count between numbers; behind a word a point only shortens it."""
    mark = match["mark"]
    if mark in _IN_DROPPED:
        return []
    if mark == ".":
        around = said[match.start() - 1 : match.start()] + said[match.end() : match.end() + 1]
        counts = len(around) == 2 and around.isalnum() and any(letter.isdigit() for letter in around)
        return [Token(".", 0, mark)] if counts else []
    return [Token(mark, 0, mark)] if mark in "-/" else [Token(*UNKNOWN, mark)]
