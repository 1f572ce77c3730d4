"""The vectorised twin says for every activity what the pure function says."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from monitoring.delivery import Report, judge
from monitoring.delivery_table import CODE, STATUSES, PlanTable, judge_all
from monitoring.planned import Plan
from monitoring.status import Delivery
from monitoring.thresholds import Thresholds
from tests.monitoring.periods_of_three_years import QUARTERS

DAYS = some.dates(date(2024, 6, 1), date(2026, 6, 30))


@some.composite
def plans(draw: some.DrawFn) -> Plan:
    starts = draw(DAYS)
    length = draw(some.integers(0, 500))
    ends = starts + timedelta(days=length)
    milestones: tuple[tuple[date, float], ...] = ()
    if length > 2 and draw(some.booleans()):
        milestones = ((starts + timedelta(days=draw(some.integers(0, length - 1))), draw(some.floats(0, 1))),)
    return Plan(
        starts,
        ends,
        measured_by=draw(some.sampled_from(["event", "percent"])),
        milestones=milestones,
        precision=draw(some.sampled_from(["day", "quarter"])),
        signed_on=draw(some.none() | DAYS),
        state=draw(some.sampled_from(["active", "active", "cancelled", "postponed", "carried over"])),
    )


REPORTS = some.none() | some.builds(
    Report, as_of=DAYS, share=some.none() | some.floats(0, 1) | some.sampled_from([0.0, 0.25, 0.5, 1.0])
)


def table(members: list[Plan]) -> PlanTable:
    return PlanTable(
        starts=np.array([plan.starts for plan in members], dtype="datetime64[D]"),
        ends=np.array([plan.ends for plan in members], dtype="datetime64[D]"),
        event=np.array([plan.measured_by == "event" for plan in members]),
        quarter_precision=np.array([plan.precision == "quarter" for plan in members]),
        state=np.array([-1 if plan.state == "active" else CODE[Delivery(plan.state)] for plan in members]),
        signed_on=np.array([plan.signed_on for plan in members], dtype="datetime64[D]"),
        milestones={row: plan.milestones for row, plan in enumerate(members) if plan.milestones},
    )


LIMITS = some.builds(
    lambda near, more, past: Thresholds(on_schedule_days=near, attention_days=near + more, past_end_days=past),
    *[some.integers(0, 120)] * 3,
) | some.just(Thresholds())


@settings(deadline=None, max_examples=200)
@given(some.lists(some.tuples(plans(), REPORTS), min_size=1, max_size=20), DAYS, LIMITS)
def test_the_table_judges_each_row_as_the_pure_function_does(
    rows: list[tuple[Plan, Report | None]], as_of: date, limits: Thresholds
) -> None:
    members = [plan for plan, _ in rows]
    reports = [report for _, report in rows]
    judged = judge_all(
        table(members),
        np.array([report.as_of if report else None for report in reports], dtype="datetime64[D]"),
        np.array([np.nan if report is None or report.share is None else report.share for report in reports]),
        as_of,
        QUARTERS,
        limits,
    )
    for row, (plan, report) in enumerate(rows):
        one = judge(plan, report, as_of, QUARTERS, limits)
        assert STATUSES[judged.status[row]] == one.status
        assert judged.report_late[row] == one.report_late
        assert judged.report_due[row] == one.report_due
        assert judged.days_behind[row] == (-1 if one.days_behind is None else one.days_behind)
        assert judged.planned_now[row] == one.planned_now
        assert judged.days_past_end[row] == one.days_past_end
        if one.delivered is not None and report is not None and report.share is not None:
            assert judged.delivered[row] == one.delivered
        if one.planned_at_report is not None:
            assert judged.planned_at_report[row] == one.planned_at_report
