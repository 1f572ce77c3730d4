"""Money of each activity by source and currency, and what of its direct cash is still to be reported on, by age."""

from collections import defaultdict
from math import isnan, nan
from typing import Any

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries import money_statements
from db.queries.attached import Links
from db.queries.money import all_direct_cash
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.money import age, remaining
from monitoring.periods import Dates

AGES = ("up_to_3", "to_6", "to_9", "over_9")  # months since the release
AMOUNTS = ("planned", "funded", "released", "spent", "cash", "cash_unknown", *AGES)
OF_ALL = ""  # the source of what is stated of all funds of an activity together

Found = dict[tuple[int, str, str], dict[str, float]]


@remembered
def funds(database: Database, dates: Dates, years: tuple[int, ...] = ()) -> pd.DataFrame:
    """One row an activity × source × currency that its plan or its money names, whatever the filters pick.

    Columns: row (of the snapshot), source, currency, and in cents, NaN for not known: planned, funded, released; spent,
    stated by the partner of all funds together and so in rows whose source is empty; cash (direct cash released),
    cash_unknown (the part of it of which nobody knows what is reported), and the rest of it that is not reported, by
    months since its release: up_to_3, to_6, to_9, over_9.
    """
    current = snapshot(database, dates, years)
    row_of = {code: row for row, code in enumerate(current.columns["code"])}
    found: Found = defaultdict(lambda: dict.fromkeys(AMOUNTS, nan))
    with database.reading() as connection:
        for code, source, currency, cents in connection.execute(
            money_statements.money_of_plans(database, dates, years)
        ):
            found[row_of[code], source, currency]["planned"] = nan if cents is None else float(cents)
        for code, kind, source, currency, cents in connection.execute(
            money_statements.money_of_sources(database, dates, years)
        ):
            one = found[row_of[code], source, currency]
            if kind in one:
                one[kind] = float(cents)
    stated = (current.columns[name] for name in ("spent_cents", "spent_currency"))
    for row, (cents, currency) in enumerate(zip(*stated, strict=True)):
        if not isnan(cents):
            found[row, OF_ALL, currency]["spent"] = float(cents)
    _add_cash(found, database, dates, years, row_of)
    return _table(found)


def _add_cash(found: Found, database: Database, dates: Dates, years: tuple[int, ...], row_of: dict[str, int]) -> None:
    """Direct cash of each activity, its outstanding part release by release."""
    for code, by_currency in all_direct_cash(database, dates, years).items():
        for cash in by_currency:
            left = remaining(cash.releases, cash.reported or 0)
            for (_day, cents), (day, rest), source in zip(cash.releases, left, cash.sources, strict=True):
                one = found[row_of[code], source, cash.currency]
                _add(one, "cash", cents)
                if cash.reported is None:
                    _add(one, "cash_unknown", cents)
                else:
                    _add(one, AGES[age(day, dates.as_of)], rest)


def _add(one: dict[str, float], column: str, cents: int) -> None:
    one[column] = cents + (0 if isnan(one[column]) else one[column])


def _table(found: Found) -> pd.DataFrame:
    keys: Any = zip(*found, strict=True) if found else ((), (), ())
    rows, sources_of, currencies = (list(column) for column in keys)
    amounts = {column: np.array([one[column] for one in found.values()], dtype=float) for column in AMOUNTS}
    return pd.DataFrame(
        {
            "row": np.array(rows, dtype=np.int64),
            "source": pd.Series(sources_of, dtype=object),
            "currency": pd.Series(currencies, dtype=object),
            **amounts,
        }
    )


@remembered
def sources(database: Database, dates: Dates, years: tuple[int, ...] = ()) -> Links:
    """The sources that the plan or the money of each activity names."""
    table = funds(database, dates, years)
    known = table[(table["source"] != OF_ALL).to_numpy()][["row", "source"]].drop_duplicates()
    rows = known["row"].to_numpy()
    return Links(rows, known["source"].to_numpy(dtype=object), np.ones(len(rows), dtype=np.int64))
