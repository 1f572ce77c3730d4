"""Values of indicators: each becomes an observation of its series and group, or its fault is named."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from spreadsheets import checking, form, reading
from tests.spreadsheets.forms import HEADER, TODAY, checked, content, filled, put, saved


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


@pytest.mark.parametrize(
    ("code", "said", "value"), [("ORGL", "3 из 5", 60), ("ORGL", "5-den 3", 60), ("U5MR", "2 of 1000", 2)]
)
def test_a_part_of_a_whole_is_kept_as_the_ratio_it_is(code: str, said: str, value: int) -> None:
    cells = {"Value": said, "Observed on": 2024, "Series": "Registry"}
    (row,) = checked(indicators={code: cells}).observations
    part, whole = sorted(int(one) for one in said.replace("-den", "").split() if one.isdigit())
    assert (row.value, row.numerator, row.denominator) == (value, part, whole)


def test_a_part_beside_another_ratio_is_held_against_it() -> None:
    cells = {"Value": "3 of 5", "Observed on": 2024, "Numerator": 1, "Denominator": 2}
    (problem,) = checked(indicators={"ORGL": cells}).problems
    assert str(problem.what) == "The ratio gives 50, not this."


def test_a_part_that_is_more_than_its_whole_is_one_fault() -> None:
    (problem,) = checked(indicators={"ORGL": {"Value": "5 of 3", "Observed on": 2024}}).problems
    assert str(problem.what) == "The part is more than the whole."


@pytest.mark.parametrize("group", [{"Region": "Moscow"}, {"Sex": "both of them"}])
def test_a_group_that_is_not_known_does_not_make_its_value_that_of_the_country(group: dict[str, str]) -> None:
    cells = {"Value": 40, "Observed on": 2024}
    sent = filled(form.write(content()), {}, {"ORGL": cells})
    book = openpyxl.load_workbook(BytesIO(sent))
    sheet = book["Indicators"]
    columns = {cell.value: cell.column for cell in sheet[HEADER]}
    for header, value in {"Code": "ORGL", **cells, **group}.items():
        put(sheet.cell(sheet.max_row - 1, columns[header]), value)
    found = checking.check(reading.read(saved(book), "form.xlsx"), content(), TODAY)
    assert len(found.problems) == 1
    assert [one.value for one in found.observations] == [40]
