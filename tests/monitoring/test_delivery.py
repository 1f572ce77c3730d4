"""One activity judged: the published test vectors and the boundary days."""

from datetime import date, timedelta

import pytest

from monitoring.delivery import Report, disagrees, judge
from monitoring.planned import Plan, days_behind, last_sufficient_day, planned_share
from monitoring.status import Delivery
from tests.monitoring.periods_of_three_years import QUARTERS

YEAR = Plan(date(2025, 1, 1), date(2025, 12, 31))
EVENT = Plan(date(2025, 1, 1), date(2025, 11, 30), measured_by="event")


def test_half_of_a_year_reported_in_september_is_91_days_behind() -> None:
    judged = judge(YEAR, Report(date(2025, 9, 30), 0.5), date(2025, 9, 30), QUARTERS)
    assert last_sufficient_day(YEAR, 0.5) == date(2025, 7, 1)
    assert (judged.status, judged.days_behind) == (Delivery.NEEDS_ATTENTION, 91)


@pytest.mark.parametrize(("as_of", "late"), [(date(2025, 9, 30), False), (date(2025, 10, 31), True)])
def test_an_old_report_never_turns_red_by_waiting_but_is_marked_late(as_of: date, late: bool) -> None:
    judged = judge(YEAR, Report(date(2025, 6, 30), 0.496), as_of, QUARTERS)
    assert (judged.status, judged.report_late) == (Delivery.ON_SCHEDULE, late)


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (date(2024, 12, 31), Delivery.NOT_YET_DUE),
        (date(2025, 4, 10), Delivery.REPORT_NOT_DUE),
        (date(2025, 4, 15), Delivery.REPORT_NOT_DUE),
        (date(2025, 4, 16), Delivery.NO_REPORT),
        (date(2025, 4, 20), Delivery.NO_REPORT),
        (date(2026, 1, 31), Delivery.NO_REPORT),
        (date(2026, 2, 1), Delivery.PAST_END),
        (date(2026, 2, 15), Delivery.PAST_END),
    ],
)
def test_without_a_report_the_closing_days_decide(as_of: date, status: Delivery) -> None:
    assert judge(YEAR, None, as_of, QUARTERS).status == status


def test_no_report_is_due_before_the_plan_was_signed() -> None:
    signed_late = Plan(date(2025, 1, 1), date(2025, 12, 31), signed_on=date(2025, 4, 16))
    assert judge(signed_late, None, date(2025, 4, 20), QUARTERS).status == Delivery.REPORT_NOT_DUE


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (date(2025, 9, 30), Delivery.ON_SCHEDULE),
        (date(2025, 12, 20), Delivery.NEEDS_ATTENTION),
        (date(2026, 1, 15), Delivery.PAST_END),
    ],
)
def test_an_event_is_due_on_its_day_and_not_before(as_of: date, status: Delivery) -> None:
    assert judge(EVENT, Report(date(2025, 9, 30), 0.0), as_of, QUARTERS).status == status


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        (31, Delivery.ON_SCHEDULE),
        (32, Delivery.NEEDS_ATTENTION),
        (92, Delivery.NEEDS_ATTENTION),
        (93, Delivery.BEHIND),
    ],
)
def test_the_limits_of_31_and_92_days_are_on_their_good_side(behind: int, status: Delivery) -> None:
    report = Report(date(2025, 1, 1) + timedelta(days=99 + behind), 100 / 365)
    judged = judge(YEAR, report, report.as_of, QUARTERS)
    assert (judged.days_behind, judged.status) == (behind, status)


def test_quarter_precision_forgives_until_its_last_quarter_is_over() -> None:
    by_quarter = Plan(date(2025, 1, 1), date(2025, 12, 31), precision="quarter")
    assert judge(by_quarter, Report(date(2025, 9, 30), 0.0), date(2025, 9, 30), QUARTERS).status == (
        Delivery.NEEDS_ATTENTION
    )


def test_an_amendment_comes_before_everything_else() -> None:
    cancelled = Plan(date(2025, 1, 1), date(2025, 12, 31), state="cancelled")
    assert judge(cancelled, Report(date(2025, 6, 30), 1.0), date(2026, 6, 30), QUARTERS).status == Delivery.CANCELLED


def test_the_planned_line_runs_through_its_milestones() -> None:
    plan = Plan(date(2025, 1, 1), date(2025, 12, 31), milestones=((date(2025, 6, 30), 0.2),))
    assert planned_share(plan, date(2025, 6, 30)) == 0.2
    assert planned_share(plan, date(2024, 12, 31)) == 0
    assert planned_share(plan, date(2026, 3, 1)) == 1
    assert days_behind(plan, 0.2, date(2025, 6, 30)) == 0


@pytest.mark.parametrize(
    ("rating", "status", "share", "expected"),
    [
        ("met", Delivery.COMPLETED, 1.0, False),
        ("met", Delivery.ON_SCHEDULE, 0.5, True),
        ("on track", Delivery.ON_SCHEDULE, 0.5, False),
        ("constrained", Delivery.PAST_END, 0.5, False),
        ("no progress", Delivery.BEHIND, 0.0, False),
        ("no progress", Delivery.BEHIND, 0.1, True),
        ("no status", Delivery.BEHIND, 0.1, False),
        ("on track", Delivery.NO_REPORT, 0.0, False),
    ],
)
def test_the_reported_rating_is_compared_never_obeyed(
    rating: str, status: Delivery, share: float, expected: bool
) -> None:
    assert disagrees(rating, status, share) is expected


def test_a_share_that_was_rounded_is_sufficient_for_its_own_day() -> None:
    plan = Plan(date(2025, 1, 1), date(2025, 5, 3), milestones=((date(2025, 3, 3), 0.03125),))
    for day in (date(2025, 1, 9), date(2025, 2, 20), date(2025, 4, 4)):
        assert last_sufficient_day(plan, planned_share(plan, day)) == day
    long = Plan(date(2020, 1, 1), date(2029, 12, 31))
    assert last_sufficient_day(long, planned_share(long, date(2021, 8, 13))) == date(2021, 8, 13)
