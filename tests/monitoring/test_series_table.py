"""A table of series: a faulty row is named with line and column, and an empty cell is no fault."""

from dataclasses import replace

import pytest

from monitoring.series_table import JudgedSeries, SeriesRow, judge_row, read_row
from monitoring.wording import RESULT_REASON

# Of the 3,836 days from 1 July 2015 to 31 December 2025, 1,827 had gone by 1 July 2020.
DAYS = 3836 / 1827
CELLS = {
    "series": "a",
    "base_year": "2015",
    "base_value": "20",
    "current_year": "2020",
    "current_value": "12",
    "target_year": "2025",
    "target": "10",
    "direction": "-1",
    "limit": "",
}


def row(**changes: str) -> SeriesRow:
    read = read_row(2, CELLS | changes)
    assert isinstance(read, SeriesRow), read
    return read


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"base_value": "twelve"}, ["base_value"]),
        ({"current_value": "nan"}, ["current_value"]),
        ({"target": "inf"}, ["target"]),
        ({"base_year": "0"}, ["base_year"]),
        ({"target_year": "20250"}, ["target_year"]),
        ({"direction": "2"}, ["direction"]),
        ({"points": "2012:1 2013"}, ["points"]),
        ({"points": "2012:1 2013:x"}, ["points"]),
        ({"points": "0:1"}, ["points"]),
        ({"limit": "?", "direction": "sideways"}, ["limit", "direction"]),
    ],
)
def test_all_faults_of_a_row_are_named_with_line_and_column(changes: dict[str, str], columns: list[str]) -> None:
    faults = read_row(7, CELLS | changes)
    assert isinstance(faults, list)
    assert [(fault.line, fault.column) for fault in faults] == [(7, column) for column in columns]
    assert str(faults[0]).startswith(f"7: {columns[0]}: ")


def test_words_and_signs_of_directions_are_understood() -> None:
    directions = [row(direction=word).direction for word in ("1", "+1", "1.0", "UP", "-1", "-1.0", "down", "")]
    assert directions == ["up"] * 4 + ["down"] * 3 + [""]


@pytest.mark.parametrize(
    ("changes", "status", "value", "reason"),
    [
        ({}, "on track", 0.8 * DAYS, ""),
        ({"current_value": "25"}, "moving away", -0.5 * DAYS, ""),
        ({"current_value": "10"}, "target met", 1.0 * DAYS, ""),
        ({"current_value": "18"}, "limited", 0.2 * DAYS, ""),
        ({"current_value": "17"}, "progressing", 0.3 * DAYS, ""),
        ({"current_value": "20"}, "no clear change", 0.0, ""),
        ({"direction": "1", "base_value": "100", "target": "90", "current_value": "85"}, "moving away", None, ""),
        ({"direction": ""}, "cannot be calculated", None, "no direction"),
        ({"target": ""}, "no target", None, "no target"),
        ({"target_year": ""}, "cannot be calculated", None, "no target year"),
        ({"base_value": ""}, "cannot be calculated", None, "no baseline"),
        ({"current_value": ""}, "no data", None, "no observation"),
        ({"current_year": "2015"}, "one value only", None, "nothing after the baseline"),
    ],
)
def test_the_path_of_a_row(changes: dict[str, str], status: str, value: float | None, reason: str) -> None:
    judged = judge_row(row(**changes), "path")
    assert (judged.status, judged.score, judged.reason) == (status, None, reason)
    assert judged.value == (None if value is None else pytest.approx(value, abs=1e-6))


def test_a_part_of_a_year_counts_in_days() -> None:
    whole, half = judge_row(row(), "path").value, judge_row(row(current_year="2020.5"), "path").value
    assert whole is not None
    assert half is not None
    assert half < whole


def test_the_reduction_rate_of_a_row_needs_its_points() -> None:
    points = "2015:20 2016:19 2017:18.1"
    judged = judge_row(row(points=points), "reduction-rate")
    assert (judged.status, judged.value, judged.score) == ("progressing", 4.87, None)
    assert judge_row(row(), "reduction-rate").status == "no data"
    assert judge_row(row(), "reduction-rate").reason == "no points"
    assert judge_row(row(current_value=""), "reduction-rate").reason == "no observation"
    assert judge_row(row(points=points, target=""), "reduction-rate").reason == "no target"
    assert judge_row(row(points=points, target_year=""), "reduction-rate").reason == "no target year"
    assert judge_row(row(points=points, base_year=""), "reduction-rate").reason == "no year of the baseline"
    assert judge_row(row(points=points, base_value=""), "reduction-rate").reason == "no baseline"


def test_each_reason_has_a_sentence_of_its_own() -> None:
    sentences = [text for key, text in RESULT_REASON.items() if key not in ("nothing after the baseline",)]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize(
    ("cells", "faults"),
    [
        ({"base_year": "x"}, [("base_year", "x", "this is not a number")]),
        ({"base_value": " 1_000 "}, [("base_value", "1_000", "this is not a number")]),
        ({"target": "inf"}, [("target", "inf", "this is not a number")]),
        ({"base_year": "0.9"}, [("base_year", "0.9", "this is not a year")]),
        ({"target_year": "9998.5"}, [("target_year", "9998.5", "this is not a year")]),
        (
            {"base_value": "2e15"},
            [("base_value", "2e15", "this is too large or too small a number to be judged")],
        ),
        (
            {"current_value": "-1e-16"},
            [("current_value", "-1e-16", "this is too large or too small a number to be judged")],
        ),
        ({"direction": "2"}, [("direction", "2", "write 1 where higher is better, -1 where lower is better")]),
        (
            {"points": "2015:20 2016 :3 2017:x 0:1"},
            [("points", pair, "write each point as year:value") for pair in ("2016", ":3", "2017:x", "0:1")],
        ),
        (
            {"points": "2015:2e15"},
            [("points", "2015:2e15", "this is too large or too small a number to be judged")],
        ),
        (
            {"base_year": "x", "limit": "y"},
            [("base_year", "x", "this is not a number"), ("limit", "y", "this is not a number")],
        ),
    ],
)
def test_every_fault_of_a_row_names_line_column_value_and_what_is_wrong(
    cells: dict[str, str], faults: list[tuple[str, str, str]]
) -> None:
    whole = {"series": "S", "base_year": "2015", "base_value": "1", "current_year": "2020", "current_value": "2"}
    whole |= {"target_year": "2030", "target": "3", "direction": "1"}
    found = read_row(7, {**whole, **cells})
    assert isinstance(found, list)
    assert [(fault.line, fault.column, fault.value, str(fault.what)) for fault in found] == [
        (7, *fault) for fault in faults
    ]
    assert str(found[0]) == f"7: {faults[0][0]}: {faults[0][1]}: {faults[0][2]}"


def test_a_row_is_read_as_it_stands_and_what_is_empty_is_not_known() -> None:
    cells = {"series": "S", "base_year": "1", "base_value": "0", "current_year": " 9998 ", "current_value": "1e15"}
    cells |= {"target_year": "", "target": "1e-15", "direction": " UP ", "limit": "-5", "points": "1:0 9998:-2"}
    assert read_row(1, cells) == SeriesRow("S", "up", 1, 0, 9998, 1e15, None, 1e-15, -5, ((1, 0), (9998, -2)))
    assert read_row(1, {}) == SeriesRow("", "", None, None, None, None, None, None)
    ways = {word: read_row(1, {"direction": word}) for word in ("1", "+1", "1.0", "-1", "−1", "-1.0", "down", "")}
    assert [one.direction for one in ways.values() if isinstance(one, SeriesRow)] == [
        *["up"] * 3,
        *["down"] * 4,
        "",
    ]


def whole_row(**changed: object) -> SeriesRow:
    return replace(SeriesRow("S", "down", 2020, 20.0, 2025, 12.0, 2030, 10.0), **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "status", "reason"),
    [
        ({"current_value": None}, "no data", "no observation"),
        ({"current_year": None}, "cannot be calculated", "no year of the value"),
        ({"current_value": None, "direction": ""}, "no data", "no observation"),
        ({"target": None, "direction": ""}, "no target", "no target"),
        ({"direction": ""}, "cannot be calculated", "no direction"),
        ({"target_year": None}, "cannot be calculated", "no target year"),
        ({"base_value": None}, "cannot be calculated", "no baseline"),
        ({"base_year": None}, "cannot be calculated", "no year of the baseline"),
        ({"target_year": 2019}, "cannot be calculated", "target year not after the base"),
        ({"current_year": 2020}, "one value only", "nothing after the baseline"),
    ],
)
def test_why_a_row_has_no_status_by_its_path(changed: dict[str, object], status: str, reason: str) -> None:
    assert judge_row(whole_row(**changed), "path") == JudgedSeries("S", None, None, status, reason)


def test_a_row_by_each_method() -> None:
    path = judge_row(whole_row(), "path")
    # 1 July 2020 to 31 December 2030 are 3,835 days, to 1 July 2025 1,826.
    assert (path.series, path.status, path.score, path.reason) == ("S", "on track", None, "")
    assert path.value == pytest.approx(8 / (10 * 1826 / 3835))
    part = judge_row(whole_row(current_year=2025.5), "path")
    assert part.value == pytest.approx(8 / (10 * (1826 + 183) / 3835))
    growth = judge_row(whole_row(), "growth-rate")
    assert (growth.series, growth.status, growth.reason) == ("S", "substantial_progress", "")
    assert growth.value == pytest.approx(-((12 / 20) ** (1 / 5) - 1) / abs((10 / 20) ** (1 / 10) - 1))
    assert growth.score is not None
    unlimited = judge_row(whole_row(direction="up", target=None, current_value=20.2, limit=None), "growth-rate")
    limited = judge_row(whole_row(direction="up", target=None, current_value=20.2, limit=21.0), "growth-rate")
    assert (unlimited.status, limited.status) == ("limited_progress", "moderate_progress")
    points = ((2020.0, 20.0), (2021.0, 18.0))
    reduction = judge_row(whole_row(points=points), "reduction-rate")
    assert reduction == JudgedSeries("S", 10.0, None, "on track", "")
    for changed, reason in (
        ({"target": None}, "no target"),
        ({"target_year": None}, "no target year"),
        ({"base_year": None}, "no year of the baseline"),
        ({"base_value": None}, "no baseline"),
        ({"direction": "up", "target_year": None}, "should rise"),
    ):
        found = judge_row(whole_row(points=points, **changed), "reduction-rate")
        assert found == JudgedSeries("S", None, None, "cannot be calculated", reason)
    assert judge_row(whole_row(target_year=None), "reduction-rate").status == "no data"


def test_points_are_passed_over_where_the_method_has_no_use_for_them() -> None:
    assert read_row(2, CELLS | {"points": "nonsense"}, with_points=False) == row()
