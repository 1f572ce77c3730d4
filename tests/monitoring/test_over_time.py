"""Shares over time for many activities at once, equal to the pure functions one by one."""

from datetime import date

import numpy as np

from monitoring.over_time import curve_days, delivered_by, planned_on
from monitoring.planned import Plan, planned_share
from tests.monitoring.test_delivery_table import table

PLANS = [
    Plan(date(2025, 1, 1), date(2025, 12, 31)),
    Plan(date(2025, 3, 1), date(2025, 6, 30), measured_by="event"),
    Plan(date(2025, 1, 1), date(2025, 12, 31), milestones=((date(2025, 2, 28), 0.5), (date(2025, 6, 30), 0.6))),
    Plan(date(2025, 5, 1), date(2025, 5, 1)),
]
DAYS = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 2, 28), date(2025, 5, 1), date(2025, 6, 30), date(2026, 1, 1)]


def days(*some: date) -> np.ndarray:
    return np.array(some, dtype="datetime64[D]")


def test_planned_shares_are_those_of_the_pure_function() -> None:
    rows = np.array([3, 0, 2, 1])
    found = planned_on(table(PLANS), rows, days(*DAYS))
    expected = [[planned_share(PLANS[row], day) for day in DAYS] for row in rows]
    np.testing.assert_allclose(found, expected, atol=1e-9)


def test_what_is_delivered_by_each_day_is_the_last_report_of_each_activity() -> None:
    row = np.array([0, 0, 1, 1])
    as_of = days(date(2025, 3, 31), date(2025, 6, 30), date(2025, 6, 30), date(2025, 6, 30))
    share = np.array([0.2, 0.5, 0.9, 0.4])  # the second of two on one day counts
    weight = np.array([1.0, 10.0])
    ends = days(date(2025, 3, 30), date(2025, 3, 31), date(2025, 6, 30), date(2025, 12, 31))
    np.testing.assert_allclose(delivered_by(row, as_of, share, weight, ends), [0, 0.2, 4.5, 4.5])


def test_without_a_report_nothing_is_delivered() -> None:
    none = np.array([], dtype=np.int64)
    found = delivered_by(none, days(), np.array([]), np.array([1.0]), days(*DAYS))
    assert found.tolist() == [0.0] * len(DAYS)


def test_a_curve_has_the_day_before_it_the_ends_of_months_and_its_last_day() -> None:
    found = curve_days(date(2024, 12, 15), date(2025, 2, 10)).astype(object).tolist()
    assert found == [date(2024, 12, 14), date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 10)]
    at_an_end = curve_days(date(2025, 1, 1), date(2025, 1, 31)).astype(object).tolist()
    assert at_an_end == [date(2024, 12, 31), date(2025, 1, 31)]
