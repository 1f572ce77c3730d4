"""Several values made one: the periods of a calendar year, and ratios. Source: progress-method.md."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from monitoring.results import Point

MIDDLE = (7, 1)  # an annual observation is dated 1 July


def combined(values: Sequence[float], way: str) -> float | None:
    """The periods of a calendar year, in order, as one value by a word of :data:`monitoring.words.COMBINATIONS`.

    None for no values. Raises ValueError for another word.
    """
    if not values:
        return None
    if way == "latest":
        return values[-1]
    if way == "sum":
        return sum(values)
    if way == "mean":
        return sum(values) / len(values)
    if way == "max":
        return max(values)
    raise ValueError(f"unknown way to combine periods: {way}")


def by_year(points: Sequence[Point], way: str, whole: float = 1.0) -> tuple[Point, ...]:
    """The periods of each calendar year made one annual value, by date.

    Ratios of a year become Σ numerators ÷ Σ denominators times ``whole`` (100 for percent) by ``sum`` and ``mean``. The
    value is dated 1 July; while its year runs, its newest period if that is earlier. It keeps an interval only where
    it comes from one period. ``latest`` leaves every value as it stands: the newest is judged at its own date.
    """
    ordered = sorted(points, key=lambda point: point.on)
    if way == "latest":
        return tuple(ordered)
    years: dict[int, list[Point]] = defaultdict(list)
    for point in ordered:
        years[point.on.year].append(point)
    return tuple(_annual(periods, way, whole) for periods in years.values())


def _annual(periods: list[Point], way: str, whole: float) -> Point:
    if len(periods) == 1:
        return periods[0]
    newest = periods[-1].on
    on = min(newest, date(newest.year, *MIDDLE))
    ratios = [point.ratio for point in periods if point.ratio is not None]
    if way in ("sum", "mean") and len(ratios) == len(periods):
        parts = ratio(ratios)
        if parts is not None:
            return Point(on, whole * parts[0] / parts[1], ratio=parts)
    value = combined([point.value for point in periods], way)
    assert value is not None  # a year without a period is not among them
    return Point(on, value)


def ratio(parts: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Ratios (numerator, denominator) as one: Σ numerators and Σ denominators; 0/0 does not count.

    None when nothing counts.
    """
    counted = [(numerator, denominator) for numerator, denominator in parts if numerator or denominator]
    if not counted:
        return None
    return sum(numerator for numerator, _ in counted), sum(denominator for _, denominator in counted)
