"""Amounts added up by group and currency, without a loop over activities."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from db.queries.funds import AGES, AMOUNTS
from monitoring.delivery_table import Array
from monitoring.money import OLD_FROM


@dataclass(frozen=True)
class Entries:
    """What is to be added up.

    Attributes:
        rows, groups, made_up: one an activity and group it belongs to; ``groups`` are numbers in ``order``.
        member: for each entry of ``columns`` (those of :func:`db.queries.funds`, and apart) which of these it is of.
    """

    rows: Array
    groups: Array
    order: list[str]
    made_up: Array
    member: Array
    columns: dict[str, Array]


def summed(found: Entries) -> pd.DataFrame:
    """One row a group × currency; a group without any amount has one row, without a currency."""
    columns = found.columns
    currencies = ["", *sorted(set(columns["currency"]))]
    unit = {currency: number for number, currency in enumerate(currencies)}
    groups, size = found.groups[found.member], len(found.order) * len(currencies)
    keys = groups * len(currencies) + np.array([unit[one] for one in columns["currency"]], dtype=np.int64)
    there = np.bincount(keys, minlength=size).reshape(-1, len(currencies)) > 0
    there[:, 0] = ~there.any(axis=1)
    shown = np.flatnonzero(there)
    sums = {name: cents[shown] for name, cents in _amounts(keys, columns, size).items()}
    group = shown // len(currencies)
    planned = ~np.isnan(columns["planned"])
    rows = found.rows[found.member]
    activities = np.bincount(found.groups, minlength=len(found.order))
    known = _distinct(groups[planned], rows[planned], len(found.order))
    return pd.DataFrame(
        {
            "group": np.array(found.order, dtype=object)[group],
            "currency": np.array(currencies, dtype=object)[shown % len(currencies)],
            **sums,
            "activities": activities[group],
            "with_amount": _distinct(keys[planned], rows[planned], size)[shown],
            "without_amount": (activities - known)[group],
            "illustrative": np.bincount(found.groups, found.made_up, len(found.order))[group] > 0,
        },
        copy=False,
    )


def _amounts(keys: Array, columns: dict[str, Array], size: int) -> dict[str, Array]:
    """The sums of each key in cents, with what is outstanding in all and for long."""
    sums = {name: _sum(keys, columns[name], size) for name in AMOUNTS}
    sums["spent"][np.bincount(keys, columns["apart"], size) > 0] = np.nan
    for name, ages in (("outstanding", AGES), ("old", AGES[OLD_FROM:])):
        some = np.array([sums[age] for age in ages])
        sums[name] = np.where(np.isnan(some).all(axis=0), np.nan, np.nansum(some, axis=0))
    return sums


def _sum(keys: Array, cents: Array, size: int) -> Array:
    """The sum of each key; NaN where nothing is known."""
    known = ~np.isnan(cents)
    sums: Array = np.bincount(keys[known], cents[known], size).astype(float)
    sums[np.bincount(keys[known], minlength=size) == 0] = np.nan
    return sums


def _distinct(keys: Array, rows: Array, size: int) -> Array:
    """How many different rows each key has."""
    whole = int(rows.max(initial=0)) + 1
    counted: Array = np.bincount(np.unique(keys * whole + rows) // whole, minlength=size)
    return counted
