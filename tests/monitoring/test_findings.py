"""Sentences that state what figures say: each in every form it can take."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import pytest

from monitoring import findings
from monitoring.thresholds import Thresholds

NAMES = {"EDU": "Education", "HLTH": "Healthcare"}
DAY = date(2025, 9, 30)


def totals(**changed: float) -> pd.Series:
    figures = {
        "activities": 12,
        "counted": 10,
        "delivered_of_due": 0.84,
        "behind": 1,
        "past end date": 2,
        "completed": 4,
        "on schedule": 3,
        "cancelled": 0,
        "postponed": 0,
        "carried over": 0,
    }
    return pd.Series({**figures, **changed}, dtype=object)


def areas(*late: tuple[str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(late, columns=["group", "behind", "past end date"])


@pytest.mark.parametrize(
    ("changed", "late", "said"),
    [
        ({"counted": 0}, areas(), "No activities are planned here."),
        ({"delivered_of_due": float("nan")}, areas(), "Nothing was due by 30 Sep 2025."),
        (
            {"behind": 0, "past end date": 0},
            areas(("EDU", 0, 0)),
            "84% of what was due by 30 Sep is delivered; no activity is behind or past its end date.",
        ),
        (
            {"behind": 0, "past end date": 1},
            areas(("EDU", 0, 1)),
            "84% of what was due by 30 Sep is delivered; 1 of 10 activities is behind or past its end date.",
        ),
        (
            {},
            areas(("EDU", 1, 1), ("HLTH", 0, 1)),
            "84% of what was due by 30 Sep is delivered; 3 of 10 activities are behind or past their end date, most of "
            "them in education.",
        ),
        (
            {"behind": 2},
            areas(("EDU", 1, 1), ("HLTH", 1, 1)),
            "84% of what was due by 30 Sep is delivered; 4 of 10 activities are behind or past their end date.",
        ),
        (
            {},
            areas(("X", 0, 2), ("HLTH", 1, 0)),
            "84% of what was due by 30 Sep is delivered; 3 of 10 activities are behind or past their end date, most of "
            "them in x.",
        ),
        (
            {},
            areas(("EDU", 0, 0), ("HLTH", 0, 0)),
            "84% of what was due by 30 Sep is delivered; 3 of 10 activities are behind or past their end date.",
        ),
    ],
)
def test_the_finding_of_the_whole_view(changed: Mapping[str, float], late: pd.DataFrame, said: str) -> None:
    assert findings.overview(totals(**changed), late, NAMES, DAY) == said


def test_how_many_partners_keep_to_their_plan() -> None:
    shares = pd.DataFrame({"delivered_of_due": [0.9, 0.89, 1.0, float("nan")]})
    held = Thresholds()
    assert (
        findings.partners(shares, held) == "In the plans of 2 of 4 partners at least 90% of what was due is delivered"
    )
    assert (
        findings.partners(shares[:2], held)
        == "In the plan of 1 of 2 partners at least 90% of what was due is delivered"
    )
    low = Thresholds(group_on_schedule=0.5)
    assert findings.partners(shares, low) == "In the plans of 3 of 4 partners at least 50% of what was due is delivered"


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (areas(("EDU", 0, 0)), "No activity is late"),
        (areas(("EDU", 3, 2), ("HLTH", 4, 0)), "Most late activities are in education (5 of 9)"),
        (areas(("X", 3, 2), ("HLTH", 4, 0)), "Most late activities are in x (5 of 9)"),
        (areas(("EDU", 1, 1), ("HLTH", 2, 0)), "4 activities are late, spread over the priority areas"),
        (areas(("EDU", 0, 1)), "Most late activities are in education (1 of 1)"),
    ],
)
def test_where_most_late_activities_are(late: pd.DataFrame, said: str) -> None:
    assert findings.late_by(late, NAMES) == said


def test_how_the_activities_stand() -> None:
    assert findings.statuses(totals()) == "4 of 10 activities are completed, 3 are on schedule"


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (
            ["forward", "forward", "slipped", "unchanged"],
            "2 moved forward, 1 slipped, 1 unchanged since 30 Sep",
        ),
        (
            ["slipped", "other", "other"],
            "0 moved forward, 1 slipped, 0 unchanged, 2 changed otherwise since 30 Sep",
        ),
    ],
)
def test_what_moved_since_a_day(moved: list[str], said: str) -> None:
    assert findings.moved(pd.DataFrame({"moved": moved}), DAY) == said


def test_the_activities_left_out_are_counted_in_words() -> None:
    assert findings.left_out(totals()) == "12 activities signed"
    assert findings.left_out(totals(activities=1)) == "1 activity signed"
    several = totals(cancelled=2, postponed=1, **{"carried over": 3})
    assert findings.left_out(several) == "12 activities signed, 2 cancelled, 1 postponed, 3 carried over"


def test_how_many_indicators_have_a_value_since_the_plan_began() -> None:
    goals = pd.DataFrame({"code": ["G", "H"], "starts": [date(2023, 1, 1), date(2024, 1, 1)]})
    newest = pd.DataFrame({"newest_on": [date(2023, 1, 1), date(2022, 12, 31), None, date(2024, 7, 1)]})
    newest["goals"] = [("G",), ("H",), (), ("X",)]
    assert findings.values_since(newest, goals) == "2 of 4 indicators have a value since the plan began"
    assert findings.values_since(newest[:2], goals) == "1 of 2 indicators has a value since the plan began"
    assert findings.values_since(newest, goals[:0]) == "No plan with goals runs at this date"
    assert findings.values_since(newest[2:], goals) == "No indicator tells about these goals yet"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "84% of what was due is delivered; 3 of 10 activities are behind or past their end date."),
        (
            {"behind": 1, "past end date": 0},
            "84% of what was due is delivered; 1 of 10 activities is behind or past its end date.",
        ),
        (
            {"behind": 0, "past end date": 0, "delivered_of_due": float("nan")},
            "Nothing was due yet; no activity is behind or past its end date.",
        ),
    ],
)
def test_how_one_workplan_stands(changed: Mapping[str, float], said: str) -> None:
    assert findings.of_partner(totals(**changed)) == said


def test_how_many_rows_stand_at_a_partner_that_only_supports_them() -> None:
    one = "1 activity stands here at a partner that supports it, besides at its lead."
    more = "3 activities stand here at a partner that supports them, besides at their lead."
    assert findings.shared(pd.DataFrame({"shared": [0, 1]})) == one
    assert findings.shared(pd.DataFrame({"shared": [2, 1]})) == more


def seen(*points: tuple[str, int, float]) -> pd.DataFrame:
    rows = [(series, date(year, 7, 1), value) for series, year, value in points]
    return pd.DataFrame(rows, columns=["series", "observed_on", "value"])


@pytest.mark.parametrize(
    ("unit", "points", "said"),
    [
        ("percent", (), "No value yet"),
        ("percent", (("own", 2012, 12.6), ("own", 2024, 6.5)), "6.5% in 2024, down from 12.6% in 2012"),
        ("number", (("own", 2012, 1000), ("own", 2024, 2500.5)), "2,500.5 in 2024, up from 1,000 in 2012"),
        ("percent", (("own", 2012, 5), ("own", 2024, 5)), "5% in 2024"),
        ("percent", (("own", 2012, 5), ("other", 2024, 9)), "5% in 2012; 9% in 2024 in another series"),
        ("percent", (("first", 2010, 1), ("last", 2012, 4), ("last", 2024, 9)), "9% in 2024, up from 4% in 2012"),
        ("yes/no", (("own", 2012, 0), ("own", 2024, 1)), "yes in 2024, up from no in 2012"),
        ("level", (("own", 2024, 2),), "level 2 in 2024"),
    ],
)
def test_what_an_indicators_chart_says(unit: str, points: tuple[tuple[str, int, float], ...], said: str) -> None:
    assert findings.indicator({"unit": unit, "series": "own", "status": "on track"}, seen(*points)) == said


def test_a_chart_compares_nothing_where_only_one_value_counts() -> None:
    row = {"unit": "percent", "series": "own", "status": "one value only"}
    said = findings.indicator(row, seen(("own", 2006, 4.5), ("own", 2016, 5.9)))
    assert said == "5.9% in 2016; no later value to compare it with"
    assert findings.indicator(row, seen(("own", 2016, 5.9))) == "5.9% in 2016"


def test_how_far_groups_of_children_are_apart() -> None:
    groups = pd.DataFrame(
        [("all", 50.0, True), ("richest", 84.8, False), ("poorest", 20.5, False), ("girls", 30.0, False)],
        columns=["label", "value", "whole"],
    )
    assert findings.gap(groups) == "From 20.5 (poorest) to 84.8 (richest)"


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ({"A": 0.2, "B": 0.81, "C": None}, "From 20% (Air) to 81% (Bread) delivered"),
        ({"A": None, "B": 0.5}, "50% delivered: Bread"),
        ({"A": None}, "Nothing is reported yet"),
    ],
)
def test_a_chart_of_groups_says_between_which_shares_they_lie(shares: dict[str, float | None], said: str) -> None:
    delivered = pd.Series(list(shares.values()), dtype=float)
    table = pd.DataFrame({"group": list(shares), "delivered": delivered, "reported_weight": delivered.notna() * 1.0})
    assert findings.spread(table, {"A": "Air", "B": "Bread"}) == said


def test_the_shares_of_bars_are_those_of_the_whole_plan_and_of_regions_of_what_is_reported() -> None:
    table = pd.DataFrame({"group": ["A", "B"], "delivered": [0.9, 0.5], "reported_weight": [0.5, 1.0]})
    names = {"A": "Air", "B": "Bread"}
    assert findings.spread(table, names) == "From 45% (Air) to 50% (Bread) delivered"
    assert findings.spread(table, names, of_plan=False) == "From 50% (Bread) to 90% (Air) delivered"


def test_a_matrix_says_where_the_late_activities_are() -> None:
    table = pd.DataFrame({"partner": ["A", "A", "B", "B"], "area": ["X", "EDU", "EDU", "X"], "status": "completed"})
    assert findings.crossing(table, NAMES) == "4 activities of 2 partners, in 2 priority areas"
    late = table.assign(status=["behind", "behind", "past end date", "completed"])
    assert findings.crossing(late, NAMES) == "3 of 4 activities are late: education 2, x 1"
    left_out = pd.concat([late, table.assign(status="cancelled")])
    assert findings.crossing(left_out, NAMES) == "3 of 4 activities are late: education 2, x 1"
    assert findings.crossing(late[:1], NAMES) == "1 of 1 activities is late: x 1"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "No activity needs a decision"),
        (1, "1 activity needs a decision"),
        (13, "13 activities need a decision"),
    ],
)
def test_what_needs_a_decision_is_counted(count: int, said: str) -> None:
    assert findings.waiting(count) == said
