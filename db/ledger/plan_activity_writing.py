"""Activities written as a plan workbook says them: a whole version each, with the amendment that brought it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import update

from db import models
from db.engine import add, bulk
from db.ledger.plan_writing import PlanWriting, Values
from monitoring.plan_changes import RowChange, State
from monitoring.plan_rows import CHILDREN, ActivityRow

PLANNED = (
    *("title_en", "title_ru", "title_tk", "starts", "ends", "precision", "measured_by", "planned_quantity"),
    *("unit_en", "unit_ru", "unit_tk", "opening_share", "state"),
)
LINKS: dict[str, tuple[Any, str, str]] = {
    "supporters": (models.ActivitySupporter, "partners", "partner_id"),
    "goals": (models.ActivityGoal, "goals", "goal_id"),
    "regions": (models.ActivityRegion, "regions", "region_id"),
}
CHILD_TABLES: dict[str, Any] = {
    "milestones": models.Milestone,
    "funding": models.FundingLine,
    "focal_points": models.FocalPoint,
}


def write_activities(writing: PlanWriting, changes: Sequence[RowChange]) -> None:
    """Write all changes of activities; each version has all that hangs on it, as amendments keep the old row whole."""
    for change in changes:
        if change.state is State.NEW:
            _identify(writing, change)
    for change in changes:
        if change.state is State.NEW and isinstance(change.becomes, ActivityRow) and change.becomes.continues:
            # Only now every activity that another one may continue has its key.
            before = writing.keys["activities"][change.becomes.continues]
            activity = models.Activity
            key = writing.keys["activities"][change.becomes.code]
            writing.connection.execute(update(activity).where(activity.id == key).values(continues_id=before))
    waiting: dict[Any, list[Values]] = defaultdict(list)
    for change in changes:
        row = change.becomes or change.was
        assert isinstance(row, ActivityRow)
        amendment = _amendment(writing, change, row)
        key = writing.keys["activities"][row.code]
        for valid_from in writing.days("activities", key, change):
            version = add(
                writing.connection,
                models.ActivityVersion,
                activity_id=key,
                amendment_id=amendment,
                lead_partner_id=writing.keys["partners"][row.lead_partner],
                priority_area_id=writing.keys["areas"][row.priority_area],
                valid_from=valid_from,
                recorded=writing.now,
                submission_id=writing.submission,
                gone=change.state is State.GONE,
                **{name: getattr(row, name) for name in PLANNED},
            )
            _add_children(writing, version, row, waiting)
    for table, values in waiting.items():
        bulk(writing.connection, table, values)


def _identify(writing: PlanWriting, change: RowChange) -> None:
    """The identity of a new activity; a code that a withdrawn submission used is taken up as the new row says."""
    row = change.becomes
    assert isinstance(row, ActivityRow)
    workplan = writing.keys["workplans"][row.workplan]
    own = {"workplan_id": workplan, "continues_id": None, "illustrative": row.illustrative}
    known = writing.keys["activities"].get(row.code)
    if known is None:
        new = {"programme_id": writing.programme, "code": row.code, **own}
        writing.keys["activities"][row.code] = add(writing.connection, models.Activity, **new)
    else:
        activity = models.Activity
        writing.connection.execute(update(activity).where(activity.id == known).values(**own))


def _amendment(writing: PlanWriting, change: RowChange, row: ActivityRow) -> int | None:
    signed = change.signed
    if change.state is State.GONE or not signed.kind:
        return None
    return add(
        writing.connection,
        models.Amendment,
        activity_id=writing.keys["activities"][row.code],
        kind=signed.kind,
        signed_on=signed.signed_on,
        reason=signed.reason,
        letter=signed.letter,
        illustrative=row.illustrative,
        valid_from=signed.valid_from,
        recorded=writing.now,
        submission_id=writing.submission,
    )


def _add_children(writing: PlanWriting, version: int, row: ActivityRow, waiting: dict[Any, list[Values]]) -> None:
    for name, (link, table, column) in LINKS.items():
        keys = writing.refer(table, getattr(row, name))
        waiting[link].extend({"version_id": version, column: key} for key in keys)
    for marker in row.markers:
        code, _, level = marker.partition(":")
        values = {"version_id": version, "priority_area_id": writing.keys["areas"][code], "level": int(level)}
        waiting[models.ActivityMarker].append(values)
    for name in CHILDREN:
        for child in getattr(row, name):
            own = {field: getattr(child, field) for field in child.__dataclass_fields__}
            waiting[CHILD_TABLES[name]].append({"version_id": version, **own})
