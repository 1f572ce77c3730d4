"""The money in an IATI file adds up to what the Money page shows."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from db import queries
from db.engine import Database
from exchange.iati.document import activities_xml
from exchange.iati.financial import span, write
from exchange.iati.plan import collect
from monitoring.filters import Filters
from monitoring.plan_rows import ActivityRow, FundingLine
from monitoring.rows import rows_of
from tests.exchange.conftest import SEPTEMBER
from tests.exchange.iati.reading import activities, amount
from tests.plan_of_two import ACTIVITY

EVERY_YEAR = Filters(years=(2024, 2025))


@pytest.fixture(scope="module")
def told(demonstration: Database):  # type: ignore[no-untyped-def]
    return activities(activities_xml(demonstration, SEPTEMBER, with_illustrative=True))


def test_budgets_commitments_and_payments_add_up_to_the_money_page(told, demonstration: Database) -> None:  # type: ignore[no-untyped-def]
    found: dict[str, Decimal] = defaultdict(Decimal)
    for one in told.values():
        for budget in one.findall("budget"):
            found["planned"] += amount(budget)
        for transaction in one.findall("transaction"):
            kind = transaction.find("transaction-type").get("code")
            found["funded" if kind == "2" else "released"] += amount(transaction)
    money = queries.money_by(demonstration, SEPTEMBER, "source", EVERY_YEAR)
    unicef = [row for row in rows_of(money) if row["group"] != "government"]
    assert {row["currency"] for row in unicef} == {"USD"}
    for kind in ("planned", "funded", "released"):
        assert found[kind] == sum(Decimal(int(row[kind])) for row in unicef) / 100 > 0


def test_money_of_the_government_is_no_budget_of_unicef(told, demonstration: Database) -> None:  # type: ignore[no-untyped-def]
    plan = queries.plan_book(demonstration, SEPTEMBER).of("activities")
    shared = [row for row in plan.values() if any(line.source == "government" for line in row.funding)]
    assert shared
    for row in shared:
        own = sum(line.planned_cents or 0 for line in row.funding if line.source != "government")
        assert sum(amount(budget) for budget in told[row.code].findall("budget")) == Decimal(own) / 100


def test_money_paid_to_the_partner_is_a_disbursement_and_names_it(told, demonstration: Database) -> None:  # type: ignore[no-untyped-def]
    paid = queries.payments(demonstration, SEPTEMBER)
    wanted = paid[(paid["kind"] == "released") & paid["modality"].isin(["direct cash", "reimbursement"])]
    disbursed = [one for activity in told.values() for one in activity.findall("transaction")]
    disbursed = [one for one in disbursed if one.find("transaction-type").get("code") == "3"]
    assert len(disbursed) == len(wanted)
    assert all(one.find("receiver-org") is not None for one in disbursed)


def test_a_budget_that_an_amendment_changed_is_called_revised(told) -> None:  # type: ignore[no-untyped-def]
    assert told["GPO-2024-02"].find("budget").get("type") == "2"
    assert told["GPO-2024-01"].find("budget").get("type") == "1"


def lasting(starts: date, ends: date) -> ActivityRow:
    return replace(ACTIVITY, starts=starts, ends=ends)


YEAR = (date(2025, 1, 1), date(2025, 12, 31))
SCHOOL_YEAR = (date(2025, 9, 1), date(2026, 8, 31))
TWO_YEARS = (date(2026, 3, 1), date(2027, 11, 30))


@pytest.mark.parametrize(
    ("activity", "planned_on", "expected"),
    [
        (YEAR, date(2025, 4, 1), YEAR),
        (YEAR, None, YEAR),
        (SCHOOL_YEAR, date(2026, 1, 15), SCHOOL_YEAR),
        (TWO_YEARS, date(2026, 3, 1), (date(2026, 3, 1), date(2026, 12, 31))),
        (TWO_YEARS, date(2027, 5, 1), (date(2027, 1, 1), date(2027, 11, 30))),
        (TWO_YEARS, None, (date(2026, 3, 1), date(2026, 12, 31))),
        (TWO_YEARS, date(2028, 1, 1), (date(2027, 1, 1), date(2027, 11, 30))),
        (TWO_YEARS, date(2025, 12, 1), (date(2026, 3, 1), date(2026, 12, 31))),
    ],
)
def test_no_budget_is_longer_than_a_year(
    activity: tuple[date, date], planned_on: date | None, expected: tuple[date, date]
) -> None:
    found = span(lasting(*activity), planned_on)
    assert found == expected
    assert (found[1] - found[0]).days < 366


def test_each_currency_and_year_has_a_budget_and_a_line_without_an_amount_has_none(demonstration: Database) -> None:
    plan = collect(demonstration, SEPTEMBER, Filters(partners=("MOE",)), with_illustrative=True)
    lines = (
        line("UNICEF cash", "USD", 100_00, date(2026, 5, 1)),
        line("UNICEF supplies", "USD", 50_00, date(2026, 4, 1)),
        line("UNICEF cash", "TMT", 30_00, date(2027, 2, 1)),
        line("UNICEF supplies", "EUR", None, date(2026, 4, 1)),
        line("government", "USD", 900_00, date(2026, 4, 1)),
    )
    row = replace(lasting(*TWO_YEARS), funding=lines)
    element = ET.Element("iati-activity")
    write(element, plan, replace(plan.told[0], row=row, payments=(), first_funding=frozenset(lines)))
    found = [
        (one.find("period-start").get("iso-date"), value.get("currency"), value.text, value.get("value-date"))
        for one in element.findall("budget")
        for value in one.findall("value")
    ]
    assert found == [
        ("2026-03-01", "USD", "150.00", "2026-04-01"),
        ("2027-01-01", "TMT", "30.00", "2027-02-01"),
    ]
    assert {one.get("type") for one in element.findall("budget")} == {"1"}


def line(source: str, currency: str, cents: int | None, day: date) -> FundingLine:
    return FundingLine(source=source, modality="direct cash", currency=currency, planned_cents=cents, planned_on=day)


@pytest.mark.parametrize(("kind", "source"), [("reported", "UNICEF cash"), ("released", "government")])
def test_what_partners_spent_and_what_the_government_paid_is_no_payment_of_unicef(
    demonstration: Database, kind: str, source: str
) -> None:
    plan = collect(demonstration, SEPTEMBER, Filters(partners=("MOE",)), with_illustrative=True)
    told = next(one for one in plan.told if any(payment["kind"] == "released" for payment in one.payments))
    paid = next(payment for payment in told.payments if payment["kind"] == "released")
    element = ET.Element("iati-activity")
    write(element, plan, replace(told, payments=({**paid, "kind": kind, "source": source},)))
    assert element.find("transaction") is None
    write(element, plan, replace(told, payments=(paid,)))
    assert element.find("transaction") is not None
