"""Values of indicators: each becomes an observation of its series and group, or its fault is named."""

from datetime import date
from decimal import Decimal

import pytest

from tests.spreadsheets.forms import checked


def test_a_value_becomes_an_observation_of_its_series_and_group() -> None:
    found = checked(
        indicators={
            "ORGL": {
                "Value": "45,5 %",
                "Observed on": 2024,
                "Low": 44,
                "High": 47,
                "Source": "Survey",
                "Region": "ahal",
                "Sex": "female",
                "Age group": "5",
                "Wealth": "Poorest",
                "Disability": "With disability",
            },
            "U5MR": {"Value": 39, "Observed on": "01.07.2024", "Series": "Registry"},
        }
    )
    assert found.problems == ()
    first, second = found.observations
    assert (first.value, first.observed_on, first.series) == (Decimal("45.5"), date(2024, 7, 1), "MICS")
    assert (first.region, first.sex, first.age_group, first.wealth) == ("AH", "female", "5", "poorest")
    assert (first.disability, first.residence, first.low, first.high) == ("with", "", 44, 47)
    assert (second.series, second.region) == ("Registry", "")


def test_the_value_of_a_ratio_is_worked_out_and_the_ratio_kept() -> None:
    (row,) = checked(indicators={"ORGL": {"Numerator": 3, "Denominator": 4, "Observed on": 2024}}).observations
    assert (row.value, row.numerator, row.denominator) == (75, 3, 4)


def test_nothing_of_nothing_is_kept_without_a_value() -> None:
    (row,) = checked(indicators={"ORGL": {"Numerator": 0, "Denominator": 0, "Observed on": 2024}}).observations
    assert (row.value, row.numerator, row.denominator) == (None, 0, 0)


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"Value": 101}, "more than 100 percent"),
        ({"Value": -1}, "below 0"),
        ({"Value": "many"}, "text, and a number belongs here"),
        ({"Value": 40, "Low": 45, "High": 35}, "The lower end is above the upper end"),
        ({"Source": "Survey"}, "neither a value nor a ratio"),
        ({"Numerator": 3}, "Half of the ratio is missing"),
        ({"Denominator": 3}, "Half of the ratio is missing"),
        ({"Numerator": 5, "Denominator": 4}, "more than 100 percent"),
        ({"Numerator": 5, "Denominator": 0}, "A part of nothing"),
        ({"Value": 40, "Observed on": "11.10.2025"}, "in the future"),
        ({"Value": 40, "Observed on": None}, "The date of this value is missing"),
        ({"Value": 40, "Region": "Atlantis"}, "no such region"),
        ({"Value": 40, "Sex": "none"}, "none of the words"),
        ({"Value": 40, "Code": "ORGLL"}, "no such indicator"),
    ],
)
def test_a_faulty_value_of_an_indicator_is_named(cells: dict[str, object], wrong: str) -> None:
    found = checked(indicators={"ORGL": {"Observed on": 2024, **cells}})
    (problem,) = found.problems
    assert problem.sheet == "Indicators"
    assert wrong in str(problem.what)
    assert found.observations == ()


def test_a_value_without_a_known_series_is_asked_for_it() -> None:
    (problem,) = checked(indicators={"U5MR": {"Value": 39, "Observed on": 2024}}).problems
    assert "from which series" in str(problem.what)


def test_the_same_value_twice_is_refused_and_another_group_is_not() -> None:
    row = {"Value": 40, "Observed on": 2024}
    twice = checked(indicators={"ORGL": row, "U5MR": {**row, "Code": "ORGL"}})
    assert ["stand in Indicators!A5 too" in str(problem.what) for problem in twice.problems] == [True]
    other = checked(indicators={"ORGL": row, "U5MR": {**row, "Code": "ORGL", "Sex": "Male"}})
    assert len(other.observations) == 2
