"""Reads kept for as long as nothing was added to the ledger: why this is safe stands in docs/decisions/0004."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import pandas as pd
from sqlalchemy import Select, func, select

from db.engine import Database
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
        key = (str(database.engine.url), database.programme_id, read.__qualname__, arguments, position(database))
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


def position(database: Database) -> tuple[Any, ...]:
    """Where the ledger stands: every write adds a row to one of these tables, so every write moves it."""
    with database.reading() as connection:
        return tuple(connection.execute(_POSITION).one())


def _newest(table: Any) -> Any:
    return select(func.max(table.id)).scalar_subquery()


def _position() -> Select[*tuple[Any, ...]]:
    newest_event = select(SubmissionEvent.moment).order_by(SubmissionEvent.id.desc()).limit(1).scalar_subquery()
    tables = (SubmissionEvent, ActivityVersion, SettingVersion, Verification)
    return select(newest_event, *(_newest(table) for table in tables))


_POSITION = _position()
