"""What is asked for by codes and days, as in an address or on a command line: checked, and made into dates."""

from collections.abc import Iterable
from datetime import date, datetime

from db.engine import Database
from db.queries import names
from db.queries.received import default_period, latest_day, received
from monitoring.asking_errors import UnknownCode
from monitoring.errors import UnknownPeriod
from monitoring.filters import NATIONWIDE, Filters
from monitoring.periods import Dates, end_of_day, local_day
from monitoring.status import Delivery


def dates(database: Database, period: str, as_of: date | None, known_on: datetime | None, today: date) -> Dates:
    """The two dates as the pages take them: the end of the period, or the day given, at most the end of a period that
    has begun; as known at a moment, else today.

    Without a period it is the last closed one that anybody has reported for, by what was known. Raises UnknownPeriod.
    """
    known_on = known_on or end_of_day(today)
    day = min(today, local_day(known_on))
    periods = received(database, known_on)
    ends = dict(zip(periods["code"], periods["ends"], strict=True))
    if period and period not in ends:
        raise UnknownPeriod(code=period, known=", ".join(ends))
    return Dates(
        (as_of and min(as_of, latest_day(periods, today)))
        or ends.get(period or default_period(periods[periods["starts"] <= day], day), day),
        known_on,
    )


def known_codes(database: Database, dates: Dates) -> dict[str, list[str]]:
    """The codes that can be filtered by, under the names that filters have in an address."""
    ever = Dates(max(dates.as_of, dates.known_on.date()), dates.known_on)
    areas = names.areas(database)
    found: dict[str, Iterable[object]] = {
        "partner": names.partners(database, ever)["code"],
        "area": areas[areas["kind"] == "priority area"]["code"],
        "goal": names.goals(database)["code"],
        "region": [*names.regions(database)["code"], NATIONWIDE],
        "status": list(Delivery),
        "year": names.workplans(database)["first_year"],
    }
    return {key: list(dict.fromkeys(map(str, codes))) for key, codes in found.items()}


def check(database: Database, dates: Dates, filters: Filters) -> None:
    """See that every code of the filters is known; raises UnknownCode with those that are."""
    picked = {
        "partner": filters.partners,
        "area": filters.areas,
        "goal": filters.goals,
        "region": filters.regions,
        "status": filters.statuses,
        "year": filters.years,
    }
    known = known_codes(database, dates)
    for key, codes in picked.items():
        check_codes(map(str, codes), known[key])


def check_codes(codes: Iterable[str], known: Iterable[str]) -> None:
    """See that every code is among those known; raises UnknownCode with those that are."""
    possible = list(known)
    for code in codes:
        if code not in possible:
            raise UnknownCode(code=code, known=", ".join(possible))
