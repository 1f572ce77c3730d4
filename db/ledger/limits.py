"""Changing a limit of judgement: from a date on, with who and why. What was judged before that date stays."""

from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import insert

from db.engine import Database
from db.models import SettingVersion
from monitoring import errors
from monitoring.thresholds import NAMES, problem_of


def change_limit(database: Database, name: str, value: Decimal, valid_from: date, by: str, why: str) -> None:
    """Let a limit, a field of Thresholds, be ``value`` for judgements as of ``valid_from`` and later.

    Raises NameMissing, ReasonMissing, LimitUnknown or LimitOutOfRange; then nothing is written.
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
