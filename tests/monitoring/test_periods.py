"""Reporting periods, and the two dates of every read."""

from datetime import UTC, date, datetime

import pytest

from monitoring.periods import (
    Dates,
    calendar_year,
    day_in,
    end_of_day,
    local_day,
    moment,
    period_of,
    today,
    written,
)
from tests.monitoring.periods_of_three_years import QUARTERS


def test_the_closing_day_itself_is_still_in_time() -> None:
    first = QUARTERS[0]
    assert [first.closed(first.closes), first.closed(date.fromordinal(first.closes.toordinal() + 1))] == [False, True]


def test_a_moment_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Dates(date(2025, 6, 30), datetime(2025, 7, 20))
    assert Dates(date(2025, 6, 30), datetime(2025, 7, 20, tzinfo=UTC)).known_on.year == 2025


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-10-15", datetime(2025, 10, 15, 18, 59, 59, 999999, tzinfo=UTC)),
        ("2025-10-15T08:56:12Z", datetime(2025, 10, 15, 8, 56, 12, tzinfo=UTC)),
        ("2025-10-15T08:56:12.5+05:00", datetime(2025, 10, 15, 3, 56, 12, 500000, tzinfo=UTC)),
    ],
)
def test_a_day_is_known_to_its_end_and_a_moment_as_it_is(text: str, expected: datetime) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize("text", ["", "soon", "2025-13-01", "2025-10-15T08:56", "0001-01-01T00:00:00+23:00"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        moment(text)


@pytest.mark.parametrize("text", ["2025-10-15", "2025-10-15T08:56:12Z", "2025-10-15T08:56:12.500001Z"])
def test_a_moment_is_written_as_it_is_read(text: str) -> None:
    assert written(moment(text)) == text


def test_the_day_of_a_moment_is_that_of_ashgabat() -> None:
    assert local_day(datetime(2025, 7, 31, 20, 30, tzinfo=UTC)) == date(2025, 8, 1)


def test_known_on_a_day_includes_what_came_that_evening_in_ashgabat() -> None:
    assert end_of_day(date(2025, 7, 20)) == datetime(2025, 7, 20, 18, 59, 59, 999999, tzinfo=UTC)
    assert end_of_day(date(2025, 7, 20), "UTC") == datetime(2025, 7, 20, 23, 59, 59, 999999, tzinfo=UTC)


def test_today_is_the_day_of_the_zone() -> None:
    assert today() in {datetime.now(UTC).date(), date.fromordinal(datetime.now(UTC).date().toordinal() + 1)}
    assert (today("Pacific/Kiritimati") - today("Etc/GMT+12")).days in (1, 2)


def test_the_period_that_holds_a_day() -> None:
    for period in QUARTERS:
        assert period_of(period.starts, QUARTERS) == period_of(period.ends, QUARTERS) == period.starts
    assert period_of(date(1999, 1, 1), QUARTERS) is None


def test_a_day_as_a_year_with_its_part_and_back() -> None:
    assert calendar_year(date(2025, 1, 1)) == 2025
    assert calendar_year(date(2024, 12, 31)) == 2024 + 365 / 366
    assert calendar_year(date(2025, 7, 2)) == 2025 + 182 / 365
    for day in (date(2025, 1, 1), date(2024, 2, 29), date(2024, 12, 31), date(2025, 7, 1)):
        assert day_in(calendar_year(day)) == day
