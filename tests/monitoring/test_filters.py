"""What filters leave out, and whether they pick activities by what these are about."""

import pytest

from monitoring.filters import Filters


@pytest.mark.parametrize(
    ("filters", "narrowed", "of_activities"),
    [
        (Filters(), False, False),
        (Filters(weight="budget", supporting=True), False, False),
        (Filters(partners=("MOE",)), True, False),
        (Filters(years=(2025,)), True, False),
        (Filters(areas=("EDU",)), True, True),
        (Filters(goals=("NAP-1",)), True, True),
        (Filters(regions=("MA",)), True, True),
        (Filters(statuses=("behind",)), True, True),
    ],
)
def test_filters_say_whether_they_leave_something_out_and_pick_activities(
    filters: Filters, narrowed: bool, of_activities: bool
) -> None:
    assert (filters.narrowed(), filters.of_activities()) == (narrowed, of_activities)
