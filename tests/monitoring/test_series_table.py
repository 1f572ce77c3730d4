"""A table of series: a faulty row is named with line and column, and an empty cell is no fault."""

import pytest

from monitoring.series_table import SeriesRow, judge_row, read_row
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
    assert judge_row(row(points=points, target=""), "reduction-rate").reason == "no target"
    assert judge_row(row(points=points, target_year=""), "reduction-rate").reason == "no target year"
    assert judge_row(row(points=points, base_year=""), "reduction-rate").reason == "no baseline"


def test_each_reason_has_a_sentence_of_its_own() -> None:
    sentences = [text for key, text in RESULT_REASON.items() if key not in ("nothing after the baseline",)]
    assert len(set(sentences)) == len(sentences)
