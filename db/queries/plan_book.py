"""The plan as it stands at the two dates, as a plan workbook says it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from db import models
from db.engine import Database
from db.queries.in_force import by_now, held, newest_version
from db.queries.plan_activities import activities
from db.queries.plan_facts import delivered, used
from db.queries.plan_parts import grouped, in_force, tidy
from db.queries.remembered import remembered
from monitoring.periods import Dates
from monitoring.plan_book import PlanBook
from monitoring.plan_changes import ALWAYS
from monitoring.plan_rows import (
    FrameworkRow,
    GoalRow,
    IndicatorRow,
    Key,
    PartnerRow,
    PeriodRow,
    RegionRow,
    Row,
    TargetRow,
    WorkplanRow,
)

NAMES = ("name_en", "name_ru", "name_tk")
SOURCED = ("source", "status")
PLAIN: dict[str, tuple[type[Row], Any, tuple[str, ...]]] = {
    "frameworks": (FrameworkRow, models.Framework, ("kind", "starts", "ends", *SOURCED)),
    "regions": (RegionRow, models.Region, ("iso_3166_2", "census_share", "note", *SOURCED)),
    "periods": (PeriodRow, models.ReportingPeriod, ("kind", "starts", "ends", "closes")),
}
ORDERED = {"frameworks": "starts", "regions": "position", "periods": "ends"}
MEASURED = (
    *("unit", "unit_name_en", "unit_name_ru", "unit_name_tk", "direction", "kind", "sdg", "interval_years"),
    *("natural_limit", "combine", "method", "baseline_on", "baseline", "baseline_series", "baseline_status", "note"),
)


@remembered
def plan_book(database: Database, dates: Dates | None = None) -> PlanBook:
    """The plan at the two dates; without them all that is known now, with what was signed for later."""
    with database.reading() as connection:
        return read_plan(connection, database.programme_id, dates or by_now())


def read_plan(connection: Connection, programme: int, dates: Dates) -> PlanBook:
    """As :func:`plan_book`, on a connection of its own moment."""
    reading = _Reading(connection, programme, dates)
    rows: dict[str, list[Row]] = {table: reading.plain(table) for table in PLAIN}
    rows["partners"] = reading.partners()
    rows["goals"] = reading.goals()
    rows["workplans"] = reading.workplans()
    rows["indicators"] = reading.indicators()
    rows["targets"] = reading.targets()
    rows["activities"] = [reading.dated(*found) for found in activities(connection, programme, dates)]
    area = models.PriorityArea
    areas = select(area.code, area.kind).where(area.programme_id == programme).order_by(area.position)
    return PlanBook(
        rows={table: {row.key: row for row in found} for table, found in rows.items()},
        areas={code: kind for code, kind in connection.execute(areas)},
        since=reading.since,
        used=used(connection, programme, dates),
        delivered=delivered(connection, programme, dates),
    )


class _Reading:
    """One read of the plan: all statements ask at the same two dates."""

    def __init__(self, connection: Connection, programme: int, dates: Dates) -> None:
        self.connection, self.programme, self.dates = connection, programme, dates
        self.since: dict[tuple[str, Key], date] = {}

    def plain(self, table: str) -> list[Row]:
        row, model, names = PLAIN[table]
        one = held(model, self.dates)
        columns = [getattr(one, name) for name in ("code", *NAMES, *names)]
        statement = select(*columns).where(one.programme_id == self.programme)
        found = self.connection.execute(statement.order_by(getattr(one, ORDERED[table]), one.id))
        return [row(**tidy(("code", *NAMES, *names), values)) for values in found]

    def goals(self) -> list[Row]:
        goal, framework = held(models.Goal, self.dates), held(models.Framework, self.dates)
        names = ("code", *NAMES, "note", *SOURCED)
        statement = (
            select(*(getattr(goal, name) for name in names), framework.code)
            .join(framework, framework.id == goal.framework_id)
            .where(goal.programme_id == self.programme)
            .order_by(framework.starts, framework.id, goal.position)
        )
        return [GoalRow(**tidy((*names, "framework"), values)) for values in self.connection.execute(statement)]

    def workplans(self) -> list[Row]:
        plan = held(models.Workplan, self.dates)
        names = ("code", *NAMES, "first_year", "last_year", "signed_on", *SOURCED)
        signed = (
            select(models.WorkplanPartner.workplan_id, models.Partner.code)
            .join(models.Partner, models.Partner.id == models.WorkplanPartner.partner_id)
            .order_by(models.WorkplanPartner.position)
        )
        partners = grouped(self.connection.execute(signed))
        statement = select(plan.id, *(getattr(plan, name) for name in names)).where(plan.programme_id == self.programme)
        found = self.connection.execute(statement.order_by(plan.first_year, plan.id)).all()
        return [WorkplanRow(partners=tuple(partners[key]), **tidy(names, values)) for key, *values in found]

    def partners(self) -> list[Row]:
        partner, version = models.Partner, models.PartnerVersion
        statement = in_force(
            partner, version, version.partner_id, ("kind", *NAMES), self.programme, self.dates
        ).order_by(partner.position)
        return [
            self.dated(PartnerRow(code=code, **tidy(("kind", *NAMES), values)), valid_from)
            for _version, code, valid_from, *values in self.connection.execute(statement)
        ]

    def indicators(self) -> list[Row]:
        indicator, version = models.Indicator, models.IndicatorVersion
        names = (*NAMES, *MEASURED)
        statement = in_force(indicator, version, version.indicator_id, names, self.programme, self.dates).order_by(
            indicator.position
        )
        statement = statement.add_columns(indicator.id, models.PriorityArea.code).outerjoin(
            models.PriorityArea, models.PriorityArea.id == version.priority_area_id
        )
        goals = select(models.IndicatorGoal.indicator_id, models.Goal.code).join(
            models.Goal, models.Goal.id == models.IndicatorGoal.goal_id
        )
        goals_of = grouped(self.connection.execute(goals))
        level = models.IndicatorLevel
        criteria = select(level.indicator_version_id, level.criteria_en, level.criteria_ru, level.criteria_tk)
        levels = grouped(self.connection.execute(criteria.order_by(level.level)))
        found: list[Row] = []
        for key, code, valid_from, *values, indicator_id, area in self.connection.execute(statement):
            texts: Iterable[tuple[str, ...]] = zip(*levels[key], strict=True) if levels[key] else ((), (), ())
            said: dict[str, Any] = {
                f"criteria_{language}": _without_end(texts_of)
                for language, texts_of in zip(("en", "ru", "tk"), texts, strict=True)
            }
            row = IndicatorRow(
                code=code,
                priority_area=area or "",
                goals=tuple(sorted(goals_of[indicator_id])),
                **said,
                **tidy(names, values),
            )
            found.append(self.dated(row, valid_from))
        return found

    def targets(self) -> list[Row]:
        target, version = models.Target, models.TargetVersion
        framework = held(models.Framework, self.dates)
        newest = newest_version(version, target.id, version.target_id, self.dates)
        statement = (
            select(models.Indicator.code, framework.code, target.due_on, version.value, version.kind)
            .add_columns(version.valid_from)
            .select_from(target)
            .join(version, version.id == newest)
            .join(models.Indicator, models.Indicator.id == target.indicator_id)
            .join(framework, framework.id == target.framework_id)
            .where(models.Indicator.programme_id == self.programme)
            .order_by(models.Indicator.position, target.due_on)
        )
        names = ("indicator", "framework", "due_on", "value", "kind")
        return [
            self.dated(TargetRow(**tidy(names, values)), valid_from)
            for *values, valid_from in self.connection.execute(statement)
        ]

    def dated(self, row: Row, valid_from: date) -> Row:
        """A row, noting from when it holds as it is."""
        self.since[row.table, row.key] = max(valid_from, ALWAYS)
        return row


def _without_end(texts: Iterable[str]) -> tuple[str, ...]:
    """The criteria of levels, without those that are empty at the end."""
    found = [text.strip() for text in texts]
    while found and not found[-1]:
        found.pop()
    return tuple(found)
