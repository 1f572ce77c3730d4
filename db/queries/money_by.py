"""Money of groups of activities, currency by currency: amounts of different currencies are never added."""

from typing import Literal

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries.activities import chosen_rows
from db.queries.funds import AGES, AMOUNTS, OF_ALL, funds
from db.queries.names import ordered_codes
from db.queries.progress import members
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.filters import Filters
from monitoring.money import OLD_FROM
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
    belonging = _members(database, dates, group, filters)
    table = funds(database, dates, filters.years)
    if group == "source":
        merged = belonging.assign(source=belonging["group"]).merge(_told_by_source(table), on=["row", "source"])
    else:
        merged = belonging.merge(table.assign(apart=False), on="row")
    found = _sums(merged)
    without = sorted(set(belonging["group"]) - set(found["group"]))
    found = pd.concat([found, pd.DataFrame({"group": without, "currency": ""}, dtype=object)], ignore_index=True)
    found = found.assign(**_counts(found, merged, belonging))
    order = ["all"] if group == "all" else ordered_codes(database, group)
    place = {code: number for number, code in enumerate(order)}
    ranked = found.assign(place=found["group"].map(place)).sort_values(["place", "currency"], ignore_index=True)
    return ranked.drop(columns="place")


def activities_in(
    database: Database, dates: Dates, group: Funding, codes: tuple[str, ...], filters: Filters = Filters()
) -> pd.DataFrame:
    """Of those picked, the activities that belong to any of some groups; the columns of ``judged_activities``."""
    belonging = _members(database, dates, group, filters)
    rows = sorted(set(belonging["row"][belonging["group"].isin(codes).to_numpy(dtype=bool)]))
    return snapshot(database, dates, filters.years).activities.iloc[rows]


def _members(database: Database, dates: Dates, group: Funding, filters: Filters) -> pd.DataFrame:
    """Row and group of each activity picked in each group it belongs to, and whether it is made up."""
    current = snapshot(database, dates, filters.years)
    if group == "all":
        rows = np.flatnonzero(chosen_rows(current, filters))
        codes = np.full(len(rows), "all", dtype=object)
    else:
        rows, codes, _leads = members(database, dates, group, filters)
    made_up = current.columns["illustrative"][rows]
    return pd.DataFrame({"row": rows, "group": pd.Series(codes, dtype=object), "made_up": made_up})


def _told_by_source(table: pd.DataFrame) -> pd.DataFrame:
    """What is spent stands at the source of an activity; ``apart`` where it has several, so that nobody can say."""
    of_all = (table["source"] == OF_ALL).to_numpy()
    named = table[~of_all]
    pairs = named[["row", "source"]].drop_duplicates()
    pairs["apart"] = pairs["row"].duplicated(keep=False)
    stated = table.loc[of_all, ["row", "currency", "spent"]].merge(pairs, on="row")
    return pd.concat([named.drop(columns="spent").assign(apart=False), stated], ignore_index=True)


def _sums(merged: pd.DataFrame) -> pd.DataFrame:
    grouped = merged.groupby(["group", "currency"])
    found = grouped[list(AMOUNTS)].sum(min_count=1).astype(float)
    found["spent"] = found["spent"].where(~grouped["apart"].any())
    found["outstanding"] = found[list(AGES)].sum(axis=1, min_count=1)
    found["old"] = found[list(AGES[OLD_FROM:])].sum(axis=1, min_count=1)
    return found.reset_index()


def _counts(found: pd.DataFrame, merged: pd.DataFrame, belonging: pd.DataFrame) -> dict[str, pd.Series]:
    """Activities of each group, with and without a planned amount, and whether any of them is made up."""
    planned = merged[merged["planned"].notna().to_numpy()]
    amount = planned.groupby(["group", "currency"])["row"].nunique()
    keys = pd.MultiIndex.from_frame(found[["group", "currency"]])
    activities = found["group"].map(belonging.groupby("group")["row"].nunique()).astype(int)
    known = found["group"].map(planned.groupby("group")["row"].nunique()).fillna(0).astype(int)
    return {
        "activities": activities,
        "with_amount": pd.Series(amount.reindex(keys).fillna(0).to_numpy(dtype=np.int64)),
        "without_amount": activities - known,
        "illustrative": found["group"].map(belonging.groupby("group")["made_up"].any()).astype(bool),
    }
