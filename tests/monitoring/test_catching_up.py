"""What is needed to be on schedule again is enough, and not more than enough."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from monitoring.catching_up import needed
from monitoring.delivery import Report, judge
from monitoring.planned import Plan, planned_share
from monitoring.status import Delivery
from monitoring.thresholds import Thresholds

YEAR = Plan(date(2025, 1, 1), date(2025, 12, 31))


def test_half_a_month_more_makes_up_for_it() -> None:
    assert needed(YEAR, date(2025, 9, 30)) == round(242 / 365, 9)
    assert needed(YEAR, date(2025, 12, 31)) == round(334 / 365, 9)
    assert needed(YEAR, date(2025, 1, 10)) == 0
    assert needed(YEAR, date(2025, 9, 30), Thresholds(on_schedule_days=0)) == round(273 / 365, 9)


def test_after_the_end_there_is_no_catching_up() -> None:
    assert needed(YEAR, date(2026, 1, 1)) is None


@settings(deadline=None)
@given(some.integers(60, 500), some.floats(0.1, 1), some.none() | some.floats(0, 1))
def test_what_is_needed_is_enough_and_a_day_less_is_not(length: int, part: float, milestone: float | None) -> None:
    starts = date(2025, 1, 1)
    middle = ((starts + timedelta(days=length // 2), milestone),) if milestone is not None else ()
    plan = Plan(starts, starts + timedelta(days=length), milestones=middle)
    on = starts + timedelta(days=max(40, int(length * part)))
    share = needed(plan, on)
    assert share is not None
    enough = judge(plan, Report(on, share), on, [])
    assert enough.status in (Delivery.ON_SCHEDULE, Delivery.COMPLETED)
    a_day_before = planned_share(plan, on - timedelta(days=32))
    if a_day_before < share < 1:
        assert judge(plan, Report(on, a_day_before), on, []).days_behind == 32
