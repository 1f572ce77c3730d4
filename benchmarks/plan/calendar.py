"""The days of the illustrative plan: quarters, signing days, and the day each year's mix of statuses is drawn for."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from monitoring.periods import Period, quarter_end

DATA = Path(__file__).resolve().parents[2] / "data"
AS_OF = {2024: date(2024, 12, 31), 2025: date(2025, 9, 30)}
SIGNED_ON = {2024: date(2024, 2, 18), 2025: date(2025, 3, 6)}
DAYS_TO_CLOSE = 15


def quarters(*years: int) -> list[Period]:
    """The quarters of some years, each closing 15 days after its end."""
    found = []
    for year in years:
        for month in (1, 4, 7, 10):
            ends = quarter_end(date(year, month, 1))
            closes = ends + timedelta(days=DAYS_TO_CLOSE)
            found.append(Period(f"{year}-Q{(month + 2) // 3}", date(year, month, 1), ends, closes))
    return found


def reported_quarters(year: int) -> list[Period]:
    """The quarters of a year that ended by the day its mix is drawn for."""
    return [period for period in quarters(year) if period.ends <= AS_OF[year]]


def month_ends(period: Period) -> list[date]:
    """The ends of the first two months of a quarter."""
    following = [date(period.starts.year, period.starts.month + more, 1) for more in (1, 2)]
    return [day - timedelta(days=1) for day in following]


def moment(random: Random, day: date) -> datetime:
    """A moment in the working hours of a day, in UTC without zone: Ashgabat is five hours ahead."""
    return datetime(day.year, day.month, day.day, 4) + timedelta(minutes=random.randrange(480))


def written(when: datetime) -> str:
    """A moment as it stands in the files."""
    return when.isoformat() + "Z"


def partners_of(year: int) -> list[str]:
    """Partners with a workplan in a year, in the order of the plans."""
    with (DATA / "workplans.csv").open(encoding="utf-8", newline="") as opened:
        plans = [row for row in csv.DictReader(opened) if int(row["first_year"]) == year]
    return [partner for plan in plans for partner in plan["partners"].split(";")]
