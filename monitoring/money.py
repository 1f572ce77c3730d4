"""Cash of an activity: how much of it is reported, whether that runs ahead of delivery, and how old the rest is.

Source: progress-method.md, "Money". Amounts are whole cents of one currency; None is not known, which is not 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitoring.planned import PLACES
from monitoring.thresholds import Thresholds

# Months after a release from which what is not reported belongs to the next age.
AGES = (3, 6, 9)
OLD_FROM = 2  # the ages from which cash is told as long outstanding: over 6 months


@dataclass(frozen=True)
class CashJudgement:
    """The flag of direct cash with its working.

    Attributes:
        flagged: whether the part that is reported runs ahead of delivery by more than the limit.
        utilisation: reported ÷ released (1 = all); None where either is not known, or nothing is released.
        ahead: points by which it runs ahead of the delivered share; None where that is not known.
        limit: the points allowed.
    """

    flagged: bool
    utilisation: float | None
    ahead: float | None
    limit: float


def utilisation(released: int | None, reported: int | None) -> float | None:
    """Reported ÷ released; None where either is not known, or nothing is released."""
    if not released or reported is None:
        return None
    return round(reported / released, PLACES)


def judge_cash(
    released: int | None, reported: int | None, delivered: float | None, limits: Thresholds = Thresholds()
) -> CashJudgement:
    """Judge direct cash of an activity beside its delivered share (0 to 1); other modalities are never flagged."""
    used = utilisation(released, reported)
    ahead = None if used is None or delivered is None else round((used - delivered) * 100, PLACES)
    return CashJudgement(ahead is not None and ahead > limits.cash_ahead_points, used, ahead, limits.cash_ahead_points)


def outstanding(releases: Sequence[tuple[date, int]], reported: int, on: date) -> tuple[int, int, int, int]:
    """Cents released and not reported, by age on a day: up to 3 months, to 6, to 9, and older.

    What is reported is set against the oldest release first, as a liquidation is. Releases after the day do not count.
    """
    ages = [0, 0, 0, 0]
    for day, cents in remaining([one for one in releases if one[0] <= on], reported):
        ages[age(day, on)] += cents
    return ages[0], ages[1], ages[2], ages[3]


def remaining(releases: Sequence[tuple[date, int]], reported: int) -> list[tuple[date, int]]:
    """Day and cents of each release, in the order given, that are left when what is reported has settled the oldest."""
    left, found = reported, list(releases)
    for place in sorted(range(len(found)), key=found.__getitem__):
        day, cents = found[place]
        settled = min(left, cents)
        left -= settled
        found[place] = (day, cents - settled)
    return found


def age(released: date, on: date) -> int:
    """The number of the age: whole months between two days, held against :data:`AGES`."""
    months = (on.year - released.year) * 12 + on.month - released.month - (on.day < released.day)
    return sum(months >= age for age in AGES)
