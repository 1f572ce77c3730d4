"""Money of the activities picked, currency by currency: amounts of different currencies are never added."""

from datetime import date
from math import isnan, nan

import numpy as np
import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Activity, FundingFlow
from db.queries.activities import chosen_rows
from db.queries.in_force import not_counting
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.filters import Filters
from monitoring.periods import Dates

KINDS = ("planned", "funded", "released", "spent")


def cash_releases(database: Database, dates: Dates, code: str) -> list[tuple[date, int, str]]:
    """Direct cash released for an activity by the reporting date, as known: day, cents and currency, by day."""
    statement = (
        select(FundingFlow.dated, FundingFlow.amount_cents, FundingFlow.currency)
        .join(Activity, Activity.id == FundingFlow.activity_id)
        .where(
            Activity.programme_id == database.programme_id,
            Activity.code == code,
            FundingFlow.kind == "released",
            FundingFlow.modality == "direct cash",
            FundingFlow.dated <= dates.as_of,
            FundingFlow.recorded <= dates.known_on,
            FundingFlow.submission_id.not_in(not_counting(dates)),
        )
        .order_by(FundingFlow.dated, FundingFlow.id)
    )
    with database.reading() as connection:
        return [(day, cents, currency) for day, cents, currency in connection.execute(statement)]


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
