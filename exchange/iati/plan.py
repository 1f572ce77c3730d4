"""What an IATI file tells, read at the two dates: the activities that are shown, and what is known of each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pandas as pd
from babel.core import get_global

from db import queries
from db.engine import Database
from monitoring.errors import NothingToExport, OnlyIllustrative
from monitoring.filters import Filters
from monitoring.periods import Dates
from monitoring.plan_book import PlanBook
from monitoring.plan_rows import ActivityRow, FundingLine
from monitoring.rows import rows_of
from monitoring.status import Delivery

Row = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """What one report says: its day, the share delivered (0 to 1), and the quantity where that is the measure."""

    day: date
    share: float
    quantity: Decimal | None


@dataclass(frozen=True)
class Told:
    """One activity with what is known of it.

    Attributes:
        row: as planned, in force at the two dates.
        status, verified: as judged.
        amended_on, amended_why: the amendment that made the plan in force; None and empty where it stands as signed.
        figures: reports with a number, by day.
        payments: rows of :func:`db.queries.payments`.
        first_funding: the funding lines as first signed.
        illustrative: whether the activity, or anything reported of it, is made up.
    """

    row: ActivityRow
    status: Delivery
    verified: bool
    amended_on: date | None
    amended_why: str
    figures: tuple[Figure, ...]
    payments: tuple[Row, ...]
    first_funding: frozenset[FundingLine]
    illustrative: bool


@dataclass(frozen=True)
class Plan:
    """Everything that the file tells.

    Attributes:
        dates: the two dates that were asked for.
        moment: the newest change of the ledger that was known then.
        programme, country: the code of the programme, and its country as two letters (ISO 3166-1).
        book: the whole plan, with partners, goals, indicators and targets.
        told: the activities shown, in the order of the plan.
        tellable: codes of all activities that may be told: what another one continues is named only if it is here.
        observations, targets: rows of :func:`db.queries.observations` and :func:`db.queries.targets` by code of the
            indicator.
        areas: rows of :func:`db.queries.areas` by code.
    """

    dates: Dates
    moment: datetime
    programme: str
    country: str
    book: PlanBook
    told: tuple[Told, ...]
    tellable: frozenset[str]
    observations: dict[str, list[Row]]
    targets: dict[str, list[Row]]
    areas: dict[str, Row]


def collect(database: Database, dates: Dates, filters: Filters, with_illustrative: bool) -> Plan:
    """The plan as it is told; without years in the filters, of every workplan known at the two dates.

    Raises:
        NothingToExport: no activity matches the filters.
        OnlyIllustrative: all that match are made up, and made-up ones were not asked for.
    """
    book = queries.plan_book(database, dates)
    plans = [*book.of("workplans").values()]
    every = tuple(sorted({year for plan in plans for year in range(plan.first_year, plan.last_year + 1)}))
    judged = {row["code"]: row for row in _judged(database, dates, Filters(years=every))}
    chosen = {row["code"] for row in _judged(database, dates, _of_years(filters, every))}
    all_told = _told(database, dates, book, judged)
    tellable = [one for one in all_told if with_illustrative or not one.illustrative]
    shown = tuple(one for one in tellable if one.row.code in chosen)
    moment = queries.newest_change(database, dates.known_on)
    if not chosen or moment is None:
        raise NothingToExport()
    if not shown:
        raise OnlyIllustrative(count=len(chosen))
    programme, country = queries.country(database)
    return Plan(
        dates=dates,
        moment=moment,
        programme=programme,
        country=_two_letters(country),
        book=book,
        told=shown,
        tellable=frozenset(one.row.code for one in tellable),
        observations=_observations(database, dates, with_illustrative),
        targets=_by(queries.targets(database, dates), "indicator"),
        areas={row["code"]: row for row in rows_of(queries.areas(database))},
    )


def _of_years(filters: Filters, every: tuple[int, ...]) -> Filters:
    picked = {name: getattr(filters, name) for name in ("partners", "areas", "goals", "regions", "statuses")}
    return Filters(**picked, years=filters.years or every, supporting=filters.supporting)


def _judged(database: Database, dates: Dates, filters: Filters) -> list[Row]:
    return rows_of(queries.judged_activities(database, dates, filters))


def _told(database: Database, dates: Dates, book: PlanBook, judged: dict[str, Row]) -> list[Told]:
    reports = _by(queries.reported_figures(database, dates), "activity")
    payments = _by(queries.payments(database, dates), "activity")
    first = queries.first_funding(database, dates)
    told = []
    for row in book.of("activities").values():
        made_up = any(one["illustrative"] for one in (*reports[row.code], *payments[row.code]))
        standing = judged[row.code]
        amended = standing["amended_on"] == standing["amended_on"]  # no day is not equal to itself
        told.append(
            Told(
                row=row,
                status=Delivery(standing["status"]),
                verified=bool(standing["verified"]),
                amended_on=standing["amended_on"].date() if amended else None,
                amended_why=str(standing["amended_why"] or "") if amended else "",
                figures=tuple(Figure(one["as_of"], one["share"], one["quantity"]) for one in reports[row.code]),
                payments=tuple(payments[row.code]),
                first_funding=first.get(row.code, frozenset()),
                illustrative=row.illustrative or made_up,
            )
        )
    return told


def _observations(database: Database, dates: Dates, with_illustrative: bool) -> dict[str, list[Row]]:
    found = queries.observations(database, dates)
    kept = found if with_illustrative else found[~found["illustrative"].astype(bool)]
    return _by(kept, "indicator")


def _by(table: pd.DataFrame, column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(table):
        found[row[column]].append(row)
    return found


def _two_letters(iso3: str) -> str:
    """A country's two letters; Babel knows the three as their alias."""
    return str(get_global("territory_aliases").get(iso3, [iso3])[0])
