"""Migrations from code: bring a database up, tell its version, and compare it with the models."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from db.engine import explained, writing
from db.models import Base
from monitoring import errors

SCRIPTS = Path(__file__).resolve().parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return config


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest version, in one transaction.

    Raises:
        DatabaseNewer: it was written by a newer version; nothing is changed.
        DatabaseUnreadable, DatabaseBusy, DatabaseReadOnly, DiskFull: nothing is changed.
    """
    with explained():
        if version(engine) is not None:
            _check_known(version(engine))
    with writing(engine) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def version(engine: Engine) -> str | None:
    """The revision that the database stands at; None for one that was never migrated."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def check_version(engine: Engine) -> None:
    """Raise DatabaseNewer or DatabaseOlder unless the database stands at the newest revision."""
    current = version(engine)
    if current is None:
        raise errors.DatabaseOlder()
    _check_known(current)
    if current != ScriptDirectory.from_config(_config()).get_current_head():
        raise errors.DatabaseOlder()


def _check_known(revision: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision not in known:
        raise errors.DatabaseNewer()


def drift(engine: Engine) -> Iterable[Any]:
    """Differences between the database and the models; empty when the migrations are complete."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))
