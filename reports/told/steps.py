"""The course in steps, for programs that draw straight lines from day to day."""

from datetime import date, timedelta
from math import nan
from typing import Any

from reports.told.days import as_day


def begun(days: list[date]) -> list[date]:
    """The days with the first one, where a month ends with it, as the first of the next month.

    Programs count the months of an axis from its first day: from the 31st on they come to 31 March, 1 July, 1 October.
    """
    first, *others = days
    after = first + timedelta(days=1)
    return [after, *others] if after.day == 1 and min(others, default=after) > after else days


def stepped(course: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The course with the day before each change of what is delivered, so that it rises in steps and not on a slope.

    On the added days nothing is planned: the line of the plan passes over them.
    """
    found: list[dict[str, Any]] = []
    for row in course:
        row = {**row, "day": as_day(row["day"])}
        before = found[-1] if found else row
        if row["delivered"] > before["delivered"]:
            found.append({**before, "day": row["day"] - timedelta(days=1), "planned": nan})
        found.append(row)
    return found
