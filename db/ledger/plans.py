"""Load a plan and its reports from the CSV files that benchmarks/generate_plan writes."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from db import models
from db.engine import Database, add, bulk
from db.ledger.tables_of_text import Row, cells, rows
from monitoring.periods import end_of_day

TITLES = ("title_en", "title_ru", "title_tk", "unit_en", "unit_ru", "unit_tk")
DAYS_TO_ENTER = timedelta(days=4)


def load_plan(database: Database, folder: Path) -> None:
    """Load ``activities.csv``, ``submissions.csv`` and ``reports.csv`` of a folder, all or nothing.

    A plan counts as known from four days after it was signed. Raises DataFileFaulty, naming file and line.
    """
    with database.writing() as connection:
        _PlanLoader(connection, database.programme_id).load(folder)


@dataclass(frozen=True)
class _Signed:
    """A workplan, and the submission that brought its activities."""

    workplan: int
    first_day: date
    known_since: datetime
    submission: int


class _PlanLoader:
    """One load: the keys of what is known, by code, and the rows that wait to be inserted together."""

    def __init__(self, connection: Connection, programme: int) -> None:
        self.connection, self.programme = connection, programme
        self.waiting: dict[Any, list[dict[str, Any]]] = defaultdict(list)
        self.partners = self.keys(models.Partner)
        self.areas = self.keys(models.PriorityArea)
        self.goals = self.keys(models.Goal)
        self.regions = self.keys(models.Region)
        self.periods = self.keys(models.ReportingPeriod)
        self.plans = self.signed_plans()

    def load(self, folder: Path) -> None:
        activities = {row["code"]: self.activity(row) for row in rows(folder / "activities.csv")}
        submissions = {row["code"]: self.submission(row) for row in rows(folder / "submissions.csv")}
        for row in rows(folder / "reports.csv"):
            self.report(row, activities, submissions)
        for table, waiting in self.waiting.items():
            bulk(self.connection, table, waiting)

    def keys(self, table: Any) -> dict[str, int]:
        statement = select(table.code, table.id).where(table.programme_id == self.programme)
        return {code: key for code, key in self.connection.execute(statement)}

    def add(self, table: Any, **values: Any) -> int:
        return add(self.connection, table, **values)

    def add_submission(self, moment: datetime, **values: Any) -> int:
        submission = self.add(
            models.Submission, programme_id=self.programme, recorded=moment, illustrative=True, **values
        )
        self.waiting[models.SubmissionEvent].append(
            {"submission_id": submission, "event": "recorded", "moment": moment, "person": "", "why": ""}
        )
        return submission

    def signed_plans(self) -> dict[tuple[str, int], _Signed]:
        """The signed workplans by partner and year."""
        statement = (
            select(models.Workplan.id, models.Workplan.first_year, models.Workplan.last_year, models.Workplan.signed_on)
            .add_columns(models.Partner.code)
            .join(models.WorkplanPartner, models.WorkplanPartner.workplan_id == models.Workplan.id)
            .join(models.Partner, models.Partner.id == models.WorkplanPartner.partner_id)
            .where(models.Workplan.programme_id == self.programme)
        )
        by_plan: dict[int, _Signed] = {}
        found = {}
        for workplan, first, last, signed_on, partner in self.connection.execute(statement).all():
            if workplan not in by_plan:
                moment = end_of_day(signed_on + DAYS_TO_ENTER)
                brought = self.add_submission(moment, kind="plan")
                by_plan[workplan] = _Signed(workplan, date(first, 1, 1), moment, brought)
            for year in range(first, last + 1):
                found[partner, year] = by_plan[workplan]
        return found

    def activity(self, row: Row) -> int:
        partner, year = row["partner"], row.whole("year")
        if (partner, year) not in self.plans:
            raise row.fault(f"partner: “{partner}” signed no workplan for {year}")
        signed = self.plans[partner, year]
        activity = self.add(
            models.Activity,
            programme_id=self.programme,
            code=row["code"],
            workplan_id=signed.workplan,
            illustrative=row["illustrative"] == "yes",
        )
        version = self.add(
            models.ActivityVersion,
            activity_id=activity,
            valid_from=signed.first_day,
            recorded=signed.known_since,
            submission_id=signed.submission,
            lead_partner_id=row.look_up(self.partners, "partner"),
            priority_area_id=row.look_up(self.areas, "area"),
            starts=row.needed_day("starts"),
            ends=row.needed_day("ends"),
            planned_quantity=row.number("planned_quantity"),
            **cells(row, *TITLES, "precision", "measured_by"),
        )
        self.version_children(row, version)
        return activity

    def version_children(self, row: Row, version: int) -> None:
        for code in row.codes("supporting"):
            partner = row.look_up(self.partners, "supporting", code)
            self.waiting[models.ActivitySupporter].append({"version_id": version, "partner_id": partner})
        for column in ("nap_goals", "cp_goal"):
            for code in row.codes(column):
                goal = row.look_up(self.goals, column, code)
                self.waiting[models.ActivityGoal].append({"version_id": version, "goal_id": goal})
        for code in row.codes("regions"):
            region = row.look_up(self.regions, "regions", code)
            self.waiting[models.ActivityRegion].append({"version_id": version, "region_id": region})
        for marker in row.codes("markers"):
            code, _, level = marker.partition(":")
            area = row.look_up(self.areas, "markers", code)
            self.waiting[models.ActivityMarker].append(
                {"version_id": version, "priority_area_id": area, "level": int(level)}
            )
        for milestone in row.codes("milestones"):
            day, _, share = milestone.partition(":")
            self.waiting[models.Milestone].append(
                {"version_id": version, "due_on": date.fromisoformat(day), "share": share}
            )
        line = {"source": "UNICEF cash", "modality": "direct cash", "currency": row["currency"]}
        cents = row.whole("planned_cents")
        self.waiting[models.FundingLine].append({"version_id": version, "planned_cents": cents, **line})

    def submission(self, row: Row) -> tuple[int, datetime]:
        moment = datetime.fromisoformat(row["recorded"].replace("Z", "+00:00")).astimezone(UTC)
        submission = self.add_submission(
            moment,
            kind="progress",
            partner_id=row.look_up(self.partners, "partner"),
            period_id=row.look_up(self.periods, "period"),
        )
        return submission, moment

    def report(self, row: Row, activities: dict[str, int], submissions: dict[str, tuple[int, datetime]]) -> None:
        if row["submission"] not in submissions:
            raise row.fault(f"submission: “{row['submission']}” is not known")
        submission, moment = submissions[row["submission"]]
        self.waiting[models.ProgressReport].append(
            {
                "activity_id": row.look_up(activities, "activity"),
                "submission_id": submission,
                "as_of": row.needed_day("as_of"),
                "recorded": moment,
                "share": row.number("share"),
                "stage": row.whole("stage") if row["stage"] else None,
                "quantity": row.number("quantity"),
                "illustrative": row["illustrative"] == "yes",
            }
        )
