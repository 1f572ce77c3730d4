"""Delivered and planned shares of many activities over time, in one pass over the reports."""

from datetime import date

import numpy as np

from monitoring.delivery_table import ONE, Array, PlanTable
from monitoring.planned import line


def planned_on(plans: PlanTable, rows: Array, days: Array) -> Array:
    """The planned share (0 to 1) of some rows of ``plans`` by the end of each day: rows × days."""
    starts, ends = plans.starts[rows], plans.ends[rows]
    # In place: of fifty thousand activities each such table is as large as all that is known of them.
    shares: Array = (days[None, :] - (starts - ONE)[:, None]).astype(np.float64)
    shares /= (ends - starts + ONE).astype(np.float64)[:, None]
    np.clip(shares, 0.0, 1.0, out=shares)
    event = plans.event[rows]
    shares[event] = days[None, :] >= ends[event][:, None]
    numbers = days.astype("datetime64[D]").astype(np.int64)
    for place, row in enumerate(rows.tolist()):
        if row in plans.milestones:
            corners = line(plans.plan(row))
            at = np.array([day for day, _ in corners], dtype="datetime64[D]").astype(np.int64)
            shares[place] = np.interp(numbers, at, [share for _, share in corners])
    return shares


def delivered_by(row: Array, as_of: Array, share: Array, weight: Array, days: Array) -> Array:
    """Σ w·delivered share by the end of each day, from reports sorted by row and then as they follow each other.

    ``row`` numbers into ``weight``. Each report adds its difference to the one before, so the last of a day counts.
    """
    if len(row) == 0:
        return np.zeros(len(days))
    first_of_row = np.concatenate([[True], row[1:] != row[:-1]])
    before = np.where(first_of_row, 0.0, np.concatenate([[0.0], share[:-1]]))
    change = (share - before) * weight[row]
    order = np.argsort(as_of, kind="stable")
    running = np.concatenate([[0.0], np.cumsum(change[order])])
    found: Array = running[np.searchsorted(as_of[order], days, side="right")]
    return found


def curve_days(first: date, last: date) -> Array:
    """The days on which a curve is drawn: the day before it starts, the last day of each month, and the last day."""
    months = np.arange(np.datetime64(first, "M"), np.datetime64(last, "M") + 1) + 1
    ends = months.astype("datetime64[D]") - ONE
    days = np.concatenate([[np.datetime64(first) - ONE], ends[ends < np.datetime64(last)], [np.datetime64(last)]])
    return np.unique(days)
