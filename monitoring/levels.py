"""Qualitative and yes/no indicators: the level reached against the level due. Levels are never interpolated.

Source: progress-method.md, "Results: indicators". A yes/no indicator has the levels 0 (no) and 1 (yes).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitoring.status import Result


@dataclass(frozen=True)
class LevelJudgement:
    """A level with its working: the level reached, the level due at its date (None before any is), and the rule."""

    status: Result
    rule: str
    reached: int | None = None
    due: int | None = None
    reached_on: date | None = None


def judge_level(
    baseline: tuple[date, int] | None,
    targets: Sequence[tuple[date, int]],
    observed: Sequence[tuple[date, int]],
    as_of: date,
) -> LevelJudgement:
    """Judge the newest level at its own date; all are days with levels counted from 0, a higher one being better.

    The level due is that of the last target dated in the year of the observation or before, since a level is due within
    the year of its target. First line that fits.
    """
    seen = sorted(one for one in observed if one[0] <= as_of)
    if not seen:
        return LevelJudgement(Result.NO_DATA, "no observation")
    on, reached = seen[-1]
    if not targets:
        return LevelJudgement(Result.NO_TARGET, "no target", reached, None, on)
    if baseline is None:
        return LevelJudgement(Result.CANNOT, "no baseline", reached, None, on)
    ordered = sorted(targets)
    final = ordered[-1][1]
    due = next((level for day, level in reversed(ordered) if day.year <= on.year), None)

    def judged(status: Result, rule: str) -> LevelJudgement:
        return LevelJudgement(status, rule, reached, due, on)

    if reached >= final:
        return judged(Result.TARGET_MET, "final target")
    if on <= baseline[0]:
        return judged(Result.ONE_VALUE, "nothing after the baseline")
    if reached < baseline[1]:
        return judged(Result.MOVING_AWAY, "below the baseline")
    if due is None or reached >= due:
        return judged(Result.ON_TRACK, "level due")
    if reached > baseline[1]:
        return judged(Result.LIMITED, "level due")
    return judged(Result.NO_CLEAR_CHANGE, "level of the baseline")
