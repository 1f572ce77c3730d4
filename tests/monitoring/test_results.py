"""Results by the method "path": the published test vectors and the lines of the table."""

from datetime import date

import pytest

from monitoring.results import Goalpost, Point, Series, expected_value, judge_path
from monitoring.status import Result

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
