"""Figures that cannot be true together are found, and those that can are left alone."""

from datetime import date
from math import nan
from typing import Any

import pytest

from monitoring.consistency import Contradiction, of_money, of_observations, of_reports

MONEY: dict[str, Any] = {
    **{"code": "A", "currency": "USD", "spent_currency": "USD"},
    **{"planned_cents": 100.0, "funded_cents": 80.0, "released_cents": 60.0, "spent_cents": 90.0},
}


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        ({}, []),
        ({"funded_cents": 100.0, "released_cents": 100.0, "spent_cents": 100.0}, []),
        ({"funded_cents": 101.0}, ["funded above planned"]),
        ({"released_cents": 81.0}, ["released above funded"]),
        ({"spent_cents": 101.0}, ["spent above planned"]),
        ({"spent_cents": 101.0, "spent_currency": "TMT"}, []),
        ({"planned_cents": nan, "funded_cents": nan, "spent_cents": 900.0}, []),
    ],
)
def test_money_goes_from_planned_over_funded_to_released(changed: dict[str, Any], kinds: list[str]) -> None:
    assert [one.kind for one in of_money([MONEY | changed])] == kinds


def report(share: float, explained: bool = False, status: str | None = None, code: str = "A") -> dict[str, Any]:
    return {"code": code, "share": share, "explained": explained, "reported_status": status}


@pytest.mark.parametrize(
    ("reports", "found"),
    [
        ([report(0.2), report(0.5)], []),
        ([report(0.5), report(0.2)], [Contradiction("share fell", "A", 0.5, 0.2)]),
        ([report(0.5), report(0.2, explained=True)], []),
        ([report(0.5), report(nan), report(0.4)], [Contradiction("share fell", "A", 0.5, 0.4)]),
        ([report(0.5, code="A"), report(0.2, code="B")], []),
        ([report(0.9, status="completed")], [Contradiction("completed below all", "A", 0.9, 1.0)]),
        ([report(0.9, status="completed"), report(1.0, status="completed")], []),
        ([report(nan, status="completed")], []),
    ],
)
def test_a_share_does_not_fall_unexplained_and_completed_is_all(
    reports: list[dict[str, Any]], found: list[Contradiction]
) -> None:
    assert of_reports(reports) == found


def value(amount: float, **more: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("sex", "age_group", "residence", "wealth", "disability"), "")
    plain = {"indicator": "X", "series": "S", "observed_on": date(2024, 7, 1), "region": None, "value": amount}
    return plain | empty | dict.fromkeys(("low", "high", "numerator", "denominator"), nan) | more


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([value(50, low=40, high=60)], []),
        ([value(50, low=50.05, high=60)], []),
        ([value(39, low=40, high=60)], [Contradiction("outside interval", "X", 39, (40, 60))]),
        ([value(61, low=40, high=60)], [Contradiction("outside interval", "X", 61, (40, 60))]),
        ([value(50, numerator=1, denominator=2)], []),
        ([value(50, numerator=1, denominator=0)], []),
        ([value(40, numerator=1, denominator=2)], [Contradiction("beside its ratio", "X", 40, 50.0)]),
        ([value(50), value(45, sex="female"), value(55, sex="male")], []),
        (
            [value(60), value(45, sex="female"), value(55, sex="male")],
            [Contradiction("outside its groups", "X", 60, (45, 55))],
        ),
        (
            [value(30), value(45, residence="urban"), value(35, residence="rural")],
            [Contradiction("outside its groups", "X", 30, (35, 45))],
        ),
        ([value(60), value(45, sex="female")], []),
        ([value(45, sex="female"), value(55, sex="male")], []),
        ([value(60), value(45, sex="female"), value(55, sex="male", residence="rural")], []),
        ([value(60), value(45, sex="female"), value(55, sex="male", region="AH")], []),
        ([value(60), value(45, sex="female"), value(nan, sex="male")], []),
        ([value(60), value(45, sex="female"), value(55, sex="male", observed_on=date(2020, 7, 1))], []),
    ],
)
def test_observations_lie_in_their_intervals_at_their_ratios_and_between_their_halves(
    rows: list[dict[str, Any]], found: list[Contradiction]
) -> None:
    assert of_observations(rows, {"X": "percent"}) == found


def test_a_ratio_is_only_held_against_percent() -> None:
    assert of_observations([value(40, numerator=1, denominator=2)], {"X": "per_1000"}) == []
