"""What partners last said of their activities in words."""

import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Activity, ProgressReport, Workplan
from db.queries.columns import columns
from db.queries.remembered import remembered
from db.queries.statements import newest_report, shown_workplans
from monitoring.periods import Dates

WORDS = ("narrative", "challenge", "evidence", "next_step")


@remembered
def narratives(database: Database, dates: Dates, years: tuple[int, ...] = ()) -> pd.DataFrame:
    """The words of the newest report that counts of each activity which has any, by code.

    Of the workplans of some years; of no years given, of those in force at the reporting date.

    Columns: code, as_of (date), narrative, challenge, evidence, next_step (text, empty for none), next_step_on (date or
    None), cause (key or None), illustrative.
    """
    plain = ("as_of", *WORDS, "next_step_on", "cause", "illustrative")
    statement = (
        select(Activity.code, *(getattr(ProgressReport, name) for name in plain))
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(ProgressReport, ProgressReport.id == newest_report(dates))
        .where(Activity.programme_id == database.programme_id, shown_workplans(dates, years))
        .order_by(Activity.code)
    )
    with database.reading() as connection:
        found = columns(connection.execute(statement), {"illustrative": bool})
    for name in WORDS:
        found[name][pd.isna(found[name])] = ""
    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in found.items()})
