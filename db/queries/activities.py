"""Activities as planned and reported at the two dates, judged."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import BigInteger, Connection, Select, case, cast, select, type_coerce
from sqlalchemy.orm import aliased

from db.engine import Database
from db.models import Activity, ActivityVersion, Milestone, Partner, PriorityArea, ProgressReport, Workplan
from db.queries.in_force import newest_version, not_counting
from db.queries.periods import reporting_periods
from monitoring.delivery_table import CODE, Array, PlanTable, judge_all
from monitoring.periods import Dates
from monitoring.thresholds import Thresholds

MICRO_PERCENT = 100_000_000.0
STATES = {"active": -1, **{status.value: code for status, code in CODE.items()}}


def judged_activities(database: Database, dates: Dates, thresholds: Thresholds = Thresholds()) -> pd.DataFrame:
    """One row an activity of the workplans in force at ``dates.as_of``, as known on ``dates.known_on``.

    Columns: code, title_en, title_ru, title_tk, partner (lead), area, starts, ends (datetime64[s]), reported_on
    (NaT without a report), delivered, planned_at_report, planned_now (0 to 1, NaN for none), days_behind (-1 without
    a report), days_past_end, status (a word of Delivery), report_late, report_due, illustrative.
    """
    with database.reading() as connection:
        rows = connection.execute(_statement(database, dates)).all()
        milestones = _milestones(connection, [row.version for row in rows])
    columns = dict(zip(_COLUMNS, zip(*rows, strict=True) if rows else [()] * len(_COLUMNS), strict=True))
    plans = PlanTable(
        starts=_days(columns["starts"]),
        ends=_days(columns["ends"]),
        event=np.array([measured == "event" for measured in columns["measured_by"]], dtype=bool),
        quarter_precision=np.array([precision == "quarter" for precision in columns["precision"]], dtype=bool),
        state=np.array([STATES[state] for state in columns["state"]], dtype=np.int64),
        signed_on=_days(columns["signed_on"]),
        milestones={row: milestones[key] for row, key in enumerate(columns["version"]) if key in milestones},
    )
    reported_on = _days(columns["reported_on"])
    share = np.array(columns["share"], dtype=float) / MICRO_PERCENT
    judged = judge_all(plans, reported_on, share, dates.as_of, reporting_periods(database), thresholds)
    # Text stays as objects: letting pandas find out what it is costs more than the read itself.
    texts = {name: pd.Series(columns[name], dtype=object) for name in _COLUMNS[:6]}
    return pd.DataFrame(
        {
            **texts,
            "starts": plans.starts,
            "ends": plans.ends,
            "reported_on": reported_on,
            "delivered": judged.delivered,
            "planned_at_report": judged.planned_at_report,
            "planned_now": judged.planned_now,
            "days_behind": judged.days_behind,
            "days_past_end": judged.days_past_end,
            "status": pd.Series(judged.words(), dtype=object),
            "report_late": judged.report_late,
            "report_due": judged.report_due,
            "illustrative": np.array(columns["illustrative"], dtype=bool),
        }
    )


_COLUMNS = (
    "code",
    "title_en",
    "title_ru",
    "title_tk",
    "partner",
    "area",
    "starts",
    "ends",
    "reported_on",
    "illustrative",
    "version",
    "measured_by",
    "precision",
    "state",
    "signed_on",
    "share",
)


def _statement(database: Database, dates: Dates) -> Select[*tuple[Any, ...]]:
    report, counted = aliased(ProgressReport), aliased(ProgressReport)
    in_force = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    return (
        select(
            Activity.code,
            ActivityVersion.title_en,
            ActivityVersion.title_ru,
            ActivityVersion.title_tk,
            Partner.code,
            PriorityArea.code,
            ActivityVersion.starts,
            ActivityVersion.ends,
            report.as_of,
            Activity.illustrative,
            ActivityVersion.id.label("version"),
            ActivityVersion.measured_by,
            ActivityVersion.precision,
            ActivityVersion.state,
            Workplan.signed_on,
            _share(counted),
        )
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(ActivityVersion, ActivityVersion.id == in_force)
        .join(Partner, Partner.id == ActivityVersion.lead_partner_id)
        .join(PriorityArea, PriorityArea.id == ActivityVersion.priority_area_id)
        .outerjoin(report, report.id == _newest_report(dates, with_number=False))
        .outerjoin(counted, counted.id == _newest_report(dates, with_number=True))
        .where(
            Activity.programme_id == database.programme_id,
            Workplan.first_year <= dates.as_of.year,
            Workplan.last_year >= dates.as_of.year,
        )
        .order_by(Workplan.id, Activity.code)
    )


def _newest_report(dates: Dates, with_number: bool) -> Any:
    """The key of the newest report that counts; with a number, or (so that the last share stays) of any kind."""
    candidate = aliased(ProgressReport)
    statement = select(candidate.id).where(
        candidate.activity_id == Activity.id,
        candidate.as_of <= dates.as_of,
        candidate.recorded <= dates.known_on,
        candidate.submission_id.not_in(not_counting(dates)),
    )
    if with_number:
        statement = statement.where(
            candidate.share.is_not(None) | candidate.stage.is_not(None) | candidate.quantity.is_not(None)
        )
    newest = statement.order_by(candidate.as_of.desc(), candidate.recorded.desc(), candidate.id.desc()).limit(1)
    return newest.correlate_except(candidate).scalar_subquery()


def _share(report: Any) -> Any:
    """The reported percent in millionths: a percent or event as typed, a stage as its number, a quantity of planned."""
    quantity = type_coerce(report.quantity, BigInteger) * cast(100_000_000, BigInteger)
    of_planned = quantity * 1.0 / type_coerce(ActivityVersion.planned_quantity, BigInteger)
    return case(
        (report.stage.is_not(None), report.stage * 1_000_000),
        (report.quantity.is_not(None), case((of_planned > 100_000_000, 100_000_000), else_=of_planned)),
        else_=type_coerce(report.share, BigInteger),
    )


def _milestones(connection: Connection, versions: list[int]) -> dict[int, tuple[tuple[date, float], ...]]:
    if not versions:
        return {}
    statement = (
        select(Milestone.version_id, Milestone.due_on, Milestone.share)
        .where(Milestone.version_id.between(min(versions), max(versions)))
        .order_by(Milestone.version_id, Milestone.due_on)
    )
    found: dict[int, list[tuple[date, float]]] = defaultdict(list)
    for version, due_on, share in connection.execute(statement):
        found[version].append((due_on, float(share) / 100))
    return {version: tuple(points) for version, points in found.items()}


def _days(column: Sequence[date | None]) -> Array:
    """Dates as ``datetime64[D]``, NaT for none."""
    return np.array(column, dtype="datetime64[D]")
