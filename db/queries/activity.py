"""One activity with what hangs on it, at the two dates."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries import names, statements
from db.queries.snapshot import MICRO_PERCENT, Snapshot, snapshot
from monitoring.language import name
from monitoring.periods import Dates
from monitoring.planned import line
from monitoring.rows import rows_of


@dataclass(frozen=True)
class Detail:
    """An activity: its row of judged_activities, and the names of what it serves and where.

    ``planned`` and ``first_planned`` are corners (day, share 0 to 1); ``course``: as_of and share of counted ones.
    """

    row: dict[str, Any]
    supporters: tuple[str, ...]
    goals: tuple[str, ...]
    regions: tuple[str, ...]
    planned: list[tuple[date, float]]
    first_planned: list[tuple[date, float]]
    course: pd.DataFrame


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
    return Detail(
        row=rows_of(current.activities.iloc[[row]])[0],
        supporters=_linked(current, "supporter", row),
        goals=tuple(called[goal] for goal in _linked(current, "goal", row)),
        regions=tuple(called[region] for region in _linked(current, "region", row)),
        planned=line(current.plans.plan(row)),
        first_planned=line(current.first_plans.plan(row)),
        course=_course(database, dates, years, code),
    )


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
