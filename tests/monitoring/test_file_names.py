"""Names of downloaded files say what is shown, in letters that any system takes."""

import pytest

from monitoring.file_names import LONGEST, safe, shortened
from monitoring.filters import Filters


@pytest.mark.parametrize(
    ("filters", "name"),
    [
        (Filters(), ""),
        (Filters(partners=("MOE",), years=(2025,)), "MOE-2025"),
        (Filters(statuses=("on schedule",), weight="budget", supporting=True), "on-schedule-by-budget-with-supporting"),
        (Filters(regions=("Ашхабад",), goals=("NAP-1",)), "NAP-1"),  # nothing is left of other letters
    ],
)
def test_the_filters_stand_in_the_name(filters: Filters, name: str) -> None:
    assert shortened(filters) == name


def test_of_many_filters_the_first_are_named_and_the_others_counted() -> None:
    name = shortened(Filters(partners=tuple(f"PARTNER-{number}" for number in range(9))))
    assert name == "PARTNER-0-PARTNER-1-PARTNER-2-PARTNER-3-and-5-more"
    assert shortened(Filters(partners=("X" * 90,))) == "X" * LONGEST


def test_what_is_no_letter_or_digit_is_one_hyphen() -> None:
    assert safe(" a / b: c? ") == "a-b-c"
