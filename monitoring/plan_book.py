"""A whole plan as a workbook says it, and what tells one content of a row from another."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring.plan_rows import ROWS, FocalPoint, FundingLine, Key, Milestone, Row, content

# Which fields of which tables name a code of a table.
NAMED_IN: dict[str, tuple[tuple[str, str], ...]] = {
    "frameworks": (("goals", "framework"), ("targets", "framework")),
    "goals": (("activities", "goals"), ("indicators", "goals")),
    "regions": (("activities", "regions"),),
    "partners": (("activities", "lead_partner"), ("activities", "supporters"), ("workplans", "partners")),
    "workplans": (("activities", "workplan"),),
    "indicators": (("targets", "indicator"),),
    "activities": (("activities", "continues"),),
    "periods": (),
    "targets": (),
}


@dataclass(frozen=True)
class PlanBook:
    """A whole plan: its rows by table and key, in the order in which they are shown.

    ``areas``: code → kind of the priority areas and cross-cutting priorities, which no workbook changes. ``since``:
    from which day each row holds as it is; ``used``: table and code of what the ledger has reports, money, values or
    submissions of that count; ``delivered``: the last share (percent) reported of an activity.
    """

    rows: Mapping[str, Mapping[Key, Row]] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[tuple[str, Key], date] = field(default_factory=dict)
    used: frozenset[tuple[str, str]] = frozenset()
    delivered: Mapping[str, Decimal] = field(default_factory=dict)

    def of(self, table: str) -> Mapping[Key, Any]:
        """The rows of a table by key."""
        return self.rows.get(table, {})

    def codes(self, table: str) -> tuple[str, ...]:
        """The codes of a table; those of priority areas and cross-cutting priorities too."""
        if table in ("areas", "markers"):
            wanted = "priority area" if table == "areas" else "cross-cutting"
            return tuple(code for code, kind in self.areas.items() if kind == wanted)
        return tuple(key[0] for key in self.of(table))


def named(rows: Iterable[Row]) -> dict[tuple[str, str], Row]:
    """Table and code of whatever some rows name, each with a row that names it: while that stays, it cannot go."""
    found: dict[tuple[str, str], Row] = {}
    places = [(where, name, table) for table, ones in NAMED_IN.items() for where, name in ones]
    of_table = {row: [(name, table) for where, name, table in places if where == row] for row in ROWS}
    for row in rows:
        for name, table in of_table[row.table]:
            value: Any = getattr(row, name)
            for code in value if isinstance(value, tuple) else (value,):
                found.setdefault((table, code), row)
    return found


def fingerprint(row: Row) -> str:
    """Twelve letters that are the same for the same content, however its numbers are written."""
    return hashlib.sha256(repr([*row.key, *map(_plain, content(row))]).encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize() + 0:f}"  # + 0: zero has no sign
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Milestone | FundingLine | FocalPoint):
        return [_plain(getattr(value, one.name)) for one in fields(value)]
    return str(value) if isinstance(value, date) else value
