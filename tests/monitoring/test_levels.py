"""Levels are held against the level that is due, one by one, and never drawn into a line."""

from datetime import date

import pytest

from monitoring.levels import judge_level
from monitoring.status import Result

BASE = (date(2023, 7, 1), 1)
TARGETS = [(date(2028, 12, 31), 4), (date(2025, 12, 31), 2)]
AS_OF = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("year", "level", "status", "rule", "due"),
    [
        (2024, 1, Result.ON_TRACK, "level due", None),
        (2025, 1, Result.NO_CLEAR_CHANGE, "level of the baseline", 2),
        (2025, 2, Result.ON_TRACK, "level due", 2),
        (2025, 3, Result.ON_TRACK, "level due", 2),
        (2025, 4, Result.TARGET_MET, "final target", 2),
        (2025, 0, Result.MOVING_AWAY, "below the baseline", 2),
        (2024, 0, Result.MOVING_AWAY, "below the baseline", None),
    ],
)
def test_the_level_reached_against_the_level_due(
    year: int, level: int, status: Result, rule: str, due: int | None
) -> None:
    on = date(year, 7, 1)
    found = judge_level(BASE, TARGETS, [BASE, (on, level)], AS_OF)
    assert (found.status, found.rule, found.reached, found.due, found.reached_on) == (status, rule, level, due, on)


def test_a_level_above_the_baseline_but_below_what_is_due_is_too_slow() -> None:
    targets = [(date(2025, 12, 31), 3), (date(2028, 12, 31), 4)]
    assert judge_level(BASE, targets, [(date(2025, 7, 1), 2)], AS_OF).status is Result.LIMITED


def test_yes_and_no_are_the_levels_one_and_zero() -> None:
    no, target = (date(2023, 7, 1), 0), [(date(2025, 12, 31), 1)]
    assert judge_level(no, target, [no, (date(2025, 7, 1), 1)], AS_OF).status is Result.TARGET_MET
    assert judge_level(no, target, [no, (date(2025, 7, 1), 0)], AS_OF).status is Result.NO_CLEAR_CHANGE
    assert judge_level(no, target, [no, (date(2024, 7, 1), 0)], AS_OF).status is Result.ON_TRACK


def test_each_reason_for_no_status_stays_apart() -> None:
    seen = [(date(2025, 7, 1), 2)]
    assert judge_level(BASE, TARGETS, [], AS_OF).rule == "no observation"
    assert judge_level(BASE, TARGETS, seen, date(2025, 6, 30)).status is Result.NO_DATA
    assert judge_level(BASE, [], seen, AS_OF).rule == "no target"
    assert judge_level(None, TARGETS, seen, AS_OF).rule == "no baseline"
    assert judge_level(BASE, TARGETS, [BASE], AS_OF).status is Result.ONE_VALUE
