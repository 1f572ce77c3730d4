"""The open database. All that is peculiar to SQLite stands here: pragmas, locking, and the words of its errors."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, insert, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from db import version
from db.models import Programme
from monitoring import errors


@dataclass(frozen=True)
class Database:
    """An open database and the programme that is shown from it."""

    engine: Engine
    programme_id: int

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in one read transaction: everything read in it is of one moment."""
        with explained(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one write transaction: all of it is kept, or, on any error, nothing.

        Raises:
            DatabaseBusy, DatabaseReadOnly, DiskFull, SaveFailed: nothing was saved.
        """
        with writing(self.engine) as connection:
            yield connection


# Where the ledger stood when this run first asked: see db/queries/remembered.py. A write of the run empties it.
noted: ContextVar[dict[str, Any] | None] = ContextVar("noted", default=None)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write transaction on ``engine``; SQLite takes its lock at the start, so two savers queue and never clash."""
    with explained(), engine.execution_options(writes=True).begin() as connection:
        yield connection
    (noted.get() or {}).clear()


def make_engine(url: str, busy_seconds: float = 5.0) -> Engine:
    """An engine for ``url`` that checks foreign keys and waits ``busy_seconds`` for another writer."""
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    folder, named = Path(parsed.database or "").parent, "uri" not in parsed.query
    if named and not folder.is_dir():
        raise errors.SettingWrong(name="DATABASE_URL", detail=f"there is no folder {folder}")
    if named and _only_readable(parsed.database or ""):
        parsed = make_url(f"sqlite:///file:{quote(str(parsed.database))}?mode=ro&immutable=1&uri=true")
    engine = create_engine(parsed, connect_args={"timeout": busy_seconds, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _parsed(url: str) -> URL:
    """The parts of a database's URL. Raises SettingWrong for one that no library here can open."""
    try:
        parsed = make_url(url)
        create_engine(parsed, poolclass=NullPool)  # opens nothing yet, but needs the driver
    except (ArgumentError, ImportError, ValueError) as error:
        raise errors.SettingWrong(name="DATABASE_URL", detail=str(error).partition("\n")[0]) from error
    if parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise errors.SettingWrong(name="DATABASE_URL", detail="a database in memory would be gone with its process")
    return parsed


def _only_readable(file: str) -> bool:
    """Whether a file lies where nothing can be written. SQLite wants to write beside it even to read it, unless told.

    What was saved last may still stand in the file beside it; then it is not read as if it were all.
    """
    beside = Path(f"{file}-wal")
    merged = not beside.exists() or beside.stat().st_size == 0
    return Path(file).exists() and merged and not os.access(Path(file).parent, os.W_OK)


def open_database(url: str, programme: str, busy_seconds: float = 5.0) -> Database:
    """Open a migrated database.

    Raises:
        DatabaseMissing, DatabaseUnreadable, DatabaseOlder, DatabaseNewer: it cannot be used, and why.
    """
    parsed = _parsed(url)
    file = parsed.database
    if parsed.get_backend_name() == "sqlite" and file and not Path(file).exists():
        raise errors.DatabaseMissing(place=file)
    engine = make_engine(url, busy_seconds)
    with explained():
        version.check(engine)
        with engine.connect() as connection:
            programme_id = connection.scalar(select(Programme.id).where(Programme.code == programme))
    if programme_id is None:
        raise errors.DatabaseMissing(place=f"{file} ({programme})")
    return Database(engine, programme_id)


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by us: the driver would begin them too late
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        # A file that may not be written can still be read and shown; saving will say so.
        if "readonly" not in str(error) and "locked" not in str(error):
            raise
    cursor.execute("PRAGMA synchronous=FULL")  # what was confirmed as saved survives a power cut
    cursor.execute("PRAGMA cache_size=-16384")  # 16 MB for each connection, and more makes nothing faster
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_SQLITE_ERRORS: tuple[tuple[str, type[errors.DashboardError]], ...] = (
    ("locked", errors.DatabaseBusy),
    ("busy", errors.DatabaseBusy),
    ("readonly", errors.DatabaseReadOnly),
    ("disk is full", errors.DiskFull),
)
_UNOPENED = ("unable to open", "disk i/o error")
_UNREADABLE = ("not a database", "malformed", "encrypted")


@contextmanager
def explained() -> Iterator[None]:
    """Turn what the database driver says inside the block into our errors."""
    try:
        yield
    except DatabaseError as error:
        raise _translate(error) from error


def _translate(error: DatabaseError) -> Exception:
    said = str(error.orig)
    for words, ours in _SQLITE_ERRORS:
        if words in said.lower():
            return ours()
    if any(words in said.lower() for words in _UNOPENED):
        return errors.DatabaseUnopened(detail=said)
    if any(words in said.lower() for words in _UNREADABLE):
        return errors.DatabaseUnreadable(detail=said)
    if isinstance(error, OperationalError):
        return errors.SaveFailed(detail=said)
    return error


def bulk(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    """Insert many rows in one statement; nothing for an empty list."""
    if rows:
        connection.execute(table.__table__.insert(), rows)


def add(connection: Connection, table: Any, **values: Any) -> int:
    """Insert one row and return its key."""
    result = connection.execute(insert(table).values(**values))
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def bulk_keys(connection: Connection, table: Any, rows: list[dict[str, Any]], *names: str) -> list[int]:
    """Insert rows and return their keys in the order of the rows; the columns ``names`` tell rows apart.

    Databases return keys in any order, and asking SQLite for the order of the rows makes it insert one by one.
    """
    if not rows:
        return []
    statement = insert(table).returning(table.id, *(getattr(table, name) for name in names))
    found = {tuple(name): key for key, *name in connection.execute(statement, rows)}
    return [found[tuple(row[name] for name in names)] for row in rows]
