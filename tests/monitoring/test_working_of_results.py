"""The judgement of an indicator carries its whole working: by its path, its rate of reduction, and its levels."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.levels import LevelJudgement, judge_level
from monitoring.reduction import ReductionJudgement, judge_reduction
from monitoring.results import Goalpost, Point, ResultJudgement, Series, judge_path
from monitoring.status import Result

BASE = Point(date(2020, 7, 1), 20.0)


AIM = (Goalpost(date(2030, 7, 1), 10.0),)


HALF = date(2025, 7, 1)


DUE = 20 - 10 * 1826 / 3652  # days from the baseline to 1 July 2025, and to the target


def path(value: float, on: date = HALF, kind: str = "administrative", **changed: object) -> Series:
    one = Series("down", "number", kind, 5, BASE, AIM, (BASE, Point(on, value)))
    return replace(one, **changed)  # type: ignore[arg-type]


def working(status: Result, rule: str, value: float, noise: float | None = 1.0) -> ResultJudgement:
    expected = round(DUE, 9)
    progress, pace = round((value - 20) / -10, 9), round((value - 20) / (expected - 20), 9)
    return ResultJudgement(status, rule, Point(HALF, value), expected, progress, pace, noise)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (path(9.5), working(Result.TARGET_MET, "final target", 9.5, None)),
        (path(12.0), working(Result.ON_TRACK, "pace", 12.0)),
        (path(15.2), working(Result.ON_TRACK, "pace", 15.2)),
        (path(15.3), working(Result.PROGRESSING, "pace", 15.3)),
        (path(16.9), working(Result.PROGRESSING, "pace", 16.9)),
        (path(17.1), working(Result.LIMITED, "pace", 17.1)),
        (path(19.0), working(Result.NO_CLEAR_CHANGE, "noise", 19.0)),
        (path(21.0), working(Result.NO_CLEAR_CHANGE, "noise", 21.0)),
        (path(21.1), working(Result.MOVING_AWAY, "pace below zero", 21.1)),
        (path(18.9, kind="survey"), working(Result.NO_CLEAR_CHANGE, "noise", 18.9, 3.0)),
        (path(19.9, kind="estimate"), working(Result.LIMITED, "pace", 19.9, 0.0)),
        (
            path(12.0, on=date(2020, 7, 1), points=(Point(date(2020, 7, 1), 12.0),)),
            ResultJudgement(Result.ONE_VALUE, "nothing after the baseline", Point(date(2020, 7, 1), 12.0), old=True),
        ),
        (path(12.0, points=()), ResultJudgement(Result.NO_DATA, "no observation")),
        (path(12.0, targets=()), ResultJudgement(Result.NO_TARGET, "no target", Point(HALF, 12.0))),
        (path(12.0, baseline=None), ResultJudgement(Result.CANNOT, "no baseline", Point(HALF, 12.0))),
        (
            path(12.0, targets=(Goalpost(date(2030, 7, 1), 12.0, "hold"),)),
            ResultJudgement(Result.TARGET_MET, "hold", Point(HALF, 12.0), 12.0),
        ),
        (
            path(12.1, targets=(Goalpost(date(2030, 7, 1), 12.0, "hold"),)),
            ResultJudgement(Result.MOVING_AWAY, "hold", Point(HALF, 12.1), 12.0),
        ),
        (
            path(25.0, targets=(Goalpost(date(2030, 7, 1), 20.0),)),
            ResultJudgement(Result.MOVING_AWAY, "hold", Point(HALF, 25.0), 20.0),
        ),
    ],
)
def test_the_working_of_an_indicator_by_its_path(given: Series, found: ResultJudgement) -> None:
    assert judge_path(given, date(2026, 1, 1)) == found


def test_an_old_value_is_marked_whatever_its_status() -> None:
    for one in (path(12.0), path(12.0, targets=()), path(12.0, baseline=None)):
        assert judge_path(one, date(2030, 7, 2)).old
        assert not judge_path(one, date(2030, 7, 1)).old


def test_where_the_path_leads_away_first_a_fall_is_moving_away() -> None:
    first_down = (Goalpost(date(2025, 7, 1), 15.0), Goalpost(date(2030, 7, 1), 40.0))
    one = Series("up", "number", "estimate", 5, BASE, first_down, (Point(HALF, 14.0),))
    found = judge_path(one, date(2026, 1, 1))
    assert (found.status, found.rule, found.expected, found.pace) == (Result.MOVING_AWAY, "pace below zero", 15.0, 1.2)
    level = replace(one, targets=(Goalpost(date(2025, 7, 1), 20.0), Goalpost(date(2030, 7, 1), 40.0)))
    flat = judge_path(level, date(2026, 1, 1))
    assert (flat.status, flat.expected, flat.pace) == (Result.MOVING_AWAY, 20.0, None)


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "points", "found"),
    [
        ("down", (2020, 10.0), (2030, 5.0), [], ReductionJudgement(Result.NO_DATA, reason="no observation")),
        ("down", (2020, 10.0), (2030, 5.0), [(2019, 9.0)], ReductionJudgement(Result.NO_DATA, reason="no observation")),
        ("down", None, (2030, 5.0), [(2020, 9.0)], ReductionJudgement(Result.CANNOT, reason="no baseline")),
        ("down", (2020, 10.0), None, [(2020, 9.0)], ReductionJudgement(Result.CANNOT, reason="no target")),
        ("up", (2020, 10.0), (2030, 5.0), [(2020, 9.0)], ReductionJudgement(Result.CANNOT, reason="should rise")),
        (
            "down",
            (2020, 10.0),
            (2030, 5.0),
            [(2020, 10.0), (2021, 0.0)],
            ReductionJudgement(Result.CANNOT, reason="value rounds to zero"),
        ),
        (
            "down",
            (2020, 10.0),
            (2030, 5.0),
            [(2021, 10.0)],
            ReductionJudgement(Result.ONE_VALUE, None, 6.7, "one value only"),
        ),
        # From 10.0 to 9.0 in a year is 10 percent; 6.7 = 100·(1 − 0.5^(1/10)) are required.
        (
            "down",
            (2020, 10.0),
            (2030, 5.0),
            [(2021, 9.0), (2020, 10.0)],
            ReductionJudgement(Result.ON_TRACK, 10.0, 6.7),
        ),
        (
            "down",
            (2020, 10.0),
            (2030, 5.0),
            [(2020, 10.0), (2021, 5.0)],
            ReductionJudgement(Result.TARGET_MET, 50.0, 6.7),
        ),
        ("down", (2020, 10.0), (2030, 5.0), [(2021, 4.0)], ReductionJudgement(Result.TARGET_MET, None, 6.7)),
        (
            "down",
            (2020, 10.0),
            (2030, 5.0),
            [(2020, 10.0), (2021, 9.9)],
            ReductionJudgement(Result.PROGRESSING, 1.0, 6.7),
        ),
        (
            "down",
            (2020, 20.0),
            (2030, 10.0),
            [(2020, 20.0), (2021, 19.9)],
            ReductionJudgement(Result.NO_CLEAR_CHANGE, 0.5, 6.7),
        ),
        (
            "down",
            (2020, 20.0),
            (2030, 10.0),
            [(2020, 20.0), (2021, 20.1)],
            ReductionJudgement(Result.NO_CLEAR_CHANGE, -0.5, 6.7),
        ),
        (
            "down",
            (2020, 20.0),
            (2030, 10.0),
            [(2020, 20.0), (2021, 20.2)],
            ReductionJudgement(Result.MOVING_AWAY, -1.0, 6.7),
        ),
    ],
)
def test_the_working_of_a_rate_of_reduction(
    direction: str,
    baseline: tuple[float, float] | None,
    target: tuple[float, float] | None,
    points: list[tuple[float, float]],
    found: ReductionJudgement,
) -> None:
    assert judge_reduction(direction, baseline, target, points) == found


START, NOW = (date(2023, 7, 1), 1), date(2025, 7, 1)


DUE_LEVELS = [(date(2025, 12, 31), 2), (date(2028, 12, 31), 4)]


@pytest.mark.parametrize(
    ("baseline", "targets", "level", "found"),
    [
        (START, DUE_LEVELS, None, LevelJudgement(Result.NO_DATA, "no observation")),
        (START, [], 2, LevelJudgement(Result.NO_TARGET, "no target", 2, None, NOW)),
        (None, DUE_LEVELS, 2, LevelJudgement(Result.CANNOT, "no baseline", 2, None, NOW)),
        (START, DUE_LEVELS, 4, LevelJudgement(Result.TARGET_MET, "final target", 4, 2, NOW)),
        ((NOW, 1), DUE_LEVELS, 2, LevelJudgement(Result.ONE_VALUE, "nothing after the baseline", 2, 2, NOW)),
        (START, DUE_LEVELS, 0, LevelJudgement(Result.MOVING_AWAY, "below the baseline", 0, 2, NOW)),
        (START, DUE_LEVELS, 2, LevelJudgement(Result.ON_TRACK, "level due", 2, 2, NOW)),
        (START, DUE_LEVELS[1:], 1, LevelJudgement(Result.ON_TRACK, "level due", 1, None, NOW)),
        (START, [(NOW, 3), DUE_LEVELS[1]], 2, LevelJudgement(Result.LIMITED, "level due", 2, 3, NOW)),
        (START, DUE_LEVELS, 1, LevelJudgement(Result.NO_CLEAR_CHANGE, "level of the baseline", 1, 2, NOW)),
    ],
)
def test_the_working_of_a_level(
    baseline: tuple[date, int] | None, targets: list[tuple[date, int]], level: int | None, found: LevelJudgement
) -> None:
    seen = [] if level is None else [(NOW, level)]
    assert judge_level(baseline, targets, seen, date(2026, 1, 1)) == found


def test_the_newest_level_counts_and_a_later_one_is_not_seen() -> None:
    seen = [(date(2024, 7, 1), 4), (NOW, 2), (date(2026, 7, 1), 0)]
    assert judge_level(START, DUE_LEVELS, seen[::-1], NOW).reached == 2
