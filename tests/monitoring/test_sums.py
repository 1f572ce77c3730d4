"""Indicators whose periods are added up: Σ results beside Σ targets of the same periods."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.methods import PATH, by_all_methods
from monitoring.results import Goalpost, Point, Series
from monitoring.status import Result
from monitoring.sums import judge_sum
from monitoring.thresholds import Thresholds

AS_OF = date(2026, 12, 31)
YEARS = (Goalpost(date(2024, 12, 31), 500), Goalpost(date(2025, 12, 31), 800))
TRAINED = Series("up", "number", "administrative", 1, None, YEARS, combine="sum")


def with_results(*results: tuple[date, float], series: Series = TRAINED) -> Series:
    return replace(series, points=tuple(Point(on, value) for on, value in results))


def test_the_published_vector_of_two_periods() -> None:
    judged = judge_sum(with_results((date(2024, 7, 1), 350), (date(2025, 7, 1), 950)), AS_OF)
    assert (judged.status, judged.rule) == (Result.TARGET_MET, "final target")
    assert (judged.value, judged.expected) == (Point(date(2025, 7, 1), 1300), 1300)
    assert (judged.progress, judged.pace) == (1, 1)


def test_the_same_vector_where_the_newest_counts() -> None:
    series = with_results((date(2024, 7, 1), 350), (date(2025, 7, 1), 950))
    latest = by_all_methods(replace(series, combine="latest", baseline=Point(date(2023, 7, 1), 0)), PATH, AS_OF).path
    assert latest.value == Point(date(2025, 7, 1), 950)
    assert latest.progress == pytest.approx(950 / 800)


@pytest.mark.parametrize(
    ("first", "status"),
    [
        (500, Result.ON_TRACK),
        (475, Result.ON_TRACK),
        (474, Result.PROGRESSING),
        (300, Result.PROGRESSING),
        (299, Result.LIMITED),
        (0, Result.LIMITED),
    ],
)
def test_a_sum_is_held_to_the_targets_of_the_periods_reported(first: float, status: Result) -> None:
    judged = judge_sum(with_results((date(2024, 7, 1), first)), AS_OF)
    assert (judged.status, judged.rule, judged.expected) == (status, "sum", 500)
    assert judged.progress == judged.pace == first / 500


def test_a_running_period_is_asked_only_for_the_days_reported() -> None:
    quarters = with_results((date(2024, 3, 31), 100), (date(2024, 6, 30), 150))
    judged = judge_sum(quarters, date(2024, 7, 15))
    assert judged.value == Point(date(2024, 6, 30), 250)
    assert judged.expected == pytest.approx(500 * 182 / 366)  # 2024 is a leap year
    assert judged.pace == pytest.approx(250 / (500 * 182 / 366))
    assert judged.progress == 0.5
    assert judged.status is Result.ON_TRACK


def test_a_period_without_results_asks_for_nothing() -> None:
    judged = judge_sum(with_results((date(2025, 12, 31), 800)), AS_OF)
    assert (judged.expected, judged.pace, judged.progress) == (800, 1, 1)
    assert judged.status is Result.ON_TRACK  # 800 of the 1,300 that both years ask


def test_only_what_came_after_the_baseline_and_by_the_last_target_is_added() -> None:
    base = Point(date(2023, 7, 1), 100)
    series = with_results(
        (date(2023, 7, 1), 100), (date(2023, 12, 31), 30), (date(2024, 12, 31), 400), (date(2026, 3, 31), 999)
    )
    judged = judge_sum(replace(series, baseline=base), AS_OF)
    assert (judged.value, judged.expected) == (Point(date(2024, 12, 31), 400), 500)
    # A baseline in the year of the first target does not shorten its period.
    late = judge_sum(replace(series, baseline=Point(date(2024, 7, 1), 0)), AS_OF)
    assert late.value == Point(date(2024, 12, 31), 400)


def test_a_first_target_some_years_on_covers_the_years_since_the_baseline() -> None:
    series = Series(
        "up", "number", "administrative", 1, Point(date(2022, 12, 31), 0), (Goalpost(date(2026, 12, 31), 1461),)
    )
    judged = judge_sum(with_results((date(2023, 12, 31), 365), series=series), AS_OF)
    assert judged.expected == 365
    assert judged.progress == pytest.approx(365 / 1461)


CEILING = replace(TRAINED, direction="down")


@pytest.mark.parametrize(
    ("results", "status"),
    [
        ((400, 800), Result.TARGET_MET),
        ((400, 900), Result.TARGET_MET),
        ((400, 901), Result.ON_TRACK),
        ((500, 1500), Result.PROGRESSING),
        ((1000, 1500), Result.LIMITED),
    ],
)
def test_where_lower_is_better_the_targets_are_a_ceiling(results: tuple[float, float], status: Result) -> None:
    both = with_results((date(2024, 7, 1), results[0]), (date(2025, 7, 1), results[1]), series=CEILING)
    assert judge_sum(both, AS_OF).status is status


def test_a_ceiling_is_not_kept_before_the_last_period_is_in() -> None:
    judged = judge_sum(with_results((date(2024, 7, 1), 10), series=CEILING), AS_OF)
    assert (judged.status, judged.rule, judged.pace) == (Result.ON_TRACK, "sum", 0.02)
    assert judge_sum(with_results((date(2024, 7, 1), 0), series=CEILING), AS_OF).status is Result.ON_TRACK


def test_a_sum_to_be_held_is_kept_or_lost() -> None:
    yearly = (Goalpost(date(2024, 12, 31), 500, "hold"), Goalpost(date(2025, 12, 31), 500, "hold"))
    series = replace(TRAINED, targets=yearly)
    kept = judge_sum(with_results((date(2024, 7, 1), 500), series=series), AS_OF)
    assert (kept.status, kept.rule, kept.progress, kept.pace) == (Result.TARGET_MET, "hold", None, None)
    lost = judge_sum(with_results((date(2024, 7, 1), 499), series=series), AS_OF)
    assert (lost.status, lost.rule, lost.expected) == (Result.MOVING_AWAY, "hold", 500)
    down = replace(series, direction="down")
    assert judge_sum(with_results((date(2024, 7, 1), 501), series=down), AS_OF).status is Result.MOVING_AWAY
    assert judge_sum(with_results((date(2024, 7, 1), 500), series=down), AS_OF).status is Result.TARGET_MET


def test_a_target_of_nothing_has_no_pace() -> None:
    none = replace(CEILING, targets=(Goalpost(date(2024, 12, 31), 0), Goalpost(date(2025, 12, 31), 0)))
    kept = judge_sum(with_results((date(2024, 7, 1), 0), series=none), AS_OF)
    assert (kept.status, kept.progress, kept.pace) == (Result.ON_TRACK, None, None)
    assert judge_sum(with_results((date(2024, 7, 1), 1), series=none), AS_OF).status is Result.LIMITED


def test_each_reason_for_no_status_stays_apart() -> None:
    one = with_results((date(2024, 7, 1), 5))
    assert judge_sum(TRAINED, AS_OF).rule == "no observation"
    assert judge_sum(one, date(2024, 6, 30)).status is Result.NO_DATA
    no_target = judge_sum(replace(one, targets=()), AS_OF)
    assert (no_target.status, no_target.rule, no_target.value) == (Result.NO_TARGET, "no target", one.points[0])
    before = judge_sum(with_results((date(2023, 7, 1), 5)), AS_OF)
    assert (before.status, before.rule) == (Result.ONE_VALUE, "nothing after the baseline")
    assert before.value == Point(date(2023, 7, 1), 5)


def test_an_old_sum_is_marked_old() -> None:
    one = with_results((date(2024, 7, 1), 5))
    assert [judge_sum(one, day).old for day in (date(2025, 7, 1), date(2025, 7, 2))] == [False, True]
    assert judge_sum(replace(one, targets=()), AS_OF).old
    assert judge_sum(with_results((date(2023, 7, 1), 5)), AS_OF).old


def test_the_limits_in_force_decide() -> None:
    strict = Thresholds(on_track_pace=1.0, limited_pace=0.9)
    assert judge_sum(with_results((date(2024, 7, 1), 475)), AS_OF, strict).status is Result.PROGRESSING
    assert judge_sum(with_results((date(2024, 7, 1), 400)), AS_OF, strict).status is Result.LIMITED


def test_methods_take_sums_of_counts_and_the_path_of_ratios() -> None:
    quarters = with_results((date(2024, 3, 31), 100), (date(2024, 6, 30), 150))
    views = by_all_methods(quarters, PATH, date(2024, 7, 15))
    assert (views.headline.status, views.path.rule) == (Result.ON_TRACK, "sum")
    assert views.headline.value == views.path.pace
    assert views.points == (Point(date(2024, 6, 30), 250),)
    share = Series(
        "up",
        "percent",
        "administrative",
        1,
        Point(date(2023, 7, 1), 50),
        (Goalpost(date(2025, 12, 31), 90),),
        (Point(date(2024, 3, 31), 75, ratio=(3, 4)), Point(date(2024, 9, 30), 50, ratio=(1, 2))),
        combine="sum",
    )
    ratios = by_all_methods(share, PATH, AS_OF)
    assert ratios.path.value is not None
    assert ratios.path.value.value == pytest.approx(100 * 4 / 6)
    assert ratios.path.rule == "pace"


def test_a_sum_of_tenths_that_is_the_target_has_reached_it() -> None:
    tenths = [(date(2024, 1 + month, 28), 0.1) for month in range(10)]
    series = replace(TRAINED, targets=(Goalpost(date(2024, 10, 28), 1.0),))
    assert judge_sum(with_results(*tenths, series=series), AS_OF).status is Result.TARGET_MET
    held = replace(TRAINED, targets=(Goalpost(date(2024, 10, 28), 1.0, "hold"),))
    judged = judge_sum(with_results(*tenths, series=held), AS_OF, Thresholds(mixed_share=0.3))
    assert (judged.status, judged.thresholds) == (Result.TARGET_MET, Thresholds(mixed_share=0.3))
