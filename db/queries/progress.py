"""Progress of groups of activities: by partner or by priority area, in the order of the reference data."""

from typing import Literal

import numpy as np
import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Partner, PriorityArea
from db.queries.activities import judged_activities
from monitoring.delivery_table import CODE, STATUSES, JudgedTable
from monitoring.periods import Dates
from monitoring.rollup import roll_up
from monitoring.status import Delivery
from monitoring.thresholds import Thresholds


def progress_by(
    database: Database, dates: Dates, group: Literal["partner", "area"], thresholds: Thresholds = Thresholds()
) -> pd.DataFrame:
    """One row a group that has activities at the two dates; an activity counts once, at its lead partner.

    Columns: group (code), activities (all, left-out ones too), delivered, delivered_of_due, planned_at_report,
    planned_now (0 to 1, NaN for none), reports_in, reports_due, late_reports, word, reason (why there is no word),
    and one column a status with the number of activities.
    """
    activities = judged_activities(database, dates, thresholds)
    found = set(activities[group])
    codes = [code for code in _codes(database, group) if code in found]
    numbers = activities[group].map({code: number for number, code in enumerate(codes)}).to_numpy(dtype=np.int64)
    rolled = roll_up(_judged(activities), numbers, len(codes), thresholds=thresholds)
    return pd.DataFrame(
        {
            "group": pd.Series(codes, dtype=object),
            "activities": rolled.counts.sum(axis=1),
            "delivered": rolled.delivered,
            "delivered_of_due": rolled.delivered_of_due,
            "planned_at_report": rolled.planned_at_report,
            "planned_now": rolled.planned_now,
            "reports_in": rolled.reports_in,
            "reports_due": rolled.reports_due,
            "late_reports": rolled.late_reports,
            "word": pd.Series(rolled.word, dtype=object),
            "reason": pd.Series(rolled.reason, dtype=object),
            **{status.value: rolled.counts[:, CODE[status]] for status in STATUSES},
        }
    )


def _codes(database: Database, group: Literal["partner", "area"]) -> list[str]:
    table = Partner if group == "partner" else PriorityArea
    statement = select(table.code).where(table.programme_id == database.programme_id).order_by(table.position)
    with database.reading() as connection:
        return [code for (code,) in connection.execute(statement)]


def _judged(activities: pd.DataFrame) -> JudgedTable:
    """The judgements in a table of activities, as the roll-up takes them."""
    return JudgedTable(
        status=np.array([CODE[Delivery(word)] for word in activities["status"]], dtype=np.int64),
        delivered=activities["delivered"].to_numpy(),
        planned_at_report=activities["planned_at_report"].to_numpy(),
        planned_now=activities["planned_now"].to_numpy(),
        days_behind=activities["days_behind"].to_numpy(),
        days_past_end=activities["days_past_end"].to_numpy(),
        report_late=activities["report_late"].to_numpy(),
        report_due=activities["report_due"].to_numpy(),
    )
