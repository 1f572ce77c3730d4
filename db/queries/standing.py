"""What stands in the ledger for some activities and indicators: reports, notes and observations that count, as rows."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from db.models import Activity, Indicator, Observation, Partner, ProgressReport, Region, SupportingNote
from db.queries.in_force import not_counting
from monitoring.periods import Dates
from monitoring.sent_rows import NOTE_FIELDS, OBSERVATION_FIELDS, REPORT_FIELDS, NoteRow, ObservationRow, ReportRow

GROUPS = ("sex", "age_group", "residence", "wealth", "disability")


def _counting(table: Any, on: Any, dates: Dates) -> tuple[ColumnElement[bool], ...]:
    """Which rows of a table count at the two dates; ``on``: the day that a row speaks of."""
    return on <= dates.as_of, table.recorded <= dates.known_on, table.submission_id.not_in(not_counting(dates))


def reports(connection: Connection, activities: Collection[int], dates: Dates) -> Iterator[tuple[int, ReportRow]]:
    """Key and content of the reports that count, oldest first: by date, then as they were recorded."""
    columns = [getattr(ProgressReport, name) for name in REPORT_FIELDS]
    statement = (
        select(ProgressReport.id, Activity.code, ProgressReport.as_of, ProgressReport.illustrative, *columns)
        .join(Activity, Activity.id == ProgressReport.activity_id)
        .where(ProgressReport.activity_id.in_(activities), *_counting(ProgressReport, ProgressReport.as_of, dates))
        .order_by(ProgressReport.as_of, ProgressReport.recorded, ProgressReport.id)
    )
    for number, code, as_of, illustrative, *values in connection.execute(statement):
        named: dict[str, Any] = dict(zip(REPORT_FIELDS, values, strict=True))
        yield number, ReportRow(activity=code, as_of=as_of, illustrative=illustrative, **named)


def notes(connection: Connection, activities: Collection[int], dates: Dates) -> Iterator[tuple[int, NoteRow]]:
    """Key and content of the notes of supporting partners that count, oldest first."""
    columns = [getattr(SupportingNote, name) for name in NOTE_FIELDS]
    statement = (
        select(SupportingNote.id, Activity.code, Partner.code, SupportingNote.as_of, *columns)
        .join(Activity, Activity.id == SupportingNote.activity_id)
        .join(Partner, Partner.id == SupportingNote.partner_id)
        .where(SupportingNote.activity_id.in_(activities), *_counting(SupportingNote, SupportingNote.as_of, dates))
        .order_by(SupportingNote.as_of, SupportingNote.recorded, SupportingNote.id)
    )
    for number, activity, partner, as_of, *values in connection.execute(statement):
        said = dict(zip(NOTE_FIELDS, values, strict=True))
        yield number, NoteRow(activity=activity, partner=partner, as_of=as_of, **said)


def observations(
    connection: Connection, indicators: Sequence[int], dates: Dates
) -> Iterator[tuple[int, ObservationRow]]:
    """Key and content of the observations that count, oldest first: by date, then as they were recorded."""
    columns = [getattr(Observation, name) for name in (*OBSERVATION_FIELDS, *GROUPS, "series", "illustrative")]
    statement = (
        select(Observation.id, Indicator.code, Observation.observed_on, Region.code, *columns)
        .join(Indicator, Indicator.id == Observation.indicator_id)
        .outerjoin(Region, Region.id == Observation.region_id)
        .where(Observation.indicator_id.in_(indicators), *_counting(Observation, Observation.observed_on, dates))
        .order_by(Observation.observed_on, Observation.recorded, Observation.id)
    )
    names = [column.key for column in columns]
    for number, code, observed_on, region, *values in connection.execute(statement):
        named: dict[str, Any] = dict(zip(names, values, strict=True))
        yield number, ObservationRow(indicator=code, observed_on=observed_on, region=region or "", **named)
