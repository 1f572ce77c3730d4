"""Money of the activities picked, currency by currency: amounts of different currencies are never added."""

from dataclasses import dataclass
from datetime import date
from math import isnan, nan

import numpy as np
import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Activity, ActivityVersion, FundingFlow, FundingLine
from db.queries.activities import chosen_rows
from db.queries.in_force import newest_version, not_counting
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.filters import Filters
from monitoring.periods import Dates

KINDS = ("planned", "funded", "released", "spent")


DIRECT = "direct cash"


@dataclass(frozen=True)
class DirectCash:
    """Direct cash of an activity in one currency. ``releases``: day and cents, by day.

    ``reported``: cents reported of it; None where that is not known. What a partner states as spent is of all funds, so
    it speaks of direct cash only where an activity has nothing else.
    """

    currency: str
    releases: tuple[tuple[date, int], ...]
    reported: int | None

    @property
    def released(self) -> int:
        """All that was released, in cents."""
        return sum(cents for _day, cents in self.releases)


def direct_cash(database: Database, dates: Dates, filters: Filters = Filters()) -> dict[str, DirectCash]:
    """Direct cash released for the activities picked by the reporting date, as known, by code; of one with several
    currencies that of its first release. Activities without any are left out.
    """
    current = snapshot(database, dates, filters.years)
    kept = chosen_rows(current, filters)
    version = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    flows = (
        select(Activity.code, FundingFlow.kind, FundingFlow.dated, FundingFlow.amount_cents, FundingFlow.currency)
        .join(Activity, Activity.id == FundingFlow.activity_id)
        .where(
            Activity.programme_id == database.programme_id,
            FundingFlow.kind.in_(("released", "reported")),
            FundingFlow.modality == DIRECT,
            FundingFlow.dated <= dates.as_of,
            FundingFlow.recorded <= dates.known_on,
            FundingFlow.submission_id.not_in(not_counting(dates)),
        )
        .order_by(FundingFlow.dated, FundingFlow.id)
    )
    others = (
        select(Activity.code)
        .join(FundingLine, FundingLine.version_id == version)
        .where(Activity.programme_id == database.programme_id, FundingLine.modality != DIRECT)
    )
    with database.reading() as connection:
        moved, mixed = connection.execute(flows).all(), set(connection.scalars(others))
    columns = ("code", "spent_cents", "spent_currency")
    spent = {
        code: (cents, unit)
        for code, cents, unit in zip(*(current.columns[name][kept] for name in columns), strict=True)
    }
    found: dict[str, DirectCash] = {}
    for code in dict.fromkeys(one.code for one in moved if one.kind == "released" and one.code in spent):
        own = [one for one in moved if one.code == code]
        currency = next(one.currency for one in own if one.kind == "released")
        releases = tuple(
            (one.dated, one.amount_cents) for one in own if (one.kind, one.currency) == ("released", currency)
        )
        stated = [one.amount_cents for one in own if (one.kind, one.currency) == ("reported", currency)]
        cents, unit = spent[code]
        reported = sum(stated) if stated else None
        if not stated and code not in mixed and unit == currency and not isnan(cents):
            reported = int(cents)
        found[code] = DirectCash(currency, releases, reported)
    return found


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
