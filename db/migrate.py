"""Migrations from code: bring a database up, and compare it with the models."""

from collections.abc import Iterable
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from db import version
from db.engine import explained, writing
from db.models import Base


def config() -> Config:
    """Where alembic finds the migrations."""
    found = Config()
    found.set_main_option("script_location", str(version.SCRIPTS))
    return found


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest version, in one transaction.

    Raises:
        DatabaseNewer: it was written by a newer version; nothing is changed.
        DatabaseUnreadable, DatabaseBusy, DatabaseReadOnly, DiskFull: nothing is changed.
    """
    with explained():
        before = version.standing(engine)
        if before is not None:
            version.check_known(before)
    with writing(engine) as connection:
        chosen = config()
        chosen.attributes["connection"] = connection
        command.upgrade(chosen, "head")


def drift(engine: Engine) -> Iterable[Any]:
    """Differences between the database and the models; empty when the migrations are complete."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))
