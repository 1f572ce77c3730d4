"""The short reference on each document: the view that made it, so that typing it opens that view again.

Such as ``250930/30YWTC6L/PMOH``: the reporting date, the moment known on in seconds since 2020 (base 36, with two
letters that a slip of the hand changes), and a part for each filter: a letter for its kind and a code. Nothing has to
be kept anywhere for it, and the same view has the same reference on every machine. What came later on the same day is
not in the view that it opens.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from monitoring.errors import DashboardError
from monitoring.filters import Filters
from monitoring.language import later
from monitoring.periods import Dates
from monitoring.status import Delivery
from monitoring.words import FRAMEWORK_KINDS

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SINCE = datetime(2020, 1, 1, tzinfo=UTC)
KINDS = {"P": "partners", "A": "areas", "G": "goals", "R": "regions"}
STATUSES = tuple(Delivery)
BETWEEN, IN_FILE_NAME = "/", "_"
SAFE = re.compile(r"[A-Za-z0-9_.-]+")
PRIME = 1009


class NoSuchReference(DashboardError):
    text = later("“{typed}” is no reference of a document. Copy it from the foot of its pages, such as {example}.")


@dataclass(frozen=True)
class View:
    """What a document shows: its dates, its filters, and the kind of framework whose goals it lists."""

    dates: Dates
    filters: Filters
    framework: str


def of(view: View, known_on: datetime | None) -> str:
    """The reference of a view; ``known_on`` is the newest change that it counts, None where nothing was known."""
    seconds = -(-((known_on or SINCE) - SINCE) // timedelta(seconds=1))  # the next full one, so that the change counts
    counted = _in_base(max(0, seconds))
    filters = view.filters
    parts = [f"{view.dates.as_of:%y%m%d}", ""]
    parts += [f"{letter}{code}" for letter, name in KINDS.items() for code in getattr(filters, name)]
    parts += [f"S{DIGITS[STATUSES.index(Delivery(word))]}" for word in filters.statuses]
    parts += [f"Y{year}" for year in filters.years]
    parts += ["W"] if filters.weight == "budget" else []
    parts += ["X"] if filters.supporting else []
    parts += [f"F{FRAMEWORK_KINDS.index(view.framework)}"] if view.framework != FRAMEWORK_KINDS[0] else []
    parts[1] = counted + _check([parts[0], counted, *parts[2:]])
    return BETWEEN.join(parts)


def in_file_name(made: str) -> str:
    """A reference as the name of a file can hold it, which :func:`read` understands too; empty where it cannot."""
    told = made.replace(BETWEEN, IN_FILE_NAME)
    return told if IN_FILE_NAME not in made and SAFE.fullmatch(told) else ""


def read(typed: str) -> View:
    """The view of a reference as somebody types it. Raises NoSuchReference."""
    text = "".join(typed.split())
    if BETWEEN not in text:
        text = text.replace(IN_FILE_NAME, BETWEEN)
    try:
        day, counted, *rest = text.split(BETWEEN)
        if _check([day, counted[:-2], *rest]) != counted[-2:].upper():
            raise ValueError(typed)
        as_of = datetime.strptime(day, "%y%m%d").date()
        known_on = SINCE + timedelta(seconds=int(counted[:-2], 36))
        return View(Dates(as_of, known_on), _filters(rest), _framework(rest))
    except (ValueError, IndexError, OverflowError):
        example = of(View(Dates(date(2025, 9, 30), SINCE), Filters(), FRAMEWORK_KINDS[0]), SINCE)
        raise NoSuchReference(typed=typed, example=example) from None


def _filters(parts: list[str]) -> Filters:
    found: dict[str, Any] = {name: () for name in (*KINDS.values(), "statuses", "years")}
    for part in parts:
        letter, code = part[:1].upper(), part[1:]
        if letter in KINDS:
            found[KINDS[letter]] += (code,)
        elif letter == "S":
            found["statuses"] += (STATUSES[int(code, 36)].value,)
        elif letter == "Y":
            found["years"] += (int(code),)
        elif letter == "W":
            found["weight"] = "budget"
        elif letter == "X":
            found["supporting"] = True
        elif letter != "F":
            raise ValueError(part)
    return Filters(**found)


def _framework(parts: list[str]) -> str:
    number = next((int(part[1:]) for part in parts if part[:1].upper() == "F"), 0)
    return FRAMEWORK_KINDS[number]


def _in_base(number: int) -> str:
    text = ""
    while number or not text:
        number, digit = divmod(number, len(DIGITS))
        text = DIGITS[digit] + text
    return text


def _check(parts: list[str]) -> str:
    """Two letters that change with any other letter, and when two are exchanged: both below a prime number."""
    letters = BETWEEN.join(parts).upper()
    return _in_base(sum(place * ord(letter) for place, letter in enumerate(letters, 1)) % PRIME).rjust(2, DIGITS[0])
