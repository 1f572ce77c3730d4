"""A budget amendment is of one type up to 20 percent and of another above it; what cannot be compared has no type."""

from dataclasses import replace
from decimal import Decimal

import pytest

from monitoring.language import spoken_in
from monitoring.plan_changes import RowChange, Signed, State, budget, budget_change
from monitoring.plan_rows import ActivityRow, FundingLine
from tests.plan_of_two import ACTIVITY, rows

LINE = FundingLine(source="UNICEF cash", modality="direct cash", currency="USD")
OTHER = FundingLine(source="government", modality="direct payment", currency="USD")


def funded(*cents: int | None, currency: str = "USD") -> ActivityRow:
    lines = zip((LINE, OTHER), cents, strict=False)
    return replace(ACTIVITY, funding=tuple(replace(line, planned_cents=one, currency=currency) for line, one in lines))


def revised(was: ActivityRow, becomes: ActivityRow, kind: str = "budget") -> RowChange:
    return RowChange(
        state=State.CHANGED, table=was.table, key=was.key, was=was, becomes=becomes, signed=Signed(kind=kind)
    )


@pytest.mark.parametrize(
    ("before", "after", "percent", "said"),
    [
        (100_000, 120_000, "20.0", "Budget revised, by up to 20 percent: +20.0 %"),
        (100_000, 120_100, "20.1", "Budget revised, by more than 20 percent: +20.1 %"),
        (100_000, 80_000, "-20.0", "Budget revised, by up to 20 percent: -20.0 %"),
        (100_000, 79_900, "-20.1", "Budget revised, by more than 20 percent: -20.1 %"),
        (100_000, 119_960, "20.0", "Budget revised, by up to 20 percent: +20.0 %"),
        (100_000, 120_001, "20.1", "Budget revised, by more than 20 percent: +20.1 %"),
        (100_000, 79_999, "-20.1", "Budget revised, by more than 20 percent: -20.1 %"),
        (300_000, 400_000, "33.3", "Budget revised, by more than 20 percent: +33.3 %"),
        (100_000, 120_140, "20.1", "Budget revised, by more than 20 percent: +20.1 %"),
        (100_000, 101_050, "1.1", "Budget revised, by up to 20 percent: +1.1 %"),
        (100_000, 0, "-100.0", "Budget revised, by more than 20 percent: -100.0 %"),
        (1, 200, "19900.0", "Budget revised, by more than 20 percent: +19900.0 %"),
    ],
)
def test_a_budget_amendment_is_of_another_type_from_the_first_cent_above_20_percent(
    before: int, after: int, percent: str, said: str
) -> None:
    change = revised(funded(before), funded(after))
    assert str(change.budget_change) == percent
    assert change.kind_shown == said


def test_the_lines_of_a_budget_are_added_before_they_are_compared() -> None:
    assert budget(funded(60_000, 40_000)) == (100_000, "USD")
    assert budget_change(funded(60_000, 40_000), funded(90_000, 20_000)) == Decimal("10.0")
    assert budget_change(funded(60_000, 40_000), funded(110_000)) == Decimal("10.0")


SEVERAL = replace(ACTIVITY, funding=(replace(LINE, planned_cents=500), replace(OTHER, currency="TMT", planned_cents=5)))
UNTOLD = [
    pytest.param(funded(100), funded(100), id="as before"),
    pytest.param(funded(60, 40), funded(40, 60), id="the same sum from others"),
    pytest.param(funded(), funded(100), id="from nothing"),
    pytest.param(funded(0), funded(100), id="from zero"),
    pytest.param(funded(100), funded(), id="to nothing that is known"),
    pytest.param(SEVERAL, funded(100), id="from several currencies"),
    pytest.param(funded(100), SEVERAL, id="to several currencies"),
    pytest.param(funded(100), funded(200, currency="TMT"), id="from one currency to another"),
    pytest.param(funded(100, None), funded(100, 50), id="an amount becomes known"),
    pytest.param(funded(100, 50), funded(100, None), id="an amount is no longer known"),
    pytest.param(funded(100), funded(150, None), id="a line without an amount comes"),
    pytest.param(funded(None), funded(100), id="no amount was known"),
]


@pytest.mark.parametrize(("was", "becomes"), UNTOLD)
def test_a_change_that_is_none_or_cannot_be_told_in_percent_is_given_no_type(
    was: ActivityRow, becomes: ActivityRow
) -> None:
    change = revised(was, becomes)
    assert change.budget_change is None
    assert change.kind_shown == "Budget revised"


def test_a_missing_amount_is_not_zero_and_currencies_are_not_added() -> None:
    assert budget(funded(0)) == (0, "USD")
    assert [budget(row) for row in (funded(), funded(None), SEVERAL)] == [None] * 3


def test_beside_an_amount_that_stays_unknown_what_is_known_is_compared() -> None:
    assert budget(funded(100, None)) == (100, "USD")
    assert budget_change(funded(100, None), funded(150, None)) == Decimal("50.0")
    in_tmt = replace(OTHER, currency="TMT")
    was, becomes = (replace(row, funding=(*row.funding, in_tmt)) for row in (funded(100), funded(110)))
    assert budget_change(was, becomes) == Decimal("10.0")


def test_only_a_budget_amendment_tells_how_much_the_budget_changes() -> None:
    was, becomes = funded(100_000), funded(150_000)
    assert revised(was, becomes, "results").kind_shown == "Results revised"
    assert revised(was, becomes, "").kind_shown == ""
    assert revised(was, becomes, "results").budget_change == Decimal("50.0")


def test_only_an_activity_that_stays_has_a_change_of_its_budget() -> None:
    change = revised(funded(100), funded(200))
    partner = rows()[3]
    assert replace(change, was=None).budget_change is None
    assert replace(change, becomes=None).budget_change is None
    assert replace(change, was=partner, becomes=partner).budget_change is None


def test_the_kind_of_an_amendment_is_told_in_the_language_of_the_reader() -> None:
    change = revised(funded(100_000), funded(110_000))
    with spoken_in("ru"):
        assert change.kind_shown.startswith("Бюджет изменён, ")
        assert change.kind_shown.endswith(": +10.0 %")
