"""Letters, digits, dashes and spaces that look alike to a person, folded into one for comparing."""

import re
import unicodedata
from functools import lru_cache

_NARROW = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\u2004\u2005\u2006\u3000\t\v\f", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f", None),
        **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\uff0d\ufe63", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u2032", "'"),
        **dict(zip("．，％＋：／（）", ".,%+:/()", strict=True)),
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\u0085": "\n",
    }
)
_DIGIT = re.compile(r"[^\D0-9]")  # those of other scripts
# What a Cyrillic letter looks like, in either case: people mix the keyboards without seeing it.
LATIN = str.maketrans("авекмнорстухіјѕһё", "abekmhopctyxijshe")
_DASHES_AND_SPACES = re.compile(r"[\s_\-\u2043\u2e3a\u2e3b]+")


def even(text: str) -> str:
    """A text with plain spaces, dashes, apostrophes and digits; line breaks stay, as they part what is said."""
    text = text.translate(_NARROW)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    return text.strip()


class _Marks(dict[int, str]):
    """What each letter is without its mark, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = unicodedata.normalize("NFD", letter)[0]
        plain = "" if unicodedata.combining(letter) else base if base.isascii() else letter
        self[code] = plain
        return plain


_MARKS = _Marks({ord("ı"): "i", ord("ё"): "е"})


def without_marks(text: str) -> str:
    """A text without case, the marks of Latin letters (dowam edýär: dowam edyar) and the points of ё."""
    text = unicodedata.normalize("NFC", text.casefold())
    return text if text.isascii() else text.translate(_MARKS)


@lru_cache(maxsize=65_536, typed=True)  # 1 and True are equal, and shown otherwise
def code_like(value: object) -> str:
    """How a code is compared: without case, kind of dash, underscores, spaces and Cyrillic letters that look Latin."""
    said = f"{value:.15g}" if isinstance(value, float) else str(value)
    folded = even(unicodedata.normalize("NFKC", said)).casefold().translate(LATIN)
    return _DASHES_AND_SPACES.sub("-", folded).strip("-")
