"""Tell in which encoding a text was written, with Russian of Windows certain even in ten short cells."""

import re
from math import log

from spreadsheets.worker.found import NOT_A_WORKBOOK, Refused

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
CYRILLIC = ("cp1251", "cp866", "koi8-r", "mac_cyrillic")
# How often each letter stands in a thousand of Russian text.
_OFTEN = dict(zip("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", (
    110, 84, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3,
    3, 1, 1), strict=True))  # fmt: skip
LOST, FEW_LOST = "\ufffd", 10  # of so many letters of a text in UTF-8 one at most is damaged
_SURELY = 0.7  # so much more likely a letter (in natural logarithms) another encoding has to be than that of Windows
PUNCTUATION = set("«»„“”‘’–—…№€\xa0°•©®™§±")
LATIN = (
    ("cp1250", set("äÄçÇňŇöÖşŞüÜýÝžŽ")),  # Turkmen
    ("cp1254", set("âÂçÇğĞıİîÎöÖşŞûÛüÜ")),  # Turkish
    ("cp1252", set("àâäáãåæçéèêëíìîïñóòôöõøœßúùûüÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜŸ")),
)
_UNPRINTED = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff\ufdd0-\ufdef]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_SAMPLE = 200_000  # bytes that are looked at


def decoded(content: bytes, said: str | None = None) -> str:
    """The text, with U+FFFD for what is lost of a damaged one.

    ``said`` is the encoding that the file itself names, believed where it fits.
    Raises Refused where it is no text in any encoding.
    """
    content = content.removesuffix(b"\x1a")  # the end of a file in DOS
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _printed(content, encoding).removeprefix("\ufeff")
    if b"\x00" in content:
        return _printed(content, _without_mark(content))
    for encoding in ("utf-8", said or "utf-8"):
        try:
            return _printed(content, encoding)
        except (Refused, LookupError):
            continue
    damaged = content.decode("utf-8", "replace")
    lost = damaged.count(LOST)
    if lost * FEW_LOST < sum(letter > "\x7f" for letter in damaged) - lost and not _UNPRINTED.search(damaged):
        return damaged
    return _mixed(content) or _printed(content, _single_byte(content))


def _mixed(content: bytes) -> str:
    """The text of a file put together from others in different encodings, line by line; empty where it is none."""
    lines = content.split(b"\n")
    in_utf8 = [_in_utf8(line) for line in lines]
    if not any(in_utf8):
        return ""
    others = b"\n".join(line for line, said in zip(lines, in_utf8, strict=True) if not said)
    encoding = _single_byte(others)
    text = "\n".join(said or line.decode(encoding, "replace") for line, said in zip(lines, in_utf8, strict=True))
    return "" if _UNPRINTED.search(text) else text


def _in_utf8(line: bytes) -> str:
    """A line with several letters beyond ASCII that can only be UTF-8; empty for any other."""
    if line.isascii():
        return ""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return text if sum(letter > "\x7f" for letter in text) >= FEW_LOST else ""


def _printed(content: bytes, encoding: str) -> str:
    """The text in an encoding. Raises Refused where there is none, or it holds what no keyboard writes."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as not_so:
        raise Refused(NOT_A_WORKBOOK) from not_so
    if _UNPRINTED.search(text):
        raise Refused(NOT_A_WORKBOOK)
    return text


def _without_mark(content: bytes) -> str:
    """UTF-16 without its mark: of each two bytes, the one that says Latin, Cyrillic or Turkmen tells the order."""
    if len(content) % 2:
        raise Refused(NOT_A_WORKBOOK)
    low, high = (sum(byte in (0, 1, 4, 0x20) for byte in content[start:_SAMPLE:2]) for start in (1, 0))
    most = max(low, high)
    if most < 0.9 * len(content[:_SAMPLE:2]) or low == high:
        raise Refused(NOT_A_WORKBOOK)
    return "utf-16-le" if low > high else "utf-16-be"


def _single_byte(content: bytes) -> str:
    """The encoding of a text with one byte a letter."""
    likely = {encoding: _likely_russian(content[:_SAMPLE], encoding) for encoding in CYRILLIC}
    best = max(likely, key=lambda encoding: likely[encoding] - (0 if encoding == "cp1251" else _SURELY))
    if likely[best] > -log(1000):
        return best
    for encoding, letters in LATIN:
        text = content.decode(encoding, "replace")
        if {letter for letter in text if letter > "\x7f"} <= letters | PUNCTUATION:
            return encoding
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    guessed = from_bytes(content[:_SAMPLE], cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    if guessed is None or guessed.could_be_from_charset == []:
        raise Refused(NOT_A_WORKBOOK)
    return guessed.encoding


def _likely_russian(content: bytes, encoding: str) -> float:
    """How likely a letter beyond ASCII is, on average, if the text is Russian in an encoding: a logarithm."""
    text = content.decode(encoding, "replace")
    total, letters = 0.0, 0
    for letter in text:
        if letter > "\x7f" and letter not in PUNCTUATION:
            letters += 1
            total += log(_OFTEN.get(letter.lower(), 0.01) / 1000)
    odd = 0
    for word in _WORD.findall(text):
        beyond = sum(letter > "\x7f" for letter in word)
        if beyond and _LATIN.search(word):
            odd += beyond  # letters of two alphabets in one word
        elif beyond and not word.isupper() and not word[1:].islower():
            odd += sum(letter.isupper() for letter in word[1:])
    return (total - odd * log(1000)) / letters if letters else -2 * log(1000)
