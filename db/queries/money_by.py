"""Money of groups of activities, currency by currency: amounts of different currencies are never added."""

from typing import Literal

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries.activities import chosen_rows
from db.queries.funds import OF_ALL, funds
from db.queries.money_sums import Entries, summed
from db.queries.names import ordered_codes
from db.queries.progress import members
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.delivery_table import Array
from monitoring.filters import Filters
from monitoring.periods import Dates

Funding = Literal["all", "partner", "area", "goal", "source"]


@remembered
def money_by(database: Database, dates: Dates, group: Funding, filters: Filters = Filters()) -> pd.DataFrame:
    """One row a group × currency; groups in the order of the reference data, the currencies of each by their code.

    ``group`` "all" gives the totals, in which no activity counts twice. By partner an activity counts at its lead (with
    ``filters.supporting`` also at those who support it), by goal and by source at each that it is linked to.

    Columns: group, currency (empty where no currency is known); in cents, NaN for not known: planned, funded, released,
    spent (what partners state of all funds of an activity together; by source only where no activity of the source that
    states it has another source too), cash (direct cash released), cash_unknown (the part of it of which nobody knows
    what is reported), outstanding (what is not reported of the rest), the same by months since its release: up_to_3,
    to_6, to_9, over_9, and old (over 6); activities (of the group), with_amount (those planned in this currency),
    without_amount (those of the group with no planned amount in any), illustrative.
    """
    rows, codes = _members(database, dates, group, filters)
    columns = _columns(database, dates, filters.years, group == "source")
    member, entry = _joined(rows, columns["row"])
    if group == "source":
        own = columns["source"][entry] == codes[member]
        member, entry = member[own], entry[own]
    order = _present(codes, ["all"] if group == "all" else ordered_codes(database, group))
    place = {code: number for number, code in enumerate(order)}
    groups: Array = np.array([place[code] for code in codes], dtype=np.int64)
    made_up = snapshot(database, dates, filters.years).columns["illustrative"][rows]
    return summed(
        Entries(rows, groups, order, made_up, member, {name: column[entry] for name, column in columns.items()})
    )


def _joined(rows: Array, entries: Array) -> tuple[Array, Array]:
    """Every pair of a place in ``rows`` and a place in ``entries`` with the same value."""
    order = np.argsort(entries, kind="stable")
    first, last = (np.searchsorted(entries[order], rows, side=side) for side in ("left", "right"))
    each = last - first
    within = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
    return np.repeat(np.arange(len(rows)), each), order[np.repeat(first, each) + within]


def _present(codes: Array, order: list[str]) -> list[str]:
    found = set(codes)
    return [code for code in order if code in found]


def activities_in(
    database: Database, dates: Dates, group: Funding, codes: tuple[str, ...], filters: Filters = Filters()
) -> pd.DataFrame:
    """Of those picked, the activities that belong to any of some groups; the columns of ``judged_activities``."""
    rows, found = _members(database, dates, group, filters)
    wanted = set(codes)
    kept = sorted({int(row) for row, code in zip(rows, found, strict=True) if code in wanted})
    return snapshot(database, dates, filters.years).activities.iloc[kept]


def _members(database: Database, dates: Dates, group: Funding, filters: Filters) -> tuple[Array, Array]:
    """Row and group of each activity picked in each group it belongs to."""
    if group == "all":
        rows = np.flatnonzero(chosen_rows(snapshot(database, dates, filters.years), filters))
        return rows, np.full(len(rows), "all", dtype=object)
    rows, codes, _leads = members(database, dates, group, filters)
    return rows, codes


@remembered
def _columns(database: Database, dates: Dates, years: tuple[int, ...], by_source: bool) -> dict[str, Array]:
    """The columns of :func:`db.queries.funds.funds` and ``apart``."""
    table = funds(database, dates, years)
    table = _told_by_source(table) if by_source else table.assign(apart=False)
    return {str(name): table[name].to_numpy() for name in table.columns}


def _told_by_source(table: pd.DataFrame) -> pd.DataFrame:
    """What is spent stands at the source of an activity; ``apart`` where it has several, so that nobody can say."""
    of_all = (table["source"] == OF_ALL).to_numpy()
    named = table[~of_all]
    pairs = named[["row", "source"]].drop_duplicates()
    pairs["apart"] = pairs["row"].duplicated(keep=False)
    stated = table.loc[of_all, ["row", "currency", "spent"]].merge(pairs, on="row")
    return pd.concat([named.drop(columns="spent").assign(apart=False), stated], ignore_index=True)
