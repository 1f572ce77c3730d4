"""Figures in force that cannot be true together."""

import numpy as np
import pandas as pd
from sqlalchemy import BigInteger, or_, select, type_coerce

from db.engine import Database
from db.models import Activity, ActivityVersion, ProgressReport, Workplan
from db.queries import statements
from db.queries.activities import judged_activities
from db.queries.in_force import newest_version, not_counting
from db.queries.observations import observations
from db.queries.remembered import remembered
from monitoring.consistency import Contradiction, of_money, of_observations, of_reports
from monitoring.filters import Filters
from monitoring.periods import Dates
from monitoring.rows import rows_of

MONEY = ["code", "planned_cents", "funded_cents", "released_cents", "spent_cents", "currency", "spent_currency"]
HUNDRED_MILLIONTHS = 100_000_000.0


def contradictions(
    database: Database, dates: Dates, units: dict[str, str], filters: Filters = Filters()
) -> list[Contradiction]:
    """What contradicts itself among the activities picked and the observations of the indicators in ``units``."""
    found = judged_activities(database, dates, filters)
    reports = _reports(database, dates, filters.years)
    own = reports[reports["code"].isin(set(found["code"])).to_numpy(dtype=bool)]
    seen = observations(database, dates)
    shown = seen[seen["indicator"].isin(set(units)).to_numpy(dtype=bool)]
    return [*of_money(rows_of(found[MONEY])), *of_reports(rows_of(own)), *of_observations(rows_of(shown), units)]


@remembered
def _reports(database: Database, dates: Dates, years: tuple[int, ...]) -> pd.DataFrame:
    """Every report that counts, by activity and date: code, share (0 to 1), explained, reported_status."""
    version = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    statement = (
        select(
            Activity.code,
            type_coerce(statements.share(ProgressReport), BigInteger),
            or_(ProgressReport.narrative != "", ProgressReport.challenge != ""),
            ProgressReport.reported_status,
        )
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(ActivityVersion, ActivityVersion.id == version)
        .join(ProgressReport, ProgressReport.activity_id == Activity.id)
        .where(
            Activity.programme_id == database.programme_id,
            statements.shown_workplans(dates, years),
            ProgressReport.as_of <= dates.as_of,
            ProgressReport.recorded <= dates.known_on,
            ProgressReport.submission_id.not_in(not_counting(dates)),
        )
        .order_by(Activity.code, ProgressReport.as_of, ProgressReport.recorded, ProgressReport.id)
    )
    with database.reading() as connection:
        rows = connection.execute(statement).all()
    found = pd.DataFrame(rows, columns=["code", "share", "explained", "reported_status"], dtype=object)
    found["share"] = np.array(found["share"], dtype=float) / HUNDRED_MILLIONTHS
    return found
