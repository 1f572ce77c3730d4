"""What things are called: partners, workplans, priority areas, goals, regions; with the order they stand in."""

from typing import Any

import pandas as pd
from sqlalchemy import Select, select

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
from db.queries.in_force import newest_version
from db.queries.remembered import remembered
from monitoring import words
from monitoring.periods import Dates
from monitoring.rows import rows_of

NAMES = ("name_en", "name_ru", "name_tk")


@remembered
def partners(database: Database, dates: Dates) -> pd.DataFrame:
    """Partners as they were called at the two dates. Columns: code, kind, name_*, note, status, source."""
    in_force = newest_version(PartnerVersion, Partner.id, PartnerVersion.partner_id, dates)
    statement = (
        select(Partner.code, PartnerVersion.kind, *_names(PartnerVersion), Partner.note, Partner.status, Partner.source)
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
def regions(database: Database) -> pd.DataFrame:
    """Regions. Columns: code, iso_3166_2 (empty for none), name_*."""
    return _frame(database, _ordered(database, Region, Region.iso_3166_2, *_names(Region)))


@remembered
def goals(database: Database) -> pd.DataFrame:
    """Goals of every framework. Columns: code, framework with kind, starts and ends, name_*, note, status."""
    statement = (
        select(
            Goal.code,
            Framework.code.label("framework"),
            Framework.kind,
            Framework.starts,
            Framework.ends,
            *_names(Goal),
            Goal.note,
            Goal.status,
        )
        .join(Framework, Framework.id == Goal.framework_id)
        .where(Goal.programme_id == database.programme_id)
        .order_by(Framework.starts, Framework.id, Goal.position)
    )
    return _frame(database, statement)


def goals_in_force(database: Database, dates: Dates, kind: str) -> pd.DataFrame:
    """The goals of the framework of a kind that runs at the reporting date; columns as in :func:`goals`."""
    found = goals(database)
    runs = [row["starts"] <= dates.as_of <= row["ends"] for row in rows_of(found)]
    return found[(found["kind"] == kind) & pd.Series(runs, index=found.index, dtype=bool)].reset_index(drop=True)


@remembered
def workplans(database: Database) -> pd.DataFrame:
    """Workplans, newest first. Columns: code, first_year, last_year, signed_on, name_*, status."""
    statement = (
        select(
            Workplan.code,
            Workplan.first_year,
            Workplan.last_year,
            Workplan.signed_on,
            *_names(Workplan),
            Workplan.status,
        )
        .where(Workplan.programme_id == database.programme_id)
        .order_by(Workplan.first_year.desc(), Workplan.id)
    )
    return _frame(database, statement)


@remembered
def signatories(database: Database, dates: Dates) -> pd.DataFrame:
    """Workplans of the year of the reporting date with who signed them, one row a partner, in the order of signing.

    Columns: workplan, partner (codes), first_year, last_year, signed_on, name_*, status, source.
    """
    year = dates.as_of.year
    statement = (
        select(
            Workplan.code.label("workplan"),
            Partner.code.label("partner"),
            Workplan.first_year,
            Workplan.last_year,
            Workplan.signed_on,
            *_names(Workplan),
            Workplan.status,
            Workplan.source,
        )
        .join(WorkplanPartner, WorkplanPartner.workplan_id == Workplan.id)
        .join(Partner, Partner.id == WorkplanPartner.partner_id)
        .where(Workplan.programme_id == database.programme_id)
        .where(Workplan.first_year <= year, Workplan.last_year >= year)
        .order_by(Workplan.id, WorkplanPartner.position)
    )
    return _frame(database, statement)


@remembered
def frameworks(database: Database) -> pd.DataFrame:
    """The National Action Plan and the country programmes, by start. Columns: code, kind, starts, ends, name_*."""
    statement = (
        select(Framework.code, Framework.kind, Framework.starts, Framework.ends, *_names(Framework))
        .where(Framework.programme_id == database.programme_id)
        .order_by(Framework.starts, Framework.id)
    )
    return _frame(database, statement)


@remembered
def periods(database: Database) -> pd.DataFrame:
    """Reporting periods by their end. Columns: code, kind, name_*, starts, ends, closes."""
    statement = (
        select(
            ReportingPeriod.code,
            ReportingPeriod.kind,
            *_names(ReportingPeriod),
            ReportingPeriod.starts,
            ReportingPeriod.ends,
            ReportingPeriod.closes,
        )
        .where(ReportingPeriod.programme_id == database.programme_id)
        .order_by(ReportingPeriod.ends)
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
