"""The money of an activity: budgets from its funding lines, transactions from what moved.

UNICEF reports its own money. What the government pays from the state budget is no transaction of UNICEF and would be
counted as its budget, so the government stands among the participating organisations, and its amounts are left out.
"""

from collections import defaultdict
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

from exchange.iati import codes
from exchange.iati.elements import add, money, on
from exchange.iati.plan import Plan, Told
from exchange.in_languages import joined, named, said
from monitoring.plan_rows import ActivityRow, FundingLine
from monitoring.wording import FUNDING

GOVERNMENT = "government"
YEAR = 366  # days
Span = tuple[date, date]


def write(element: ET.Element, plan: Plan, told: Told) -> None:
    """Add the budgets and the transactions of an activity."""
    lines = _of_unicef(told.row.funding)
    revised = set(lines) != set(_of_unicef(tuple(told.first_funding)))
    spans: dict[tuple[Span, str], list[FundingLine]] = defaultdict(list)
    for line in lines:
        spans[span(told.row, line.planned_on), line.currency].append(line)
    for (first, last), currency in sorted(spans):
        ones = spans[(first, last), currency]
        kind = codes.REVISED if revised else codes.ORIGINAL
        budget = add(element, "budget", {"type": kind, "status": codes.INDICATIVE})
        on(budget, "period-start", first)
        on(budget, "period-end", last)
        valued = min(line.planned_on or first for line in ones)
        money(budget, sum(line.planned_cents or 0 for line in ones), currency, valued)
    for payment in told.payments:
        _transaction(element, plan, told.row, payment)


def _of_unicef(lines: tuple[FundingLine, ...]) -> list[FundingLine]:
    """The lines of UNICEF that have an amount."""
    return [line for line in lines if line.source != GOVERNMENT and line.planned_cents is not None]


def span(row: ActivityRow, planned_on: date | None) -> Span:
    """The days of a budget. No budget may be longer than a year: of a longer activity it is the calendar year of the
    day for which the money is planned, or the activity's first year where no day is known.
    """
    if (row.ends - row.starts).days < YEAR:
        return row.starts, row.ends
    day = min(max(planned_on or row.starts, row.starts), row.ends)
    return max(row.starts, date(day.year, 1, 1)), min(row.ends, date(day.year, 12, 31))


def _transaction(element: ET.Element, plan: Plan, row: ActivityRow, payment: dict[str, Any]) -> None:
    """What UNICEF committed or paid. What a partner reports as spent is a part of that, and is left out."""
    if payment["source"] == GOVERNMENT or payment["kind"] == "reported":
        return
    to_the_partner = payment["modality"] in codes.TO_THE_PARTNER
    paid = codes.DISBURSEMENT if to_the_partner else codes.EXPENDITURE
    kind = codes.COMMITMENT if payment["kind"] == "funded" else paid
    transaction = add(element, "transaction")
    add(transaction, "transaction-type", {"code": kind})
    on(transaction, "transaction-date", payment["dated"])
    money(transaction, payment["amount_cents"], payment["currency"], payment["dated"])
    how = joined(said(FUNDING[payment["source"]]), said(FUNDING[payment["modality"]]), by=", ")
    add(transaction, "description", texts=how)
    provider = {"ref": codes.REPORTER, "type": codes.MULTILATERAL}
    add(transaction, "provider-org", provider, codes.REPORTER_NAME)
    if to_the_partner:
        partner = plan.book.of("partners")[(row.lead_partner,)]
        add(transaction, "receiver-org", {"type": codes.ORGANISATION[partner.kind]}, named(partner))
