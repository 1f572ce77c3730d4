"""Who sent the report that counts for each activity."""

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.engine import Database
from db.models import Activity, ProgressReport, Submission, Workplan
from db.queries import statements
from db.queries.remembered import remembered
from monitoring.periods import Dates

COLUMNS = ("code", "as_of", "submission", "recorded", "reported_by", "post", "letter", "uploaded_by")


@remembered
def senders(database: Database, dates: Dates, years: tuple[int, ...] = ()) -> pd.DataFrame:
    """One row an activity of the workplans shown that has a report: the newest that counts, and who sent it.

    Columns: code, as_of (day of the report), submission, recorded (moment, UTC), reported_by, post, letter (its
    number), uploaded_by; words are empty where nobody said.
    """
    report = aliased(ProgressReport)
    statement = (
        select(
            Activity.code,
            report.as_of,
            Submission.id,
            Submission.recorded,
            Submission.reported_by_name,
            Submission.reported_by_post,
            Submission.letter_number,
            Submission.uploaded_by,
        )
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(report, report.id == statements.newest_report(dates))
        .join(Submission, Submission.id == report.submission_id)
        .where(Activity.programme_id == database.programme_id, statements.shown_workplans(dates, years))
        .order_by(Activity.code)
    )
    with database.reading() as connection:
        rows = connection.execute(statement).all()
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
