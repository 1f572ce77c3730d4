"""Results as columns instead of rows: fifty thousand activities as Python's objects take a third of a gigabyte."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

import numpy as np
from sqlalchemy import CursorResult

from monitoring.delivery_table import Array

AT_ONCE = 250  # rows: Python looks for garbage after 700 new objects, which takes longer than reading does
REPEATED = 5000  # different texts of a column: where there are more, they are titles or codes, and few occur twice
DAYS = "datetime64[D]"  # from dates, or from their texts; NaT for none


def columns(result: CursorResult[Any], kinds: Mapping[str, Any]) -> dict[str, Array]:
    """Each column of a result by its name, as an array of its kind in ``kinds``, of objects where none is named.

    Equal objects are one, so a column of a few words takes no more than one of numbers. NULL is NaN among numbers, NaT
    among days and None among objects. Objects must be hashable.
    """
    names = list(result.keys())
    found: dict[str, list[Any]] = {name: [] for name in names}
    once: dict[str, dict[Any, Any]] = {name: {} for name in names}
    for rows in result.partitions(AT_ONCE):
        for name, values in zip(names, zip(*rows, strict=True), strict=True):
            if name in kinds:
                found[name].append(np.array(values, dtype=kinds[name]))
            else:
                known = once[name]
                found[name].extend(map(known.setdefault if len(known) < REPEATED else known.get, values, values))
    return {name: _array(found.pop(name), kinds.get(name)) for name in names}


def whole_numbers(result: CursorResult[Any]) -> Array:
    """A result of whole numbers, none of them NULL: columns × rows."""
    width = len(result.keys())
    return np.fromiter(chain.from_iterable(result), dtype=np.int64).reshape(-1, width).T


def places(keys: Array, wanted: Array) -> Array:
    """Where each of ``wanted`` stands among ``keys``, of which no two are equal; -1 where it does not."""
    if len(keys) == 0:
        return np.full(len(wanted), -1, dtype=np.int64)
    order = np.argsort(keys, kind="stable")
    found = order[np.minimum(np.searchsorted(keys, wanted, sorter=order), len(keys) - 1)]
    return np.where(keys[found] == wanted, found, -1)


def _array(values: list[Any], kind: Any) -> Array:
    if kind is not None:
        return np.concatenate([np.zeros(0, dtype=kind), *values])
    array: Array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
