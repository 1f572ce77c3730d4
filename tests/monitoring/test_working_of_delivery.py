"""The judgement of an activity carries its whole working, line by line of the table."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.delivery import Judgement, Report, judge
from monitoring.planned import Plan
from monitoring.status import Delivery
from tests.monitoring.periods_of_three_years import QUARTERS

YEAR = Plan(date(2025, 1, 1), date(2025, 12, 31))


SEPTEMBER = date(2025, 9, 30)


ASKED = round(273 / 365, 9)  # of the year by the end of September


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
