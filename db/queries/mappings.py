"""What the columns of partners' own spreadsheets mean, as it was saved."""

import json
from datetime import date
from typing import Literal

from sqlalchemy import select

from db.engine import Database
from db.models import ColumnMapping as Saved
from db.models import Partner
from monitoring import file_errors
from monitoring.mapping import ABOUT, ColumnMapping, Meant


def column_mappings(database: Database, partner: str | None = None) -> dict[str, ColumnMapping]:
    """The mappings by name, each as it was saved last; those of one partner, and those of none, when given."""
    statement = (
        select(Saved.name, Saved.about, Saved.columns, Partner.code)
        .outerjoin(Partner, Partner.id == Saved.partner_id)
        .where(Saved.programme_id == database.programme_id)
        .order_by(Saved.recorded, Saved.id)
    )
    found = {}
    with database.reading() as connection:
        for name, about, columns, code in connection.execute(statement):
            if partner is None or code in (None, partner):
                about_activities = about == ABOUT[0]
                kind: Literal["activities", "indicators"] = "activities" if about_activities else "indicators"
                found[name] = ColumnMapping(name, kind, _columns(columns))
    return found


def column_mapping(database: Database, name: str) -> ColumnMapping:
    """The mapping of a name. Raises UnknownMapping, naming those that are known."""
    known = column_mappings(database)
    if name not in known:
        raise file_errors.UnknownMapping(name=name, known=", ".join(known) or "–")
    return known[name]


def _columns(text: str) -> dict[str, Meant]:
    saved = json.loads(text).items()
    return {word: Meant(field, date.fromisoformat(on) if on else None) for word, (field, on) in saved}
