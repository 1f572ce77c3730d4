"""An indicator by all three methods: one is the headline, the others are shown, and it is told where they disagree."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.methods import GROWTH, LEVEL, METHODS, PATH, REDUCTION, ZERO_REPLACED, by_all_methods, years_of
from monitoring.results import Goalpost, Point, Series
from monitoring.status import Result

TODAY = date(2026, 1, 1)
STUNTING = [12.6, 11.8, 11.1, 10.4, 9.7, 9.0, 8.4, 7.8, 7.4, 7.0, 6.8, 6.6, 6.5]


def series(direction: str, values: dict[int, float], target: float | None, base: int | None = None) -> Series:
    points = tuple(Point(date(year, 7, 1), value) for year, value in values.items())
    baseline = next((point for point in points if point.on.year == base), points[0] if base is None else None)
    goal = () if target is None else (Goalpost(date(2030, 12, 31), target),)
    return Series(direction, "percent", "estimate", 5, baseline, goal, points)


def test_all_three_agree_that_stunting_falls_fast_enough_for_a_target_made_up_for_the_test() -> None:
    found = by_all_methods(series("down", dict(zip(range(2012, 2025), STUNTING, strict=True)), 5.0), PATH, TODAY)
    said = {view.method: view for view in (found.headline, *found.others)}
    assert [said[method].status for method in METHODS] == [Result.ON_TRACK] * 3
    assert (said[REDUCTION].value, said[REDUCTION].required) == (5.71, 5.01)
    assert not found.disagree


def test_the_headline_is_the_method_asked_for_and_the_others_follow() -> None:
    given = series("up", {2019: 50.0, 2024: 44.4}, 100.0)
    found = by_all_methods(given, GROWTH, TODAY)
    assert (found.headline.method, found.headline.status) == (GROWTH, Result.MOVING_AWAY)
    assert found.headline.value == pytest.approx(-0.361, abs=5e-4)
    assert [view.method for view in found.others] == [PATH, REDUCTION]
    assert found.others[1].reason == "should rise"


def test_methods_that_say_different_words_disagree() -> None:
    found = by_all_methods(series("down", {2020: 10.0, 2021: 9.9, 2025: 7.4}, 5.0), PATH, TODAY)
    words = {view.method: view.status for view in (found.headline, *found.others)}
    assert words[PATH] == Result.ON_TRACK
    assert words[REDUCTION] == Result.PROGRESSING
    assert found.disagree


def test_a_method_that_can_say_nothing_does_not_disagree() -> None:
    found = by_all_methods(series("up", {2020: 20.0, 2025: 60.0}, 90.0), PATH, TODAY)
    assert {view.method: view.status for view in found.others}[REDUCTION] == Result.CANNOT
    assert not found.disagree
    one = by_all_methods(series("down", {2020: 20.0}, 10.0), PATH, TODAY)
    assert one.headline.reason == "nothing after the baseline"
    assert not one.disagree


def test_without_a_target_the_growth_rate_is_a_trend() -> None:
    found = by_all_methods(series("down", {2022: 6.8, 2024: 6.5}, None), PATH, TODAY)
    assert (found.headline.status, found.headline.reason) == (Result.NO_TARGET, "no target")
    assert found.trend is not None
    assert found.trend.value == pytest.approx(0.0223, abs=1e-4)
    assert by_all_methods(series("down", {2022: 6.8, 2024: 6.5}, 5.0), PATH, TODAY).trend is None
    nothing = by_all_methods(Series("up", "percent", "survey", 5, None), PATH, TODAY)
    assert (nothing.trend, nothing.headline.status) == (None, Result.NO_DATA)


def test_values_after_the_reporting_date_are_not_seen() -> None:
    given = series("down", {2020: 20.0, 2025: 12.0}, 10.0)
    assert by_all_methods(given, PATH, date(2024, 1, 1)).headline.status == Result.ONE_VALUE


def test_an_annual_value_and_an_annual_target_stand_in_their_year() -> None:
    year_of = years_of([date(2020, 7, 1), date(2024, 7, 1)])
    assert year_of(date(2024, 7, 1)) == year_of(date(2024, 12, 31)) == 2024
    assert year_of(date(2024, 1, 1)) == 2024
    assert year_of(date(2025, 4, 1)) == 2025 + 90 / 365
    assert year_of(date(2024, 3, 1)) == 2024 + 60 / 366
    assert years_of([])(date(2024, 7, 1)) == 2024


def test_in_a_series_of_other_days_what_comes_later_is_later() -> None:
    days = [date(2024, 3, 31), date(2024, 6, 30), date(2024, 7, 1), date(2024, 9, 30), date(2024, 12, 31)]
    year_of = years_of(days)
    assert [year_of(day) for day in days] == sorted(year_of(day) for day in days)
    assert year_of(date(2024, 7, 1)) == 2024 + 182 / 366


def test_a_series_of_quarters_is_judged_in_its_order() -> None:
    values = {date(2024, 3, 31): 19.0, date(2024, 6, 30): 18.0, date(2024, 9, 30): 17.0, date(2024, 12, 31): 4.0}
    base = Point(date(2023, 12, 31), 20.0)
    points = (base, *(Point(day, value) for day, value in values.items()))
    quarterly = Series("down", "percent", "estimate", 5, base, (Goalpost(date(2030, 12, 31), 5.0),), points)
    found = by_all_methods(quarterly, REDUCTION, TODAY)
    assert {view.status for view in (found.headline, *found.others)} == {Result.TARGET_MET}
    half_a_year = replace(quarterly, points=(base, Point(date(2024, 6, 30), 18.0)))
    assert by_all_methods(half_a_year, GROWTH, TODAY).headline.reason == "less than a year"
    a_year = replace(quarterly, points=(base, Point(date(2024, 12, 31), 18.0)))
    assert by_all_methods(a_year, GROWTH, TODAY).headline.status is not Result.CANNOT


def test_a_zero_taken_as_a_small_number_and_what_is_required_are_told() -> None:
    found = by_all_methods(series("down", {2020: 10.0, 2024: 5.0}, 0.0), GROWTH, TODAY).headline
    assert (found.note, found.status) == (ZERO_REPLACED, Result.LIMITED)
    assert found.required == pytest.approx((0.001 / 10) ** (1 / 10) - 1)
    assert found.value is not None
    assert found.score == pytest.approx(4.1667 * found.value - 2.5)
    plain = by_all_methods(series("down", {2020: 10.0, 2024: 5.0}, 2.0), GROWTH, TODAY).headline
    assert (plain.note, plain.factor) == ("", 1.0)
    limited = by_all_methods(series("up", {2020: 50.0, 2024: 55.0}, None), GROWTH, TODAY, natural_limit=100.0)
    assert limited.headline.factor == pytest.approx(1 - 0.5**4.44)


def levels(*observed: tuple[int, float], target: float | None = 2.0, base: float | None = 1.0) -> Series:
    return Series(
        "up",
        "level",
        "administrative",
        2,
        None if base is None else Point(date(2023, 7, 1), base),
        () if target is None else (Goalpost(date(2025, 12, 31), target), Goalpost(date(2028, 12, 31), 3)),
        tuple(Point(date(year, 7, 1), value) for year, value in observed),
    )


def test_levels_have_one_method_and_their_own_working() -> None:
    found = by_all_methods(levels((2024, 1), (2025, 2), (2026, 3)), REDUCTION, date(2025, 9, 30))
    assert (found.headline.method, found.headline.status, found.headline.reason) == (LEVEL, Result.ON_TRACK, "")
    assert (found.others, found.trend, found.disagree) == ((), None, False)
    assert (found.path.value, found.path.expected) == (Point(date(2025, 7, 1), 2), 2)
    assert found.path.rule == "level due"
    assert [point.value for point in found.points] == [1, 2]
    assert found.headline.method_name == "level reached"


def test_a_level_without_a_status_says_why() -> None:
    nothing = by_all_methods(levels(), PATH, TODAY)
    assert (nothing.headline.status, nothing.headline.reason) == (Result.NO_DATA, "no observation")
    assert (nothing.path.value, nothing.path.old) == (None, False)
    no_target = by_all_methods(levels((2025, 2), target=None), PATH, TODAY)
    assert (no_target.headline.status, no_target.headline.reason) == (Result.NO_TARGET, "no target")
    assert by_all_methods(levels((2025, 2), base=None), PATH, TODAY).headline.reason == "no baseline"


def test_an_old_level_is_marked_old() -> None:
    one = levels((2024, 1))
    assert [by_all_methods(one, PATH, day).path.old for day in (date(2026, 7, 1), date(2026, 7, 3))] == [False, True]
