"""How a marked copy looks, whichever library writes it: colours, widths, sizes of comments, and text made harmless."""

import re
from collections.abc import Iterable
from math import ceil

FILLS = {"error": "F4B6AC", "warning": "FFDC7A"}  # RRGGBB; the ink can be read on both
INK, SOFT, RULE, HEAD, LINK = "1B2733", "4A5560", "D5DAE1", "E6ECF3", "12608F"
# The columns of the list: level, sheet, cell, value, what is wrong, what is allowed.
WIDTHS = (12, 20, 10, 30, 46, 46)
LONGEST_TEXT = 32_000  # Excel takes 32,767 characters in a cell
_COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_MOST = 320, 20, 620  # pixels
_LETTERS_A_LINE = 38
TITLE_HEIGHT, _LINE, _HIGHEST = 24, 15, 400  # points
# What XML 1.0 forbids, and halves of characters that cannot be written at all.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_A_FORMULA = ("=", "+", "-", "@")


def clean(text: str) -> str:
    """A text without the characters that XML forbids, and no longer than a cell may be."""
    return _FORBIDDEN.sub("", text)[:LONGEST_TEXT]


def like_a_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula, were it typed."""
    return text.startswith(_LIKE_A_FORMULA)


def comment_size(text: str) -> tuple[int, int]:
    """Width and height in pixels in which a comment can be read whole, up to a limit."""
    lines = sum(max(1, ceil(len(line) / _LETTERS_A_LINE)) for line in text.split("\n"))
    return _COMMENT_WIDTH, min(_COMMENT_MOST, (lines + 1) * _COMMENT_LINE)


def row_height(texts: Iterable[str], widths: Iterable[int] = WIDTHS) -> int:
    """The height in points at which the texts of a row can be read whole, up to a limit: not every program works it
    out when it opens a file.
    """
    lines = 1
    for text, width in zip(texts, widths, strict=False):
        if len(text) >= width or "\n" in text:
            lines = max(lines, sum(ceil((len(line) or 1) / (width - 3)) for line in text.split("\n")))
    return min(_HIGHEST, lines * _LINE + 2)


def location(sheet: str, cell: str) -> str:
    """Where a link jumps to: the cell of a sheet, its name quoted."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"
