"""Money of the activities picked, currency by currency: amounts of different currencies are never added."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from math import isnan, nan
from typing import Any

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries import statements
from db.queries.activities import chosen_rows
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.filters import Filters
from monitoring.periods import Dates

KINDS = ("planned", "funded", "released", "spent")


@dataclass(frozen=True)
class DirectCash:
    """Direct cash of an activity in one currency. ``releases``: day and cents, by day; ``sources``: whose each is.

    ``reported``: cents reported of it; None where that is not known. What a partner states as spent is of all funds, so
    it speaks of direct cash only where an activity has nothing else.
    """

    currency: str
    releases: tuple[tuple[date, int], ...]
    reported: int | None
    sources: tuple[str, ...] = ()

    @property
    def released(self) -> int:
        """All that was released, in cents."""
        return sum(cents for _day, cents in self.releases)


def direct_cash(database: Database, dates: Dates, filters: Filters = Filters()) -> dict[str, DirectCash]:
    """Direct cash released for the activities picked by the reporting date, as known, by code; of one with several
    currencies that of its first release. Activities without any are left out.
    """
    current = snapshot(database, dates, filters.years)
    known = all_direct_cash(database, dates, filters.years)
    return {code: known[code][0] for code in current.columns["code"][chosen_rows(current, filters)] if code in known}


@remembered
def all_direct_cash(database: Database, dates: Dates, years: tuple[int, ...]) -> dict[str, tuple[DirectCash, ...]]:
    """Of every activity of some years, whatever the filters pick: read once for all views of the two dates.

    One entry a currency with a release, in the order of the first releases.
    """
    current = snapshot(database, dates, years)
    moved: dict[str, list[Any]] = defaultdict(list)
    with database.reading() as connection:
        for flow in connection.execute(statements.direct_cash(database, dates)):
            moved[flow.code].append(flow)
        mixed = set(connection.scalars(statements.with_other_money(database, dates)))
    columns = (current.columns[name] for name in ("code", "spent_cents", "spent_currency"))
    found = {}
    for code, spent, unit in zip(*columns, strict=True):
        currencies = dict.fromkeys(flow.currency for flow in moved.get(code, ()) if flow.kind == "released")
        if currencies:
            alone = code not in mixed and not isnan(spent)
            found[code] = tuple(
                _in_one_currency(moved[code], currency, int(spent) if alone and unit == currency else None)
                for currency in currencies
            )
    return found


def _in_one_currency(flows: list[Any], currency: str, spent: int | None) -> DirectCash:
    """The flows of an activity in a currency; ``spent`` speaks of its direct cash where nothing was reported of it."""
    released, stated = (
        [flow for flow in flows if (flow.kind, flow.currency) == (kind, currency)] for kind in statements.CASH_KINDS
    )
    return DirectCash(
        currency,
        tuple((flow.dated, flow.amount_cents) for flow in released),
        sum(flow.amount_cents for flow in stated) if stated else spent,
        tuple(flow.source for flow in released),
    )


@remembered
def money(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row a currency, by its code. Columns: currency, planned, funded, released, spent (cents; NaN: nothing known).

    Planned is what the plan in force says, funded and released what had moved by the reporting date, spent the totals
    since the start that the newest reports state.
    """
    current = snapshot(database, dates, filters.years)
    kept = chosen_rows(current, filters)
    columns = ("code", "planned_cents", "currency", "spent_cents", "spent_currency")
    frame = {name: current.columns[name][kept] for name in columns}
    picked = set(frame["code"])
    sums: dict[str, dict[str, float]] = {}

    def add(kind: str, unit: str, cents: float) -> None:
        of_unit = sums.setdefault(unit, dict.fromkeys(KINDS, nan))
        of_unit[kind] = cents if isnan(of_unit[kind]) else of_unit[kind] + cents

    for kind, column, unit in (("planned", "planned_cents", "currency"), ("spent", "spent_cents", "spent_currency")):
        for currency, cents in zip(frame[unit], frame[column], strict=True):
            if not isnan(cents):
                add(kind, currency, float(cents))
    for code, kind, currency, cents in current.flows:
        if code in picked and kind in KINDS:
            add(kind, currency, float(cents))
    found = sorted(sums)
    amounts = {kind: np.array([sums[currency][kind] for currency in found], dtype=float) for kind in KINDS}
    return pd.DataFrame({"currency": pd.Series(found, dtype=object), **amounts})
