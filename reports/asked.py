"""What a report is asked for by codes and days, as on a command line: checked, and made into dates and filters."""

from collections.abc import Iterable
from datetime import date

from db import queries
from db.engine import Database
from db.queries.received import default_period
from monitoring.errors import DashboardError, UnknownPeriod
from monitoring.filters import NATIONWIDE, Filters
from monitoring.language import later
from monitoring.periods import Dates, end_of_day


class UnknownCode(DashboardError):
    text = later("There is no “{code}” to filter by. Known are: {known}.")


def dates(database: Database, period: str, as_of: date | None, known_on: date | None, today: date) -> Dates:
    """The two dates as the pages take them: the end of the period, or the day given, at most today; to the end of the
    day known on.

    Without a period it is the last closed one that anybody has reported for. Raises UnknownPeriod.
    """
    moment = end_of_day(known_on or today)
    periods = queries.received(database, moment)
    ends = dict(zip(periods["code"], periods["ends"], strict=True))
    if period and period not in ends:
        raise UnknownPeriod(code=period, known=", ".join(ends))
    return Dates(
        (as_of and min(as_of, today))
        or ends.get(period or default_period(periods[periods["starts"] <= today], today), today),
        moment,
    )


def check(database: Database, dates: Dates, filters: Filters) -> None:
    """See that every code of the filters is known; raises UnknownCode with those that are."""
    ever = Dates(max(dates.as_of, dates.known_on.date()), dates.known_on)
    areas = queries.areas(database)
    known: tuple[tuple[Iterable[object], Iterable[object]], ...] = (
        (filters.partners, queries.partners(database, ever)["code"]),
        (filters.areas, areas[areas["kind"] == "priority area"]["code"]),
        (filters.goals, queries.goals(database)["code"]),
        (filters.regions, [*queries.regions(database)["code"], NATIONWIDE]),
        (filters.years, queries.workplans(database)["first_year"]),
    )
    for codes, possible in known:
        for code in codes:
            if code not in set(possible):
                raise UnknownCode(code=code, known=", ".join(map(str, dict.fromkeys(possible))))
