"""The growth rate gives what others published for the same series, and says why where it gives none."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from monitoring.growth import RANKED, Growth, GrowthCase, GrowthJudgement, judge_group, judge_growth, limit_factor
from monitoring.series_table import SeriesRow, judge_row, read_row
from tests.monitoring.published import cases

# One series a branch of the assessment published by Statistics Canada for the Sustainable Development Goals
# (sdg-data-canada-odd-donnees, f89e601; MIT licence): direction, base, current, target (each year, value), limit.
PUBLISHED = [
    ("up", (2015, 98.8), (2024, 98.3), (2030, 100.0), None, -0.6999479299633053, -5.0, "deterioration"),
    ("up", (2014, 5.0), (2019, 6.0), (2030, 100.0), None, 0.18035816944344302, -1.7485016153800061, "limited_progress"),
    ("up", (2015, 95.5974842767296), (2023, 97.4874371859297), (2030, 100.0), None, 0.8150538567318096,
     1.5361481932496428, "moderate_progress"),
    ("up", (2016, 95.74), (2021, 98.78), (2030, 100.0), None, 2.013663857423966, 5.0, "substantial_progress"),
    ("down", (2015, 12.3), (2023, 9.5), (2030, 8.2), None, 1.1913757275999413, 4.22417768467362,
     "substantial_progress"),
    ("down", (2015, 5.29), (2024, 5.19), (2030, 25.0), None, 0.01941806400569288, 5.0, "target_achieved"),
    ("up", (2015, 100.0), (2023, 100.0), (2030, 100.0), None, None, 5.0, "target_achieved"),
    ("up", (2015, 1.01), (2024, 0.81), None, None, -0.024220890327860234, -5.0, "deterioration"),
    ("down", (2015, 5.31), (2024, 5.27), None, None, 0.0008398107947529265, -2.0800946026235367, "limited_progress"),
    ("down", (2014, 48.0), (2019, 46.0), None, None, 0.008475799035301268, 0.868949758825317, "moderate_progress"),
    ("up", (2015, 45.36), (2024, 53.22), None, None, 0.017914530382436622, 3.957265191218312, "substantial_progress"),
    ("up", (2016, 74.8), (2024, 78.3), None, 100, 0.005732583481782072, 0.7281197264821118, "moderate_progress"),
    ("up", (2016, 99.47), (2022, 99.57), None, 100, 0.00016748456325199612, 0.5456262610658811, "moderate_progress"),
    ("up", (2015, 54.35), (2020, 60.82), None, 100, 0.022749729900995108, 5.0, "substantial_progress"),
    ("up", (2015, 81.4444166666667), (2025, 78.3973333333333), None, 100, -0.0038058264463723956,
     -2.9757283057965496, "deterioration"),
]  # fmt: skip


def case(
    direction: str, base: tuple, current: tuple, target: tuple | None = None, limit: float | None = None
) -> GrowthCase:
    return GrowthCase(direction, *base, *current, *(target or (None, None)), limit)


@pytest.mark.parametrize(("direction", "base", "current", "target", "limit", "value", "score", "status"), PUBLISHED)
def test_published_series_come_out_as_published(
    direction: str,
    base: tuple,
    current: tuple,
    target: tuple | None,
    limit: float | None,
    value: float | None,
    score: float,
    status: str,
) -> None:
    judged = judge_growth(case(direction, base, current, target, limit))
    assert judged.status == status
    assert judged.score == pytest.approx(score, abs=1e-6)
    assert judged.value == (None if value is None else pytest.approx(value, abs=1e-6))
    assert judged.reason == ""


def test_all_published_series_come_out_as_published() -> None:
    rows = cases()
    assert len(rows) == 69
    for row in rows:
        read = read_row(1, row)
        assert isinstance(read, SeriesRow)
        judged = judge_row(read, "growth-rate")
        for ours, theirs in ((judged.value, row["progress_value"]), (judged.score, row["score"])):
            assert ours == (pytest.approx(float(theirs), abs=1e-6) if theirs else None), row["series"]
        assert judged.status == row["status"], row["series"]


@pytest.mark.parametrize(
    ("judged", "reason"),
    [
        (case("", (2015, 1), (2020, 2)), "no direction"),
        (case("up", (2015, None), (2020, 2)), "no baseline"),
        (case("up", (None, 1), (2020, 2)), "no year of the baseline"),
        (case("up", (2015, 1), (2020, None)), "no observation"),
        (case("up", (2015, 1), (None, 2)), "no year of the value"),
        (case("up", (2015, 1), (2015.9, 2)), "less than a year"),
        (case("up", (2015, 1), (2020, -2)), "signs differ"),
        (case("down", (2015, 2), (2020, 3), (2030, -5), None), "signs differ"),
        (case("up", (2015, 1), (2020, 2), (2015, 5), None), "target year not after the base"),
        (case("up", (2015, 1), (2020, 2), (None, 5), None), "no target year"),
        (case("up", (2015, 5), (2020, 4), (2030, 5), None), "nothing required"),
    ],
)
def test_each_reason_why_there_is_no_status_is_told_apart(judged: GrowthCase, reason: str) -> None:
    found = judge_growth(judged)
    assert (found.status, found.reason, found.value, found.score) == (Growth.NOT_AVAILABLE, reason, None, None)


def test_a_reached_target_comes_before_all_that_is_missing_but_the_base() -> None:
    assert judge_growth(case("up", (2020, 7), (2020, 7), (2030, 5))).status is Growth.ACHIEVED
    assert judge_growth(case("up", (2020, -1), (2022, 1), (2030, 0))).status is Growth.ACHIEVED
    assert judge_growth(case("down", (2020, 2), (2022, -6), (2030, -5))).status is Growth.ACHIEVED


def test_a_zero_is_taken_as_a_thousandth_and_the_working_says_so() -> None:
    from_zero = judge_growth(case("up", (2015, 0), (2020, 0.001), (2030, 0.002)))
    assert from_zero.zero_replaced
    assert from_zero.value == 0.0
    to_zero = judge_growth(case("down", (2015, 1.0), (2020, 0.1), (2025, 0)))
    assert to_zero.zero_replaced
    # From 1 to 0.001 in ten years, half of the time gone and a third of the way.
    assert to_zero.value == pytest.approx((1 - 0.1**0.2) / (1 - 0.001**0.1))
    # Whether it is reached is held against the target as given: a thousandth is not nothing.
    assert judge_growth(case("down", (2015, 1.0), (2020, 0.001), (2025, 0))).status is not Growth.ACHIEVED


def test_falling_below_zero_is_improvement_where_lower_is_better() -> None:
    assert judge_growth(case("down", (2015, -10), (2020, -12))).status is Growth.SUBSTANTIAL
    assert judge_growth(case("up", (2015, -10), (2020, -12))).status is Growth.DETERIORATION


@pytest.mark.parametrize(
    ("base", "factor"),
    [(200, 1.0), (250, 1.0), (100, 0.0), (50, 1 - 0.5**4.44), (-50, 1 - 0.5**4.44), (150, 1 - 0.5**4.44), (0, 1.0)],
)
def test_near_its_natural_limit_less_is_expected(base: float, factor: float) -> None:
    assert limit_factor(base, 100) == pytest.approx(factor)
    assert limit_factor(base, None) == 1.0


def test_at_its_natural_limit_not_falling_is_all_that_can_be_asked() -> None:
    held = judge_growth(case("up", (2015, 100), (2020, 100), None, 100))
    assert (held.status, held.score, held.factor) == (Growth.SUBSTANTIAL, 5.0, 0.0)
    assert judge_growth(case("up", (2015, 100), (2020, 99), None, 100)).status is Growth.DETERIORATION


def test_a_group_is_judged_by_its_mean_score_and_achieved_only_when_all_are() -> None:
    def group(*scores: float | None, status: Growth = Growth.MODERATE) -> tuple[Growth, float | None]:
        judged = judge_group([GrowthJudgement(status, score=score) for score in scores])
        return judged.status, judged.score

    assert group(2.0, 3.0) == (Growth.SUBSTANTIAL, 2.5)
    assert group(2.0, 2.9) == (Growth.MODERATE, 2.45)
    assert group(1.0, -1.0) == (Growth.MODERATE, 0.0)
    assert group(1.0, -1.1) == (Growth.LIMITED, -0.05)
    assert group(-2.5, None) == (Growth.LIMITED, -2.5)
    assert group(-2.6) == (Growth.DETERIORATION, -2.6)
    assert group(None) == (Growth.NOT_AVAILABLE, None)
    assert group(5.0, 5.0, status=Growth.ACHIEVED) == (Growth.ACHIEVED, 5.0)
    assert group(5.0, 5.0) == (Growth.SUBSTANTIAL, 5.0)


ORDER = [Growth.ACHIEVED, *RANKED, Growth.DETERIORATION]
values = st.floats(0.01, 1000)


@given(st.sampled_from(("up", "down")), values, values, values, values)
def test_a_value_nearer_to_better_is_never_judged_worse(
    direction: str, base: float, one: float, other: float, target: float
) -> None:
    worse, better = sorted((one, other), reverse=direction == "down")
    statuses = [judge_growth(case(direction, (2015, base), (2020, x), (2030, target))).status for x in (worse, better)]
    assume(Growth.NOT_AVAILABLE not in statuses)
    assert ORDER.index(statuses[1]) <= ORDER.index(statuses[0])


@given(values, values, values)
def test_mirrored_values_in_the_other_direction_are_judged_the_same(base: float, current: float, target: float) -> None:
    up = judge_growth(case("up", (2015, base), (2020, current), (2030, target)))
    down = judge_growth(case("down", (2015, -base), (2020, -current), (2030, -target)))
    assert (up.status, up.value, up.score, up.reason) == (down.status, down.value, down.score, down.reason)


def test_a_rate_that_cannot_be_written_is_out_of_reach() -> None:
    near = judge_growth(GrowthCase("up", 2015, 1, 2020, 2, 2015.001, 3))
    assert (near.status, near.reason, near.value) == (Growth.NOT_AVAILABLE, "out of reach", None)
    far = judge_growth(GrowthCase("up", 2015, 1e-300, 2016, 1e300, 2030, 1e301))
    assert (far.status, far.reason) == (Growth.NOT_AVAILABLE, "out of reach")
