"""What the form of one partner and reporting period is written from, and what a filled one is checked against."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from db.engine import Database
from db.models import (
    Activity,
    ActivityGoal,
    ActivitySupporter,
    ActivityVersion,
    FundingLine,
    Indicator,
    IndicatorGoal,
    IndicatorLevel,
    IndicatorVersion,
    Partner,
    PartnerVersion,
    Region,
    ReportingPeriod,
    Workplan,
)
from db.queries import standing
from db.queries.in_force import by_now, held, newest_version
from db.queries.remembered import remembered
from monitoring import errors
from monitoring.form import (
    FormActivity,
    FormContent,
    FormIndicator,
    FormPartner,
    FormPeriod,
    InThreeLanguages,
    LastFigure,
)
from monitoring.periods import LOCAL_ZONE, Dates
from monitoring.upload import ObservationRow

NAMES = ("name_en", "name_ru", "name_tk")
PLANNED = ("title_en", "title_ru", "title_tk", "unit_en", "unit_ru", "unit_tk", "state", "measured_by")


@remembered
def form_content(database: Database, partner_code: str, period_code: str, known_on: datetime) -> FormContent:
    """The form of a partner for a reporting period, as known at a moment.

    Its activities are those in force at the end of the period that the partner leads (to be filled in) or supports
    (to be read). Its indicators are those that share a priority area or a goal with an activity the partner leads;
    where it leads none, all. What was last reported is what counts up to the end of the period.

    Raises UnknownPartner or UnknownPeriod, naming those that are known.
    """
    with database.reading() as connection:
        period = _period(connection, database, period_code)
        dates = Dates(period.ends, known_on)
        partner = _partner(connection, database, partner_code, dates)
        plan = plan_in_force(connection, database, dates)
        return FormContent(
            partner=partner,
            period=period,
            known_on=known_on,
            report_date=min(period.ends, known_on.astimezone(ZoneInfo(LOCAL_ZONE)).date()),
            activities=_activities(connection, plan, partner.code, period.starts, dates),
            indicators=_indicators(connection, database, [one for one in plan if one.lead == partner.code], dates),
            regions=_regions(connection, database),
            elsewhere={one.code: one.lead for one in plan if one.lead != partner.code},
        )


@dataclass(frozen=True)
class InForce:
    """One activity in force: its keys, and the code of the partner that leads it."""

    id: int
    code: str
    illustrative: bool
    version: int
    lead: str
    area: int
    state: str


def plan_in_force(connection: Connection, database: Database, dates: Dates) -> list[InForce]:
    """The activities of the workplans of the year of ``dates.as_of``, by code."""
    in_force = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    statement = (
        select(Activity.id, Activity.code, Activity.illustrative, ActivityVersion.id, Partner.code)
        .add_columns(ActivityVersion.priority_area_id, ActivityVersion.state)
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(ActivityVersion, ActivityVersion.id == in_force)
        .join(Partner, Partner.id == ActivityVersion.lead_partner_id)
        .where(
            Activity.programme_id == database.programme_id,
            Workplan.first_year <= dates.as_of.year,
            Workplan.last_year >= dates.as_of.year,
        )
        .order_by(Activity.code)
    )
    return [InForce(*row) for row in connection.execute(statement)]


def _period(connection: Connection, database: Database, code: str) -> FormPeriod:
    period = held(ReportingPeriod, by_now())
    statement = select(period).where(period.programme_id == database.programme_id).order_by(period.starts)
    rows = {row["code"]: row for row in connection.execute(statement).mappings()}
    if code not in rows:
        raise errors.UnknownPeriod(code=code, known=", ".join(rows))
    return FormPeriod(**{name: rows[code][name] for name in ("code", *NAMES, "starts", "ends", "closes")})


def _partner(connection: Connection, database: Database, code: str, dates: Dates) -> FormPartner:
    in_force = newest_version(PartnerVersion, Partner.id, PartnerVersion.partner_id, dates)
    statement = (
        select(Partner.code, *(getattr(PartnerVersion, name) for name in NAMES))
        .join(PartnerVersion, PartnerVersion.id == in_force)
        .where(Partner.programme_id == database.programme_id)
        .order_by(Partner.position)
    )
    rows = {row["code"]: row for row in connection.execute(statement).mappings()}
    if code not in rows:
        raise errors.UnknownPartner(code=code, known=", ".join(rows))
    return FormPartner(**rows[code])


def _regions(connection: Connection, database: Database) -> tuple[InThreeLanguages, ...]:
    region = held(Region, by_now())
    columns = (region.code, region.name_en, region.name_ru, region.name_tk)
    statement = select(*columns).where(region.programme_id == database.programme_id).order_by(region.position)
    return tuple(InThreeLanguages(**row) for row in connection.execute(statement).mappings())


def _activities(
    connection: Connection, plan: Sequence[InForce], partner: str, starts: date, dates: Dates
) -> tuple[FormActivity, ...]:
    supported = set(
        connection.scalars(
            select(ActivitySupporter.version_id)
            .join(Partner, Partner.id == ActivitySupporter.partner_id)
            .where(Partner.code == partner)
        )
    )
    led = [one for one in plan if one.lead == partner]
    ours = led + [one for one in plan if one.lead != partner and one.version in supported]
    planned = _planned(connection, ours)
    currencies = _currencies(connection, ours)
    reported = _reported(connection, ours, starts, dates)
    found = []
    for one in ours:
        part: Literal["leads", "supports"] = "leads" if one.lead == partner else "supports"
        known = {"currency": currencies.get(one.version, ""), **planned[one.version], **reported.get(one.code, {})}
        found.append(FormActivity(code=one.code, part=part, lead=one.lead, illustrative=one.illustrative, **known))
    return tuple(found)


def _planned(connection: Connection, ours: Iterable[InForce]) -> dict[int, dict[str, Any]]:
    columns = (*PLANNED, "planned_quantity", "starts", "ends")
    statement = select(ActivityVersion.id, *(getattr(ActivityVersion, name) for name in columns)).where(
        ActivityVersion.id.in_([one.version for one in ours])
    )
    return {key: dict(zip(columns, values, strict=True)) for key, *values in connection.execute(statement)}


def _currencies(connection: Connection, ours: Iterable[InForce]) -> dict[int, str]:
    """The currency of an activity's money by version, where it is only one."""
    statement = (
        select(FundingLine.version_id, func.min(FundingLine.currency))
        .where(FundingLine.version_id.in_([one.version for one in ours]))
        .group_by(FundingLine.version_id)
        .having(func.min(FundingLine.currency) == func.max(FundingLine.currency))
    )
    return {version: currency for version, currency in connection.execute(statement)}


def _reported(connection: Connection, ours: Iterable[InForce], starts: date, dates: Dates) -> dict[str, dict[str, Any]]:
    """By activity: the last number, the last spending, and the newest report dated within the period."""
    found: dict[str, dict[str, Any]] = {}
    for _, report in standing.reports(connection, [one.id for one in ours], dates):
        known = found.setdefault(report.activity, {})
        figures = (report.share, report.stage, report.quantity)
        if any(figure is not None for figure in figures):
            known["last"] = LastFigure(report.as_of, *figures)
        if report.spent_cents is not None:
            known |= {"spent_cents": report.spent_cents, "spent_currency": report.currency, "spent_on": report.as_of}
        if report.as_of >= starts:
            known["reported"] = report
    return found


def _indicators(
    connection: Connection, database: Database, led: Sequence[InForce], dates: Dates
) -> tuple[FormIndicator, ...]:
    in_force = newest_version(IndicatorVersion, Indicator.id, IndicatorVersion.indicator_id, dates)
    columns = (*NAMES, "unit", "unit_name_en", "unit_name_ru", "unit_name_tk")
    statement = (
        select(Indicator.id, Indicator.code, Indicator.illustrative, IndicatorVersion.priority_area_id)
        .add_columns(
            IndicatorVersion.id.label("version"),
            IndicatorVersion.baseline_series,
            *(getattr(IndicatorVersion, name) for name in columns),
        )
        .join(IndicatorVersion, IndicatorVersion.id == in_force)
        .where(Indicator.programme_id == database.programme_id)
        .order_by(Indicator.position)
    )
    if led:
        goals = select(ActivityGoal.goal_id).where(ActivityGoal.version_id.in_([one.version for one in led]))
        of_goals = select(IndicatorGoal.indicator_id).where(IndicatorGoal.goal_id.in_(goals))
        of_areas = IndicatorVersion.priority_area_id.in_({one.area for one in led})
        statement = statement.where(of_areas | Indicator.id.in_(of_goals))
    rows = connection.execute(statement).all()
    count = select(IndicatorLevel.indicator_version_id, func.count()).group_by(IndicatorLevel.indicator_version_id)
    levels = {version: number for version, number in connection.execute(count)}
    totals = _totals(connection, [row.id for row in rows], dates)
    found = []
    for row in rows:
        last = totals.get((row.code, row.baseline_series))
        found.append(
            FormIndicator(
                code=row.code,
                series=row.baseline_series,
                last=last.value if last else None,
                last_on=last.observed_on if last else None,
                illustrative=row.illustrative,
                levels=levels.get(row.version, 0),
                **{name: getattr(row, name) for name in columns},
            )
        )
    return tuple(found)


def _totals(connection: Connection, indicators: Sequence[int], dates: Dates) -> dict[tuple[str, str], ObservationRow]:
    """The newest total with a value, by code and series."""
    found = {}
    for _, row in standing.observations(connection, indicators, dates):
        if row.value is not None and not any((row.region, *(getattr(row, group) for group in standing.GROUPS))):
            found[row.indicator, row.series] = row
    return found
