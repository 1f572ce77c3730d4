"""How fast activities are judged, on one processor: many at once with their groups, and one by one.

python -m benchmarks.judging
"""

import time
from datetime import date, timedelta
from random import Random
from statistics import median

import numpy as np

from benchmarks import figures
from monitoring.delivery import Report, judge
from monitoring.delivery_table import PlanTable, judge_all
from monitoring.periods import Period
from monitoring.planned import Plan
from monitoring.rollup import roll_up

MANY, ONE_BY_ONE = 100_000, 10_000
PARTNERS, AREAS, GOALS = 12, 4, 7
AT_ONCE, EACH = 1.0, 0.5  # to reach, seconds
TIMES, SEED = 5, 2025
AS_OF = date(2025, 9, 30)
QUARTERS = [
    Period(f"2025-Q{number}", date(2025, first, 1), ends, ends + timedelta(days=15))
    for number, first, ends in (
        (1, 1, date(2025, 3, 31)),
        (2, 4, date(2025, 6, 30)),
        (3, 7, AS_OF),
    )
]


def main() -> None:
    """Print the median of five runs of each."""
    random = Random(SEED)
    plans = [_plan(random) for _ in range(MANY)]
    reports = [Report(AS_OF - timedelta(days=random.randrange(90)), random.random()) for _ in range(MANY)]
    table = PlanTable(
        starts=np.array([plan.starts for plan in plans], dtype="datetime64[D]"),
        ends=np.array([plan.ends for plan in plans], dtype="datetime64[D]"),
        event=np.array([plan.measured_by == "event" for plan in plans]),
        quarter_precision=np.array([plan.precision == "quarter" for plan in plans]),
        state=np.full(MANY, -1),
        signed_on=np.full(MANY, np.datetime64("2025-03-06")),
        milestones={row: plan.milestones for row, plan in enumerate(plans) if plan.milestones},
    )
    days = np.array([report.as_of for report in reports], dtype="datetime64[D]")
    shares = np.array([report.share for report in reports])
    groups = [(np.arange(MANY) * 7 % size, size) for size in (PARTNERS, AREAS, GOALS)]

    def at_once() -> None:
        judged = judge_all(table, days, shares, AS_OF, QUARTERS)
        for numbers, size in groups:
            roll_up(judged, numbers, size)

    def one_by_one() -> None:
        for plan, report in zip(plans[:ONE_BY_ONE], reports, strict=False):
            judge(plan, report, AS_OF, QUARTERS)

    figures.head("Judging, one processor")
    figures.row(f"{MANY:,} at once, by partner, area, goal", _times(at_once), AT_ONCE)
    figures.row(f"{ONE_BY_ONE:,} one by one", _times(one_by_one), EACH)
    ratio = median(_times(one_by_one)) / ONE_BY_ONE / (median(_times(at_once)) / MANY)
    print(f"one by one takes {ratio:.0f} times as long for each")


def _plan(random: Random) -> Plan:
    starts = date(2025, 1, 1) + timedelta(days=random.randrange(180))
    length = random.randrange(60, 330)
    middle = ((starts + timedelta(days=length // 2), random.random()),) if random.random() < 0.1 else ()
    return Plan(
        starts,
        starts + timedelta(days=length),
        measured_by=random.choice(("stages", "quantity", "percent", "event")),
        milestones=middle,
        precision=random.choice(("day", "quarter")),
        signed_on=date(2025, 3, 6),
    )


def _times(run: object) -> list[float]:
    assert callable(run)
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        run()
        taken.append(time.perf_counter() - started)
    return taken


if __name__ == "__main__":
    main()
