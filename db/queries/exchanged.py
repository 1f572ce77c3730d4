"""What other systems are told beside what pages show: each report, each payment, and the budget as first signed."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, select

from db.engine import Database
from db.models import Activity, ActivityVersion, FundingFlow, FundingLine, Programme, ProgressReport, Submission
from db.queries.in_force import first_version, newest_version, not_counting
from db.queries.remembered import remembered
from db.queries.statements import share
from monitoring.periods import Dates
from monitoring.plan_rows import FundingLine as Planned

MICRO_PERCENT = 100_000_000.0
FIELDS = ("source", "modality", "currency", "planned_cents", "planned_on")


def country(database: Database) -> tuple[str, str]:
    """The code of the programme and its country as three letters (ISO 3166-1)."""
    with database.reading() as connection:
        statement = select(Programme.code, Programme.country_iso3).where(Programme.id == database.programme_id)
        code, iso3 = connection.execute(statement).one()
    return str(code), str(iso3)


@remembered
def reported_figures(database: Database, dates: Dates) -> pd.DataFrame:
    """Each report with a number that counts, of whatever year, by activity and day; of one day the one recorded last.

    Columns: activity (code), as_of (day), share (0 to 1; of a quantity its part of the plan in force, at most 1),
    quantity (in the unit of the activity, None for other measures), illustrative.
    """
    report = ProgressReport
    with_number = report.share.is_not(None) | report.stage.is_not(None) | report.quantity.is_not(None)
    statement = (
        select(Activity.code, report.as_of, share(report).label("share"), report.quantity, report.illustrative)
        .join(Activity, Activity.id == report.activity_id)
        .join(ActivityVersion, ActivityVersion.id == _in_force(dates))
        .where(
            Activity.programme_id == database.programme_id,
            with_number,
            *_counting(report, report.as_of, dates),
        )
        .order_by(Activity.code, report.as_of, report.recorded, report.id)
    )
    columns = ["activity", "as_of", "share", "quantity", "illustrative"]
    with database.reading() as connection:
        found = pd.DataFrame(connection.execute(statement).all(), columns=columns, dtype=object)
    found["share"] = found["share"].astype(float) / MICRO_PERCENT
    return found.drop_duplicates(["activity", "as_of"], keep="last").reset_index(drop=True)


@remembered
def payments(database: Database, dates: Dates) -> pd.DataFrame:
    """Money that had moved by the reporting date, one row as it was recorded, by activity and day.

    Columns: activity (code), kind, source, modality, currency, amount_cents, dated, illustrative.
    """
    flow = FundingFlow
    columns = (flow.kind, flow.source, flow.modality, flow.currency, flow.amount_cents, flow.dated)
    statement = (
        select(Activity.code.label("activity"), *columns, Submission.illustrative)
        .join(Activity, Activity.id == flow.activity_id)
        .join(Submission, Submission.id == flow.submission_id)
        .where(
            Activity.programme_id == database.programme_id,
            _in_force(dates).is_not(None),
            *_counting(flow, flow.dated, dates),
        )
        .order_by(Activity.code, flow.dated, flow.id)
    )
    with database.reading() as connection:
        result = connection.execute(statement)
        return pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)


@remembered
def first_funding(database: Database, dates: Dates) -> dict[str, frozenset[Planned]]:
    """The funding lines of each activity as first signed, as far as known; none where no line was."""
    first = first_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)
    statement = (
        select(Activity.code, *(getattr(FundingLine, name) for name in FIELDS))
        .join(FundingLine, FundingLine.version_id == first)
        .where(Activity.programme_id == database.programme_id)
    )
    with database.reading() as connection:
        return _lines(connection, statement)


def _lines(connection: Connection, statement: Select[*tuple[Any, ...]]) -> dict[str, frozenset[Planned]]:
    found: dict[str, frozenset[Planned]] = {}
    for code, *values in connection.execute(statement):
        line = Planned(**dict(zip(FIELDS, values, strict=True)))
        found[code] = found.get(code, frozenset()) | {line}
    return found


def _in_force(dates: Dates) -> Any:
    return newest_version(ActivityVersion, Activity.id, ActivityVersion.activity_id, dates)


def _counting(table: Any, on: Any, dates: Dates) -> tuple[ColumnElement[bool], ...]:
    return on <= dates.as_of, table.recorded <= dates.known_on, table.submission_id.not_in(not_counting(dates))
