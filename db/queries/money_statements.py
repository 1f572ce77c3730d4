"""The statements about the money of activities: what is planned, what moved, and the direct cash among it."""

from typing import Any

from sqlalchemy import Select, func, select

from db.engine import Database
from db.models import Activity, ActivityVersion, FundingFlow, FundingLine, Workplan
from db.queries.in_force import newest_version, not_counting
from db.queries.statements import shown_workplans
from monitoring.periods import Dates

CASH_KINDS = ("released", "reported")
DIRECT = "direct cash"


def planned_money(versions: tuple[int, int]) -> Select[*tuple[Any, ...]]:
    """Version, currency and planned cents of a version; lines without an amount do not count."""
    return (
        select(FundingLine.version_id, FundingLine.currency, func.sum(FundingLine.planned_cents).label("cents"))
        .where(FundingLine.version_id.between(*versions), FundingLine.planned_cents.is_not(None))
        .group_by(FundingLine.version_id, FundingLine.currency)
        .order_by(FundingLine.version_id, FundingLine.currency)
    )


def moved_money(database: Database, dates: Dates, years: tuple[int, ...]) -> Select[*tuple[Any, ...]]:
    """Activity code, kind of flow, currency and cents moved by the reporting date.

    Also of activities that are not in the plan at the two dates: asking it of each flow takes longer than reading it.
    """
    return (
        select(Activity.code, FundingFlow.kind, FundingFlow.currency, func.sum(FundingFlow.amount_cents).label("cents"))
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(FundingFlow, FundingFlow.activity_id == Activity.id)
        .where(
            Activity.programme_id == database.programme_id,
            shown_workplans(dates, years),
            *_moved_by(dates),
        )
        .group_by(Activity.code, FundingFlow.kind, FundingFlow.currency)
        .order_by(Activity.code, FundingFlow.kind, FundingFlow.currency)
    )


def money_of_plans(database: Database, dates: Dates, years: tuple[int, ...]) -> Select[*tuple[Any, ...]]:
    """Activity code, source, currency and planned cents of the plans in force; NULL where no line has an amount."""
    version = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    return (
        select(Activity.code, FundingLine.source, FundingLine.currency, func.sum(FundingLine.planned_cents))
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(FundingLine, FundingLine.version_id == version)
        .where(Activity.programme_id == database.programme_id, shown_workplans(dates, years))
        .group_by(Activity.code, FundingLine.source, FundingLine.currency)
    )


def money_of_sources(database: Database, dates: Dates, years: tuple[int, ...]) -> Select[*tuple[Any, ...]]:
    """Activity code, kind of flow, source, currency and cents moved by the reporting date."""
    parts = (Activity.code, FundingFlow.kind, FundingFlow.source, FundingFlow.currency)
    return (
        select(*parts, func.sum(FundingFlow.amount_cents))
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(FundingFlow, FundingFlow.activity_id == Activity.id)
        .where(
            Activity.programme_id == database.programme_id,
            shown_workplans(dates, years),
            _in_the_plan(dates),
            *_moved_by(dates),
        )
        .group_by(*parts)
    )


def direct_cash(database: Database, dates: Dates, years: tuple[int, ...]) -> Select[*tuple[Any, ...]]:
    """Direct cash released and reported by the reporting date, by day: code, kind, dated, amount_cents, currency,
    source.

    Also of activities that are not in the plan at the two dates.
    """
    columns = (FundingFlow.kind, FundingFlow.dated, FundingFlow.amount_cents, FundingFlow.currency, FundingFlow.source)
    return (
        select(Activity.code, *columns)
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(FundingFlow, FundingFlow.activity_id == Activity.id)
        .where(
            Activity.programme_id == database.programme_id,
            shown_workplans(dates, years),
            FundingFlow.kind.in_(CASH_KINDS),
            FundingFlow.modality == DIRECT,
            *_moved_by(dates),
        )
        .order_by(FundingFlow.dated, FundingFlow.id)
    )


def with_other_money(database: Database, dates: Dates, years: tuple[int, ...]) -> Select[*tuple[Any, ...]]:
    """Codes of the activities whose plan in force has money of another kind than direct cash."""
    version = newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    return (
        select(Activity.code)
        .join(Workplan, Workplan.id == Activity.workplan_id)
        .join(FundingLine, FundingLine.version_id == version)
        .where(
            Activity.programme_id == database.programme_id,
            shown_workplans(dates, years),
            FundingLine.modality != DIRECT,
        )
        .distinct()
    )


def _in_the_plan(dates: Dates) -> Any:
    """The condition that an activity is in the plan at the two dates: it may come later, or have been taken back."""
    return newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates).is_not(None)


def _moved_by(dates: Dates) -> tuple[Any, ...]:
    """The conditions for money that had moved by the reporting date, as known."""
    return (
        FundingFlow.dated <= dates.as_of,
        FundingFlow.recorded <= dates.known_on,
        FundingFlow.submission_id.not_in(not_counting(dates)),
    )
