"""Reads kept for as long as nothing was added to the ledger: why this is safe stands in docs/decisions/0004."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import pandas as pd
from sqlalchemy import Select, func, select

from db.engine import Database, noted
from db.models import ActivityVersion, SettingVersion, SubmissionEvent, Verification

KEPT = 512
P = ParamSpec("P")
T = TypeVar("T")
_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()


def remembered(read: Callable[Concatenate[Database, P], T]) -> Callable[Concatenate[Database, P], T]:
    """Let ``read(database, …)`` run anew only after something was added to the ledger. Its arguments must be hashable.

    A table is handed out as a shallow copy: pandas copies on write, so nobody can change what others see.
    """

    @wraps(read)
    def asked(database: Database, *given: P.args, **named: P.kwargs) -> T:
        arguments = (given, tuple(sorted(named.items())))
        key = (str(database.engine.url), database.programme_id, read, arguments, position(database))
        with _lock:
            found = _kept.get(key)
            if found is not None:
                _kept.move_to_end(key)
        if found is None:
            found = read(database, *given, **named)
            with _lock:
                _kept[key] = found
                while len(_kept) > KEPT:
                    _kept.popitem(last=False)
        return cast(T, found.copy(deep=False) if isinstance(found, pd.DataFrame) else found)

    return asked  # type: ignore[return-value]


@contextmanager
def one_moment() -> Iterator[None]:
    """Ask where the ledger stands once for all reads inside: a page shows one moment, and asks forty times less."""
    token = noted.set({})
    try:
        yield
    finally:
        noted.reset(token)


def position(database: Database) -> tuple[Any, ...]:
    """Where the ledger stands: every write adds a row to one of these tables, so every write moves it."""
    known, place = noted.get(), str(database.engine.url)
    if known is not None and place in known:
        return cast(tuple[Any, ...], known[place])
    with database.reading() as connection:
        found = tuple(connection.execute(_POSITION).one())
    if known is not None:
        known[place] = found
    return found


def _newest(table: Any) -> Any:
    return select(func.max(table.id)).scalar_subquery()


def _position() -> Select[*tuple[Any, ...]]:
    newest_event = select(SubmissionEvent.moment).order_by(SubmissionEvent.id.desc()).limit(1).scalar_subquery()
    tables = (SubmissionEvent, ActivityVersion, SettingVersion, Verification)
    return select(newest_event, *(_newest(table) for table in tables))


_POSITION = _position()
