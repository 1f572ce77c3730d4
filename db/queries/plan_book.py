"""The plan as it stands at the two dates, as a plan workbook says it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, exists, or_, select, type_coerce
from sqlalchemy.types import BigInteger

from db import models
from db.engine import Database
from db.queries.in_force import by_now, held, newest_version
from db.queries.statements import newest_report, share
from monitoring.periods import Dates
from monitoring.plan_book import (
    CHILDREN,
    ActivityRow,
    FrameworkRow,
    GoalRow,
    IndicatorRow,
    Key,
    PartnerRow,
    PeriodRow,
    PlanBook,
    RegionRow,
    Row,
    TargetRow,
    WorkplanRow,
    in_order,
)
from monitoring.plan_changes import ALWAYS

NAMES = ("name_en", "name_ru", "name_tk")
SOURCED = ("source", "status")
PLAIN: dict[str, tuple[type[Row], Any, tuple[str, ...]]] = {
    "frameworks": (FrameworkRow, models.Framework, ("kind", "starts", "ends", *SOURCED)),
    "regions": (RegionRow, models.Region, ("iso_3166_2", "census_share", "note", *SOURCED)),
    "periods": (PeriodRow, models.ReportingPeriod, ("kind", "starts", "ends", "closes")),
}
ORDERED = {"frameworks": "starts", "regions": "position", "periods": "ends"}
CHILD_TABLES: dict[str, Any] = {
    "milestones": models.Milestone,
    "funding": models.FundingLine,
    "focal_points": models.FocalPoint,
}
MEASURED = (
    *("unit", "unit_name_en", "unit_name_ru", "unit_name_tk", "direction", "kind", "sdg", "interval_years"),
    *("natural_limit", "combine", "method", "baseline_on", "baseline", "baseline_series", "baseline_status", "note"),
)
PLANNED = (
    *("title_en", "title_ru", "title_tk", "starts", "ends", "precision", "measured_by", "planned_quantity"),
    *("unit_en", "unit_ru", "unit_tk", "opening_share", "state"),
)
LINKED: dict[str, tuple[Any, Any, Any]] = {
    "supporters": (models.ActivitySupporter, models.Partner, models.ActivitySupporter.partner_id),
    "goals": (models.ActivityGoal, models.Goal, models.ActivityGoal.goal_id),
    "regions": (models.ActivityRegion, models.Region, models.ActivityRegion.region_id),
}

USED: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "activities": (
        models.Activity,
        (models.ProgressReport.activity_id, models.FundingFlow.activity_id, models.Decision.activity_id),
    ),
    "periods": (models.ReportingPeriod, (models.Submission.period_id,)),
    "partners": (models.Partner, (models.Submission.partner_id, models.Decision.partner_id)),
    "indicators": (models.Indicator, (models.Observation.indicator_id,)),
    "regions": (models.Region, (models.Observation.region_id,)),
}


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
    rows["activities"] = reading.activities()
    area = models.PriorityArea
    areas = select(area.code, area.kind).where(area.programme_id == programme).order_by(area.position)
    return PlanBook(
        rows={table: {row.key: row for row in found} for table, found in rows.items()},
        areas={code: kind for code, kind in connection.execute(areas)},
        since=reading.since,
        used=reading.used(),
        delivered=reading.delivered(),
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
        return [row(**_tidy(("code", *NAMES, *names), values)) for values in found]

    def goals(self) -> list[Row]:
        goal, framework = held(models.Goal, self.dates), held(models.Framework, self.dates)
        names = ("code", *NAMES, "note", *SOURCED)
        statement = (
            select(*(getattr(goal, name) for name in names), framework.code)
            .join(framework, framework.id == goal.framework_id)
            .where(goal.programme_id == self.programme)
            .order_by(framework.starts, framework.id, goal.position)
        )
        return [GoalRow(**_tidy((*names, "framework"), values)) for values in self.connection.execute(statement)]

    def workplans(self) -> list[Row]:
        plan = held(models.Workplan, self.dates)
        names = ("code", *NAMES, "first_year", "last_year", "signed_on", *SOURCED)
        signed = (
            select(models.WorkplanPartner.workplan_id, models.Partner.code)
            .join(models.Partner, models.Partner.id == models.WorkplanPartner.partner_id)
            .order_by(models.WorkplanPartner.position)
        )
        partners = _grouped(self.connection.execute(signed))
        statement = select(plan.id, *(getattr(plan, name) for name in names)).where(plan.programme_id == self.programme)
        found = self.connection.execute(statement.order_by(plan.first_year, plan.id)).all()
        return [WorkplanRow(partners=tuple(partners[key]), **_tidy(names, values)) for key, *values in found]

    def partners(self) -> list[Row]:
        partner, version = models.Partner, models.PartnerVersion
        statement = self._in_force(partner, version, version.partner_id, ("kind", *NAMES)).order_by(partner.position)
        return [
            self._dated(PartnerRow(code=code, **_tidy(("kind", *NAMES), values)), valid_from)
            for _version, code, valid_from, *values in self.connection.execute(statement)
        ]

    def indicators(self) -> list[Row]:
        indicator, version = models.Indicator, models.IndicatorVersion
        names = (*NAMES, *MEASURED)
        statement = self._in_force(indicator, version, version.indicator_id, names).order_by(indicator.position)
        statement = statement.add_columns(indicator.id, models.PriorityArea.code).outerjoin(
            models.PriorityArea, models.PriorityArea.id == version.priority_area_id
        )
        goals = select(models.IndicatorGoal.indicator_id, models.Goal.code).join(
            models.Goal, models.Goal.id == models.IndicatorGoal.goal_id
        )
        goals_of = _grouped(self.connection.execute(goals))
        level = models.IndicatorLevel
        criteria = select(level.indicator_version_id, level.criteria_en, level.criteria_ru, level.criteria_tk)
        levels = _grouped(self.connection.execute(criteria.order_by(level.level)))
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
                **_tidy(names, values),
            )
            found.append(self._dated(row, valid_from))
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
            self._dated(TargetRow(**_tidy(names, values)), valid_from)
            for *values, valid_from in self.connection.execute(statement)
        ]

    def activities(self) -> list[Row]:
        activity, version = models.Activity, models.ActivityVersion
        before = models.Activity.__table__.alias()
        statement = self._in_force(activity, version, version.activity_id, PLANNED)
        statement = (
            statement.add_columns(activity.illustrative, models.Workplan.code, models.Partner.code)
            .add_columns(models.PriorityArea.code, before.c.code)
            .join(models.Workplan, models.Workplan.id == activity.workplan_id)
            .join(models.Partner, models.Partner.id == version.lead_partner_id)
            .join(models.PriorityArea, models.PriorityArea.id == version.priority_area_id)
            .outerjoin(before, before.c.id == activity.continues_id)
            .order_by(models.Workplan.first_year, models.Workplan.id, activity.code)
        )
        found = self.connection.execute(statement).all()
        links = {name: self._links(*LINKED[name]) for name in LINKED}
        children = {name: self._children(name) for name in CHILDREN}
        markers = self._markers()
        rows: list[Row] = []
        for key, code, valid_from, *values, illustrative, workplan, lead, area, continues in found:
            hanging: dict[str, Any] = {name: tuple(sorted(of_version[key])) for name, of_version in links.items()}
            hanging |= {name: tuple(of_version[key]) for name, of_version in children.items()}
            row = ActivityRow(
                code=code,
                illustrative=illustrative,
                workplan=workplan,
                lead_partner=lead,
                priority_area=area,
                continues=continues or "",
                markers=tuple(sorted(markers[key])),
                **hanging,
                **_tidy(PLANNED, values),
            )
            rows.append(self._dated(row, valid_from))
        return rows

    def used(self) -> frozenset[tuple[str, str]]:
        """Table and code of what something in the ledger hangs on, whether it counts now or was withdrawn."""
        found = set()
        for table, (identity, keys) in USED.items():
            wanted = or_(*(exists().where(key == identity.id) for key in keys))
            codes = select(identity.code).where(identity.programme_id == self.programme, wanted)
            found |= {(table, code) for code in self.connection.scalars(codes)}
        return frozenset(found)

    def delivered(self) -> dict[str, Decimal]:
        """The last share reported of an activity that is carried over, in percent."""
        activity, version, report = models.Activity, models.ActivityVersion, models.ProgressReport
        newest = newest_version(version, activity.id, version.activity_id, self.dates)
        with_number = newest_report(
            self.dates, lambda one: one.share.is_not(None) | one.stage.is_not(None) | one.quantity.is_not(None)
        )
        statement = (
            select(activity.code, type_coerce(share(report), BigInteger))
            .select_from(activity)
            .join(version, version.id == newest)
            .join(report, report.id == with_number)
            .where(activity.programme_id == self.programme)
        )
        found = self.connection.execute(statement)
        return {code: (Decimal(int(micro)) / 1_000_000).quantize(Decimal("0.1")) for code, micro in found}

    def _in_force(self, identity: Any, version: Any, key: Any, names: Iterable[str]) -> Any:
        """Key of the version, code, from when it holds, and columns of it."""
        newest = newest_version(version, identity.id, key, self.dates)
        columns = (version.id, identity.code, version.valid_from, *(getattr(version, name) for name in names))
        statement = select(*columns).select_from(identity).join(version, version.id == newest)
        return statement.where(identity.programme_id == self.programme)

    def _dated(self, row: Row, valid_from: date) -> Row:
        self.since[row.table, row.key] = max(valid_from, ALWAYS)
        return row

    def _links(self, link: Any, other: Any, key: Any) -> dict[int, list[Any]]:
        return _grouped(self.connection.execute(select(link.version_id, other.code).join(other, other.id == key)))

    def _markers(self) -> dict[int, list[Any]]:
        marker, area = models.ActivityMarker, models.PriorityArea
        statement = select(marker.version_id, area.code, marker.level).join(area, area.id == marker.priority_area_id)
        found = ((version, f"{code}:{level}") for version, code, level in self.connection.execute(statement))
        return _grouped(found)

    def _children(self, name: str) -> dict[int, list[Any]]:
        table, row = CHILD_TABLES[name], CHILDREN[name]
        names = tuple(row.__dataclass_fields__)
        found = self.connection.execute(select(table.version_id, *(getattr(table, one) for one in names)))
        rows = [(version, row(**_tidy(names, values))) for version, *values in found]
        return _grouped(sorted(rows, key=lambda one: in_order(one[1])))


def _tidy(names: Iterable[str], values: Iterable[Any]) -> dict[str, Any]:
    """Values by name; texts without the blanks around them that no cell keeps."""
    pairs = zip(names, values, strict=True)
    return {name: value.strip() if isinstance(value, str) else value for name, value in pairs}


def _grouped(pairs: Iterable[Any]) -> dict[int, list[Any]]:
    """Lists by key; of longer rows the rest."""
    found: dict[int, list[Any]] = defaultdict(list)
    for key, *rest in pairs:
        found[key].append(rest[0] if len(rest) == 1 else tuple(rest))
    return found


def _without_end(texts: Iterable[str]) -> tuple[str, ...]:
    """The criteria of levels, without those that are empty at the end."""
    found = [text.strip() for text in texts]
    while found and not found[-1]:
        found.pop()
    return tuple(found)
