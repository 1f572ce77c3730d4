"""Whose file it is and which period it speaks of: as somebody says, else as the file says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import repeat

from monitoring.mapping import ColumnMapping
from monitoring.periods import Period
from spreadsheets import typed
from spreadsheets.columns import ACTIVITIES
from spreadsheets.finding_tables import tables_in
from spreadsheets.headings_above import headings_joined
from spreadsheets.marker import marker
from spreadsheets.other_periods import LONGEST, spans_in
from spreadsheets.tables import Table
from spreadsheets.workbook import DayOrder, Workbook

LONG_AFTER = timedelta(days=184)


@dataclass(frozen=True)
class SpeakingOf:
    """Codes of the partner (None: none is said, or several) and the period, and the day meant where none stands."""

    partner: str | None
    period: str
    as_of: date | None


def speaking_of(
    workbook: Workbook,
    periods: Sequence[Period],
    otherwise: str,
    partner: str | None = None,
    period: str | None = None,
    as_of: date | None = None,
    mapping: ColumnMapping | None = None,
) -> SpeakingOf:
    """What a file speaks of; ``partner``, ``period`` and ``as_of`` are what somebody says of it.

    What nobody says is looked for in the mark of our own form, then among the days of its reports, then in the titles
    above its tables. ``otherwise`` is the period of a file that says nothing; its reports need a day of their own.
    """
    mark = marker(workbook)
    partner = partner or (mark.partner if mark and mark.partner else None)
    ends = {one.code: one.ends for one in periods}
    if period is None and as_of is None and mark and mark.period in ends:
        period = mark.period
    if as_of is None and period is None:
        tables = tables_in(workbook if mapping or mark else headings_joined(workbook, None), mapping)
        said = _last_of_most(_days_of_reports(tables, workbook.day_order))
        as_of = None if said else max(_days_of_titles(tables), default=None)
        period = _holding(periods, said or as_of)
    elif period is None:
        period = _holding(periods, as_of)
    elif as_of is None:
        as_of = ends.get(period)
    return SpeakingOf(partner, period or otherwise, as_of)


def _last_of_most(days: Iterable[date]) -> date | None:
    """The last of some days; one that stands there once and long after all others is a slip of the hand."""
    times = Counter(days)
    ordered = sorted(times, reverse=True)
    if len(ordered) > 1 and times.total() > 2 and times[ordered[0]] == 1 and ordered[0] - ordered[1] > LONG_AFTER:
        return ordered[1]
    return ordered[0] if ordered else None


def _holding(periods: Sequence[Period], day: date | None) -> str | None:
    """The shortest period that holds a day."""
    holding = [one for one in periods if day is not None and one.starts <= day <= one.ends]
    return min(holding, key=lambda one: one.ends - one.starts).code if holding else None


def _days_of_reports(tables: Sequence[Table], order: DayOrder) -> Iterator[date]:
    for table in tables:
        if table.on is not None and _is_filled(table):
            yield table.on
        column = table.columns.get("as_of") if table.form is ACTIVITIES else None
        cells = Counter(row[column] for _, row in table.rows()) if column is not None else {}
        for cell, times in cells.items():
            with suppress(typed.Refused):
                yield from repeat(typed.day(typed.in_order(table.sheet.counting_days(cell), order)), times)


def _is_filled(table: Table) -> bool:
    """Whether something stands in the columns that speak of the day of a table alone: quarters to come are empty."""
    return any(row[table.columns[name]] != "" for _, row in table.rows() for name in table.dated or [table.said_at])


def _days_of_titles(tables: Sequence[Table]) -> Iterator[date]:
    """The last days of the periods that are named above a table, as in “Report for Q3 2025”."""
    for table in tables:
        for row in table.sheet.rows[table.begin : table.header]:
            for cell in row:
                if isinstance(cell, str) and 0 < len(cell) <= LONGEST:
                    yield from (ends for _, ends in spans_in(cell.split()))
                elif isinstance(cell, date):
                    with suppress(typed.Refused):
                        yield typed.day(cell)
