"""Delivered and planned over time: one read of the reports, however many months are drawn."""

from datetime import date

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries import statements
from db.queries.activities import chosen_rows
from db.queries.columns import DAYS, columns
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.delivery_table import Array
from monitoring.filters import Filters
from monitoring.over_time import curve_days, delivered_by, planned_on
from monitoring.periods import Dates


@remembered
def over_time(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """The course of everything picked, over the years of its workplans. Empty where nothing was picked.

    Columns: day; planned (as amended) and first_planned (as first signed), to the end of the years; delivered and
    silent (what the plan asked of activities that had sent no report by then), NaN after the reporting date. Shares of
    the whole weight, 0 to 1.
    """
    current = snapshot(database, dates, filters.years)
    rows = np.flatnonzero(chosen_rows(current, filters) & (current.plans.state < 0))
    weight = _weight(current.activities, rows, filters)
    if weight.sum() == 0:
        return pd.DataFrame(columns=["day", "planned", "first_planned", "delivered", "silent"])
    years = filters.years or (dates.as_of.year,)
    as_of = np.datetime64(dates.as_of)
    days = np.union1d(curve_days(date(min(years), 1, 1), date(max(years), 12, 31)), [as_of])
    days = days[days <= np.datetime64(date(max(years), 12, 31))]
    row, reported_on, share = _reports(database, dates, filters.years)
    place: Array = np.full(len(current.activities), -1)
    place[rows] = np.arange(len(rows))
    picked = place[row] >= 0
    row, reported_on, share = place[row[picked]], reported_on[picked], share[picked]
    first_report: Array = np.full(len(rows), np.datetime64("9999-12-31"))
    np.minimum.at(first_report, row, reported_on)
    planned = planned_on(current.plans, rows, days)
    silent = weight @ np.where(first_report[:, None] > days[None, :], planned, 0.0)
    whole, over = weight.sum(), days > as_of
    return pd.DataFrame(
        {
            "day": days,
            "planned": weight @ planned / whole,
            "first_planned": weight @ planned_on(current.first_plans, rows, days) / whole,
            "delivered": np.where(over, np.nan, delivered_by(row, reported_on, share, weight, days) / whole),
            "silent": np.where(over, np.nan, silent / whole),
        }
    )


def _weight(frame: pd.DataFrame, rows: Array, filters: Filters) -> Array:
    if filters.weight == "equal":
        return np.ones(len(rows))
    budget: Array = np.nan_to_num(frame["planned_cents"].to_numpy()[rows], nan=0.0)
    return budget


@remembered
def _reports(database: Database, dates: Dates, years: tuple[int, ...]) -> tuple[Array, Array, Array]:
    """Row in the snapshot, day and share (0 to 1) of every counted report with a number."""
    codes = snapshot(database, dates, years).columns["code"]
    row_of = {code: row for row, code in enumerate(codes)}
    with database.reading() as connection:
        found = columns(connection.execute(statements.reports(database, dates, years)), {"as_of": DAYS, "share": float})
    rows = np.fromiter((row_of[code] for code in found["code"]), dtype=np.int64, count=len(found["code"]))
    return rows, found["as_of"], found["share"] / 100_000_000.0
