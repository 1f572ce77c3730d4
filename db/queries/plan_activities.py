"""The activities of a plan at the two dates, with all that hangs on them, as a plan workbook says them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from db import models
from db.queries.plan_parts import grouped, in_force, tidy
from monitoring.periods import Dates
from monitoring.plan_rows import CHILDREN, ActivityRow, in_order

PLANNED = (
    *("title_en", "title_ru", "title_tk", "starts", "ends", "precision", "measured_by", "planned_quantity"),
    *("unit_en", "unit_ru", "unit_tk", "opening_share", "state"),
)
LINKED: dict[str, tuple[Any, Any, Any]] = {
    "supporters": (models.ActivitySupporter, models.Partner, models.ActivitySupporter.partner_id),
    "goals": (models.ActivityGoal, models.Goal, models.ActivityGoal.goal_id),
    "regions": (models.ActivityRegion, models.Region, models.ActivityRegion.region_id),
}

CHILD_TABLES: dict[str, Any] = {
    "milestones": models.Milestone,
    "funding": models.FundingLine,
    "focal_points": models.FocalPoint,
}


def activities(connection: Connection, programme: int, dates: Dates) -> Iterator[tuple[ActivityRow, date]]:
    """Each activity, and the day from which it holds as it is."""
    activity, version = models.Activity, models.ActivityVersion
    before = models.Activity.__table__.alias()
    statement = in_force(activity, version, version.activity_id, PLANNED, programme, dates)
    statement = (
        statement.add_columns(activity.illustrative, models.Workplan.code, models.Partner.code)
        .add_columns(models.PriorityArea.code, before.c.code)
        .join(models.Workplan, models.Workplan.id == activity.workplan_id)
        .join(models.Partner, models.Partner.id == version.lead_partner_id)
        .join(models.PriorityArea, models.PriorityArea.id == version.priority_area_id)
        .outerjoin(before, before.c.id == activity.continues_id)
        .order_by(models.Workplan.first_year, models.Workplan.id, activity.code)
    )
    found = connection.execute(statement).all()
    links = {name: _links(connection, *LINKED[name]) for name in LINKED}
    children = {name: _children(connection, name) for name in CHILDREN}
    markers = _markers(connection)
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
            **tidy(PLANNED, values),
        )
        yield row, valid_from


def _links(connection: Connection, link: Any, other: Any, key: Any) -> dict[int, list[Any]]:
    return grouped(connection.execute(select(link.version_id, other.code).join(other, other.id == key)))


def _markers(connection: Connection) -> dict[int, list[Any]]:
    marker, area = models.ActivityMarker, models.PriorityArea
    statement = select(marker.version_id, area.code, marker.level).join(area, area.id == marker.priority_area_id)
    found = ((version, f"{code}:{level}") for version, code, level in connection.execute(statement))
    return grouped(found)


def _children(connection: Connection, name: str) -> dict[int, list[Any]]:
    table, row = CHILD_TABLES[name], CHILDREN[name]
    names = tuple(row.__dataclass_fields__)
    found = connection.execute(select(table.version_id, *(getattr(table, one) for one in names)))
    rows = [(version, row(**tidy(names, values))) for version, *values in found]
    return grouped(sorted(rows, key=lambda one: in_order(one[1])))
