"""What things are called: partners, workplans, priority areas, goals, regions; with the order they stand in."""

from collections.abc import Collection
from typing import Any

import pandas as pd
from sqlalchemy import Select, and_, or_, select

from db.engine import Database
from db.models import (
    Framework,
    Goal,
    Partner,
    PartnerVersion,
    PriorityArea,
    Region,
    ReportingPeriod,
    Workplan,
    WorkplanPartner,
)
from db.queries.in_force import by_now, held, newest_version
from db.queries.remembered import remembered
from monitoring import words
from monitoring.periods import Dates
from monitoring.rows import rows_of

NAMES = ("name_en", "name_ru", "name_tk")


@remembered
def partners(database: Database, dates: Dates) -> pd.DataFrame:
    """Partners as they were called at the two dates. Columns: code, kind, name_*, note, status, source,
    illustrative.
    """
    in_force = newest_version(PartnerVersion, Partner.id, PartnerVersion.partner_id, dates)
    statement = (
        select(Partner.code, PartnerVersion.kind, *_names(PartnerVersion), Partner.note, Partner.status, Partner.source)
        .add_columns(Partner.illustrative)
        .join(PartnerVersion, PartnerVersion.id == in_force)
        .where(Partner.programme_id == database.programme_id)
        .order_by(Partner.position)
    )
    return _frame(database, statement)


@remembered
def areas(database: Database) -> pd.DataFrame:
    """Priority areas and cross-cutting priorities. Columns: code, kind, name_*."""
    return _frame(database, _ordered(database, PriorityArea, PriorityArea.kind, *_names(PriorityArea)))


@remembered
def regions(database: Database, dates: Dates | None = None) -> pd.DataFrame:
    """Regions, at the two dates or as they are now. Columns: code, iso_3166_2 (empty for none), name_*."""
    region = held(Region, dates or by_now())
    return _frame(database, _ordered(database, region, region.iso_3166_2, *_names(region)))


@remembered
def goals(database: Database, dates: Dates | None = None) -> pd.DataFrame:
    """Goals of every framework, at the two dates or as they are now.

    Columns: code, framework with kind, starts and ends, name_*, note, status.
    """
    goal, framework = held(Goal, dates or by_now()), held(Framework, dates or by_now())
    statement = (
        select(
            goal.code,
            framework.code.label("framework"),
            framework.kind,
            framework.starts,
            framework.ends,
            *_names(goal),
            goal.note,
            goal.status,
        )
        .join(framework, framework.id == goal.framework_id)
        .where(goal.programme_id == database.programme_id)
        .order_by(framework.starts, framework.id, goal.position)
    )
    return _frame(database, statement)


def framework_of(database: Database, codes: Collection[str]) -> str:
    """The kind of the framework that some goals belong to; empty for none, or for goals of several."""
    found = goals(database)
    kinds = set(found["kind"][found["code"].isin(codes)])
    return str(kinds.pop()) if len(kinds) == 1 else ""


def goals_in_force(database: Database, dates: Dates, kind: str) -> pd.DataFrame:
    """The goals of the framework of a kind that runs at the reporting date; columns as in :func:`goals`."""
    found = goals(database, dates)
    runs = [row["starts"] <= dates.as_of <= row["ends"] for row in rows_of(found)]
    return found[(found["kind"] == kind) & pd.Series(runs, index=found.index, dtype=bool)].reset_index(drop=True)


@remembered
def workplans(database: Database) -> pd.DataFrame:
    """Workplans, newest first. Columns: code, first_year, last_year, signed_on, name_*, status."""
    plan = held(Workplan, by_now())
    statement = (
        select(plan.code, plan.first_year, plan.last_year, plan.signed_on, *_names(plan), plan.status)
        .where(plan.programme_id == database.programme_id)
        .order_by(plan.first_year.desc(), plan.id)
    )
    return _frame(database, statement)


@remembered
def signatories(database: Database, dates: Dates, years: tuple[int, ...] = ()) -> pd.DataFrame:
    """Workplans of some years with who signed them, one row a partner, in the order of signing; of no years given:
    those of the year of the reporting date.

    Columns: workplan, partner (codes), first_year, last_year, signed_on, name_*, status, source,
    illustrative.
    """
    plan = held(Workplan, dates)
    shown = [and_(plan.first_year <= year, plan.last_year >= year) for year in years or (dates.as_of.year,)]
    statement = (
        select(
            plan.code.label("workplan"),
            Partner.code.label("partner"),
            plan.first_year,
            plan.last_year,
            plan.signed_on,
            *_names(plan),
            plan.status,
            plan.source,
            plan.illustrative,
        )
        .join(WorkplanPartner, WorkplanPartner.workplan_id == plan.id)
        .join(Partner, Partner.id == WorkplanPartner.partner_id)
        .where(plan.programme_id == database.programme_id, or_(*shown))
        .order_by(plan.id, WorkplanPartner.position)
    )
    return _frame(database, statement)


@remembered
def frameworks(database: Database) -> pd.DataFrame:
    """The National Action Plan and the country programmes, by start. Columns: code, kind, starts, ends, name_*."""
    framework = held(Framework, by_now())
    statement = (
        select(framework.code, framework.kind, framework.starts, framework.ends, *_names(framework))
        .where(framework.programme_id == database.programme_id)
        .order_by(framework.starts, framework.id)
    )
    return _frame(database, statement)


@remembered
def periods(database: Database) -> pd.DataFrame:
    """Reporting periods by their end. Columns: code, kind, name_*, starts, ends, closes."""
    period = held(ReportingPeriod, by_now())
    statement = (
        select(period.code, period.kind, *_names(period), period.starts, period.ends, period.closes)
        .where(period.programme_id == database.programme_id)
        .order_by(period.ends)
    )
    return _frame(database, statement)


@remembered
def ordered_codes(database: Database, group: str) -> list[str]:
    """Codes of a grouping in the order of the reference data; sources of money as the method names them."""
    if group == "source":
        return list(words.FUNDING_SOURCES)
    table: Any = {
        "partner": Partner,
        "area": PriorityArea,
        "marker": PriorityArea,
        "goal": Goal,
        "region": Region,
        "workplan": Workplan,
    }[group]
    order = table.id if group in ("goal", "workplan") else table.position
    statement = select(table.code).where(table.programme_id == database.programme_id).order_by(order)
    with database.reading() as connection:
        return [code for (code,) in connection.execute(statement)]


def _names(table: Any) -> list[Any]:
    return [getattr(table, name) for name in NAMES]


def _ordered(database: Database, table: Any, *columns: Any) -> Select[*tuple[Any, ...]]:
    return select(table.code, *columns).where(table.programme_id == database.programme_id).order_by(table.position)


def _frame(database: Database, statement: Select[*tuple[Any, ...]]) -> pd.DataFrame:
    with database.reading() as connection:
        result = connection.execute(statement)
        names, rows = list(result.keys()), result.all()
    return pd.DataFrame(rows, columns=names, dtype=object)
