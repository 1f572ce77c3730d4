"""Reporting periods and the two dates: the reporting date (as of) and the moment of knowledge (known on)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL_ZONE = "Asia/Ashgabat"
A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
A_MOMENT = re.compile(A_DAY.pattern + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})")


@dataclass(frozen=True)
class Period:
    """A reporting period: first and last day, and the day on which it closes."""

    code: str
    starts: date
    ends: date
    closes: date

    def closed(self, on: date) -> bool:
        """Whether reports for it can be late on that day: the closing day itself is still in time."""
        return on > self.closes


@dataclass(frozen=True)
class Dates:
    """The two dates of every read. ``known_on`` is a moment in UTC."""

    as_of: date
    known_on: datetime

    def __post_init__(self) -> None:
        if self.known_on.tzinfo is None:
            raise ValueError("known_on needs a time zone")


def end_of_day(day: date, zone: str = LOCAL_ZONE) -> datetime:
    """The last microsecond of ``day`` in ``zone``, in UTC: "known on 20 July" includes what came that evening."""
    local = datetime.combine(day, time.max, tzinfo=ZoneInfo(zone))
    return local.astimezone(UTC)


def moment(written: str) -> datetime:
    """A moment of knowledge in UTC: of a day (2025-10-15) its end, of a moment (2025-10-15T08:56:12Z) itself.

    Raises ValueError.
    """
    if A_DAY.fullmatch(written):
        return end_of_day(date.fromisoformat(written))
    try:
        return datetime.fromisoformat(written if A_MOMENT.fullmatch(written) else "").astimezone(UTC)
    except OverflowError as error:
        raise ValueError(written) from error


def written(known_on: datetime) -> str:
    """A moment of knowledge as :func:`moment` reads it: the day whose end it is, else the moment in UTC."""
    day = local_day(known_on)
    if known_on == end_of_day(day):
        return day.isoformat()
    return known_on.astimezone(UTC).isoformat().replace("+00:00", "Z")


def local_day(moment: datetime, zone: str = LOCAL_ZONE) -> date:
    """The day that it is in ``zone`` at a moment."""
    return moment.astimezone(ZoneInfo(zone)).date()


def quarter_end(day: date) -> date:
    """The last day of the quarter of ``day``."""
    month = (day.month - 1) // 3 * 3 + 3
    first_of_next = date(day.year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1)


def quarter_start(day: date) -> date:
    """The first day of the quarter of ``day``."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarters(first: date, last: date) -> list[date]:
    """The first day of every quarter from that of ``first`` to that of ``last``."""
    found = [quarter_start(first)]
    while (following := quarter_end(found[-1]) + timedelta(days=1)) <= last:
        found.append(following)
    return found


def last_closed_under_way(
    periods: Iterable[Period], starts: date, ends: date, signed_on: date | None, as_of: date
) -> Period | None:
    """The last period closed by ``as_of`` in which a plan from ``starts`` to ``ends`` was under way.

    A period that closed before the plan was signed does not count: no report was due for it.
    """
    fitting = [
        period
        for period in periods
        if period.closed(as_of)
        and period.starts <= ends
        and period.ends >= starts
        and (signed_on is None or period.closes >= signed_on)
    ]
    return max(fitting, key=lambda period: period.ends, default=None)


def period_of(day: date, periods: Iterable[Period]) -> date | None:
    """The first day of the period that holds ``day``; None outside all of them."""
    return next((period.starts for period in periods if period.starts <= day <= period.ends), None)


def calendar_year(day: date) -> float:
    """A day as a year with the part of it that has passed: 1 January 2025 is 2025.0."""
    return day.year + (day - date(day.year, 1, 1)).days / _length(day.year)


def day_in(year: float) -> date:
    """The day of a year with a part, as :func:`calendar_year` counts it."""
    whole = int(year)
    return date(whole, 1, 1) + timedelta(days=round((year - whole) * _length(whole)))


def _length(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def today(zone: str = LOCAL_ZONE) -> date:
    """The day it is in ``zone``."""
    return datetime.now(ZoneInfo(zone)).date()
