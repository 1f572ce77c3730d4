"""Groups of activities: what counts, what is left out, and the word."""

import numpy as np
import pytest

from monitoring.delivery_table import CODE, JudgedTable
from monitoring.rollup import GroupTable, roll_up
from monitoring.status import Delivery

NAN = float("nan")


def judged(*members: tuple[Delivery, float, float]) -> JudgedTable:
    """Activities as (status, delivered, planned at the report); NaN delivered means no report."""
    shares = np.array([delivered for _, delivered, _ in members])
    planned = np.array([asked for _, _, asked in members])
    none = np.zeros(len(members), dtype=np.int64)
    return JudgedTable(
        status=np.array([CODE[status] for status, _, _ in members]),
        delivered=shares,
        planned_at_report=planned,
        planned_now=np.nan_to_num(planned),
        days_behind=none,
        days_past_end=none,
        report_late=none.astype(bool),
        report_due=np.array(
            [status not in (Delivery.NOT_YET_DUE, Delivery.REPORT_NOT_DUE) for status, _, _ in members]
        ),
    )


def one_group(*members: tuple[Delivery, float, float], weight: list[float] | None = None) -> GroupTable:
    table = judged(*members)
    return roll_up(
        table, np.zeros(len(members), dtype=np.int64), 1, None if weight is None else np.array(weight, dtype=float)
    )


def test_what_was_delivered_early_does_not_cover_what_is_late() -> None:
    group = one_group((Delivery.ON_SCHEDULE, 0.9, 0.5), (Delivery.NEEDS_ATTENTION, 0.3, 0.5))
    assert group.delivered[0] == 0.6
    assert group.delivered_of_due[0] == 0.8
    assert group.word[0] == "needs attention"


def test_an_activity_without_a_report_is_not_counted_as_zero() -> None:
    group = one_group((Delivery.ON_SCHEDULE, 0.5, 0.5), (Delivery.NO_REPORT, NAN, NAN))
    assert group.delivered[0] == 0.5
    assert (group.reports_in[0], group.reports_due[0]) == (1, 2)
    assert (group.word[0], group.reason[0]) == ("none", "too few reports")


def test_cancelled_activities_are_left_out_of_the_figures_but_counted() -> None:
    group = one_group((Delivery.CANCELLED, 0.1, 0.9), (Delivery.ON_SCHEDULE, 0.5, 0.5))
    assert (group.weight[0], group.delivered[0], group.word[0]) == (1, 0.5, "on schedule")
    assert group.counts[0, CODE[Delivery.CANCELLED]] == 1


def test_budget_weights_the_group_and_a_missing_budget_counts_nothing() -> None:
    members = ((Delivery.ON_SCHEDULE, 1.0, 1.0), (Delivery.ON_SCHEDULE, 0.5, 1.0), (Delivery.ON_SCHEDULE, 0.0, 1.0))
    assert one_group(*members, weight=[300, 100, NAN]).delivered[0] == 0.875


def test_a_group_without_weight_has_no_word() -> None:
    group = one_group((Delivery.ON_SCHEDULE, 1.0, 1.0), weight=[0])
    assert np.isnan(group.delivered[0])
    assert (group.word[0], group.reason[0]) == ("none", "no weight")


@pytest.mark.parametrize(("late", "word"), [(1, "mixed"), (0, "on schedule")])
def test_a_fifth_of_the_weight_behind_makes_it_mixed(late: int, word: str) -> None:
    on_schedule = [(Delivery.ON_SCHEDULE, 0.5, 0.5)] * (5 - late)
    assert one_group(*on_schedule, *[(Delivery.BEHIND, 0.5, 0.5)] * late).word[0] == word


@pytest.mark.parametrize(
    ("share", "word"),
    [(0.9, "on schedule"), (0.899, "needs attention"), (0.75, "needs attention"), (0.749, "behind")],
)
def test_the_limits_of_a_group_are_on_their_good_side(share: float, word: str) -> None:
    assert one_group((Delivery.NEEDS_ATTENTION, share, 1.0)).word[0] == word


@pytest.mark.parametrize(
    ("status", "delivered", "word"),
    [(Delivery.COMPLETED, 1.0, "completed"), (Delivery.NOT_YET_DUE, NAN, "not yet due")],
)
def test_a_group_that_is_all_of_one_kind_is_called_so(status: Delivery, delivered: float, word: str) -> None:
    assert one_group((status, delivered, delivered), (status, delivered, delivered)).word[0] == word


def test_a_group_whose_first_report_is_not_due_says_so() -> None:
    group = one_group((Delivery.REPORT_NOT_DUE, NAN, NAN))
    assert (group.word[0], group.reason[0]) == ("none", "no report due yet")


def test_groups_do_not_touch_each_other_and_add_up() -> None:
    table = judged((Delivery.ON_SCHEDULE, 0.2, 0.5), (Delivery.ON_SCHEDULE, 0.4, 0.5), (Delivery.BEHIND, 0.1, 0.5))
    apart = roll_up(table, np.array([0, 1, 1]), 3)
    whole = roll_up(table, np.zeros(3, dtype=np.int64), 1)
    assert list(apart.delivered[:2]) == [0.2, 0.25]
    assert apart.counts.sum(axis=0).tolist() == whole.counts[0].tolist()
    assert (apart.word[2], apart.reason[2]) == ("none", "nothing planned")
