"""Alembic's entry: run the migrations on the connection that db.migrate hands over."""

from typing import Any, Literal

from alembic import context

from db.models import Base
from db.models.base import Micro, Moment


def _plain_type(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """Write our types into a new migration as the plain types below them: a migration must not change with our code."""
    if kind == "type" and isinstance(item, Micro):
        return "sa.BigInteger()"
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite cannot alter a table in place
    render_item=_plain_type,
)
context.run_migrations()
