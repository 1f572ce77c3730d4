"""What the reads of a plan share: the version in force with its code, tidy values, and lists by key."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from db.queries.in_force import newest_version
from monitoring.periods import Dates


def in_force(identity: Any, version: Any, key: Any, names: Iterable[str], programme: int, dates: Dates) -> Any:
    """Key of the version in force, code, from when it holds, and columns of it."""
    newest = newest_version(version, identity.id, key, dates)
    columns = (version.id, identity.code, version.valid_from, *(getattr(version, name) for name in names))
    statement = select(*columns).select_from(identity).join(version, version.id == newest)
    return statement.where(identity.programme_id == programme)


def tidy(names: Iterable[str], values: Iterable[Any]) -> dict[str, Any]:
    """Values by name; texts without the blanks around them that no cell keeps."""
    pairs = zip(names, values, strict=True)
    return {name: value.strip() if isinstance(value, str) else value for name, value in pairs}


def grouped(pairs: Iterable[Any]) -> dict[int, list[Any]]:
    """Lists by key; of longer rows the rest."""
    found: dict[int, list[Any]] = defaultdict(list)
    for key, *rest in pairs:
        found[key].append(rest[0] if len(rest) == 1 else tuple(rest))
    return found
