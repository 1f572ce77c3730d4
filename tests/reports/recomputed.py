"""What the reports should say, recomputed from the rows of the file with plain SQL and one judgement at a time.

Nothing of db.queries is used here: only sqlite3, and the pure judgement of a single activity.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from math import nan
from pathlib import Path
from typing import Any

from monitoring.delivery import Judgement, Report, judge
from monitoring.periods import Dates, Period
from monitoring.planned import Plan

LEFT_OUT = ("cancelled", "carried over", "postponed")


@dataclass(frozen=True)
class One:
    """An activity as the file has it, with its judgement and its money in cents by kind and currency."""

    code: str
    partner: str
    area: str
    goals: frozenset[str]
    regions: frozenset[str]
    judged: Judgement
    money: dict[tuple[str, str], int]

    def counted(self) -> bool:
        return self.judged.status.value not in LEFT_OUT


def activities(file: Path, dates: Dates, years: Iterable[int] = ()) -> list[One]:
    """Every activity of the workplans of some years, or of those in force at the reporting date."""
    known = dates.known_on.strftime("%Y-%m-%d %H:%M:%S.%f")
    values = {"as_of": dates.as_of.isoformat(), "known": known}
    with sqlite3.connect(file) as connection:
        connection.row_factory = sqlite3.Row
        out = _taken_out(connection, known)
        periods = [_period(row) for row in connection.execute("SELECT * FROM reporting_period")]
        found = connection.execute(
            "SELECT a.id, a.code, w.first_year, w.last_year, w.signed_on FROM activity a "
            "JOIN workplan w ON w.id = a.workplan_id"
        )
        wanted = tuple(years) or (dates.as_of.year,)
        rows = [row for row in found if any(row["first_year"] <= year <= row["last_year"] for year in wanted)]
        every = [_one(connection, row, values, out, dates.as_of, periods) for row in rows]
    return [one for one in every if one is not None]


def delivered(found: Iterable[One]) -> float:
    """The delivered share of a group whose activities count alike: over those with a report; NaN without any."""
    shares = [one.judged.delivered for one in found if one.counted() and one.judged.delivered is not None]
    return sum(shares) / len(shares) if shares else nan


def delivered_of_due(found: Iterable[One]) -> float:
    """Delivered beside what the plan asked for at the dates of the reports; NaN where nothing was due."""
    pairs = [
        (one.judged.delivered, one.judged.planned_at_report)
        for one in found
        if one.counted() and one.judged.delivered is not None and one.judged.planned_at_report is not None
    ]
    due = sum(planned for _share, planned in pairs)
    return sum(min(pair) for pair in pairs) / due if due else nan


def money(found: Iterable[One], kind: str, currency: str) -> int:
    return sum(one.money.get((kind, currency), 0) for one in found)


def _taken_out(connection: sqlite3.Connection, known: str) -> set[int]:
    newest: dict[int, str] = {}
    statement = "SELECT submission_id, event FROM submission_event WHERE moment <= ? ORDER BY moment, id"
    for submission, event in connection.execute(statement, (known,)):
        newest[submission] = event
    return {submission for submission, event in newest.items() if event in ("withdrawn", "returned")}


def _one(
    connection: sqlite3.Connection, row: Any, values: dict[str, str], out: set[int], as_of: date, periods: list[Period]
) -> One | None:
    given = values | {"activity": row["id"]}
    versions = connection.execute(
        "SELECT * FROM activity_version WHERE activity_id = :activity AND valid_from <= :as_of AND recorded <= :known "
        "ORDER BY valid_from, recorded, id",
        given,
    ).fetchall()
    standing = [version for version in versions if version["submission_id"] not in out]
    if not standing:
        return None
    version = standing[-1]
    reports = [
        report
        for report in connection.execute(
            "SELECT r.*, EXISTS (SELECT 1 FROM verification v WHERE v.report_id = r.id AND v.moment <= :known) AS seen "
            "FROM progress_report r WHERE activity_id = :activity AND as_of <= :as_of AND recorded <= :known "
            "ORDER BY as_of, recorded, id",
            given,
        )
        if report["submission_id"] not in out
    ]
    return One(
        code=row["code"],
        partner=_code(connection, "partner", version["lead_partner_id"]),
        area=_code(connection, "priority_area", version["priority_area_id"]),
        goals=_linked(connection, "goal", version["id"]),
        regions=_linked(connection, "region", version["id"]),
        judged=judge(_plan(connection, version, row["signed_on"]), _report(reports, version), as_of, periods),
        money=_money(connection, version["id"], given, reports, out),
    )


def _plan(connection: sqlite3.Connection, version: Any, signed_on: str) -> Plan:
    milestones = connection.execute(
        "SELECT due_on, share_micro FROM milestone WHERE version_id = ? ORDER BY due_on", (version["id"],)
    )
    return Plan(
        starts=date.fromisoformat(version["starts"]),
        ends=date.fromisoformat(version["ends"]),
        measured_by=version["measured_by"],
        milestones=tuple((date.fromisoformat(day), share / 1e8) for day, share in milestones),
        precision=version["precision"],
        signed_on=date.fromisoformat(signed_on),
        state=version["state"],
    )


def _report(reports: list[Any], version: Any) -> Report | None:
    if not reports:
        return None
    shares = [share for share in (_share(report, version) for report in reports) if share is not None]
    with_number = [report for report in reports if _share(report, version) is not None]
    return Report(
        as_of=date.fromisoformat(reports[-1]["as_of"]),
        share=shares[-1] if shares else nan,
        verified=bool(with_number and with_number[-1]["seen"]),
        rating=reports[-1]["rating"],
    )


def _share(report: Any, version: Any) -> float | None:
    if report["stage"] is not None:
        return float(report["stage"]) / 100
    if report["quantity_micro"] is not None:
        return min(1.0, float(report["quantity_micro"]) / float(version["planned_quantity_micro"]))
    return None if report["share_micro"] is None else float(report["share_micro"]) / 1e8


def _money(
    connection: sqlite3.Connection, version: int, given: dict[str, Any], reports: list[Any], out: set[int]
) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}

    def add(kind: str, currency: str, cents: int | None) -> None:
        if cents is not None:
            found[kind, currency] = found.get((kind, currency), 0) + cents

    for line in connection.execute("SELECT * FROM funding_line WHERE version_id = ?", (version,)):
        add("planned", line["currency"], line["planned_cents"])
    flows = "SELECT * FROM funding_flow WHERE activity_id = :activity AND dated <= :as_of AND recorded <= :known"
    for flow in connection.execute(flows, given):
        if flow["submission_id"] not in out:
            add(flow["kind"], flow["currency"], flow["amount_cents"])
    spent = [report for report in reports if report["spent_cents"] is not None]
    if spent:
        add("spent", spent[-1]["currency"], spent[-1]["spent_cents"])
    return found


def _code(connection: sqlite3.Connection, table: str, key: int) -> str:
    return str(connection.execute(f"SELECT code FROM {table} WHERE id = ?", (key,)).fetchone()[0])


def _linked(connection: sqlite3.Connection, kind: str, version: int) -> frozenset[str]:
    statement = f"SELECT o.code FROM activity_{kind} l JOIN {kind} o ON o.id = l.{kind}_id WHERE l.version_id = ?"
    return frozenset(code for (code,) in connection.execute(statement, (version,)))


def _period(row: Any) -> Period:
    return Period(row["code"], *(datetime.fromisoformat(row[day]).date() for day in ("starts", "ends", "closes")))
