"""All activities of the workplans shown, judged at the two dates, with what hangs on them: read once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from db.engine import Database
from db.queries import statements
from db.queries.limits import limits
from db.queries.periods import reporting_periods
from db.queries.remembered import remembered
from monitoring.delivery import disagrees
from monitoring.delivery_table import CODE, Array, JudgedTable, PlanTable, judge_all
from monitoring.periods import Dates, period_of
from monitoring.status import Delivery

MICRO_PERCENT = 100_000_000.0
MICRO = 1_000_000.0
STATES = {"active": -1, **{status.value: code for status, code in CODE.items()}}
TEXTS = ("code", "workplan", "partner", "area", *statements.PLAIN, *statements.REPORTED)  # as they are read
NO_VERSIONS = (0, -1)


@dataclass(frozen=True)
class Links:
    """What hangs on activities, one entry a link: the row of the activity, the code, and a marker's level."""

    row: Array
    code: Array
    level: Array


@dataclass(frozen=True)
class Snapshot:
    """One moment of knowledge.

    Attributes:
        activities: one row an activity; the columns are listed at :func:`db.queries.activities.judged_activities`.
        judged: the same rows as the judgement gave them.
        plans, first_plans: the plans in force, and as first signed, as the planned line takes them.
        links: by "goal", "region", "supporter", "marker".
        flows: what moved by the reporting date: activity code, kind of flow, currency, cents.
    """

    activities: pd.DataFrame
    judged: JudgedTable
    plans: PlanTable
    first_plans: PlanTable
    links: dict[str, Links]
    flows: Sequence[tuple[str, str, str, int]]

    @cached_property
    def columns(self) -> dict[str, Array]:
        """The columns of ``activities`` as arrays: a page asks for them hundreds of times."""
        return {str(name): self.activities[name].to_numpy() for name in self.activities.columns}


@remembered
def snapshot(database: Database, dates: Dates, years: tuple[int, ...] = ()) -> Snapshot:
    """The activities at the two dates, judged. Shared by all who ask: not to be changed."""
    periods = reporting_periods(database, dates.known_on)
    with database.reading() as connection:
        result = connection.execute(statements.activities(database, dates, years))
        names, rows = list(result.keys()), result.all()
        columns = dict(zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True))
        plans = _plans(connection, columns, "")
        first_plans = _plans(connection, columns, "first_")
        links = {kind: _links(connection, kind, columns["version"]) for kind in statements.LINKS}
        planned = _planned_money(connection, columns["version"])
        flows = connection.execute(statements.moved_money(database, dates, years)).all()
    reported_on = _days(columns["reported_on"])
    share = np.array(columns["share"], dtype=float) / MICRO_PERCENT
    judged = judge_all(plans, reported_on, share, dates.as_of, periods, limits(database, dates))
    frame = pd.DataFrame(
        {
            **{name: pd.Series(columns[name], dtype=object) for name in TEXTS},
            **_plan_columns(columns, plans, first_plans),
            "amended_on": _days(columns["amended_on"]),
            "amended_why": pd.Series(columns["amended_why"], dtype=object),
            "reported_on": reported_on,
            "status": pd.Series(judged.words(), dtype=object),
            **_judged_columns(judged),
            **_reports_of_the_period(judged, plans, reported_on, period_of(dates.as_of, periods)),
            "disagrees": _disagreements(columns["rating"], judged),
            "in_words": np.array(columns["in_words"], dtype=bool),
            "verified": np.array(columns["verified"], dtype=bool),
            "planned_cents": planned["planned_cents"],
            "currency": pd.Series(planned["currency"], dtype=object),
            **_moved_money(flows, columns["code"], planned["currency"]),
            "spent_cents": np.array(columns["spent_cents"], dtype=float),
            "spent_currency": pd.Series(columns["spent_currency"], dtype=object),
            "illustrative": np.array(columns["illustrative"], dtype=bool),
        }
    )
    return Snapshot(frame, judged, plans, first_plans, links, flows)


def _plans(connection: Connection, columns: dict[str, Any], which: str) -> PlanTable:
    versions = columns[f"{which}version"]
    found: dict[int, list[tuple[date, float]]] = defaultdict(list)
    for version, due_on, share in connection.execute(statements.milestones(_span(versions))):
        found[version].append((due_on, share / MICRO_PERCENT))
    return PlanTable(
        starts=_days(columns[f"{which}starts"]),
        ends=_days(columns[f"{which}ends"]),
        event=np.array([measured == "event" for measured in columns["measured_by"]], dtype=bool),
        quarter_precision=np.array([precision == "quarter" for precision in columns["precision"]], dtype=bool),
        state=np.array([STATES[state] for state in columns["state"]], dtype=np.int64),
        signed_on=_days(columns["signed_on"]),
        milestones={row: tuple(found[version]) for row, version in enumerate(versions) if version in found},
    )


def _plan_columns(columns: dict[str, Any], plans: PlanTable, first_plans: PlanTable) -> dict[str, Any]:
    return {
        "planned_quantity": np.array(columns["planned_quantity"], dtype=float) / MICRO,
        "signed_on": plans.signed_on,
        "starts": plans.starts,
        "ends": plans.ends,
        "first_ends": first_plans.ends,
    }


def _judged_columns(judged: JudgedTable) -> dict[str, Array]:
    names = ("delivered", "planned_at_report", "planned_now", "days_behind", "days_past_end")
    return {name: getattr(judged, name) for name in (*names, "report_late", "report_due")}


def _reports_of_the_period(
    judged: JudgedTable, plans: PlanTable, reported_on: Array, starts: date | None
) -> dict[str, Array]:
    """Whether a report was due for the period of the reporting date, and whether one dated in it came.

    Due for what was under way in it, unless the plan was completed before or taken out by an amendment.
    """
    if starts is None:
        none = np.zeros(len(reported_on), dtype=bool)
        return {"due_in_period": none, "in_period": none}
    first_day = np.datetime64(starts)
    dated_in_it = reported_on >= first_day
    done_before = (judged.status == CODE[Delivery.COMPLETED]) & ~dated_in_it
    under_way = (plans.state < 0) & (plans.ends >= first_day) & (judged.status != CODE[Delivery.NOT_YET_DUE])
    due = under_way & ~done_before
    return {"due_in_period": due, "in_period": due & dated_in_it}


def _disagreements(ratings: Sequence[str | None], judged: JudgedTable) -> Array:
    statuses = judged.words()
    return np.array(
        [
            rating is not None and disagrees(rating, Delivery(statuses[row]), float(judged.delivered[row]))
            for row, rating in enumerate(ratings)
        ],
        dtype=bool,
    )


def _links(connection: Connection, kind: str, versions: Sequence[int]) -> Links:
    row_of = {version: row for row, version in enumerate(versions)}
    code_of = dict(connection.execute(statements.codes(kind)).all())
    found = connection.execute(statements.links(kind, _span(versions)))
    kept = [(row_of[version], code_of[key], level) for version, key, level in found if version in row_of]
    rows, codes, levels = zip(*kept, strict=True) if kept else ((), (), ())
    return Links(np.array(rows, np.int64), np.array(codes, dtype=object), np.array(levels, np.int64))


def _planned_money(connection: Connection, versions: Sequence[int]) -> dict[str, Array]:
    """Planned cents and their currency; NaN where no amount is known, or where currencies differ."""
    row_of = {version: row for row, version in enumerate(versions)}
    cents: Array = np.full(len(versions), np.nan)
    currency: Array = np.full(len(versions), "", dtype=object)
    for version, unit, amount in connection.execute(statements.planned_money(_span(versions))):
        row = row_of.get(version)
        if row is not None:
            cents[row] = amount if not currency[row] else np.nan
            currency[row] = f"{currency[row]} {unit}".strip()
    return {"planned_cents": cents, "currency": currency}


def _moved_money(found: Any, codes: Sequence[str], currency: Array) -> dict[str, Array]:
    """Cents funded and released in the activity's own currency; NaN where nothing moved."""
    row_of = {code: row for row, code in enumerate(codes)}
    cents: dict[str, Array] = {kind: np.full(len(codes), np.nan) for kind in ("funded", "released")}
    for code, kind, unit, amount in found:
        row = row_of[code]
        if kind in cents and unit == currency[row]:
            cents[kind][row] = amount
    return {f"{kind}_cents": amounts for kind, amounts in cents.items()}


def _span(versions: Sequence[int]) -> tuple[int, int]:
    return (min(versions), max(versions)) if versions else NO_VERSIONS


def _days(column: Sequence[Any]) -> Array:
    """Dates, as text or as dates, as ``datetime64[D]``; NaT for none."""
    return np.array(column, dtype="datetime64[D]")
