"""Every judgement carries its whole working: status, rule, numbers and limits, line by line of each table."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring import why
from monitoring.delivery import Judgement, Report, judge
from monitoring.growth import Growth, GrowthCase, GrowthJudgement, judge_group, judge_growth
from monitoring.levels import LevelJudgement, judge_level
from monitoring.planned import Plan
from monitoring.reduction import ReductionJudgement, judge_reduction
from monitoring.results import Goalpost, Point, ResultJudgement, Series, judge_path
from monitoring.status import Delivery, Result
from monitoring.thresholds import Thresholds
from tests.monitoring.periods_of_three_years import QUARTERS

YEAR = Plan(date(2025, 1, 1), date(2025, 12, 31))
SEPTEMBER = date(2025, 9, 30)
ASKED = round(273 / 365, 9)  # of the year by the end of September
LIMITS = Thresholds()

DELIVERED = [
    # plan, report, as of → status, rule, limit, share, planned at the report, planned now, behind, past end, late, due
    (
        (YEAR, Report(SEPTEMBER, 0.7, rating="on track"), SEPTEMBER),
        Judgement(Delivery.ON_SCHEDULE, "days behind", 0.7, ASKED, ASKED, 18, 0, False, True, False, 31),
    ),
    (
        (YEAR, Report(SEPTEMBER, 0.5, rating="met"), SEPTEMBER),
        Judgement(Delivery.NEEDS_ATTENTION, "days behind", 0.5, ASKED, ASKED, 91, 0, False, True, True, 92),
    ),
    (
        (YEAR, Report(SEPTEMBER, 0.1, rating="no progress"), SEPTEMBER),
        Judgement(Delivery.BEHIND, "days behind", 0.1, ASKED, ASKED, 237, 0, False, True, True, 92),
    ),
    (
        (replace(YEAR, precision="quarter"), Report(SEPTEMBER, 0.1), SEPTEMBER),
        Judgement(Delivery.NEEDS_ATTENTION, "last quarter not over", 0.1, ASKED, ASKED, 237, 0, False, True, False, 92),
    ),
    (
        (replace(YEAR, precision="quarter"), Report(SEPTEMBER, 0.1), date(2025, 12, 31)),
        Judgement(Delivery.NEEDS_ATTENTION, "last quarter not over", 0.1, ASKED, 1.0, 237, 0, False, True, False, 92),
    ),
    (
        (replace(YEAR, ends=SEPTEMBER), Report(SEPTEMBER, 0.5), SEPTEMBER),
        Judgement(Delivery.BEHIND, "days behind", 0.5, 1.0, 1.0, 137, 0, False, True, False, 92),
    ),
    (
        (replace(YEAR, ends=date(2025, 9, 29)), Report(SEPTEMBER, 0.99), SEPTEMBER),
        Judgement(Delivery.NEEDS_ATTENTION, "end just passed", 0.99, 1.0, 1.0, 4, 1, False, True, False, 31),
    ),
    (
        (replace(YEAR, ends=date(2025, 8, 30)), Report(SEPTEMBER, 0.99), SEPTEMBER),
        Judgement(Delivery.NEEDS_ATTENTION, "end just passed", 0.99, 1.0, 1.0, 34, 31, False, True, False, 31),
    ),
    (
        (replace(YEAR, ends=date(2025, 8, 29)), Report(SEPTEMBER, 0.99), SEPTEMBER),
        Judgement(Delivery.PAST_END, "end passed", 0.99, 1.0, 1.0, 35, 32, False, True, False, 31),
    ),
    (
        (YEAR, Report(SEPTEMBER, 1.0, verified=True), SEPTEMBER),
        Judgement(Delivery.COMPLETED, "verified", 1.0, ASKED, ASKED, 0, 0, False, True, False, None),
    ),
    (
        (YEAR, Report(SEPTEMBER, 1.0), SEPTEMBER),
        Judgement(Delivery.COMPLETED, "reported", 1.0, ASKED, ASKED, 0, 0, False, True, False, None),
    ),
    (
        (replace(YEAR, state="cancelled"), Report(SEPTEMBER, 0.2, rating="met"), SEPTEMBER),
        Judgement(Delivery.CANCELLED, "amendment", 0.2, ASKED, ASKED, 200, 0, False, True, False, None),
    ),
    (
        (YEAR, None, date(2024, 12, 31)),
        Judgement(Delivery.NOT_YET_DUE, "before start", None, None, 0.0, None, 0, False, False, False, None),
    ),
    (
        (YEAR, None, date(2025, 4, 15)),
        Judgement(
            Delivery.REPORT_NOT_DUE, "no period closed", None, None, round(105 / 365, 9), None, 0, False, False, False
        ),
    ),
    (
        (YEAR, None, date(2025, 4, 16)),
        Judgement(Delivery.NO_REPORT, "period closed", None, None, round(106 / 365, 9), None, 0, True, True, False),
    ),
    (
        (YEAR, Report(date(2025, 3, 31), 0.3), SEPTEMBER),
        Judgement(Delivery.ON_SCHEDULE, "days behind", 0.3, round(90 / 365, 9), ASKED, 0, 0, True, True, False, 31),
    ),
]


@pytest.mark.parametrize(("given", "working"), DELIVERED)
def test_the_working_of_an_activity(given: tuple[Plan, Report | None, date], working: Judgement) -> None:
    assert judge(*given, QUARTERS) == working


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


def grown(value: float, target: float | None = 20.0, **changed: object) -> GrowthCase:
    return replace(GrowthCase("up", 2020, 10.0, 2025, value, 2030, target), **changed)  # type: ignore[arg-type]


def rates(value: float, target: float = 20.0, base: float = 10.0) -> tuple[float, float]:
    return (value / base) ** (1 / 5) - 1, (target / base) ** (1 / 10) - 1


def test_the_working_of_a_growth_rate_with_a_target() -> None:
    growth, required = rates(14.0)
    found = judge_growth(grown(14.0))
    assert found.status is Growth.SUBSTANTIAL
    assert (found.growth, found.required) == pytest.approx((growth, required))
    assert found.value == pytest.approx(growth / required)
    assert found.score == pytest.approx(7.1429 * growth / required - 4.2857)
    assert (found.reason, found.factor, found.zero_replaced) == ("", 1.0, False)


def test_a_target_that_is_reached_keeps_its_working() -> None:
    growth, required = rates(21.0)
    found = judge_growth(grown(21.0))
    assert (found.status, found.score, found.reason) == (Growth.ACHIEVED, 5, "")
    assert (found.growth, found.required, found.value) == pytest.approx((growth, required, growth / required))
    zero = judge_growth(GrowthCase("down", 2020, 10.0, 2025, 0.0, 2030, 0.0))
    assert (zero.status, zero.zero_replaced, zero.factor) == (Growth.ACHIEVED, True, 1.0)


@pytest.mark.parametrize(
    ("value", "status"),
    [(10.0, Growth.LIMITED), (12.0, Growth.LIMITED), (12.5, Growth.MODERATE), (9.9, Growth.DETERIORATION)],
)
def test_the_words_of_a_growth_rate(value: float, status: Growth) -> None:
    found = judge_growth(grown(value))
    assert found.status is status
    assert found.value is not None
    assert found.score is not None
    if found.value < 0.6:
        assert found.score == pytest.approx(max(4.1667 * found.value - 2.5, -5))


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (grown(12.0, direction=""), "no direction"),
        (grown(12.0, base_value=None), "no baseline"),
        (grown(12.0, base_year=None), "no baseline"),
        (grown(12.0, current_value=None), "no observation"),
        (grown(12.0, current_year=None), "no observation"),
        (grown(12.0, current_year=2020.9), "less than a year"),
        (grown(-12.0), "signs differ"),
        (grown(12.0, target_year=None), "no target year"),
        (grown(12.0, target_year=2020), "target year not after the base"),
        (grown(12.0, base_value=-10.0, current_value=-12.0), "signs differ"),
        (grown(8.0, target=10.0), "nothing required"),
    ],
)
def test_why_there_is_no_growth_rate(case: GrowthCase, reason: str) -> None:
    assert judge_growth(case) == GrowthJudgement(Growth.NOT_AVAILABLE, reason=reason)


def test_a_year_is_enough_and_a_value_of_zero_is_no_change_of_sign() -> None:
    assert judge_growth(grown(12.0, current_year=2021)).value is not None
    fallen = judge_growth(grown(0.0))
    assert (fallen.status, fallen.growth) == (Growth.DETERIORATION, -1.0)
    from_zero = judge_growth(grown(12.0, base_value=0.0))
    assert (from_zero.zero_replaced, from_zero.growth) == (True, pytest.approx((12 / 0.001) ** (1 / 5) - 1))


@pytest.mark.parametrize(
    ("yearly", "limit", "status", "score"),
    [
        (0.02, None, Growth.SUBSTANTIAL, 500 * 0.02 - 5),
        (0.015, None, Growth.SUBSTANTIAL, 2.5),
        (0.01, None, Growth.MODERATE, 250 * 0.01 - 1.25),
        (0.005, None, Growth.MODERATE, 0.0),
        (0.004, None, Growth.LIMITED, 500 * 0.004 - 2.5),
        (-0.01, None, Growth.DETERIORATION, 125 * -0.01 - 2.5),
        (0.5, None, Growth.SUBSTANTIAL, 5.0),
        (-0.5, None, Growth.DETERIORATION, -5.0),
        (0.01, 20.0, Growth.MODERATE, 250 * 0.01 / (1 - 0.5**4.44) - 1.25),
        (0.01, 12.0, Growth.SUBSTANTIAL, 500 * 0.01 / (1 - (10 / 12) ** 4.44) - 5),
        (0.01, 8.0, Growth.MODERATE, 250 * 0.01 / (1 - (6 / 8) ** 4.44) - 1.25),
        (0.004, 10.0, Growth.SUBSTANTIAL, 5.0),
        (0.01, 5.0, Growth.MODERATE, 250 * 0.01 - 1.25),
    ],
)
def test_the_working_of_a_growth_rate_without_a_target(
    yearly: float, limit: float | None, status: Growth, score: float
) -> None:
    case = GrowthCase("up", 2020, 10.0, 2025, 10.0 * (1 + yearly) ** 5, limit=limit)
    found = judge_growth(case)
    assert (found.status, found.required, found.reason) == (status, None, "")
    assert (found.value, found.growth) == (pytest.approx(yearly), pytest.approx(yearly))
    assert found.score == pytest.approx(score)


def test_several_growth_rates_as_one() -> None:
    done, none = judge_growth(grown(21.0)), judge_growth(grown(12.0, direction=""))
    assert judge_group([none]) == GrowthJudgement(Growth.NOT_AVAILABLE, reason="no score")
    assert judge_group([done, done]) == GrowthJudgement(Growth.ACHIEVED, score=5)
    assert judge_group([done, none]).status is Growth.SUBSTANTIAL
    for score, status in ((2.5, Growth.SUBSTANTIAL), (0, Growth.MODERATE), (-2.5, Growth.LIMITED)):
        assert judge_group([GrowthJudgement(status, 0.0, score)]) == GrowthJudgement(status, score=score)
    assert judge_group([GrowthJudgement(Growth.LIMITED, 0.0, -2.6)]).status is Growth.DETERIORATION


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("amendment", "A signed amendment took it out of the plan."),
        ("verified", "All is delivered, and a reviewer named the evidence."),
        ("reported", "All is delivered, as reported."),
        ("end passed", "Its end date passed more than 31 days ago."),
        ("before start", "It has not started, and nothing is delivered yet."),
        ("period closed", "No report has come, and a period in which it was under way has closed."),
        ("no period closed", "No report has come, and none is due yet."),
        ("end just passed", "Its end date passed at most 31 days ago."),
        ("last quarter not over", "More than 92 days behind the plan, but the last quarter of its plan is not over."),
    ],
)
def test_every_rule_has_its_sentence(rule: str, said: str) -> None:
    assert why.sentence("completed", rule, LIMITS) == said


def test_every_word_of_a_group_has_its_sentence() -> None:
    said = {
        "completed": "Every activity is completed.",
        "not yet due": "No activity has begun yet.",
        "mixed": "At least 20% is behind or past its end.",
        "on schedule": "At least 90% of what was due is delivered.",
        "needs attention": "75% or more of what was due is delivered, but less than 90%.",
        "behind": "Less than 75% of what was due is delivered.",
    }
    assert {word: why.of_group(word, LIMITS) for word in said} == said


def test_the_limit_behind_a_rule_of_an_indicator_is_told() -> None:
    paces = (
        "Limits of pace: on track from 0.95, progressing from 0.6, limited below; both of these read “Improving, too "
        "slowly”."
    )
    said = {
        "pace": paces,
        "sum": paces,
        "pace below zero": paces,
        "growth rate": "Limits of the method: on track from 0.95, progressing from 0.6, limited from 0, moving away "
        "below.",
        "reduction rate": "Limits of the method: on track from what is required, progressing above 0.5 percent a year, "
        "no clear change down to −0.5, moving away below.",
        "hold": "Limit: a held percentage may fall 1 points below its level; any other level has to be kept as it is.",
        "near the end": "Limit: within 1 points of a target of 0 or 100 percent counts as reached.",
        "noise": "Limit: half the wider of the two intervals; without intervals 3 points for a survey, 1 for "
        "administrative data, 0 for an estimate.",
        "level due": "A level is due within the year of its target; levels are held against it one by one.",
        "final target": "",
    }
    assert {rule: why.limits_of(rule, LIMITS) for rule in said} == said
    changed = Thresholds(on_track_pace=0.9, limited_pace=0.5, hold_tolerance_percent=2, noise_survey=4)
    assert why.limits_of("pace", changed).startswith("Limits of pace: on track from 0.9, progressing from 0.5,")
    assert "fall 2 points" in why.limits_of("hold", changed)
    assert "4 points for a survey" in why.limits_of("noise", changed)
