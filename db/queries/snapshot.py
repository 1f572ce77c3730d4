"""All activities of the workplans shown, judged at the two dates, with what hangs on them: read once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from db.engine import Database
from db.queries import attached, statements
from db.queries.attached import MICRO_PERCENT, Flows, Links
from db.queries.columns import DAYS, columns, places
from db.queries.limits import limits
from db.queries.periods import reporting_periods
from db.queries.remembered import remembered
from monitoring.delivery import disagrees
from monitoring.delivery_table import CODE, STATUSES, Array, JudgedTable, PlanTable, judge_all
from monitoring.periods import Dates, period_of
from monitoring.status import Delivery

MICRO = 1_000_000.0
STATES = {"active": -1, **{status.value: code for status, code in CODE.items()}}
TEXTS = ("code", "workplan", "partner", "area", *statements.PLAIN, *statements.REPORTED)  # as they are read
KINDS: dict[str, Any] = {
    **dict.fromkeys(("signed_on", "amended_on", "starts", "ends", "first_starts", "first_ends", "reported_on"), DAYS),
    **dict.fromkeys(("workplan_id", "version", "first_version"), np.int64),
    **dict.fromkeys(("planned_quantity", "share", "spent_cents"), float),
    **dict.fromkeys(("illustrative", "in_words", "verified"), bool),
}


@dataclass(frozen=True)
class Snapshot:
    """One moment of knowledge.

    Attributes:
        activities: one row an activity; the columns are listed at :func:`db.queries.activities.judged_activities`.
        judged: the same rows as the judgement gave them.
        plans, first_plans: the plans in force, and as first signed, as the planned line takes them.
        links: by "goal", "region", "supporter", "marker".
        flows: what moved by the reporting date.
    """

    activities: pd.DataFrame
    judged: JudgedTable
    plans: PlanTable
    first_plans: PlanTable
    links: dict[str, Links]
    flows: Flows

    @cached_property
    def columns(self) -> dict[str, Array]:
        """The columns of ``activities`` as arrays: a page asks for them hundreds of times."""
        return {str(name): self.activities[name].to_numpy() for name in self.activities.columns}


@remembered
def snapshot(database: Database, dates: Dates, years: tuple[int, ...] = ()) -> Snapshot:
    """The activities at the two dates, judged. Shared by all who ask: not to be changed."""
    periods = reporting_periods(database, dates.known_on)
    with database.reading() as connection:
        found = _in_order(columns(connection.execute(statements.activities(database, dates, years)), KINDS))
        due = attached.milestones(connection, np.concatenate([found["version"], found["first_version"]]))
        links = {kind: attached.links(connection, kind, found["version"]) for kind in statements.LINKS}
        planned_cents, currency = attached.planned_money(connection, found["version"])
        flows = attached.flows(connection, database, dates, years, found["code"])
    plans, first_plans = _plans(found, "", due), _plans(found, "first_", due)
    share = found["share"] / MICRO_PERCENT
    judged = judge_all(plans, found["reported_on"], share, dates.as_of, periods, limits(database, dates))
    frame = pd.DataFrame(
        {
            **{name: _texts(found[name]) for name in TEXTS},
            **_plan_columns(found, plans, first_plans),
            "amended_on": found["amended_on"],
            "amended_why": _texts(found["amended_why"]),
            "reported_on": found["reported_on"],
            "status": _texts(judged.words()),
            **_judged_columns(judged),
            **_reports_of_the_period(judged, plans, found["reported_on"], period_of(dates.as_of, periods)),
            "disagrees": _disagreements(found["rating"], judged),
            "in_words": found["in_words"],
            "verified": found["verified"],
            "planned_cents": planned_cents,
            "currency": _texts(currency),
            **{f"{kind}_cents": attached.moved(flows, kind, currency) for kind in ("funded", "released")},
            "spent_cents": found["spent_cents"],
            "spent_currency": _texts(found["spent_currency"]),
            "illustrative": found["illustrative"],
        }
    )
    return Snapshot(frame, judged, plans, first_plans, links, flows)


def _in_order(found: dict[str, Array]) -> dict[str, Array]:
    """By workplan, and in it by code."""
    order = np.lexsort((found["code"].astype(str), found["workplan_id"]))
    return {name: column[order] for name, column in found.items()}


def _texts(column: Array) -> pd.Series:
    return pd.Series(column, dtype=object)


def _plans(found: dict[str, Array], which: str, due: dict[int, Any]) -> PlanTable:
    with_milestones = np.array(sorted(due), dtype=np.int64)
    rows = places(found[f"{which}version"], with_milestones)
    own = zip(rows.tolist(), with_milestones.tolist(), strict=True)
    return PlanTable(
        starts=found[f"{which}starts"],
        ends=found[f"{which}ends"],
        event=(found["measured_by"] == "event").astype(bool),
        quarter_precision=(found["precision"] == "quarter").astype(bool),
        state=np.array([STATES[state] for state in found["state"]], dtype=np.int64),
        signed_on=found["signed_on"],
        milestones={row: due[version] for row, version in own if row >= 0},
    )


def _plan_columns(found: dict[str, Array], plans: PlanTable, first_plans: PlanTable) -> dict[str, Any]:
    return {
        "planned_quantity": found["planned_quantity"] / MICRO,
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


def _disagreements(ratings: Array, judged: JudgedTable) -> Array:
    """Asked once for each rating beside a status that occurs, with something delivered or nothing."""
    place, words = pd.factorize(ratings)  # -1 for none
    cases = (place * len(STATUSES) + judged.status) * 2 + (judged.delivered > 0)
    found: Array = np.zeros(len(ratings), dtype=bool)
    for case in np.unique(cases[place >= 0]).tolist():
        pair, some = divmod(case, 2)
        rating, status = divmod(pair, len(STATUSES))
        found[cases == case] = disagrees(words[rating], STATUSES[status], float(some))
    return found
