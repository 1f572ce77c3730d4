"""The planned line of an activity: what share was to be delivered by a day, and since when a share was enough."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import floor

ONE_DAY = timedelta(days=1)
PLACES = 9


@dataclass(frozen=True)
class Plan:
    """How an activity is planned, as it held at the reporting date.

    Attributes:
        starts, ends: first and last day, both included.
        measured_by: a word of :data:`monitoring.words.MEASURES`.
        milestones: (day, share between 0 and 1), rising, strictly between start and end.
        precision: "quarter" where the plan only ticks quarters, else "day".
        signed_on: when the workplan was signed; no report is due before.
        state: "active", or what a signed amendment made of it.
    """

    starts: date
    ends: date
    measured_by: str = "percent"
    milestones: tuple[tuple[date, float], ...] = ()
    precision: str = "day"
    signed_on: date | None = None
    state: str = "active"


def line(plan: Plan) -> list[tuple[date, float]]:
    """The corners of the planned line: 0 on the day before the start, through the milestones, 1 on the end date."""
    if plan.measured_by == "event":
        return [(plan.ends - ONE_DAY, 0.0), (plan.ends, 1.0)]
    inside = [(day, share) for day, share in plan.milestones if plan.starts <= day < plan.ends]
    return [(plan.starts - ONE_DAY, 0.0), *inside, (plan.ends, 1.0)]


def planned_share(plan: Plan, day: date) -> float:
    """The share, between 0 and 1, that the plan asks for by the end of ``day``."""
    corners = line(plan)
    if day <= corners[0][0]:
        return 0.0
    for (left, low), (right, high) in pairwise(corners):
        if day <= right:
            return round(low + (high - low) * (day - left).days / (right - left).days, PLACES)
    return 1.0


def last_sufficient_day(plan: Plan, share: float) -> date | None:
    """The last day on which the plan asked for no more than ``share`` (0 to 1); None when it never asks for more."""
    share = round(share, PLACES)
    if share >= 1:
        return None
    # The line leads from 0 to 1 without a leap, so one stretch at least crosses any share below 1.
    stretches = reversed(list(pairwise(line(plan))))
    (left, low), (right, high) = next((one, other) for one, other in stretches if one[1] <= share < other[1])
    found = left + timedelta(days=floor((share - low) / (high - low) * (right - left).days))
    # Shares are rounded, so days after may ask for just as much; share < 1 ends this before the plan does.
    while planned_share(plan, found + ONE_DAY) <= share:
        found += ONE_DAY
    return found


def days_behind(plan: Plan, share: float, reported_on: date) -> int:
    """Days from the last sufficient day to the report's own date; 0 when ahead of the plan."""
    sufficient = last_sufficient_day(plan, share)
    return 0 if sufficient is None else max(0, (reported_on - sufficient).days)
