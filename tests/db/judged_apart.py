"""Every figure worked out a second time, from plain SQL over the file and plain sums, apart from the program."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import text

from db.engine import Database

STATEMENT = Path(__file__).with_name("judged.sql").read_text(encoding="utf-8")
OUT = ("cancelled", "carried over", "postponed")


@dataclass(frozen=True)
class Figures:
    """What a page says of some activities."""

    activities: int
    statuses: dict[str, int]
    delivered: float
    of_due: float
    planned_then: float
    planned_now: float
    reports_in: int
    reports_due: int
    released: int
    spent: int


def activities(database: Database, as_of: date, known_on: datetime) -> pd.DataFrame:
    """One row an activity, as tests/db/judged.sql judges it."""
    moment = known_on.strftime("%Y-%m-%d %H:%M:%S.%f")
    values: dict[str, Any] = {"as_of": as_of.isoformat(), "known_on": moment, "year": as_of.year}
    with database.reading() as connection:
        result = connection.execute(text(STATEMENT), values)
        return pd.DataFrame(result.all(), columns=list(result.keys()))


def figures(rows: pd.DataFrame) -> Figures:
    """The figures of a group, every activity counting alike."""
    active = rows[~rows["status"].isin(OUT)]
    told = active[active["reported_on"].notna()]
    due = active[active["due_in_period"] == 1]
    share, asked = told["delivered"].astype(float), told["planned_then"].astype(float)
    least = pd.concat([share, asked], axis=1).min(axis=1)
    return Figures(
        activities=len(rows),
        statuses={str(word): int(count) for word, count in rows["status"].value_counts().items()},
        delivered=share.sum() / len(told) if len(told) else float("nan"),
        of_due=least.sum() / asked.sum() if asked.sum() else float("nan"),
        planned_then=asked.sum() / len(told) if len(told) else float("nan"),
        planned_now=active["planned_now"].sum() / len(active) if len(active) else float("nan"),
        reports_in=int(due["dated_in_period"].sum()),
        reports_due=len(due),
        released=int(rows["released_cents"].sum()),
        spent=int(rows["spent_cents"].sum()),
    )
