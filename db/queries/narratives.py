"""What partners last said of their activities in words."""

import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Activity, ProgressReport
from db.queries.remembered import remembered
from db.queries.statements import newest_report
from monitoring.periods import Dates

WORDS = ("narrative", "challenge", "evidence", "next_step")


@remembered
def narratives(database: Database, dates: Dates) -> pd.DataFrame:
    """The words of the newest report that counts of each activity which has any, by code.

    Columns: code, as_of (date), narrative, challenge, evidence, next_step (text, empty for none), next_step_on (date or
    None), cause (key or None), illustrative.
    """
    plain = ("as_of", *WORDS, "next_step_on", "cause", "illustrative")
    statement = (
        select(Activity.code, *(getattr(ProgressReport, name) for name in plain))
        .join(ProgressReport, ProgressReport.id == newest_report(dates))
        .where(Activity.programme_id == database.programme_id)
        .order_by(Activity.code)
    )
    with database.reading() as connection:
        rows = connection.execute(statement).all()
    found = pd.DataFrame(rows, columns=["code", *plain], dtype=object)
    return found.assign(**{name: found[name].fillna("") for name in WORDS})
