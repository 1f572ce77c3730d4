"""Several values made one: the periods of a year, the reports of a period, and ratios. Source: progress-method.md."""

from collections.abc import Sequence


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
