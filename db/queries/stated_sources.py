"""Where rows come from, and whether they are made up, as it stands beside them."""

from typing import Any, Literal

from sqlalchemy import select

from db.engine import Database
from db.models import Activity, Indicator, Submission
from db.queries.remembered import remembered

TABLES: dict[str, tuple[Any, Any]] = {
    "activity": (Activity, Activity.code),
    "indicator": (Indicator, Indicator.code),
    "submission": (Submission, Submission.id),
}


@remembered
def stated_sources(
    database: Database, kind: Literal["activity", "indicator", "submission"]
) -> dict[Any, tuple[str, bool]]:
    """By code (by number for submissions): the source, empty where none is stated, and whether it is illustrative.

    Shared by all who ask: not to be changed.
    """
    table, identity = TABLES[kind]
    statement = select(identity, table.source, table.illustrative).where(table.programme_id == database.programme_id)
    with database.reading() as connection:
        return {key: (source, illustrative) for key, source, illustrative in connection.execute(statement)}
