"""The money of one illustrative activity: funding lines as signed and amended, what was funded, released and spent."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.plan.activities import Activity
from benchmarks.plan.calendar import AS_OF, SIGNED_ON
from monitoring.status import Delivery

CENTS = 100
LEAST, MOST = 5_000 * CENTS, 80_000 * CENTS
HUNDRED = 100 * CENTS
FACTORS = (0.7, 1.25, 1.35)
NOT_FUNDED = (Delivery.NOT_YET_DUE, Delivery.POSTPONED)
NOT_RELEASED = (*NOT_FUNDED, Delivery.CANCELLED, Delivery.NO_REPORT)


@dataclass(frozen=True)
class Line:
    """A funding line in cents: planned as signed (None: an empty cell) and after a budget amendment."""

    source: str
    modality: str
    planned: int | None
    revised: int | None


@dataclass(frozen=True)
class Flow:
    """Money that moved: ``kind`` is "funded" or "released"."""

    kind: str
    source: str
    modality: str
    cents: int
    dated: date


@dataclass(frozen=True)
class Money:
    """Lines and flows of an activity. ``pace`` is how fast released money is spent beside the delivered share."""

    lines: list[Line]
    flows: list[Flow]
    pace: float
    ahead: float

    def spent(self, day: date, share: float) -> int:
        """Cents spent from the start to a day at a delivered share: whole dollars, never more than was released."""
        released = sum(flow.cents for flow in self.flows if flow.kind == "released" and flow.dated <= day)
        part = min(1.0, share * self.pace + self.ahead) if share > 0 else 0.0
        return int(released * part) // CENTS * CENTS


def draw_money(random: Random, activity: Activity) -> Money:
    """One to three funding lines of 5 to 80 thousand dollars together, and flows of them within the year."""
    lines = _lines(random, activity)
    flows = [flow for line in lines for flow in _flows(random, activity, line)]
    ahead = 0.4 if activity.wanted.role == "spends ahead" else 0.0
    return Money(lines, flows, random.choice((0.8, 0.9, 1.0, 1.1)), ahead)


def _lines(random: Random, activity: Activity) -> list[Line]:
    number = random.choice((1, 1, 1, 2, 2, 3))
    total = random.randrange(LEAST, MOST + 1, HUNDRED)
    factor = 1.0
    if activity.kind == "budget":
        # Only UNICEF's lines change: beside a government line the whole would change by less than 20 %.
        number, factor = min(number, 2), random.choice(FACTORS)
        total = random.randrange(10_000 * CENTS, 55_000 * CENTS, HUNDRED)
    modality = random.choice(("direct cash",) * 6 + ("direct payment", "direct payment", "reimbursement"))
    if activity.wanted.role == "spends ahead":
        number, modality = 1, "direct cash"
    supplies = total * 3 // 10 // HUNDRED * HUNDRED if number > 1 else 0
    government = random.choice((total // 5 // HUNDRED * HUNDRED, None)) if number > 2 else None
    cash = total - supplies - (government or 0)
    found = [Line("UNICEF cash", modality, cash, _times(cash, factor))]
    if number > 1:
        found.append(Line("UNICEF supplies", "by UNICEF", supplies, _times(supplies, factor)))
    if number > 2:
        found.append(Line("government", "direct payment", government, government))
    return found


def _times(cents: int, factor: float) -> int:
    return round(cents * factor / HUNDRED) * HUNDRED


def _flows(random: Random, activity: Activity, line: Line) -> list[Flow]:
    """Funded, then released in one part or two: released ≤ funded ≤ planned, nothing later than the last report."""
    status, last_day = activity.wanted.status, AS_OF[activity.year]
    if line.planned is None or line.revised is None or line.source == "government" or status in NOT_FUNDED:
        return []
    start = max(SIGNED_ON[activity.year] + timedelta(days=random.randint(3, 12)), activity.signed.starts)
    funded = _times(min(line.planned, line.revised), random.choice((0.9, 1.0, 1.0)))
    moved = [("funded", funded, start)]
    top_up = line.revised - line.planned
    if top_up > 0 and activity.amended_on:
        moved.append(("funded", top_up, activity.amended_on + timedelta(days=random.randint(5, 25))))
    if status not in NOT_RELEASED:
        moved.extend(_released(random, activity, line, funded, start))
    return [
        Flow(kind, line.source, line.modality, cents, dated)
        for kind, cents, dated in moved
        if cents > 0 and dated <= last_day
    ]


def _released(random: Random, activity: Activity, line: Line, funded: int, start: date) -> list[tuple[str, int, date]]:
    first = start + timedelta(days=random.randint(5, 20))
    if line.modality != "direct cash":
        return [("released", _times(funded, random.choice((0.8, 1.0))), first + timedelta(days=random.randint(10, 40)))]
    half = _times(funded, 0.6)
    rest = _times(funded - half, random.choice((0.5, 1.0)))
    return [("released", half, first), ("released", rest, first + timedelta(days=random.randint(75, 110)))]
