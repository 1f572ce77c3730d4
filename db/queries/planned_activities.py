"""The activities of a reporting period, with what was last reported of each: for forms and for checking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, func, or_, select

from db.engine import Database
from db.models import Activity, ActivitySupporter, ActivityVersion, FundingFlow, FundingLine, Partner, Workplan
from db.queries import standing
from db.queries.in_force import newest_version, not_counting
from monitoring.form import FormActivity, LastFigure
from monitoring.periods import Dates

PLANNED = ("title_en", "title_ru", "title_tk", "unit_en", "unit_ru", "unit_tk", "state", "measured_by")


@dataclass(frozen=True)
class InForce:
    """One activity of a plan: its keys, and the code of the partner that leads it.

    ``runs``: whether it is in force in the period, by its workplan, or because an amendment lets it end later. What
    does not run is of an earlier workplan: nobody is asked for it, but a late report on it is understood.
    """

    id: int
    code: str
    illustrative: bool
    version: int
    lead: str
    area: int
    state: str
    runs: bool


def plan_of(connection: Connection, database: Database, since: date, dates: Dates) -> list[InForce]:
    """The activities of the workplans of the year of ``dates.as_of`` and of earlier ones, by code.

    ``since`` is the first day of the reporting period that ends on ``dates.as_of``.
    """
    in_force = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    statement = (
        select(Activity.id, Activity.code, Activity.illustrative, ActivityVersion.id, Partner.code)
        .add_columns(ActivityVersion.priority_area_id, ActivityVersion.state)
        .add_columns(or_(Workplan.last_year >= dates.as_of.year, ActivityVersion.ends >= since))
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(ActivityVersion, ActivityVersion.id == in_force)
        .join(Partner, Partner.id == ActivityVersion.lead_partner_id)
        .where(
            Activity.programme_id == database.programme_id,
            Workplan.first_year <= dates.as_of.year,
        )
        .order_by(Activity.code)
    )
    return [InForce(*row) for row in connection.execute(statement)]


def activities(
    connection: Connection, plan: Sequence[InForce], partner: str | None, starts: date, dates: Dates
) -> tuple[FormActivity, ...]:
    """Those that a partner leads, then those it supports; without a partner all, as their leads see them.

    ``starts`` is the first day of the period: what was reported from it on is shown as reported in the period.
    """
    helping = supporters(connection, plan)
    led = [one for one in plan if partner in (None, one.lead)]
    ours = led + [one for one in plan if one not in led and partner in helping.get(one.version, ())]
    planned = _planned(connection, ours)
    currencies = _currencies(connection, ours)
    reported = _reported(connection, ours, starts, dates)
    released = _released(connection, ours, dates)
    found = []
    for one in ours:
        part: Literal["leads", "supports"] = "leads" if partner in (None, one.lead) else "supports"
        known = {"currency": currencies.get(one.version, ""), **planned[one.version], **reported.get(one.code, {})}
        known["released_cents"] = released.get((one.id, known.get("spent_currency") or known["currency"]))
        known["supporters"] = helping.get(one.version, ())
        found.append(FormActivity(code=one.code, part=part, lead=one.lead, illustrative=one.illustrative, **known))
    return tuple(found)


def supported_by(connection: Connection, plan: Sequence[InForce], partner: str) -> list[InForce]:
    """Those of ``plan`` that a partner supports and does not lead."""
    helping = supporters(connection, plan)
    return [one for one in plan if one.lead != partner and partner in helping.get(one.version, ())]


def supporters(connection: Connection, plan: Iterable[InForce]) -> dict[int, tuple[str, ...]]:
    """Codes of the supporting partners, by version."""
    statement = (
        select(ActivitySupporter.version_id, Partner.code)
        .join(Partner, Partner.id == ActivitySupporter.partner_id)
        .where(ActivitySupporter.version_id.in_([one.version for one in plan]))
        .order_by(Partner.position)
    )
    found: dict[int, tuple[str, ...]] = {}
    for version, code in connection.execute(statement):
        found[version] = (*found.get(version, ()), code)
    return found


def _planned(connection: Connection, ours: Iterable[InForce]) -> dict[int, dict[str, Any]]:
    columns = (*PLANNED, "planned_quantity", "starts", "ends")
    statement = select(ActivityVersion.id, *(getattr(ActivityVersion, name) for name in columns)).where(
        ActivityVersion.id.in_([one.version for one in ours])
    )
    return {key: dict(zip(columns, values, strict=True)) for key, *values in connection.execute(statement)}


def _currencies(connection: Connection, ours: Iterable[InForce]) -> dict[int, str]:
    """The currency of an activity's money by version, where it is only one."""
    statement = (
        select(FundingLine.version_id, func.min(FundingLine.currency))
        .where(FundingLine.version_id.in_([one.version for one in ours]))
        .group_by(FundingLine.version_id)
        .having(func.min(FundingLine.currency) == func.max(FundingLine.currency))
    )
    return {version: currency for version, currency in connection.execute(statement)}


def _released(connection: Connection, ours: Iterable[InForce], dates: Dates) -> dict[tuple[int, str], int]:
    """What was released, in cents, by activity and currency."""
    statement = (
        select(FundingFlow.activity_id, FundingFlow.currency, func.sum(FundingFlow.amount_cents))
        .where(
            FundingFlow.activity_id.in_([one.id for one in ours]),
            FundingFlow.kind == "released",
            FundingFlow.dated <= dates.as_of,
            FundingFlow.recorded <= dates.known_on,
            FundingFlow.submission_id.not_in(not_counting(dates)),
        )
        .group_by(FundingFlow.activity_id, FundingFlow.currency)
    )
    return {(activity, currency): int(cents) for activity, currency, cents in connection.execute(statement)}


def _reported(connection: Connection, ours: Iterable[InForce], starts: date, dates: Dates) -> dict[str, dict[str, Any]]:
    """By activity: the last number, since when it stays the same, the last spending, and the newest report dated within
    the period.
    """
    found: dict[str, dict[str, Any]] = {}
    for _, report in standing.reports(connection, [one.id for one in ours], dates):
        known = found.setdefault(report.activity, {})
        figures = (report.share, report.stage, report.quantity)
        known["reported_on"] = report.as_of
        if any(figure is not None for figure in figures):
            last, quarter = LastFigure(report.as_of, *figures), (report.as_of.year, (report.as_of.month + 2) // 3)
            same = "last" in known and known["last"].figures == last.figures
            known["unchanged"] = (known["unchanged"] if same else frozenset()) | {quarter}
            known["last"] = last
        if report.spent_cents is not None:
            known |= {"spent_cents": report.spent_cents, "spent_currency": report.currency, "spent_on": report.as_of}
        if report.as_of >= starts:
            known["reported"] = report
    return found
