"""Which migration the database stands at, told without the library that migrates: each start asks, few migrate."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Select, column, inspect, select, table

from monitoring import errors

SCRIPTS = Path(__file__).resolve().parent / "migrations"
_STANDING: Select[Any] = select(column("version_num")).select_from(table("alembic_version"))


@lru_cache(maxsize=1)
def known() -> tuple[str, ...]:
    """The revisions of this version of the program, oldest first: the numbers its migrations' files begin with."""
    return tuple(sorted(file.name.partition("_")[0] for file in (SCRIPTS / "versions").glob("[0-9]*_*.py")))


def standing(engine: Engine) -> str | None:
    """The revision that the database stands at; None for one that was never migrated."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(_STANDING)
    return found


def check(engine: Engine) -> None:
    """Raise DatabaseNewer or DatabaseOlder unless the database stands at the newest revision."""
    current = standing(engine)
    if current is None or current in known()[:-1]:
        raise errors.DatabaseOlder()
    check_known(current)


def check_known(revision: str) -> None:
    """Raise DatabaseNewer for a revision that this version of the program does not have."""
    if revision not in known():
        raise errors.DatabaseNewer()
