"""Amendments of the plan that came into force, or became known, between two moments."""

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, and_, select

from db.engine import Database
from db.models import Activity, ActivityVersion, Amendment, Submission
from db.queries.activities import chosen_rows
from db.queries.in_force import not_counting
from db.queries.snapshot import snapshot
from monitoring.filters import Filters
from monitoring.periods import Dates


def amended(database: Database, before: Dates, after: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row an amendment of the activities picked at ``after`` that holds there and did not at ``before``, newest
    first.

    Columns: code (of the activity), title_*, kind, signed_on, valid_from, starts and ends (of the new plan), reason,
    letter, recorded (moment, UTC), reported_by, uploaded_by, illustrative.
    """
    statement = (
        select(
            Activity.code,
            ActivityVersion.title_en,
            ActivityVersion.title_ru,
            ActivityVersion.title_tk,
            Amendment.kind,
            Amendment.signed_on,
            ActivityVersion.valid_from,
            ActivityVersion.starts,
            ActivityVersion.ends,
            Amendment.reason,
            Amendment.letter,
            ActivityVersion.recorded,
            Submission.reported_by_name.label("reported_by"),
            Submission.uploaded_by,
            Amendment.illustrative,
        )
        .select_from(ActivityVersion)
        .join(Activity, Activity.id == ActivityVersion.activity_id)
        .join(Amendment, Amendment.id == ActivityVersion.amendment_id)
        .join(Submission, Submission.id == ActivityVersion.submission_id)
        .where(Activity.programme_id == database.programme_id, _holds(after), ~_holds(before))
        .order_by(ActivityVersion.valid_from.desc(), Activity.code)
    )
    with database.reading() as connection:
        result = connection.execute(statement)
        found = pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)
    current = snapshot(database, after, filters.years)
    picked = set(current.columns["code"][chosen_rows(current, filters)])
    return found[np.array([code in picked for code in found["code"]], dtype=bool)]


def _holds(dates: Dates) -> ColumnElement[bool]:
    return and_(
        ActivityVersion.valid_from <= dates.as_of,
        ActivityVersion.recorded <= dates.known_on,
        ActivityVersion.submission_id.not_in(not_counting(dates)),
    )
