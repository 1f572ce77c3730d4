"""What the form of one partner and reporting period is written from, and what a filled one is checked against."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from db.engine import Database
from db.models import (
    ActivityGoal,
    Indicator,
    IndicatorGoal,
    IndicatorLevel,
    IndicatorVersion,
    Partner,
    PartnerVersion,
    Region,
    ReportingPeriod,
)
from db.queries import standing
from db.queries.in_force import by_now, held, newest_version
from db.queries.planned_activities import InForce, activities, plan_of, supporters
from db.queries.remembered import remembered
from monitoring import errors
from monitoring.form import (
    FormContent,
    FormIndicator,
    FormPartner,
    FormPeriod,
    InThreeLanguages,
    PlanContent,
)
from monitoring.periods import LOCAL_ZONE, Dates
from monitoring.sent_rows import ObservationRow

NAMES = ("name_en", "name_ru", "name_tk")


@remembered
def form_content(database: Database, partner_code: str, period_code: str, known_on: datetime) -> FormContent:
    """The form of a partner for a reporting period, as known at a moment.

    Its activities are those in force at the end of the period that the partner leads (to be filled in) or supports
    (to be read): of the workplans of that year, and of earlier ones where an amendment lets them end in the period or
    later. Its indicators are those that share a priority area or a goal with an activity the partner leads;
    where it leads none, all. What was last reported is what counts up to the end of the period.

    Raises UnknownPartner or UnknownPeriod, naming those that are known.
    """
    with database.reading() as connection:
        period = _period(connection, database, period_code)
        dates = Dates(period.ends, known_on)
        partner = _partner(connection, database, partner_code, dates)
        plan, earlier = _parted(plan_of(connection, database, period.starts, dates))
        return FormContent(
            partner=partner,
            period=period,
            known_on=known_on,
            report_date=min(period.ends, known_on.astimezone(ZoneInfo(LOCAL_ZONE)).date()),
            activities=activities(connection, plan, partner.code, period.starts, dates),
            earlier=activities(connection, earlier, partner.code, period.starts, dates),
            indicators=_indicators(connection, database, [one for one in plan if one.lead == partner.code], dates),
            regions=_regions(connection, database),
            elsewhere={one.code: one.lead for one in (*plan, *earlier) if one.lead != partner.code},
        )


@remembered
def plan_content(database: Database, period_code: str, known_on: datetime) -> PlanContent:
    """What a file that any partner may have sent is checked against: all activities in force, all indicators.

    Raises UnknownPeriod.
    """
    with database.reading() as connection:
        period = _period(connection, database, period_code)
        dates = Dates(period.ends, known_on)
        plan, earlier = _parted(plan_of(connection, database, period.starts, dates))
        return PlanContent(
            period=period,
            known_on=known_on,
            activities=activities(connection, plan, None, period.starts, dates),
            earlier=activities(connection, earlier, None, period.starts, dates),
            indicators=_indicators(connection, database, (), dates),
            regions=_regions(connection, database),
        )


def checked_against(database: Database, partner: str | None, period_code: str, known_on: datetime) -> PlanContent:
    """What a file is checked against: of one partner its form, else the whole plan of the period.

    Raises UnknownPartner or UnknownPeriod.
    """
    if partner:
        return form_content(database, partner, period_code, known_on)
    return plan_content(database, period_code, known_on)


def partners_of(database: Database, period_code: str, known_on: datetime) -> list[str]:
    """Codes of the partners that lead or support an activity in force in a period. Raises UnknownPeriod."""
    with database.reading() as connection:
        period = _period(connection, database, period_code)
        plan, _ = _parted(plan_of(connection, database, period.starts, Dates(period.ends, known_on)))
        involved = {one.lead for one in plan}.union(*supporters(connection, plan).values())
        order = select(Partner.code).where(Partner.programme_id == database.programme_id).order_by(Partner.position)
        return [code for code in connection.scalars(order) if code in involved]


def _parted(plan: Sequence[InForce]) -> tuple[list[InForce], list[InForce]]:
    """The activities that are in force in a period, and those of earlier workplans."""
    return [one for one in plan if one.runs], [one for one in plan if not one.runs]


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
