"""Changing a limit of judgement: from a date on, with who and why. What was judged before that date stays."""

from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import Connection, insert, select

from db.engine import Database
from db.models import SettingVersion
from monitoring import errors
from monitoring.thresholds import NAMES, changed, contradiction, problem_of


def change_limit(database: Database, name: str, value: Decimal, valid_from: date, by: str, why: str) -> None:
    """Let a limit, a field of Thresholds, be ``value`` for judgements as of ``valid_from`` and later.

    Raises NameMissing, ReasonMissing, LimitUnknown, LimitOutOfRange or LimitsContradict; then nothing is written.
    """
    if not by.strip():
        raise errors.NameMissing()
    if not why.strip():
        raise errors.ReasonMissing()
    if name not in NAMES:
        raise errors.LimitUnknown(name=name, known=", ".join(NAMES))
    allowed = problem_of(name, value)
    if allowed:
        raise errors.LimitOutOfRange(name=name, value=value, least=allowed[0], most=allowed[1])
    row = {"name": name, "value": value, "valid_from": valid_from, "changed_by": by.strip(), "reason": why.strip()}
    with database.writing() as connection:
        connection.execute(
            insert(SettingVersion).values(programme_id=database.programme_id, recorded=datetime.now(UTC), **row)
        )
        _refuse_contradictions(connection, database, valid_from)


def _refuse_contradictions(connection: Connection, database: Database, since: date) -> None:
    """Raise LimitsContradict when two limits do not go together on a day on which any of them changes."""
    changes = connection.execute(
        select(SettingVersion.name, SettingVersion.value, SettingVersion.valid_from)
        .where(SettingVersion.programme_id == database.programme_id, SettingVersion.name.in_(NAMES))
        .order_by(SettingVersion.valid_from, SettingVersion.recorded, SettingVersion.id)
    ).all()
    for day in sorted({start for _name, _value, start in changes if start >= since}):
        held = changed({name: value for name, value, start in changes if start <= day})
        apart = contradiction(held)
        if apart:
            low, high = apart
            raise errors.LimitsContradict(
                low=low, high=high, day=day, low_value=getattr(held, low), high_value=getattr(held, high)
            )
