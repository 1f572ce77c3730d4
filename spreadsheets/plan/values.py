"""What may stand in the cells of a plan, by the kind of their column: exact values, or a refusal with its reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from monitoring.faults import Said, Word
from monitoring.language import later
from monitoring.plan_words import CHOICES
from spreadsheets import typed
from spreadsheets.plan.columns import PlanColumn
from spreadsheets.read_row import NOT_NEGATIVE
from spreadsheets.read_table import HUNDRED, TO_HUNDRED
from spreadsheets.spelling import in_every_language, nearest, plain
from spreadsheets.tables import shown
from spreadsheets.workbook import Cell

CODE = re.compile(r"[\w][\w./-]{0,31}")
CURRENCY = re.compile(r"[A-Z]{3}")
MARKER = re.compile(r"([^:\s]+)\s*:\s*([0-3])")
LEAST_YEAR, LAST_YEAR = 2000, 2099
BEGINNINGS, ENDS = ("starts", "valid_from"), ("ends", "due_on", "closes")
A_QUARTER = 80  # days that lie between the first and the last one of a quarter, or more
Codes = Mapping[str, Mapping[str, str]]  # by table: spelling without case → the code as it stands in the plan


def empty(column: PlanColumn) -> Any:
    """What an empty cell of a column means."""
    if column.signed and column.kind == "date":
        return None
    if column.field in WITHOUT:
        return WITHOUT[column.field]
    if column.kind in ("refs", "markers", "levels"):
        return ()
    return None if column.kind in ("number", "percent", "money", "date", "whole") else ""


WITHOUT: dict[str, Any] = {
    "precision": "day",
    "state": "active",
    "opening_share": Decimal(0),
    "illustrative": False,
    "status": "sourced",
    "combine": "latest",
    "method": "path",
    "baseline_status": "assumed",
}


def _text(_codes: Codes, _column: PlanColumn, cell: Cell) -> str:
    return shown(cell).strip()


def _code(_codes: Codes, _column: PlanColumn, cell: Cell) -> str:
    text = shown(cell).strip()
    if not CODE.fullmatch(text):
        allowed = Said(
            later("Write up to 32 letters and digits, with points, strokes or dashes between, such as MOE-1.")
        )
        raise typed.Refused(Said(later("This cannot be a code.")), allowed)
    return text


def _number(_codes: Codes, _column: PlanColumn, cell: Cell) -> Decimal:
    if isinstance(cell, str) and cell.strip().endswith("%"):  # of an indicator in percent
        return typed.number(cell, most=HUNDRED, percent=True)
    return typed.number(cell)


def _whole(_codes: Codes, _column: PlanColumn, cell: Cell) -> int:
    found = typed.number(cell)
    if found != int(found) or not 1 <= found <= 100:
        raise typed.Refused(
            Said(later("This is no whole number of years.")), Said(later("Write a number from 1 to 100."))
        )
    return int(found)


def _year(_codes: Codes, _column: PlanColumn, cell: Cell) -> int:
    alone = typed.bare_year(cell) if isinstance(cell, str) else None  # “2027 г.” says it as well as 2027
    found = alone or typed.number(cell)
    if found != int(found) or not LEAST_YEAR <= found <= LAST_YEAR:
        raise typed.Refused(Said(later("This is no year.")), Said(later("Write a year, such as 2027.")))
    return int(found)


def _percent(_codes: Codes, _column: PlanColumn, cell: Cell) -> Decimal:
    found = typed.number(cell, most=HUNDRED, percent=True)
    if not 0 <= found <= HUNDRED:
        what = later("This is below 0.") if found < 0 else later("This is more than 100 percent.")
        raise typed.Refused(Said(what), TO_HUNDRED)
    return found


def _money(_codes: Codes, _column: PlanColumn, cell: Cell) -> int:
    cents = typed.number(cell) * 100
    if cents < 0:
        raise typed.Refused(Said(later("This is below 0.")), NOT_NEGATIVE)
    if cents != int(cents):
        what = Said(later("This is a part of a cent."))
        raise typed.Refused(what, Said(later("Write an amount with at most two decimals.")))
    return int(cents)


def _currency(_codes: Codes, _column: PlanColumn, cell: Cell) -> str:
    found = shown(cell).strip().upper()
    if not CURRENCY.fullmatch(found):
        raise typed.Refused(Said(later("This is no currency.")), Said(later("Three letters, such as USD or TMT.")))
    return found


def of_a_quarter(cell: Cell) -> bool:
    """Whether a cell that is understood as a date names a quarter, or a longer period."""
    if not isinstance(cell, str):
        return False
    first, last = typed.span(cell)
    return (last - first).days >= A_QUARTER


def _day(_codes: Codes, column: PlanColumn, cell: Cell) -> date:
    """A day; of a period, as a plan by quarters has it, the first or the last day, whichever the column asks for."""
    if not isinstance(cell, str):
        return typed.day(cell)
    first, last = typed.span(cell)
    if first == last:
        return first
    # What begins at the end of a year does not begin on its first day.
    if column.field not in (*BEGINNINGS, *ENDS) or (column.field in BEGINNINGS and typed.at_end(cell)):
        raise typed.Refused(Said(later("This is a period, and a day belongs here.")), typed.DATE)
    return first if column.field in BEGINNINGS else last


def _choice(_codes: Codes, column: PlanColumn, cell: Cell) -> Any:
    found = _spellings(column.of).get(plain(shown(cell)))
    if found is None:
        words = {"words": Word(*CHOICES[column.of].values())}
        raise typed.Refused(
            Said(later("This is none of the words to choose from.")), Said(later("Choose one of: {words}."), words)
        )
    return found[0]


@lru_cache(maxsize=64)
def _spellings(name: str) -> dict[str, tuple[Any]]:
    words = CHOICES[name]
    translated = {spelling: (key,) for key, word in words.items() for spelling in in_every_language(word)}
    return translated | {plain(key): (key,) for key in words}


def _ref(codes: Codes, column: PlanColumn, cell: Cell) -> str:
    return known_code(codes, column.of, shown(cell).strip())


def known_code(codes: Codes, table: str, said: str) -> str:
    """The code as it stands in the plan, whatever its case. Raises Refused, with what may have been meant."""
    known = codes.get(table, {})
    if said.casefold() in known:
        return known[said.casefold()]
    meant = nearest(said, known.values())
    listed = ", ".join(list(known.values())[:12]) + (" …" if len(known) > 12 else "")
    allowed = Said(later("Did you mean {code}?"), {"code": meant})
    if not meant:
        allowed = Said(later("Use a code of this plan: {codes}."), {"codes": listed or "–"})
    raise typed.Refused(Said(later("There is no “{code}” in the plan or in this file."), {"code": said}), allowed)


def _refs(codes: Codes, column: PlanColumn, cell: Cell) -> tuple[str, ...]:
    said = [part.strip() for part in re.split(r"[;,\n]", shown(cell)) if part.strip()]
    found = [known_code(codes, column.of, part) for part in said]
    return _once(found) if column.field == "partners" else tuple(sorted(_once(found)))


def _markers(codes: Codes, column: PlanColumn, cell: Cell) -> tuple[str, ...]:
    found = []
    for part in re.split(r"[;,\n]", shown(cell)):
        marker = MARKER.fullmatch(part.strip())
        if part.strip() and not marker:
            what = Said(later("“{part}” is no priority with its level."), {"part": part.strip()})
            raise typed.Refused(what, Said(later("Code and level from 0 to 3, such as GEN:2; INC:1.")))
        if marker:
            found.append((known_code(codes, column.of, marker[1]), marker[2]))
    _once([code for code, _level in found])
    return tuple(sorted(f"{code}:{level}" for code, level in found))


def _once(codes: list[str]) -> tuple[str, ...]:
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise typed.Refused(
            Said(later("“{code}” stands here twice."), {"code": twice}), Said(later("Keep one of the two."))
        )
    return tuple(codes)


def _levels(_codes: Codes, _column: PlanColumn, cell: Cell) -> tuple[str, ...]:
    return tuple(part.strip() for part in shown(cell).rstrip("| \n").split("|"))


READ: dict[str, Callable[[Codes, PlanColumn, Cell], Any]] = {
    "code": _code,
    "text": _text,
    "number": _number,
    "whole": _whole,
    "year": _year,
    "percent": _percent,
    "money": _money,
    "date": _day,
    "choice": _choice,
    "ref": _ref,
    "refs": _refs,
    "markers": _markers,
    "levels": _levels,
    "currency": _currency,
}
