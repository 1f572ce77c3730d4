"""Looking ahead: the value at the target's date and the year of arrival, if it goes on as since the baseline.

A straight line, or constant growth, is fitted by least squares (scipy.stats.linregress). From five points on there is a
90 % prediction interval: t · s · √(1 + 1/n + (x − x̄)² / Σ(x − x̄)²), as in any textbook of linear regression.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log, sqrt

INTERVAL = 0.90
FEWEST, FEWEST_WITH_INTERVAL = 2, 5
FARTHEST = 200.0  # years ahead: an arrival later than that is none


@dataclass(frozen=True)
class Ahead:
    """A value at a year, with its 90 % prediction interval where there are points enough."""

    year: float
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Projection:
    """The course from the newest point to the target's year, and the year of arrival (None: not on this course)."""

    course: tuple[Ahead, ...]
    arrives: float | None
    points: int

    @property
    def at_target(self) -> Ahead:
        """The value at the year of the target."""
        return self.course[-1]

    @property
    def with_interval(self) -> bool:
        """Whether there are points enough for an interval."""
        return self.points >= FEWEST_WITH_INTERVAL


def project(
    points: Sequence[tuple[float, float]],
    target_year: float,
    target: float | None,
    growth: bool = False,
    steps: int = 12,
    most: float = inf,
) -> Projection | None:
    """Project years with values since the baseline to ``target_year``; None for fewer than two different years.

    ``growth`` fits constant growth, a straight line through the logarithms; it needs values above 0, else None.
    ``steps`` is the number of stretches of the course; no value or interval goes below 0, where no point does, or above
    ``most``, a natural limit such as 100 percent.
    """
    if len({year for year, _value in points}) < FEWEST or (growth and min(value for _year, value in points) <= 0):
        return None
    from scipy.stats import linregress, t  # half a second to import: only who looks ahead waits for it

    years = [year for year, _value in points]
    values = [log(value) if growth else value for _year, value in points]
    line = linregress(years, values)
    slope, start = float(line.slope), float(line.intercept)
    count, mean = len(years), sum(years) / len(years)
    spread = sum((year - mean) ** 2 for year in years)
    reach = None
    if count >= FEWEST_WITH_INTERVAL:
        rest = sum((value - start - slope * year) ** 2 for year, value in zip(years, values, strict=True))
        reach = float(t.ppf((1 + INTERVAL) / 2, count - 2)) * sqrt(rest / (count - 2))

    least = 0.0 if min(value for _year, value in points) >= 0 else -inf

    def back(value: float) -> float:
        return min(most, max(least, exp(value) if growth else value))

    def ahead(year: float) -> Ahead:
        middle = start + slope * year
        if reach is None:
            return Ahead(year, back(middle))
        side = reach * sqrt(1 + 1 / count + (year - mean) ** 2 / spread)
        return Ahead(year, back(middle), back(middle - side), back(middle + side))

    newest = max(years)
    last = max(target_year, newest)
    course = tuple(ahead(newest + (last - newest) * step / steps) for step in range(steps + 1))
    return Projection(course, _arrival(slope, start, newest, target, growth), count)


def _arrival(slope: float, start: float, newest: float, target: float | None, growth: bool) -> float | None:
    """The year after the newest point in which the line reaches the target."""
    if target is None or slope == 0 or (growth and target <= 0):
        return None
    year = ((log(target) if growth else target) - start) / slope
    return year if newest <= year <= newest + FARTHEST else None


def completed_by_end(delivered: float, planned_at_report: float) -> float | None:
    """The share (0 to 1) of a plan delivered by its end if it goes on at its pace so far.

    Delivered ÷ what was planned at the same report dates, at most all; None where nothing was planned by then.
    """
    if not planned_at_report > 0:
        return None
    return min(1.0, delivered / planned_at_report)
