"""Who has reported for which period, how much of it, and how late."""

from collections import Counter
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Partner, ReportingPeriod, Submission
from db.queries.activities import chosen_rows
from db.queries.in_force import not_counting
from db.queries.names import ordered_codes
from db.queries.received import received
from db.queries.remembered import remembered
from db.queries.snapshot import snapshot
from monitoring.filters import Filters
from monitoring.periods import LOCAL_ZONE, Dates
from monitoring.rows import rows_of

PERIODS = 4
COLUMNS = (
    "partner",
    "period",
    "ends",
    "closes",
    "reports_due",
    "reports_in",
    "received_on",
    "days_late",
    "illustrative",
)


@remembered
def punctuality(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row a partner and period, of the last four periods that end by the reporting date, in the order of signing.

    Columns: partner and period (codes), ends, closes (days), reports_due and reports_in (activities that the partner
    leads, of those picked), received_on (day of the first submission that counts, None for none), days_late (after the
    closing day, 0 in time, NaN for none), illustrative.
    """
    periods = received(database, dates.known_on)
    shown = rows_of(periods[[ends <= dates.as_of for ends in periods["ends"]]].tail(PERIODS))
    came = _came(database, dates)
    order = {code: place for place, code in enumerate(ordered_codes(database, "partner"))}
    rows = []
    for period in shown:
        current = snapshot(database, Dates(period["ends"], dates.known_on), ())
        kept = np.flatnonzero(chosen_rows(current, filters))
        columns = {
            name: current.columns[name][kept] for name in ("partner", "due_in_period", "in_period", "illustrative")
        }
        due = Counter(columns["partner"][columns["due_in_period"].astype(bool)])
        came_in = Counter(columns["partner"][columns["in_period"].astype(bool)])
        made_up = set(columns["partner"][columns["illustrative"].astype(bool)])
        for partner in sorted(due, key=lambda code: order[code]):
            day = came.get((partner, period["code"]))
            late = float("nan") if day is None else float(max(0, (day - period["closes"]).days))
            rows.append(
                {
                    "partner": partner,
                    "period": period["code"],
                    "ends": period["ends"],
                    "closes": period["closes"],
                    "reports_due": due[partner],
                    "reports_in": came_in[partner],
                    "received_on": day,
                    "days_late": late,
                    "illustrative": partner in made_up,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _came(database: Database, dates: Dates) -> dict[tuple[str, str], date]:
    """The day on which the first submission of a partner for a period came that counts."""
    statement = (
        select(Partner.code, ReportingPeriod.code, Submission.received_on, Submission.recorded)
        .join(Partner, Partner.id == Submission.partner_id)
        .join(ReportingPeriod, ReportingPeriod.id == Submission.period_id)
        .where(
            Submission.programme_id == database.programme_id,
            Submission.recorded <= dates.known_on,
            Submission.id.not_in(not_counting(dates)),
        )
    )
    found: dict[tuple[str, str], date] = {}
    with database.reading() as connection:
        rows: Any = connection.execute(statement).all()
    for partner, period, received_on, recorded in rows:
        day = received_on or recorded.astimezone(ZoneInfo(LOCAL_ZONE)).date()
        found[partner, period] = min(day, found.get((partner, period), day))
    return found
