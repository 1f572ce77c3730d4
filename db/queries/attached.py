"""What hangs on the activities of a snapshot: goals, regions, supporters, markers, milestones and money."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from db.engine import Database
from db.queries import money_statements, statements
from db.queries.columns import columns, places, whole_numbers
from monitoring.delivery_table import Array
from monitoring.periods import Dates

MICRO_PERCENT = 100_000_000.0
NO_VERSIONS = (0, -1)


@dataclass(frozen=True)
class Links:
    """What hangs on activities, one entry a link: the row of the activity, the code, and a marker's level."""

    row: Array
    code: Array
    level: Array


@dataclass(frozen=True)
class Flows:
    """What moved by the reporting date, one entry an activity × kind × currency: its row, and cents."""

    row: Array
    kind: Array
    currency: Array
    cents: Array


def links(connection: Connection, kind: str, versions: Array) -> Links:
    """The links of a kind of :data:`db.queries.statements.LINKS`; ``versions``: that of each row."""
    version, key, level = whole_numbers(connection.execute(statements.links(kind, span(versions))))
    row = places(versions, version)
    kept = row >= 0
    known = columns(connection.execute(statements.codes(kind)), {"id": np.int64})
    code = known["code"][places(known["id"], key[kept])]
    return Links(row[kept], code, level[kept])


def milestones(connection: Connection, versions: Array) -> dict[int, tuple[tuple[date, float], ...]]:
    """Day and share (0 to 1) of the milestones of each version that has any."""
    found: dict[int, list[tuple[date, float]]] = defaultdict(list)
    for version, due_on, share in connection.execute(statements.milestones(span(versions))):
        found[version].append((due_on, share / MICRO_PERCENT))
    return {version: tuple(own) for version, own in found.items()}


def planned_money(connection: Connection, versions: Array) -> tuple[Array, Array]:
    """Planned cents and their currency of each row; NaN where no amount is known, or where currencies differ."""
    cents, currency = np.full(len(versions), np.nan), np.full(len(versions), "", dtype=object)
    found = columns(
        connection.execute(money_statements.planned_money(span(versions))), {"version_id": np.int64, "cents": float}
    )
    places_of = places(versions, found["version_id"])
    kept = places_of >= 0
    row, unit = places_of[kept], found["currency"][kept]
    cents[row], currency[row] = found["cents"][kept], unit
    several = np.bincount(row, minlength=len(versions)) > 1
    cents[several], currency[several] = np.nan, ""
    for place in np.flatnonzero(several[row]):
        currency[row[place]] = f"{currency[row[place]]} {unit[place]}".strip()
    return cents, currency


def flows(connection: Connection, database: Database, dates: Dates, years: tuple[int, ...], codes: Array) -> Flows:
    """What moved for the activities of a snapshot; ``codes``: that of each row."""
    found = columns(connection.execute(money_statements.moved_money(database, dates, years)), {"cents": float})
    row_of = {code: row for row, code in enumerate(codes)}
    row = np.fromiter((row_of.get(code, -1) for code in found["code"]), dtype=np.int64, count=len(found["code"]))
    kept = row >= 0
    return Flows(row[kept], found["kind"][kept], found["currency"][kept], found["cents"][kept])


def moved(found: Flows, kind: str, currency: Array) -> Array:
    """Cents of a kind in each activity's own currency; NaN where nothing moved."""
    cents = np.full(len(currency), np.nan)
    own = (found.kind == kind) & (found.currency == currency[found.row])
    cents[found.row[own]] = found.cents[own]
    return cents


def span(versions: Array) -> tuple[int, int]:
    """The smallest and the largest of some numbers of versions."""
    return (int(versions.min()), int(versions.max())) if len(versions) else NO_VERSIONS
