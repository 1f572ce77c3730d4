"""The submissions that brought the plan: who loaded what when and why, and whether it counts."""

from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import aliased

from db import models
from db.engine import Database
from monitoring import words

COLUMNS = (
    *("number", "recorded", "uploaded_by", "file_name", "file_sha256", "why", "activities", "others", "state"),
    *("counts", "illustrative"),
)
OTHERS: tuple[Any, ...] = (
    models.FrameworkVersion,
    models.GoalVersion,
    models.IndicatorVersion,
    models.PartnerVersion,
    models.RegionVersion,
    models.ReportingPeriodVersion,
    models.TargetVersion,
    models.WorkplanVersion,
)


def plan_submissions(database: Database, known_on: datetime, limit: int | None = None) -> pd.DataFrame:
    """One row a submission that brought something to the plan by ``known_on``, newest first.

    Columns: number, recorded (moment in UTC), uploaded_by, file_name and file_sha256, why (as said when it was saved),
    activities and others (how many rows of the plan it brought), state (its newest event by ``known_on``), counts,
    illustrative.
    """
    one, event = models.Submission, models.SubmissionEvent
    newest, first = aliased(event), aliased(event)
    of_it = select(newest.id).where(newest.submission_id == one.id, newest.moment <= known_on)
    newest_event = of_it.order_by(newest.moment.desc(), newest.id.desc()).limit(1).correlate_except(newest)
    said = select(first.why).where(first.submission_id == one.id).order_by(first.moment, first.id).limit(1)
    statement = (
        select(
            one.id,
            one.recorded,
            one.uploaded_by,
            one.file_name,
            one.file_sha256,
            said.correlate_except(first).scalar_subquery(),
            _brought(models.ActivityVersion, models.ActivityVersion.activity_id),
            sum((_brought(table, table.id) for table in OTHERS[1:]), _brought(OTHERS[0], OTHERS[0].id)),
            event.event,
            one.illustrative,
        )
        .join(event, event.id == newest_event.scalar_subquery())
        .where(one.programme_id == database.programme_id, one.kind == "plan")
        .where(or_(*(exists().where(table.submission_id == one.id) for table in (models.ActivityVersion, *OTHERS))))
        .order_by(one.recorded.desc(), one.id.desc())
        .limit(limit)
    )
    with database.reading() as connection:
        rows = connection.execute(statement).all()
    shown = [(*plain, state, state in words.EVENTS_THAT_COUNT, made_up) for *plain, state, made_up in rows]
    return pd.DataFrame(shown, columns=list(COLUMNS))


def _brought(table: Any, key: Any) -> Any:
    """How many rows of the plan a submission brought versions of."""
    counted = select(func.count(func.distinct(key))).where(table.submission_id == models.Submission.id)
    return counted.correlate(models.Submission).scalar_subquery()
