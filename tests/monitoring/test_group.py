"""A group judged one by one says what its vectorised twin says, with the limits that decided."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from monitoring.delivery import Judgement, Report, judge
from monitoring.delivery_table import CODE, judge_all
from monitoring.group import judge_group
from monitoring.planned import Plan
from monitoring.rollup import roll_up
from monitoring.status import Delivery
from monitoring.thresholds import Thresholds
from tests.monitoring.periods_of_three_years import QUARTERS
from tests.monitoring.test_delivery_table import DAYS, REPORTS, plans, table

LIMITS = some.sampled_from([Thresholds(), Thresholds(reporting_share=0.4, mixed_share=0.5, group_on_schedule=0.8)])


@settings(deadline=None, max_examples=150)
@given(
    some.lists(some.tuples(plans(), REPORTS, some.sampled_from([0.0, 1.0, 2.5])), min_size=1, max_size=12),
    DAYS,
    some.booleans(),
    LIMITS,
)
def test_a_group_judged_one_by_one_is_that_of_the_table(
    rows: list[tuple[Plan, Report | None, float]], as_of: date, weighted: bool, limits: Thresholds
) -> None:
    seen = [report if report and report.as_of <= as_of else None for _plan, report, _weight in rows]
    members = [judge(plan, report, as_of, QUARTERS) for (plan, _r, _w), report in zip(rows, seen, strict=True)]
    weights = [weight for _plan, _report, weight in rows] if weighted else None
    one = judge_group(members, weights, limits)
    judged = judge_all(
        table([plan for plan, _report, _weight in rows]),
        np.array([report.as_of if report else None for report in seen], dtype="datetime64[D]"),
        np.array([np.nan if report is None or report.share is None else report.share for report in seen]),
        as_of,
        QUARTERS,
    )
    together = roll_up(judged, np.zeros(len(rows), np.int64), 1, None if weights is None else np.array(weights), limits)
    assert (one.word, one.reason) == (together.word[0], together.reason[0])
    for name in ("weight", "reported_weight", "silent_weight", "reports_due", "reports_in", "late_reports"):
        assert getattr(one, name) == pytest.approx(getattr(together, name)[0], abs=1e-9), name
    for name in ("delivered", "delivered_of_due", "planned_at_report", "planned_now"):
        here, there = getattr(one, name), getattr(together, name)[0]
        assert (here is None) == bool(np.isnan(there)), name
        assert here is None or here == pytest.approx(there, abs=1e-8), name
    assert all(one.counts.get(status, 0) == together.counts[0, CODE[status]] for status in Delivery)


YEAR = Plan(date(2025, 1, 1), date(2025, 12, 31))
SEPTEMBER = date(2025, 9, 30)


def member(share: float | None, on: date = SEPTEMBER, **changed: object) -> Judgement:
    plan = replace(YEAR, **changed)  # type: ignore[arg-type]
    return judge(plan, None if share is None else Report(on, share), SEPTEMBER, QUARTERS)


def test_the_working_of_a_group_holds_all_its_figures() -> None:
    asked = 273 / 365
    found = judge_group([member(0.7), member(0.9), member(None), member(0.0, state="cancelled")])
    assert found.counts == {Delivery.ON_SCHEDULE: 2, Delivery.NO_REPORT: 1, Delivery.CANCELLED: 1}
    assert (found.weight, found.reported_weight, found.silent_weight) == (3, 2, 1)
    assert found.delivered == 0.8
    assert found.delivered_of_due == pytest.approx((0.7 + asked) / (2 * asked))
    assert found.planned_at_report == found.planned_now == pytest.approx(asked)
    assert (found.reports_in, found.reports_due, found.late_reports) == (2, 3, 1)
    assert (found.word, found.reason) == ("none", "too few reports")
    assert found.due_in == pytest.approx(2 / 3)
    assert found.late_share == 0


def test_a_word_is_decided_by_the_limits_that_the_judgement_carries() -> None:
    members = [member(0.7), member(0.5), member(0.7)]
    assert judge_group(members).thresholds == Thresholds()
    shares = judge_group(members).delivered_of_due
    assert shares == pytest.approx((0.7 * 2 + 0.5) / (3 * 273 / 365))
    strict = Thresholds(group_on_schedule=0.85)
    assert [judge_group(members).word, judge_group(members, None, strict).word] == [
        "needs attention",
        "needs attention",
    ]
    loose = Thresholds(group_on_schedule=0.8)
    assert judge_group(members, None, loose).word == "on schedule"
    assert judge_group(members, None, loose).thresholds == loose
    low = Thresholds(group_on_schedule=0.99, group_attention=0.95)
    assert judge_group(members, None, low).word == "behind"


def test_each_word_and_each_reason() -> None:
    done, behind, cancelled = member(1.0), member(0.1), member(0.0, state="postponed")
    not_begun = member(None, starts=date(2025, 11, 1))
    waiting = judge(replace(YEAR, starts=date(2025, 9, 1)), None, SEPTEMBER, QUARTERS)
    assert waiting.status is Delivery.REPORT_NOT_DUE
    cases = [
        ([], "none", "nothing planned"),
        ([cancelled], "none", "nothing planned"),
        ([done, cancelled], "completed", ""),
        ([not_begun], "not yet due", ""),
        ([done, not_begun], "on schedule", ""),
        ([done, done, done, behind], "mixed", ""),
        ([done] * 5 + [behind], "needs attention", ""),
        ([waiting], "none", "no report due yet"),
    ]
    for members, word, reason in cases:
        assert (judge_group(members).word, judge_group(members).reason) == (word, reason)
    assert judge_group([done], [0.0]).reason == "no weight"
    assert judge_group([done, behind], [1.0, 0.0]).word == "on schedule"


def test_as_many_weights_as_members_are_asked_for() -> None:
    with pytest.raises(ValueError, match="zip"):
        judge_group([member(1.0)], [1.0, 2.0])
