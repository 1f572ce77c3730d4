"""Reads kept for as long as nothing was added to the ledger: why this is safe stands in docs/decisions/0004."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Select, func, select

from db.engine import Database
from db.models import ActivityVersion, SettingVersion, SubmissionEvent, Verification
from db.queries.snapshot import Snapshot, read
from monitoring.periods import Dates
from monitoring.thresholds import Thresholds

KEPT = 64
P = ParamSpec("P")
T = TypeVar("T")
_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()


def remembered(database: Database, read: Callable[Concatenate[Database, P], T], *given: P.args, **_: P.kwargs) -> T:
    """What ``read(database, *given)`` returns, read anew only after something was added to the ledger.

    The answer is shared by all readers and must not be changed.
    """
    key = (str(database.engine.url), database.programme_id, read.__qualname__, given, position(database))
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]  # type: ignore[no-any-return]
    fresh = read(database, *given)  # type: ignore[call-arg]
    with _lock:
        _kept[key] = fresh
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return fresh


def snapshot(
    database: Database, dates: Dates, years: tuple[int, ...] = (), thresholds: Thresholds = Thresholds()
) -> Snapshot:
    """The activities at the two dates, judged. Not to be changed."""
    return remembered(database, read, dates, years, thresholds)


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
