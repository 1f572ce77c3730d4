"""Codes that are asked for are checked against those in the database, under the names that stand in addresses."""

from datetime import date

import pytest

from db.engine import Database
from db.queries import asked
from db.queries.received import received
from monitoring.asking_errors import UnknownCode
from monitoring.filters import NATIONWIDE, Filters
from monitoring.periods import Dates, end_of_day
from monitoring.rows import rows_of

NOW = Dates(date(2026, 11, 1), end_of_day(date(2026, 11, 1)))


def test_a_status_that_is_no_word_of_ours_is_refused(database: Database) -> None:
    asked.check(database, NOW, Filters(statuses=("behind", "past end date")))
    with pytest.raises(UnknownCode, match=r"“late” to filter by\. Known are: completed, on schedule"):
        asked.check(database, NOW, Filters(statuses=("late",)))


def test_known_codes_stand_in_the_order_of_the_reference_data(database: Database) -> None:
    known = asked.known_codes(database, NOW)
    assert known["partner"][:2] == ["MOH", "MOE"]
    assert known["area"] == ["PROT", "EDU", "HLTH", "SOC"]
    assert known["region"][-1] == NATIONWIDE
    assert all(code.isdigit() for code in known["year"])


def test_a_moment_within_a_day_is_taken_as_it_is(planned: Database) -> None:
    noon = end_of_day(date(2025, 7, 16)).replace(hour=7)
    found = asked.dates(planned, "", None, noon, NOW.as_of)
    assert found == Dates(date(2025, 6, 30), noon)


@pytest.mark.parametrize(
    ("asked_for", "taken"),
    [(date(2025, 9, 30), date(2025, 9, 30)), (date(2025, 8, 20), date(2025, 8, 20)), (date(2031, 1, 1), None)],
)
def test_a_day_to_come_is_taken_within_a_period_that_has_begun(
    planned: Database, asked_for: date, taken: date | None
) -> None:
    today = date(2025, 8, 1)
    found = asked.dates(planned, "", asked_for, None, today)
    periods = received(planned, end_of_day(today))
    assert found.as_of == (taken or max(row["ends"] for row in rows_of(periods) if row["starts"] <= today))
