"""One activity with what hangs on it, at the two dates."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Activity, ActivityVersion, FocalPoint, FundingLine, Milestone
from db.queries import names, statements
from db.queries.attached import MICRO_PERCENT
from db.queries.in_force import newest_version
from db.queries.snapshot import Snapshot, snapshot
from monitoring.language import name, spoken
from monitoring.periods import Dates
from monitoring.planned import line
from monitoring.rows import rows_of


@dataclass(frozen=True)
class Detail:
    """An activity: its row of judged_activities, and the names of what it serves and where.

    ``planned`` and ``first_planned`` are corners (day, share 0 to 1); ``course``: as_of and share of counted ones.
    ``markers``: cross-cutting priority and level (1 to 3); ``milestones``: day, share (0 to 1) and name; ``funding``:
    source, modality, currency and planned cents (None: not known); ``contacts``: side, name, post and contact;
    ``years``: those of all workplans.
    """

    row: dict[str, Any]
    supporters: tuple[str, ...]
    goals: tuple[str, ...]
    regions: tuple[str, ...]
    planned: list[tuple[date, float]]
    first_planned: list[tuple[date, float]]
    course: pd.DataFrame
    markers: tuple[tuple[str, int], ...]
    milestones: tuple[tuple[date, float, str], ...]
    funding: tuple[tuple[str, str, str, int | None], ...]
    contacts: tuple[tuple[str, str, str, str], ...]
    years: tuple[int, ...]


def activity_detail(database: Database, dates: Dates, code: str) -> Detail | None:
    """The activity of that code, of whichever year; None where no plan had it at the two dates."""
    years = tuple(sorted({int(year) for year in names.workplans(database)["first_year"]}))
    current = snapshot(database, dates, years)
    found = np.flatnonzero((current.activities["code"] == code).to_numpy())
    if len(found) == 0:
        return None
    row = int(found[0])
    called = {item["code"]: name(item) for item in rows_of(names.goals(database))}
    called |= {item["code"]: name(item) for item in rows_of(names.regions(database))}
    areas = {item["code"]: name(item) for item in rows_of(names.areas(database))}
    own = current.links["marker"].row == row
    pairs = zip(current.links["marker"].code[own], current.links["marker"].level[own], strict=True)
    milestones, funding, contacts = _beside(database, dates, code)
    return Detail(
        markers=tuple((areas[area], int(level)) for area, level in pairs if level),
        years=years,
        milestones=milestones,
        funding=funding,
        contacts=contacts,
        row=rows_of(current.activities.iloc[[row]])[0],
        supporters=_linked(current, "supporter", row),
        goals=tuple(called[goal] for goal in _linked(current, "goal", row)),
        regions=tuple(called[region] for region in _linked(current, "region", row)),
        planned=line(current.plans.plan(row)),
        first_planned=line(current.first_plans.plan(row)),
        course=_course(database, dates, years, code),
    )


def _beside(database: Database, dates: Dates, code: str) -> tuple[Any, Any, Any]:
    """Milestones, funding lines and focal points of the version in force."""
    in_force = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    version = select(in_force).where(Activity.programme_id == database.programme_id, Activity.code == code)
    spoken_name = getattr(Milestone, f"name_{spoken()}")
    with database.reading() as connection:
        number = connection.scalar(version)
        milestones = connection.execute(
            select(Milestone.due_on, Milestone.share, spoken_name, Milestone.name_en)
            .where(Milestone.version_id == number)
            .order_by(Milestone.due_on)
        ).all()
        funding = connection.execute(
            select(FundingLine.source, FundingLine.modality, FundingLine.currency, FundingLine.planned_cents)
            .where(FundingLine.version_id == number)
            .order_by(FundingLine.id)
        ).all()
        contacts = connection.execute(
            select(FocalPoint.side, FocalPoint.name, FocalPoint.post, FocalPoint.contact)
            .where(FocalPoint.version_id == number)
            .order_by(FocalPoint.id)
        ).all()
    dated = tuple((day, float(share) / 100, own or english) for day, share, own, english in milestones)
    return dated, tuple(map(tuple, funding)), tuple(map(tuple, contacts))


def _course(database: Database, dates: Dates, years: tuple[int, ...], code: str) -> pd.DataFrame:
    statement = statements.reports(database, dates, years, code)
    with database.reading() as connection:
        rows = connection.execute(statement).all()
    frame = pd.DataFrame([row[1:] for row in rows], columns=["as_of", "share"])
    frame["share"] = frame["share"].astype(float) / MICRO_PERCENT
    return frame.drop_duplicates("as_of", keep="last")


def _linked(current: Snapshot, kind: str, row: int) -> tuple[str, ...]:
    links = current.links[kind]
    return tuple(str(code) for code in links.code[links.row == row])
