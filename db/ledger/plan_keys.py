"""What the rows of a plan refer to: the keys of what is in the database, by code, and the signed workplans."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from db import models
from db.engine import add, bulk_keys
from monitoring.periods import end_of_day

DAYS_TO_ENTER = timedelta(days=4)


@dataclass(frozen=True)
class Brought:
    """A submission: its key and the moment from which what it brought is known."""

    key: int
    recorded: datetime


@dataclass(frozen=True)
class Signed:
    """A workplan as signed: what it holds from its first day on is known by a submission."""

    workplan: int
    first_day: date
    brought: Brought


@dataclass
class Keys:
    """The connection of one load, and keys by code; those of what the load adds are filled in on the way."""

    connection: Connection
    programme: int
    submissions: dict[str, Brought] = field(default_factory=dict)
    amendments: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.partners = self._by_code(models.Partner)
        self.areas = self._by_code(models.PriorityArea)
        self.goals = self._by_code(models.Goal)
        self.regions = self._by_code(models.Region)
        self.periods = self._by_code(models.ReportingPeriod)
        self.activities = self._by_code(models.Activity)

    def _by_code(self, table: Any) -> dict[str, int]:
        statement = select(table.code, table.id).where(table.programme_id == self.programme)
        return {code: key for code, key in self.connection.execute(statement)}

    def insert(self, table: Any, rows: list[dict[str, Any]], *names: str) -> list[int]:
        """Insert rows and return their keys in the order of the rows; the columns ``names`` tell rows apart."""
        return bulk_keys(self.connection, table, rows, *names)

    def submit(self, recorded: datetime, **values: Any) -> Brought:
        """Add a submission with the event that it was recorded."""
        key = add(self.connection, models.Submission, programme_id=self.programme, recorded=recorded, **values)
        event = {"event": "recorded", "moment": recorded, "person": values.get("uploaded_by", "")}
        add(self.connection, models.SubmissionEvent, submission_id=key, **event)
        return Brought(key, recorded)

    def signed_plans(self) -> dict[tuple[str, int], Signed]:
        """The workplans by partner and year; each counts as known from four days after it was signed."""
        statement = (
            select(models.Workplan.id, models.Workplan.first_year, models.Workplan.last_year, models.Workplan.signed_on)
            .add_columns(models.Partner.code)
            .join(models.WorkplanPartner, models.WorkplanPartner.workplan_id == models.Workplan.id)
            .join(models.Partner, models.Partner.id == models.WorkplanPartner.partner_id)
            .where(models.Workplan.programme_id == self.programme)
            .order_by(models.Workplan.id, models.WorkplanPartner.position)
        )
        by_plan: dict[int, Signed] = {}
        found = {}
        for workplan, first, last, signed_on, partner in self.connection.execute(statement).all():
            if workplan not in by_plan:
                brought = self.submit(end_of_day(signed_on + DAYS_TO_ENTER), kind="plan", illustrative=True)
                by_plan[workplan] = Signed(workplan, date(first, 1, 1), brought)
            for year in range(first, last + 1):
                found[partner, year] = by_plan[workplan]
        return found
