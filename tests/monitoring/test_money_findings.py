"""Sentences about money: each in every form it can take, and never two currencies in one sum."""

from math import nan
from typing import Any

import pytest

from monitoring import money_findings

NAMES = {"MOE": "Ministry of Education", "MOH": "Ministry of Health"}
SOURCES = {"government": "government", "UNICEF cash": "UNICEF cash"}


def row(**changed: Any) -> dict[str, Any]:
    amounts = {"planned": 330_000_000.0, "released": 220_000_000.0, "spent": 120_000_000.0, "cash": 1e7}
    rest = {"outstanding": 2_400_000.0, "old": 600_000.0, "cash_unknown": nan, "activities": 12, "without_amount": 0}
    return {"group": "MOE", "currency": "USD", **amounts, **rest, **changed}


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ([], "No amount of money is known for these activities."),
        ([row()], "$2.2M of the $3.3M planned is released; partners report $1.2M as spent."),
        ([row(spent=nan)], "$2.2M of the $3.3M planned is released; no partner has reported what is spent."),
        ([row(released=nan)], "$3.3M is planned; nothing of it is released; partners report $1.2M as spent."),
        ([row(planned=nan)], "$2.2M is released; no planned amount is known; partners report $1.2M as spent."),
        (
            [row(planned=nan, released=nan)],
            "No amount is planned or released; partners report $1.2M as spent.",
        ),
        (
            [row(), row(currency="EUR", released=5_350_000)],
            "The money is in 2 currencies, which are never added up; released: $2.2M, €53.5K.",
        ),
        (
            [row(released=nan), row(currency="EUR", released=0.0)],
            "The money is in 2 currencies, which are never added up; nothing is released.",
        ),
    ],
)
def test_the_finding_of_the_page(totals: list[dict[str, Any]], said: str) -> None:
    assert money_findings.overview(totals) == said


def test_where_most_is_planned() -> None:
    total = row(planned=400_000_000.0)
    two = [row(group="MOE", planned=100_000_000.0), row(group="MOH", planned=300_000_000.0)]
    said = money_findings.largest(two, NAMES, total)
    assert said == "The largest planned amount: Ministry of Health, $3M of $4M (75%)"
    one = [row(group="NEW", planned=400_000_000.0), row(group="MOH", planned=nan)]
    assert money_findings.largest(one, NAMES, total) == "All that is planned here: NEW, $4M"
    assert money_findings.largest([row(planned=0.0), row(planned=nan)], NAMES, total) == "No planned amount is known"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"cash": nan}, "No direct cash is released"),
        ({"cash": 0.0}, "No direct cash is released"),
        ({"outstanding": nan, "old": nan}, "Nobody has said how much of the direct cash is reported on"),
        ({"outstanding": 0.0, "old": 0.0}, "All direct cash of which reports are known is reported on"),
        ({"old": 0.0}, "$24K of direct cash is outstanding, none of it for more than six months"),
        ({"old": nan}, "$24K of direct cash is outstanding, none of it for more than six months"),
        ({}, "$24K of direct cash is outstanding, $6K for more than six months"),
    ],
)
def test_how_much_cash_is_outstanding(changed: dict[str, float], said: str) -> None:
    assert money_findings.outstanding(row(**changed)) == said


def test_what_is_not_known_is_said_and_nothing_else() -> None:
    assert money_findings.unknown([row()], [row(group="UNICEF cash")], SOURCES) == []
    assert money_findings.unknown([], [], SOURCES) == []
    said = money_findings.unknown(
        [row(without_amount=1, cash_unknown=40_000_000.0), row(currency="EUR", without_amount=1)],
        [row(group="government", without_amount=3), row(group="government", currency="EUR", without_amount=3)],
        SOURCES,
    )
    assert said == [
        "1 of 12 activities has no planned amount; it adds nothing to the sums.",
        "For 3 activities the amount from one of their sources is missing: government.",
        "Of another $400K of direct cash nobody can say how much is outstanding: its activities have other money too, "
        "and their partners report all funds together.",
    ]


def test_what_is_spent_and_cannot_be_told_by_source() -> None:
    by_source = [row(spent=100_000_000.0), row(spent=nan), row(currency="EUR", spent=5.0)]
    assert money_findings.spent_apart([row(spent=120_000_000.0)], [row()]) == ""
    assert money_findings.spent_apart(by_source, [row(spent=nan)]) == ""
    assert money_findings.spent_apart(by_source, [row()]) == (
        "$200K is reported as spent by activities with several sources, for all of them together; so it stands at none "
        "of them."
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "$2.2M of $3.3M"),
        ({"released": nan}, "$3.3M planned, no release yet"),
        ({"planned": nan}, "$2.2M released, no plan known"),
        ({"planned": nan, "released": nan}, "no amount known"),
    ],
)
def test_what_is_released_of_what_is_planned(changed: dict[str, float], said: str) -> None:
    assert money_findings.released_of_planned(row(**changed)) == said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "$24K of direct cash is outstanding, $6K for more than six months."),
        (
            {"cash_unknown": 40_000_000.0},
            "$24K of direct cash is outstanding, $6K for more than six months. Of another $400K of direct cash nobody "
            "can say how much is outstanding: its activities have other money too, and their partners report all funds "
            "together.",
        ),
        (
            {"outstanding": nan, "cash_unknown": 1e7},
            "Nobody has said how much of the direct cash is reported on.",
        ),
        ({"cash": nan}, "No direct cash is released."),
    ],
)
def test_cash_in_a_line_says_what_is_out_and_what_nobody_can_say(changed: dict[str, float], said: str) -> None:
    assert money_findings.of_cash(row(**changed)) == said
