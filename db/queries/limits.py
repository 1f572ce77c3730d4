"""The limits of judgement as they held at the two dates: the defaults of the method, and what was changed since."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import SettingVersion
from db.queries.remembered import remembered
from monitoring.periods import Dates
from monitoring.thresholds import NAMES, Thresholds, changed

CLOSING = "closing_days"
CHANGES = ["name", "value", "valid_from", "recorded", "changed_by", "reason"]


@remembered
def limits(database: Database, dates: Dates) -> Thresholds:
    """The limits in force on the as-of day, as far as they were known on the other day."""
    found = limit_changes(database, dates)
    values: dict[str, Decimal] = {}
    for name, value, valid_from in zip(found["name"], found["value"], found["valid_from"], strict=True):
        if valid_from <= dates.as_of and name in NAMES:
            values[name] = value
    return changed(values)


@remembered
def closing_days(database: Database, known_on: datetime) -> list[tuple[date, int]]:
    """The changes of the days after which a period closes, as known: from which day on, and how many."""
    found = limit_changes(database, Dates(date.max, known_on))
    own = found[(found["name"] == CLOSING).to_numpy(dtype=bool)]
    return [(start, int(days)) for start, days in zip(own["valid_from"], own["value"], strict=True)]


def closes(ends: date, closing_day: date, changes: Sequence[tuple[date, int]]) -> date:
    """When a period closes: on the day the data names, or as many days after its end as the limit says that was in
    force on its last day.
    """
    days = next((days for start, days in reversed(changes) if start <= ends), None)
    return closing_day if days is None else ends + timedelta(days=days)


def limit_changes(database: Database, dates: Dates) -> pd.DataFrame:
    """One row a change that was known, in the order in which they come into force, the later one deciding.

    Columns: name (a field of Thresholds), value (Decimal), valid_from, recorded, changed_by, reason.
    """
    columns = [getattr(SettingVersion, name) for name in CHANGES]
    statement = (
        select(*columns)
        .where(SettingVersion.programme_id == database.programme_id, SettingVersion.recorded <= dates.known_on)
        .order_by(SettingVersion.valid_from, SettingVersion.recorded, SettingVersion.id)
    )
    with database.reading() as connection:
        rows = [tuple(row) for row in connection.execute(statement)]
    return pd.DataFrame(rows, columns=CHANGES).astype(object)
