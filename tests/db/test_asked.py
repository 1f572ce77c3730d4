"""Codes that are asked for are checked against those in the database, under the names that stand in addresses."""

from datetime import date

import pytest

from db.engine import Database
from db.queries import asked
from monitoring.asking_errors import UnknownCode
from monitoring.filters import NATIONWIDE, Filters
from monitoring.periods import Dates, end_of_day

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
