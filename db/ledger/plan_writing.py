"""Versions of what activities lean on, written as a plan workbook says it: what was before is kept beside them."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from db import models
from db.engine import add, bulk
from db.queries.in_force import by_now, held, newest_version, not_counting
from monitoring.plan_changes import ALWAYS, RowChange, State
from monitoring.plan_rows import IndicatorRow, Named, Row, TargetRow, WorkplanRow, content

Values = dict[str, Any]
# The identity, its versions, and the column by which a version names its identity.
TABLES: dict[str, tuple[Any, Any, str]] = {
    "frameworks": (models.Framework, models.FrameworkVersion, "framework_id"),
    "regions": (models.Region, models.RegionVersion, "region_id"),
    "periods": (models.ReportingPeriod, models.ReportingPeriodVersion, "period_id"),
    "partners": (models.Partner, models.PartnerVersion, "partner_id"),
    "goals": (models.Goal, models.GoalVersion, "goal_id"),
    "workplans": (models.Workplan, models.WorkplanVersion, "workplan_id"),
    "indicators": (models.Indicator, models.IndicatorVersion, "indicator_id"),
    "targets": (models.Target, models.TargetVersion, "target_id"),
    "activities": (models.Activity, models.ActivityVersion, "activity_id"),
}
CONTENT_IN_IDENTITY = ("frameworks", "regions", "periods", "goals", "workplans")
NOT_IN_VERSIONS = ("code", "framework", "partners", "first_year", "last_year", "priority_area", "goals")
CHECKED_NAMES = ("name_ru", "name_tk")


def days(change: RowChange, known: set[date], without_versions: bool) -> list[date]:
    """From which days the versions of a change hold; ``known`` are those of the versions that count already.

    A row that goes, goes from every day on which it became something else, and from the first one where it may be
    there ``without_versions``; a new one comes back on those days, too.
    """
    if change.state is State.GONE:
        return sorted({*known, *([ALWAYS] if without_versions else [])})
    first = change.signed.valid_from or ALWAYS
    return [first] if change.state is State.CHANGED else sorted({first, *(day for day in known if day > first)})


class PlanWriting:
    """One saving: its connection, the submission that brings it, and the keys of all codes, old and new."""

    def __init__(self, connection: Connection, programme: int, submission: int, now: datetime) -> None:
        self.connection, self.programme, self.submission, self.now = connection, programme, submission, now
        self.keys = {table: self._keys(*TABLES[table][:1]) for table in TABLES if table != "targets"}
        self.keys["areas"] = self._keys(models.PriorityArea)

    def _keys(self, identity: Any) -> dict[str, int]:
        """Keys by code, of rows that only a withdrawn submission brought, too: their codes are used again."""
        statement = select(identity.code, identity.id).where(identity.programme_id == self.programme)
        return {code: key for code, key in self.connection.execute(statement)}

    @cached_property
    def _version(self) -> Values:
        return {"recorded": self.now, "submission_id": self.submission}

    def write(self, change: RowChange) -> None:
        """Write a row as a new version of what it is about; a row that goes, as one that says so."""
        row = change.becomes or change.was
        assert row is not None
        _identity, versions, name = TABLES[row.table]
        kept = self._kept(row) if change.was is not None else {}
        values = {**kept, **self._content(row)}
        if change.was is None:
            values = self._in_new_order(row, values)
        key = self._identity(row, values)
        for name_of in CHECKED_NAMES if isinstance(row, Named) and isinstance(change.was, Named) else ():
            if getattr(row, name_of) != getattr(change.was, name_of):
                values[f"{name_of}_status"] = "unverified"  # nobody has checked the new one yet
        allowed = {column.key for column in versions.__table__.columns}
        values = {column: value for column, value in values.items() if column in allowed}
        for valid_from in self._days(row.table, key, change):
            dated = {"valid_from": valid_from, "gone": change.state is State.GONE, **self._version}
            version = add(self.connection, versions, **values, **dated, **{name: key})
            if isinstance(row, IndicatorRow):
                self._add_levels(version, row)

    def _days(self, table: str, key: int, change: RowChange) -> list[date]:
        _identity, versions, name = TABLES[table]
        statement = select(versions.valid_from).where(
            getattr(versions, name) == key, versions.submission_id.not_in(not_counting(by_now()))
        )
        return days(change, set(self.connection.scalars(statement)), table in CONTENT_IN_IDENTITY)

    def _content(self, row: Row) -> Values:
        """The columns of a row; what it names by code, by key."""
        values: Values = {name: value for name, value in content(row) if name not in NOT_IN_VERSIONS}
        if "framework" in row.__dataclass_fields__:
            values["framework_id"] = self.keys["frameworks"][getattr(row, "framework")]  # noqa: B009
        if isinstance(row, TargetRow):
            values["indicator_id"] = self.keys["indicators"][values.pop("indicator")]
        if isinstance(row, IndicatorRow):
            values["priority_area_id"] = self.keys["areas"][row.priority_area] if row.priority_area else None
            values = {name: value for name, value in values.items() if not name.startswith("criteria_")}
        if isinstance(row, WorkplanRow):
            values |= {"first_year": row.first_year, "last_year": row.last_year}
        return values

    def _kept(self, row: Row) -> Values:
        """Columns that no workbook shows, as they are in force."""
        identity, versions, owner = TABLES[row.table]
        if row.table == "targets":
            return {}
        key = self.keys[row.table][row.key[0]]
        if row.table in CONTENT_IN_IDENTITY:
            shown = held(identity, by_now())
            statement: Any = select(shown).where(shown.id == key)
        else:
            newest = newest_version(versions, key, getattr(versions, owner), by_now())
            statement = select(versions).where(versions.id == newest)
        found = self.connection.execute(statement).mappings().one()
        columns = {name: one.key for one in versions.__table__.columns for name in (one.name, one.key)}
        left_out = {"id", "valid_from", "recorded", "submission_id", "gone", owner}
        kept = {columns[name]: value for name, value in found.items() if name in columns}
        return {name: value for name, value in kept.items() if name not in left_out}

    def _in_new_order(self, row: Row, values: Values) -> Values:
        """A new row stands last."""
        identity = TABLES[row.table][0]
        if not hasattr(identity, "position"):
            return values
        last = self.connection.scalar(
            select(func.max(identity.position)).where(identity.programme_id == self.programme)
        )
        return {**values, "position": (last or 0) + 1}

    def _identity(self, row: Row, values: Values) -> int:
        """The key of what a row is about; a code that nobody had before gets one."""
        identity = TABLES[row.table][0]
        columns = {column.key for column in identity.__table__.columns}
        own = {name: value for name, value in values.items() if name in columns and name != "id"}
        if isinstance(row, TargetRow):
            wanted = [getattr(identity, name) == own[name] for name in ("indicator_id", "framework_id", "due_on")]
            found = self.connection.scalar(select(identity.id).where(*wanted))
            return found or add(self.connection, identity, **own)
        known = self.keys[row.table].get(row.key[0])
        if known is not None:
            if isinstance(row, WorkplanRow):
                self._sign(known, row)
            return known
        if row.table in CONTENT_IN_IDENTITY:
            own["by_versions"] = True
        key = add(self.connection, identity, **{**own, "programme_id": self.programme, "code": row.key[0]})
        self.keys[row.table][row.key[0]] = key
        if isinstance(row, WorkplanRow):
            self._sign(key, row)
        if isinstance(row, IndicatorRow):
            goals = [{"indicator_id": key, "goal_id": self.keys["goals"][goal]} for goal in row.goals]
            bulk(self.connection, models.IndicatorGoal, goals)
        return key

    def _sign(self, workplan: int, row: WorkplanRow) -> None:
        """Years and signatories, which no version holds: of a code that a withdrawn submission used, they are new."""
        signed = models.WorkplanPartner
        years = {"first_year": row.first_year, "last_year": row.last_year}
        self.connection.execute(update(models.Workplan).where(models.Workplan.id == workplan).values(**years))
        self.connection.execute(delete(signed).where(signed.workplan_id == workplan))
        self.connection.execute(
            insert(signed),
            [
                {"workplan_id": workplan, "partner_id": self.keys["partners"][code], "position": position}
                for position, code in enumerate(row.partners, start=1)
            ],
        )

    def _add_levels(self, version: int, row: IndicatorRow) -> None:
        def said(texts: tuple[str, ...], level: int) -> str:
            return texts[level] if level < len(texts) else ""

        levels = (
            {
                "indicator_version_id": version,
                "level": level,
                "criteria_en": english,
                "criteria_ru": said(row.criteria_ru, level),
                "criteria_tk": said(row.criteria_tk, level),
            }
            for level, english in enumerate(row.criteria_en)
        )
        bulk(self.connection, models.IndicatorLevel, list(levels))

    def refer(self, table: str, codes: Iterable[str]) -> list[int]:
        """The keys of some codes."""
        return [self.keys[table][code] for code in codes]
