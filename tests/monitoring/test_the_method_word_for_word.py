"""Limits and lists of the method as figures: a change of one of them is a change of the method."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.delivery import Report, disagrees, judge
from monitoring.group import judge_group
from monitoring.growth import GrowthCase, judge_growth
from monitoring.methods import GROWTH, PATH, by_all_methods
from monitoring.planned import Plan
from monitoring.projection import project
from monitoring.results import Goalpost, Point, Series, judge_path
from monitoring.status import Delivery, Result
from monitoring.thresholds import Thresholds
from tests.monitoring.periods_of_three_years import QUARTERS

YEAR = Plan(date(2025, 1, 1), date(2025, 12, 31))
RISING = Series("up", "number", "estimate", 5, Point(date(2020, 7, 1), 10.0))


def test_the_limits_are_those_of_the_method() -> None:
    assert Thresholds() == Thresholds(
        on_schedule_days=31,
        attention_days=92,
        past_end_days=31,
        closing_days=15,
        reporting_share=0.70,
        mixed_share=0.20,
        group_on_schedule=0.90,
        group_attention=0.75,
        cash_ahead_points=25.0,
        on_track_pace=0.95,
        limited_pace=0.60,
        hold_tolerance_percent=1.0,
        extreme_tolerance_percent=1.0,
        noise_survey=3.0,
        noise_administrative=1.0,
        noise_estimate=0.0,
    )


def test_an_activity_past_its_end_makes_a_group_mixed_as_one_behind_does() -> None:
    done = judge(YEAR, Report(date(2025, 9, 30), 1.0), date(2025, 9, 30), QUARTERS)
    over = judge(replace(YEAR, ends=date(2025, 3, 31)), Report(date(2025, 9, 30), 0.5), date(2025, 9, 30), QUARTERS)
    assert over.status is Delivery.PAST_END
    found = judge_group([done, done, done, over])
    assert (found.word, found.late_share) == ("mixed", 0.25)


@pytest.mark.parametrize("status", [Delivery.BEHIND, Delivery.PAST_END])
def test_no_progress_agrees_with_what_is_late_while_nothing_is_delivered(status: Delivery) -> None:
    assert not disagrees("no progress", status, 0.0)
    assert disagrees("no progress", status, 0.1)


def test_a_postponed_activity_is_never_late_with_its_report() -> None:
    found = judge(replace(YEAR, state="postponed"), None, date(2025, 9, 30), QUARTERS)
    assert (found.status, found.report_late, found.report_due) == (Delivery.POSTPONED, False, True)


def test_moderate_progress_is_progressing_and_limited_stays_limited() -> None:
    aimed = replace(RISING, targets=(Goalpost(date(2030, 12, 31), 20.0),))
    words = {}
    for value in (13.0, 11.0):
        series = replace(aimed, points=(aimed.baseline or Point(date.min, 0), Point(date(2025, 7, 1), value)))
        words[value] = by_all_methods(series, GROWTH, date(2025, 12, 31)).headline.status
    assert words == {13.0: Result.PROGRESSING, 11.0: Result.LIMITED}


@pytest.mark.parametrize(("value", "slope", "start"), [(0.6, 7.1429, -4.2857), (0.5999, 4.1667, -2.5)])
def test_a_score_rises_faster_from_six_tenths_of_what_is_required(value: float, slope: float, start: float) -> None:
    required = 2 ** (1 / 10) - 1
    grown = 10 * (1 + value * required) ** 5
    found = judge_growth(GrowthCase("up", 2020, 10.0, 2025, grown, 2030, 20.0))
    assert found.value == pytest.approx(value)
    assert found.score == pytest.approx(slope * value + start)


def test_an_arrival_two_hundred_years_ahead_is_told_and_a_later_one_is_none() -> None:
    ahead = {target: project([(2020, 0.0), (2021, 1.0)], 2030, target) for target in (200.0, 202.0)}
    assert {target: found and found.arrives for target, found in ahead.items()} == {
        200.0: pytest.approx(2220),
        202.0: None,
    }


def test_a_target_dated_before_the_baseline_gives_no_line_to_be_held_against() -> None:
    early = replace(RISING, targets=(Goalpost(date(2019, 12, 31), 60.0),))
    for on in (date(2019, 12, 31), date(2020, 7, 1)):
        series = replace(early, targets=(Goalpost(on, 60.0),), points=(Point(date(2024, 7, 1), 12.0),))
        found = judge_path(series, date(2025, 1, 1))
        assert (found.status, found.rule, found.expected) == (Result.CANNOT, "target year not after the base", None)
    reached = judge_path(replace(early, points=(Point(date(2024, 7, 1), 61.0),)), date(2025, 1, 1))
    assert (reached.status, reached.rule, reached.expected) == (Result.TARGET_MET, "final target", None)
    assert (reached.progress, reached.pace) == (None, None)


def test_a_trend_beside_another_headline_is_no_status_and_as_the_headline_it_is_one() -> None:
    series = replace(RISING, points=(Point(date(2020, 7, 1), 10.0), Point(date(2025, 7, 1), 15.0)))
    beside = by_all_methods(series, PATH, date(2025, 12, 31))
    assert beside.trend is not None
    assert beside.trend in beside.others
    assert (beside.trend.status, beside.trend.score) == (Result.NO_TARGET, 5.0)
    assert by_all_methods(series, GROWTH, date(2025, 12, 31)).headline.status is Result.ON_TRACK


def test_the_growth_rate_carries_the_limits_that_held() -> None:
    held = Thresholds(on_track_pace=0.9)
    for case in (GrowthCase("up", 2020, 10.0, 2025, 12.0, 2030, 20.0), GrowthCase("", 2020, 10.0, 2025, 12.0)):
        assert judge_growth(case, held).thresholds == held
