"""Money of the activities picked, currency by currency: amounts of different currencies are never added."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isnan, nan

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries import money_statements
from db.queries.activities import chosen_rows
from db.queries.columns import columns
from db.queries.remembered import remembered
from db.queries.snapshot import Snapshot, snapshot
from monitoring.delivery_table import Array
from monitoring.filters import Filters
from monitoring.periods import Dates

KINDS = ("planned", "funded", "released", "spent")
STATED = ("code", "spent_cents", "spent_currency")
FLOW = ("kind", "currency", "dated", "amount_cents", "source")
Flow = tuple[str, str, date, int, str]  # as the columns of FLOW


@dataclass(frozen=True, slots=True)
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
    with database.reading() as connection:
        moved = columns(
            connection.execute(money_statements.direct_cash(database, dates, years)), {"amount_cents": np.int64}
        )
        mixed = set(connection.scalars(money_statements.with_other_money(database, dates, years)))
    stated = [current.columns[name].tolist() for name in STATED]
    row_of = {code: row for row, code in enumerate(stated[0])}
    row = np.fromiter((row_of.get(code, -1) for code in moved["code"]), dtype=np.int64, count=len(moved["code"]))
    order = np.argsort(row, kind="stable")  # those of an activity beside each other, by day as they are
    flows = [moved[name][order].tolist() for name in FLOW]
    bounds = np.searchsorted(row[order], np.arange(len(row_of) + 1)).tolist()
    found = {}
    for code, spent, unit, start, end in zip(*stated, bounds, bounds[1:], strict=False):
        own: list[Flow] = list(zip(*(column[start:end] for column in flows), strict=True))
        currencies = dict.fromkeys(currency for kind, currency, *_rest in own if kind == "released")
        if currencies:
            alone = code not in mixed and not isnan(spent)
            found[code] = tuple(
                _in_one_currency(own, currency, int(spent) if alone and unit == currency else None)
                for currency in currencies
            )
    return found


def _in_one_currency(flows: Sequence[Flow], currency: str, spent: int | None) -> DirectCash:
    """The flows of an activity in a currency; ``spent`` speaks of its direct cash where nothing was reported of it."""
    own = [flow for flow in flows if flow[1] == currency]
    released = [flow for flow in own if flow[0] == "released"]
    stated = [cents for kind, _currency, _day, cents, _source in own if kind == "reported"]
    return DirectCash(
        currency,
        tuple([(day, cents) for _kind, _currency, day, cents, _source in released]),
        sum(stated) if stated else spent,
        tuple([source for *_rest, source in released]),
    )


@remembered
def money(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row a currency, by its code. Columns: currency, planned, funded, released, spent (cents; NaN: nothing known),
    illustrative (whether an amount of an activity that is made up is in them).

    Planned is what the plan in force says, funded and released what had moved by the reporting date, spent the totals
    since the start that the newest reports state.
    """
    current = snapshot(database, dates, filters.years)
    kept, flows, found = chosen_rows(current, filters), current.flows, current.columns
    sums = {
        "planned": _by_currency(found["currency"][kept], found["planned_cents"][kept]),
        "spent": _by_currency(found["spent_currency"][kept], found["spent_cents"][kept]),
    }
    for kind in ("funded", "released"):
        own = kept[flows.row] & (flows.kind == kind)
        sums[kind] = _by_currency(flows.currency[own], flows.cents[own])
    units = sorted(set().union(*sums.values()))
    amounts = {kind: np.array([sums[kind].get(currency, nan) for currency in units], dtype=float) for kind in KINDS}
    made_up = _made_up(current, kept)
    return pd.DataFrame(
        {
            "currency": pd.Series(units, dtype=object),
            **amounts,
            "illustrative": np.array([currency in made_up for currency in units], dtype=bool),
        }
    )


def _made_up(current: Snapshot, kept: Array) -> set[str]:
    """The currencies in which something is known of an activity that is made up."""
    found, flows = current.columns, current.flows
    own = kept & found["illustrative"]
    known = {
        *found["currency"][own & ~np.isnan(found["planned_cents"])],
        *found["spent_currency"][own & ~np.isnan(found["spent_cents"])],
        *flows.currency[own[flows.row]],
    }
    return {str(currency) for currency in known}


def _by_currency(currency: Array, cents: Array) -> dict[str, float]:
    """The sum of each currency in which anything is known."""
    known = ~np.isnan(cents)
    place, currencies = pd.factorize(currency[known])
    return dict(zip(currencies, np.bincount(place, cents[known], len(currencies)).tolist(), strict=True))
