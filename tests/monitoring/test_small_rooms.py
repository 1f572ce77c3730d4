"""Filters, limits, rows and marks: what is small and used everywhere."""

from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from monitoring import why
from monitoring.delivery_table import CODE, STATUSES, JudgedTable
from monitoring.filters import Filters
from monitoring.results import Goalpost, Point, Series, expected_value, judge_path
from monitoring.rows import ByCode, rows_of
from monitoring.status import DELIVERY_MARKS, Delivery, Result
from monitoring.thresholds import NAMES, RANGES, Thresholds, changed, contradiction, problem_of


def test_filters_are_narrowed_by_what_leaves_something_out() -> None:
    assert not Filters().narrowed()
    assert not Filters(weight="budget", supporting=True).narrowed()
    narrowing = [
        Filters(partners=("MOE",)),
        Filters(areas=("EDU",)),
        Filters(goals=("G",)),
        Filters(regions=("MA",)),
        Filters(statuses=("behind",)),
        Filters(years=(2025,)),
    ]
    assert all(one.narrowed() for one in narrowing)


def test_changed_limits_keep_their_kind_and_the_others_their_defaults() -> None:
    held = changed({"on_schedule_days": Decimal(20), "mixed_share": Decimal("0.25")})
    assert held == Thresholds(on_schedule_days=20, mixed_share=0.25)
    assert isinstance(held.on_schedule_days, int)
    with pytest.raises(AttributeError):
        changed({"no such limit": Decimal(1)})


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("on_schedule_days", "0", None),
        ("on_schedule_days", "366", None),
        ("on_schedule_days", "367", (0, 366)),
        ("on_schedule_days", "-1", (0, 366)),
        ("on_schedule_days", "1.5", (0, 366)),
        ("mixed_share", "0.25", None),
        ("mixed_share", "1", None),
        ("mixed_share", "1.01", (0, 1)),
        ("cash_ahead_points", "100", None),
        ("cash_ahead_points", "2.5", None),
        ("cash_ahead_points", "101", (0, 100)),
        ("mixed_share", "NaN", (0, 1)),
        ("mixed_share", "Infinity", (0, 1)),
    ],
)
def test_a_limit_has_a_least_and_a_most(name: str, value: str, problem: tuple[int, int] | None) -> None:
    assert problem_of(name, Decimal(value)) == problem


def test_every_limit_has_its_range() -> None:
    assert tuple(RANGES) == NAMES


def test_the_rows_of_a_table_are_dictionaries_by_column() -> None:
    table = pd.DataFrame({"code": ["A", "B"], "n": [1, 2], "day": pd.to_datetime(["2025-01-01", None])})
    first, second = rows_of(table)
    assert first == {"code": "A", "n": 1, "day": pd.Timestamp("2025-01-01")}
    assert (second["code"], second["n"], pd.isna(second["day"])) == ("B", 2, True)
    assert rows_of(table[:0]) == []


def test_a_row_is_found_by_its_code_as_the_dictionary_that_it_is_among_all_rows() -> None:
    table = pd.DataFrame(
        {"code": ["A", "B"], "n": [1, 2], "late": [True, False], "day": pd.to_datetime(["2025-01-01"] * 2)}
    )
    found = ByCode(table)
    assert dict(found) == {row["code"]: row for row in rows_of(table)}
    assert [type(value) for value in found["B"].values()] == [type(value) for value in rows_of(table)[1].values()]
    assert (list(found), len(found), found.get("C")) == (["A", "B"], 2, None)
    assert not ByCode(table[:0])


def test_a_mark_has_a_word_and_colours_for_each_theme() -> None:
    mark = DELIVERY_MARKS[Delivery.BEHIND]
    assert mark.label == mark.word == "Behind"
    assert (mark.fill(False), mark.fill(True)) == (mark.mark_light, mark.mark_dark)
    assert (mark.ink(False), mark.ink(True)) == (mark.text_light, mark.text_dark)
    assert len({mark.mark_light, mark.mark_dark, mark.text_light, mark.text_dark}) == 4


def test_a_judged_table_says_its_statuses_in_words() -> None:
    codes = np.array([CODE[Delivery.BEHIND], CODE[Delivery.COMPLETED], CODE[Delivery.BEHIND]])
    empty = np.zeros(3)
    words = JudgedTable(codes, empty, empty, empty, empty, empty, empty, empty).words()
    assert words.tolist() == ["behind", "completed", "behind"]
    assert [STATUSES[code] for code in CODE.values()] == list(CODE)


def found(**columns: object) -> pd.DataFrame:
    row = {"status": "on schedule", "days_past_end": -10, "verified": False, "days_behind": 0}
    return pd.DataFrame([{**row, **columns}])


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"status": "cancelled"}, "amendment"),
        ({"status": "carried over"}, "amendment"),
        ({"status": "postponed"}, "amendment"),
        ({"status": "completed", "verified": True}, "verified"),
        ({"status": "completed"}, "reported"),
        ({"status": "past end date", "days_past_end": 32}, "end passed"),
        ({"status": "not yet due"}, "before start"),
        ({"status": "no report"}, "period closed"),
        ({"status": "report not due"}, "no period closed"),
        ({"status": "needs attention", "days_past_end": 1}, "end just passed"),
        ({"status": "needs attention", "days_past_end": 0, "days_behind": 92}, "days behind"),
        ({"status": "needs attention", "days_behind": 93}, "last quarter not over"),
        ({"status": "behind", "days_behind": 93}, "days behind"),
        ({}, "days behind"),
        ({"verified": True}, "days behind"),
    ],
)
def test_the_rule_of_a_row_is_told_from_its_figures(columns: dict[str, object], rule: str) -> None:
    assert why.rules(found(**columns), Thresholds()).tolist() == [rule]


def test_rules_become_sentences_row_by_row() -> None:
    status, rule = pd.Series(["completed", "behind"]), pd.Series(["verified", "days behind"])
    assert why.sentences(status, rule, Thresholds(attention_days=80)) == [
        "All is delivered, and a reviewer named the evidence.",
        "More than 80 days behind the plan at its report.",
    ]


BASE = Point(date(2020, 7, 1), 10)
AIM = (Goalpost(date(2030, 12, 31), 50),)


def test_before_the_baseline_its_value_is_expected_and_after_the_last_target_that_one() -> None:
    assert expected_value(BASE, AIM, date(2019, 1, 1)) == 10
    assert expected_value(BASE, AIM, date(2020, 7, 1)) == 10
    assert expected_value(BASE, AIM, date(2031, 12, 31)) == 50


@pytest.mark.parametrize(
    ("low", "high", "status"), [(9, 13, Result.NO_CLEAR_CHANGE), (9, 12.9, Result.LIMITED), (None, 14, Result.LIMITED)]
)
def test_half_the_wider_interval_is_noise(low: float | None, high: float, status: Result) -> None:
    newest = Point(date(2025, 7, 1), 12, low, high)
    base = Point(BASE.on, 10, 9.5, 10.5) if low is not None else BASE
    judged = judge_path(Series("up", "number", "estimate", 9, base, AIM, (newest,)), date(2026, 1, 1))
    assert judged.status is status


def test_limits_that_contradict_each_other_are_named_the_lower_one_first() -> None:
    assert contradiction(Thresholds()) is None
    assert contradiction(Thresholds(on_schedule_days=92)) is None
    assert contradiction(Thresholds(on_schedule_days=93)) == ("on_schedule_days", "attention_days")
    assert contradiction(Thresholds(group_on_schedule=0.7)) == ("group_attention", "group_on_schedule")
    assert contradiction(Thresholds(limited_pace=0.96)) == ("limited_pace", "on_track_pace")
