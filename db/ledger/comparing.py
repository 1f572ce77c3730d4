"""A checked workbook beside what counts in the ledger now: the keys it names, and what each row would change."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, select

from db.engine import Database
from db.models import (
    Indicator,
    Observation,
    Partner,
    ProgressReport,
    Region,
    ReportingPeriod,
    Submission,
    SupportingNote,
)
from db.queries import standing
from db.queries.planned_activities import plan_of, supported_by
from monitoring import errors
from monitoring.form import CLOSED
from monitoring.periods import Dates
from monitoring.sent_rows import ObservationRow, ReportRow, Row, beside, key, touched
from monitoring.upload import Between, Checked, Preview, PreviewRow, State

SHOWN_AT_MOST = 5
REPORT = "report"  # as keys of rows say it


@dataclass(frozen=True)
class Keys:
    """The keys of what an upload names by code, and the last day of its period. ``partner``: None for no single one.

    ``activities``: those it reports on; ``supported``: those it may add notes to.
    """

    partner: int | None
    period: int
    ends: date
    activities: dict[str, int]
    supported: dict[str, int]
    versions: dict[str, int]
    indicators: dict[str, int]
    regions: dict[str, int]

    @classmethod
    def of(cls, connection: Connection, database: Database, checked: Checked) -> "Keys":
        """Look them up as of now. Raises UnknownPartner or UnknownPeriod."""
        programme = database.programme_id
        partners = _codes(connection, Partner, programme)
        if checked.partner and checked.partner not in partners:
            raise errors.UnknownPartner(code=checked.partner, known=", ".join(partners))
        statement = select(
            ReportingPeriod.code, ReportingPeriod.id, ReportingPeriod.starts, ReportingPeriod.ends
        ).where(ReportingPeriod.programme_id == programme)
        periods = {code: (number, starts, ends) for code, number, starts, ends in connection.execute(statement)}
        if checked.period not in periods:
            raise errors.UnknownPeriod(code=checked.period, known=", ".join(periods))
        period, starts, ends = periods[checked.period]
        plan = plan_of(connection, database, starts, Dates(ends, datetime.now(UTC)))
        open_ones = [one for one in plan if one.state not in CLOSED]
        led = [one for one in open_ones if one.lead == checked.partner]
        supported = supported_by(connection, open_ones, checked.partner) if checked.notes else []
        return cls(
            partner=partners[checked.partner] if checked.partner else None,
            period=period,
            ends=ends,
            activities={one.code: one.id for one in led},
            supported={one.code: one.id for one in supported},
            versions={one.code: one.version for one in (*led, *supported)},
            indicators=_codes(connection, Indicator, programme),
            regions=_codes(connection, Region, programme),
        )


def _codes(connection: Connection, table: Any, programme: int) -> dict[str, int]:
    statement = select(table.code, table.id).where(table.programme_id == programme).order_by(table.position)
    return {code: number for code, number in connection.execute(statement)}


def compare(connection: Connection, keys: Keys, checked: Checked) -> Preview:
    """Each row beside what counts now; the basis is what that comparison, and the checks before it, rested on.

    Raises PlanChanged when an activity is no longer the partner's to report on.
    """
    gone = {row.activity for row in checked.reports if row.activity not in keys.activities}
    gone |= {row.activity for row in checked.notes if row.activity not in keys.supported}
    if gone:
        raise errors.PlanChanged(codes=listed(gone))
    counts, newest = _counting(connection, keys, checked)
    since = _since(connection, keys, checked)
    reported = {code: since[REPORT, number] for code, (number, _) in newest.items() if (REPORT, number) in since}
    untouched = _as_the_form_said(connection, keys, checked, reported)
    rows, basis = [], {}
    for row in checked.rows:
        about = key(row)
        number, was = counts.get(about, (None, None))
        activity = "" if isinstance(row, ObservationRow) else row.activity
        if isinstance(row, ReportRow) and activity in reported:
            former = untouched.get(activity, ())
            rows.append(_report_since(row, was, newest[activity][1], former, reported[activity]))
        else:
            rows.append(_in_preview(beside(row, was), was, since.get((about[0], number or 0))))
        rests_on = (keys.versions[activity], newest[activity][0] if activity in newest else None) if activity else ()
        basis[about] = (number, *rests_on)
    return Preview(checked, tuple(rows), basis)


def _report_since(
    row: ReportRow, was: Row | None, newest: ReportRow, former: Sequence[ReportRow], between: Between
) -> PreviewRow:
    """A report on an activity of which somebody reported since the form was made; ``former``: what counted then."""
    becomes = beside(row, was)
    if becomes in former:
        return PreviewRow(State.SAME, becomes, was or newest)
    form_said = [one for one in former if one.as_of == row.as_of]
    if isinstance(was, ReportRow) and form_said:
        becomes = touched(becomes, form_said[-1], was)
    return _in_preview(becomes, was or newest, between)


def _in_preview(becomes: Row, was: Row | None, between: Between | None) -> PreviewRow:
    if becomes == was:
        return PreviewRow(State.SAME, becomes, was)
    if between is not None:
        return PreviewRow(State.CONFLICT, becomes, was, between)
    return PreviewRow(State.NEW if was is None else State.CHANGED, becomes, was)


Counting = dict[tuple[str, ...], tuple[int, Row]]
Newest = dict[str, tuple[int, ReportRow]]


def _counting(connection: Connection, keys: Keys, checked: Checked) -> tuple[Counting, Newest]:
    """What counts now by key, and the newest report of each activity, with its number."""
    counts: Counting = {}
    newest: Newest = {}
    now = datetime.now(UTC)
    if checked.reports:
        activities = {keys.activities[row.activity] for row in checked.reports}
        latest = max(keys.ends, *(row.as_of for row in checked.reports))
        for number, report in standing.reports(connection, activities, Dates(latest, now)):
            counts[key(report)] = (number, report)
            newest[report.activity] = (number, report)
    if checked.notes:
        supported = {keys.supported[row.activity] for row in checked.notes}
        latest = max(keys.ends, *(row.as_of for row in checked.notes))
        for number, note in standing.notes(connection, supported, Dates(latest, now)):
            counts[key(note)] = (number, note)
    if checked.observations:
        indicators = sorted({keys.indicators[row.indicator] for row in checked.observations})
        last_day = max(row.observed_on for row in checked.observations)
        for number, observation in standing.observations(connection, indicators, Dates(last_day, now)):
            counts[key(observation)] = (number, observation)
    return counts, newest


def _since(connection: Connection, keys: Keys, checked: Checked) -> dict[tuple[str, int], Between]:
    """Who recorded what after the form was made: by kind of row, as keys of rows say it, and its number."""
    if checked.made_on is None:
        return {}
    activities = {keys.activities[row.activity] for row in checked.reports}
    supported = {keys.supported[row.activity] for row in checked.notes}
    indicators = {keys.indicators[row.indicator] for row in checked.observations}
    looked_at: tuple[tuple[str, Any, Any, set[int]], ...] = (
        (REPORT, ProgressReport, ProgressReport.activity_id, activities),
        ("note", SupportingNote, SupportingNote.activity_id, supported),
        ("observation", Observation, Observation.indicator_id, indicators),
    )
    found = {}
    for kind, table, about, parents in looked_at:
        statement = (
            select(table.id, table.recorded, Submission.reported_by_name, Submission.uploaded_by)
            .join(Submission, Submission.id == table.submission_id)
            .where(about.in_(parents), table.recorded > checked.made_on)
        )
        for number, moment, name, by in connection.execute(statement) if parents else ():
            found[kind, number] = Between(name or by, moment)
    return found


def _as_the_form_said(
    connection: Connection, keys: Keys, checked: Checked, since: Collection[str]
) -> dict[str, list[ReportRow]]:
    """What the form itself said of the activities reported on since: who sends it back as it was says nothing new."""
    if not since or checked.made_on is None:
        return {}
    said: dict[str, list[ReportRow]] = {code: [] for code in since}
    dates = Dates(keys.ends, checked.made_on)
    for _, report in standing.reports(connection, {keys.activities[code] for code in since}, dates):
        said[report.activity].append(report)
    return said


def listed(codes: Iterable[str]) -> str:
    """Some codes as words; of many only the first."""
    ordered = sorted(codes)
    return ", ".join(ordered[:SHOWN_AT_MOST]) + (" …" if len(ordered) > SHOWN_AT_MOST else "")
