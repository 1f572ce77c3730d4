"""Names of sheets that Excel takes: 31 characters, some forbidden, no two alike whatever their case."""

import re
from collections.abc import Iterable, Sequence

from spreadsheets.marking.looks import clean

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\r\t]")
_RESERVED = ("history",)  # Excel keeps this name for itself


def excel_names(names: Sequence[str]) -> dict[str, str]:
    """A name that Excel takes for each name, as near to it as can be."""
    found: dict[str, str] = {}
    for name in names:
        found[name] = free_name(name, found.values())
    return found


def free_name(name: str, taken: Iterable[str]) -> str:
    """A name that Excel takes and no sheet has, as near to ``name`` as can be."""
    known = {*(one.casefold() for one in taken), *_RESERVED}
    wanted = _FORBIDDEN.sub(" ", clean(name)).strip(" '") or "1"
    found, number = _cut(wanted, ""), 1
    while found.casefold() in known:
        number += 1
        found = _cut(wanted, f" ({number})")
    return found


def _cut(name: str, end: str) -> str:
    """The name with its end, cut so that both fit; Excel counts a letter beyond the first 65,536 as two."""
    while len((name + end).encode("utf-16-le")) // 2 > LONGEST:
        name = name[:-1]
    return name.rstrip(" '") + end
