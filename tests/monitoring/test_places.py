"""Regions in order, and what they say beside each other."""

import pandas as pd
import pytest

from monitoring import places
from monitoring.filters import NATIONWIDE

NAMES = {"AH": "Ahal", "BA": "Balkan", "MA": "Mary"}
NONE = float("nan")


def regions(*rows: tuple[str, float, float]) -> pd.DataFrame:
    """Code, delivered and planned; where nothing is delivered a report is due and missing."""
    table = pd.DataFrame(rows, columns=["group", "delivered", "planned_at_report"])
    return table.assign(silent_weight=table["delivered"].isna().astype(float))


def test_the_largest_share_stands_first_and_the_national_row_last() -> None:
    found = regions(("AH", 0.2, 0.3), ("BA", NONE, NONE), ("MA", 0.6, 0.5))
    national = regions((NATIONWIDE, 0.9, 0.9))
    assert places.ranked(found, national)["group"].tolist() == ["MA", "AH", "BA", NATIONWIDE]
    assert places.ranked(found, national.iloc[:0])["group"].tolist() == ["MA", "AH", "BA"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(NATIONWIDE, 0.5, 0.6)], "No activity here names a region: all are for the whole country."),
        ([("AH", NONE, NONE), ("BA", 0.1, 0.9)], "Nothing is reported yet from 1 of 2 regions."),
        (
            [("AH", 0.5, 0.5), ("BA", 0.6, 0.604), (NATIONWIDE, 0.1, 0.9)],
            "In no region is less delivered than planned.",
        ),
        (
            [("AH", 0.5, 0.6), ("BA", 0.4, 0.405), ("MA", 0.5, 0.5)],
            "Less is delivered than planned in 2 of 3 regions; the widest gap is in Ahal: 50% delivered, 60% planned.",
        ),
        (
            [("AH", 0.5, 0.6), ("XX", 0.4, 0.6)],
            "Less is delivered than planned in every region; the widest gap is in XX: 40% delivered, 60% planned.",
        ),
        ([("BA", 0.4, 0.6)], "Balkan: 40% delivered, 60% planned."),
    ],
)
def test_what_the_regions_say(rows: list[tuple[str, float, float]], said: str) -> None:
    assert places.finding(regions(*rows), NAMES) == said


def test_a_region_of_which_no_report_is_due_yet_is_not_called_silent() -> None:
    waiting = regions(("AH", NONE, NONE)).assign(silent_weight=0.0)
    assert places.finding(waiting, NAMES) == "Ahal: no report is due yet."
    less = pd.concat([waiting, regions(("BA", 0.4, 0.6))], ignore_index=True)
    assert places.finding(less, NAMES) == (
        "Less is delivered than planned in 1 of 2 regions; the widest gap is in Balkan: 40% delivered, 60% planned."
    )
    both = pd.concat([waiting, regions(("BA", 0.5, 0.5))], ignore_index=True)
    assert places.finding(both, NAMES) == "In no region is less delivered than planned."


def test_regions_that_no_activity_names_are_said() -> None:
    assert places.without_any(regions(("AH", 0.5, 0.5), ("BA", 0.5, 0.5)), NAMES) == (
        "No activity here names this region: Mary."
    )
    assert places.without_any(regions(("AH", 0.5, 0.5)), NAMES) == "No activity here names these regions: Balkan, Mary."
    assert places.without_any(regions(*((code, 0.5, 0.5) for code in NAMES)), NAMES) == ""
