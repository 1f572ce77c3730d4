"""The figures that a reader sees are those worked out apart, from plain SQL over the same file."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from db.engine import Database
from monitoring import formats
from monitoring.periods import end_of_day, today
from tests.browser.conftest import Visit
from tests.db import judged_apart

LATE = ("behind", "past end date")


@pytest.mark.parametrize(("query", "as_of"), [("", date(2025, 9, 30)), ("?period=2025-Q2", date(2025, 6, 30))])
def test_the_overview(
    visit: Callable[..., Visit], demonstration: str, database: Database, query: str, as_of: date
) -> None:
    rows = judged_apart.activities(database, as_of, end_of_day(today()))
    expected = judged_apart.figures(rows)
    visitor = visit(demonstration)
    visitor.open(query)
    text = visitor.text()
    assert f"{expected.reports_in} of {expected.reports_due} reports in" in text
    assert f"Delivered of what was due\n{formats.percent(expected.of_due)}" in text
    assert f"Past end date\n{expected.statuses.get('past end date', 0)}" in text
    assert f"Funds released, and reported\n{formats.money(expected.released, 'USD', short=True)}" in text
    assert f"{formats.money(expected.spent, 'USD', short=True)} reported" in text
    late = sum(expected.statuses.get(word, 0) for word in LATE)
    active = expected.activities - sum(expected.statuses.get(word, 0) for word in judged_apart.OUT)
    assert f"{late} of {active} activities" in text
    assert f"{late + expected.statuses.get('no report', 0)} activities need a decision" in text
    for word, count in expected.statuses.items():
        assert re.search(rf"{word} {count}\b", text, re.IGNORECASE), word


def test_a_partners_page(visit: Callable[..., Visit], demonstration: str, database: Database) -> None:
    rows = judged_apart.activities(database, date(2025, 9, 30), end_of_day(today()))
    expected = judged_apart.figures(rows[rows["partner"] == "MOE"])
    visitor = visit(demonstration)
    visitor.open("workplan?partner=MOE")
    text = visitor.text()
    assert f"{formats.percent(expected.of_due)} of what was due is delivered" in text
    assert (
        visitor.page.locator("table.rows:not(.why *)").last.locator(":scope > tbody > tr").count()
        == expected.activities
    )
    visitor.open("partners?partner=MOE")
    # What the bullet says when it is pointed at.
    told = visitor.page.evaluate(
        "() => [...document.querySelectorAll('.stPlotlyChart *')].find(one => one.data && one.layout)"
        ".data[1].hovertext[0]"
    )
    assert f"Delivered, of what is reported: {formats.percent(expected.delivered)}" in told
    assert f"Planned at the same report dates: {formats.percent(expected.planned_then)}" in told
    assert f"Reports in for the period: {expected.reports_in} of {expected.reports_due}" in told


def test_one_activity(visit: Callable[..., Visit], demonstration: str, database: Database) -> None:
    rows = judged_apart.activities(database, date(2025, 9, 30), end_of_day(today()))
    row = rows[rows["status"] == "behind"].iloc[0]
    visitor = visit(demonstration)
    visitor.open(f"activities?activity={row['code']}")
    text = visitor.text()
    share, asked = formats.percent(row["delivered"]), formats.percent(row["planned_then"])
    assert f"{share} was reported for" in text
    assert f"when the plan asked for {asked}: {int(row['behind'])} days behind" in text
    visitor.page.locator(".strip button.ask").click()
    told = visitor.page.locator("[popover]:popover-open")
    told.get_by_text("behind the plan at its report").wait_for()
    numbers = told.inner_text()
    assert f"Delivered by then\t{formats.percent(row['delivered'], 1)}" in numbers
    assert f"Days behind at that report\t{int(row['behind'])}" in numbers
    assert "on schedule up to 31 behind, needs attention up to 92" in numbers
