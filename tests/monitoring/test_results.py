"""Results by the method "path": the published test vectors and the lines of the table."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.results import Goalpost, Point, Series, expected_value, judge_path, older
from monitoring.status import Result
from monitoring.thresholds import Thresholds

START, HALF, END = date(2020, 1, 1), date(2025, 1, 1), date(2030, 1, 1)


def series(
    direction: str, baseline: float, target: float, value: float, unit: str = "number", **more: object
) -> Series:
    kind = str(more.get("kind", "estimate"))
    return Series(
        direction=direction,
        unit=unit,
        kind=kind,
        interval_years=5,
        baseline=Point(START, baseline),
        targets=(Goalpost(END, target, str(more.get("target_kind", "reach"))),),
        points=(Point(START, baseline), Point(HALF, value)),
    )


@pytest.mark.parametrize(
    ("value", "progress", "status"), [(12.0, 0.8, Result.ON_TRACK), (25.0, -0.5, Result.MOVING_AWAY)]
)
def test_a_falling_indicator_is_judged_in_its_own_direction(value: float, progress: float, status: Result) -> None:
    judged = judge_path(series("down", 20, 10, value), HALF)
    assert (judged.progress, judged.status) == (progress, status)


def test_a_target_below_the_baseline_of_a_rising_indicator_is_a_hold() -> None:
    judged = judge_path(series("up", 100, 90, 85), HALF)
    assert (judged.status, judged.progress, judged.pace) == (Result.MOVING_AWAY, None, None)


def test_progress_to_the_next_target_counts_from_the_baseline() -> None:
    judged = judge_path(series("up", 2505, 15000, 12980), HALF)
    assert judged.progress == pytest.approx(0.838, abs=5e-4)


@pytest.mark.parametrize(
    ("value", "kind", "status"),
    [
        (50.0, "estimate", Result.ON_TRACK),
        (33.0, "survey", Result.NO_CLEAR_CHANGE),
        (33.1, "survey", Result.LIMITED),
        (44.9, "estimate", Result.PROGRESSING),
        (30.0, "estimate", Result.NO_CLEAR_CHANGE),
        (29.0, "administrative", Result.NO_CLEAR_CHANGE),
        (28.0, "administrative", Result.MOVING_AWAY),
    ],
)
def test_noise_and_pace_decide_between_on_track_and_moving_away(value: float, kind: str, status: Result) -> None:
    assert judge_path(series("up", 30, 70, value, kind=kind), HALF).status == status


def test_within_one_point_of_a_hundred_percent_is_met() -> None:
    assert judge_path(series("up", 90, 100, 99, unit="percent"), HALF).status == Result.TARGET_MET
    assert judge_path(series("up", 90, 100, 98.9, unit="percent"), HALF).status != Result.TARGET_MET


def test_a_held_percentage_may_fall_one_point_below() -> None:
    assert judge_path(series("up", 98, 95, 94, unit="percent", target_kind="hold"), HALF).status == Result.TARGET_MET
    assert judge_path(series("up", 98, 95, 93.9, unit="percent", target_kind="hold"), HALF).status == Result.MOVING_AWAY


def test_each_reason_for_no_status_stays_apart() -> None:
    nothing = Series("up", "percent", "survey", 5, None)
    assert judge_path(nothing, HALF).status == Result.NO_DATA
    value = (Point(START, 50.0),)
    assert judge_path(Series("up", "percent", "survey", 5, None, (), value), HALF).status == Result.NO_TARGET
    target = (Goalpost(END, 90.0),)
    assert judge_path(Series("up", "percent", "survey", 5, None, target, value), HALF).status == Result.CANNOT
    one = judge_path(Series("up", "percent", "survey", 5, value[0], target, value), date(2026, 1, 1))
    assert (one.status, one.old) == (Result.ONE_VALUE, True)


def test_the_expected_line_runs_through_dated_targets_and_stays_after_the_last() -> None:
    targets = (Goalpost(HALF, 40.0), Goalpost(END, 100.0))
    assert expected_value(Point(START, 20.0), targets, HALF) == 40
    assert expected_value(Point(START, 20.0), targets, date(2035, 1, 1)) == 100


@pytest.mark.parametrize(("target", "value"), [(2.2, 1.2), (2.7, 1.7), (4.4, 3.4), (8.3, 7.3)])
def test_a_held_level_exactly_at_its_tolerance_is_kept(target: float, value: float) -> None:
    base, on = Point(date(2020, 7, 1), 9.0), date(2024, 7, 1)
    aim = (Goalpost(date(2030, 12, 31), target, "hold"),)
    held = Series("up", "percent", "administrative", 9, base, aim, (Point(on, value),))
    assert judge_path(held, date(2025, 1, 1)).status is Result.TARGET_MET
    below = replace(held, points=(Point(on, value - 0.001),))
    assert judge_path(below, date(2025, 1, 1)).status is Result.MOVING_AWAY


def test_a_change_exactly_as_large_as_the_noise_is_no_clear_change() -> None:
    base = Point(date(2020, 7, 1), 1.1)
    newest = Point(date(2025, 7, 1), 2.6, 1.1, 4.1)
    aim = (Goalpost(date(2030, 12, 31), 50),)
    judged = judge_path(Series("up", "percent", "survey", 9, base, aim, (newest,)), date(2026, 1, 1))
    assert (judged.status, judged.noise) == (Result.NO_CLEAR_CHANGE, 1.5)


def test_a_value_near_the_end_of_the_scale_says_that_it_is_near() -> None:
    base = Point(date(2020, 7, 1), 50.0)
    aim = (Goalpost(date(2030, 12, 31), 100.0),)
    for value, rule in ((100.0, "final target"), (99.6, "near the end"), (99.0, "near the end")):
        near = Series("up", "percent", "survey", 9, base, aim, (Point(date(2024, 7, 1), value),))
        judged = judge_path(near, date(2025, 1, 1))
        assert (judged.status, judged.rule) == (Result.TARGET_MET, rule)


@pytest.mark.parametrize(
    ("on", "years", "last"),
    [
        (date(2021, 7, 1), 3, date(2024, 7, 1)),
        (date(2024, 2, 29), 1, date(2025, 3, 1)),
        (date(2020, 2, 29), 4, date(2024, 3, 1)),
    ],
)
def test_a_value_is_old_from_the_day_after_its_interval(on: date, years: int, last: date) -> None:
    assert not older(on, last, years)
    assert older(on, date.fromordinal(last.toordinal() + 1), years)


def test_a_judgement_carries_the_limits_that_held() -> None:
    strict = Thresholds(on_track_pace=1.0)
    base = Point(date(2020, 7, 1), 1.0)
    one = Series("up", "number", "estimate", 9, base, (Goalpost(date(2030, 12, 31), 9),), (Point(date(2024, 7, 1), 3),))
    assert judge_path(one, date(2025, 1, 1), strict).thresholds == strict
