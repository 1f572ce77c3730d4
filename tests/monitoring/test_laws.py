"""What must hold whatever the numbers are: nearer to the target is never worse, and left is the mirror of right."""

from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from monitoring.delivery import Report
from monitoring.delivery_table import judge_all
from monitoring.growth import Growth, GrowthCase, judge_growth
from monitoring.results import Goalpost, Point, Series, judge_path
from monitoring.rollup import roll_up
from monitoring.status import Result
from tests.monitoring.periods_of_three_years import QUARTERS
from tests.monitoring.test_delivery_table import DAYS, REPORTS, plans, table

START, END = date(2020, 7, 1), date(2030, 12, 31)
VALUES = some.integers(-1000, 1000).map(lambda number: number / 10)
POSITIVE = some.integers(1, 2000).map(lambda number: number / 10)
GOOD = [
    *(Result.MOVING_AWAY, Result.NO_CLEAR_CHANGE, Result.LIMITED, Result.PROGRESSING),
    *(Result.ON_TRACK, Result.TARGET_MET),
]
GROWN = [Growth.DETERIORATION, Growth.LIMITED, Growth.MODERATE, Growth.SUBSTANTIAL, Growth.ACHIEVED]


def series(direction: str, base: float, target: float, value: float, kind: str) -> Series:
    on = date(2025, 7, 1)
    points = (Point(START, base), Point(on, value))
    return Series(direction, "number", kind, 5, points[0], (Goalpost(END, target),), points)


@settings(deadline=None)
@given(VALUES, VALUES, VALUES, VALUES, some.sampled_from(["up", "down"]), some.sampled_from(["survey", "estimate"]))
def test_path_a_value_nearer_to_the_target_is_never_worse(
    base: float, target: float, one: float, other: float, direction: str, kind: str
) -> None:
    worse, better = sorted((one, other), reverse=direction == "down")
    ranks = [GOOD.index(judge_path(series(direction, base, target, v, kind), END).status) for v in (worse, better)]
    assert ranks[0] <= ranks[1]


@settings(deadline=None)
@given(VALUES, VALUES, VALUES, some.sampled_from(["up", "down"]), some.sampled_from(["survey", "estimate"]))
def test_path_the_mirror_of_a_series_is_judged_alike(
    base: float, target: float, value: float, direction: str, kind: str
) -> None:
    here = judge_path(series(direction, base, target, value, kind), END)
    there = judge_path(series("down" if direction == "up" else "up", -base, -target, -value, kind), END)
    assert (here.status, here.rule, here.progress, here.pace) == (there.status, there.rule, there.progress, there.pace)


@settings(deadline=None)
@given(POSITIVE, POSITIVE, POSITIVE, POSITIVE, some.sampled_from(["up", "down"]), some.booleans())
def test_growth_a_value_nearer_to_the_target_is_never_worse(
    base: float, target: float, one: float, other: float, direction: str, below_zero: bool
) -> None:
    sign = -1.0 if below_zero else 1.0
    base, target, one, other = (sign * number for number in (base, target, one, other))
    assume(target > base if direction == "up" else target < base)
    worse, better = sorted((one, other), reverse=direction == "down")
    found = [
        judge_growth(GrowthCase(direction, 2015, base, 2024, value, 2030, target)).status for value in (worse, better)
    ]
    assert GROWN.index(found[0]) <= GROWN.index(found[1])


@settings(deadline=None)
@given(POSITIVE, POSITIVE, POSITIVE, some.sampled_from(["up", "down"]))
def test_growth_the_mirror_of_a_series_is_judged_alike(
    base: float, target: float, value: float, direction: str
) -> None:
    other = "down" if direction == "up" else "up"
    here = judge_growth(GrowthCase(direction, 2015, base, 2024, value, 2030, target))
    there = judge_growth(GrowthCase(other, 2015, -base, 2024, -value, 2030, -target))
    assert (here.status, here.score, here.value) == (there.status, there.score, there.value)


@settings(deadline=None, max_examples=60)
@given(some.lists(some.tuples(plans(), REPORTS, some.integers(0, 2)), min_size=1, max_size=20), DAYS)
def test_a_group_lies_between_its_members_and_groups_add_up_to_the_total(
    rows: list[tuple[object, Report | None, int]], as_of: date
) -> None:
    reports = [report if report and report.as_of <= as_of else None for _plan, report, _group in rows]
    judged = judge_all(
        table([replace(plan) for plan, _report, _group in rows]),  # type: ignore[type-var]
        np.array([report.as_of if report else None for report in reports], dtype="datetime64[D]"),
        np.array([np.nan if report is None or report.share is None else report.share for report in reports]),
        as_of,
        QUARTERS,
    )
    numbers = np.array([group for _plan, _report, group in rows])
    apart, whole = roll_up(judged, numbers, 3), roll_up(judged, np.zeros(len(rows), np.int64), 1)
    counted = judged.status < 8  # all but postponed, carried over and cancelled
    for group in range(3):
        shares = judged.delivered[(numbers == group) & counted & ~np.isnan(judged.delivered)]
        if len(shares):
            assert shares.min() - 1e-9 <= apart.delivered[group] <= shares.max() + 1e-9
        else:
            assert np.isnan(apart.delivered[group])
    for name in ("counts", "weight", "reported_weight", "silent_weight", "reports_due", "reports_in", "late_reports"):
        assert np.allclose(getattr(apart, name).sum(axis=0), getattr(whole, name)[0]), name
