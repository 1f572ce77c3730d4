"""Several values made one: the periods of a year, the reports of a period, and ratios. Source: progress-method.md."""

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


def against_targets(results: Sequence[float], targets: Sequence[float], way: str) -> tuple[float | None, float | None]:
    """Results and targets of the same periods combined the same way: (result, target)."""
    return combined(results, way), combined(targets, way)


def ratio(parts: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Ratios (numerator, denominator) as one: Σ numerators and Σ denominators; 0/0 does not count.

    None when nothing counts.
    """
    counted = [(numerator, denominator) for numerator, denominator in parts if numerator or denominator]
    if not counted:
        return None
    return sum(numerator for numerator, _ in counted), sum(denominator for _, denominator in counted)


def standing(reports: Sequence[tuple[int, float]], periods: int) -> list[float | None]:
    """What stands at the end of each period, of cumulative reports (period number from 1, value) in recorded order.

    The last report of a period counts for it, a silent period keeps what stood before, and a late report for an earlier
    period changes that period without touching later ones that have reports of their own.
    """
    newest = dict(reports)
    found: list[float | None] = []
    for period in range(1, periods + 1):
        before = found[-1] if found else None
        found.append(newest.get(period, before))
    return found
