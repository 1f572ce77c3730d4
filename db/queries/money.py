"""Money of the activities picked, currency by currency: amounts of different currencies are never added."""

import pandas as pd

from db.engine import Database
from db.queries.activities import chosen_rows
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.filters import Filters
from monitoring.periods import Dates

KINDS = ("planned", "funded", "released", "spent")


@remembered
def money(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row a currency, by its code. Columns: currency, planned, funded, released, spent (cents; NaN: nothing known).

    Planned is what the plan in force says, funded and released what had moved by the reporting date, spent the totals
    since the start that the newest reports state.
    """
    current = snapshot(database, dates, filters.years)
    frame = current.activities[chosen_rows(current, filters)]
    picked = set(frame["code"])
    entries: list[tuple[str, str, float]] = []
    for kind, cents, unit in (("planned", "planned_cents", "currency"), ("spent", "spent_cents", "spent_currency")):
        known = frame[frame[cents].notna()]
        entries += [(kind, *pair) for pair in zip(known[unit], known[cents], strict=True)]
    entries += [(kind, unit, cents) for code, kind, unit, cents in current.flows if code in picked]
    table = pd.DataFrame(entries, columns=["kind", "currency", "cents"])
    table = table[table["kind"].isin(KINDS)]
    wide = table.pivot_table(index="currency", columns="kind", values="cents", aggfunc="sum")
    return wide.reindex(columns=list(KINDS)).astype(float).reset_index()
