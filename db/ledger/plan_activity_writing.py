"""Activities written as a plan workbook says them: a whole version each, with the amendment that brought it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select, update

from db import models
from db.engine import bulk, bulk_keys
from db.ledger.plan_writing import PlanWriting, Values, days
from db.queries.in_force import by_now, not_counting
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
    _identify(writing, [row for change in changes if change.state is State.NEW and (row := _row(change))])
    amendments = _amend(
        writing, [change for change in changes if change.state is not State.GONE and change.signed.kind]
    )
    known = _known_days(writing, changes)
    versions, rows = [], []
    for change in changes:
        row = _row(change)
        key = writing.keys["activities"][row.code]
        for valid_from in days(change, known[key], without_versions=False):
            versions.append(_version(writing, change, row, amendments.get(row.code)) | {"valid_from": valid_from})
            rows.append(row)
    keys = bulk_keys(writing.connection, models.ActivityVersion, versions, "activity_id", "valid_from")
    waiting: dict[Any, list[Values]] = defaultdict(list)
    for version, row in zip(keys, rows, strict=True):
        _add_children(writing, version, row, waiting)
    for table, values in waiting.items():
        bulk(writing.connection, table, values)


def _row(change: RowChange) -> ActivityRow:
    row = change.becomes or change.was
    assert isinstance(row, ActivityRow)
    return row


def _identify(writing: PlanWriting, rows: Sequence[ActivityRow]) -> None:
    """The identities of new activities; a code that a withdrawn submission used is taken up as the new row says."""
    activity, keys = models.Activity, writing.keys["activities"]
    own = {
        row.code: {"workplan_id": writing.keys["workplans"][row.workplan], "illustrative": row.illustrative}
        for row in rows
    }
    for code in own.keys() & keys.keys():
        writing.connection.execute(
            update(activity).where(activity.id == keys[code]).values(**own[code], continues_id=None)
        )
    fresh = [{"programme_id": writing.programme, "code": code, **own[code]} for code in own if code not in keys]
    inserted = bulk_keys(writing.connection, activity, fresh, "code")
    keys.update(zip((str(one["code"]) for one in fresh), inserted, strict=True))
    # Only now every activity that another one may continue has its key.
    for row in rows:
        if row.continues:
            before = update(activity).where(activity.id == keys[row.code]).values(continues_id=keys[row.continues])
            writing.connection.execute(before)


def _amend(writing: PlanWriting, changes: Sequence[RowChange]) -> dict[str, int]:
    """The keys of the amendments by the code of their activity."""
    values = [
        {
            "activity_id": writing.keys["activities"][change.key[0]],
            "kind": change.signed.kind,
            "signed_on": change.signed.signed_on,
            "reason": change.signed.reason,
            "letter": change.signed.letter,
            "illustrative": _row(change).illustrative,
            "valid_from": change.signed.valid_from,
            "recorded": writing.now,
            "submission_id": writing.submission,
        }
        for change in changes
    ]
    inserted = bulk_keys(writing.connection, models.Amendment, values, "activity_id")
    return dict(zip((change.key[0] for change in changes), inserted, strict=True))


def _known_days(writing: PlanWriting, changes: Sequence[RowChange]) -> dict[int, set[date]]:
    """From which days the counting versions hold of the activities that are new or go, by key."""
    version, found = models.ActivityVersion, defaultdict(set)
    wanted = {writing.keys["activities"][one.key[0]] for one in changes if one.state is not State.CHANGED}
    if wanted:
        counting = version.submission_id.not_in(not_counting(by_now()))
        statement = select(version.activity_id, version.valid_from).where(counting)
        for key, day in writing.connection.execute(statement):
            if key in wanted:
                found[key].add(day)
    return found


def _version(writing: PlanWriting, change: RowChange, row: ActivityRow, amendment: int | None) -> Values:
    return {
        "activity_id": writing.keys["activities"][row.code],
        "amendment_id": amendment,
        "lead_partner_id": writing.keys["partners"][row.lead_partner],
        "priority_area_id": writing.keys["areas"][row.priority_area],
        "recorded": writing.now,
        "submission_id": writing.submission,
        "gone": change.state is State.GONE,
        **{name: getattr(row, name) for name in PLANNED},
    }


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
