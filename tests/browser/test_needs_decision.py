"""What waits, for what and how long, and what it would take; and ratings beside the statuses that were computed."""

from collections.abc import Callable

from db import queries
from db.engine import Database
from monitoring import formats
from monitoring.periods import Dates
from monitoring.rows import rows_of
from tests.browser.conftest import Visit


def test_all_that_waits_is_listed_with_what_it_takes(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    waiting = queries.needs_decision(database, september)
    visitor = visit(demonstration)
    visitor.open("decisions?period=2025-Q3")
    text = visitor.text()
    assert f"{len(waiting)} activities need a decision" in text
    for row in rows_of(waiting):
        assert row["title_en"] in text
    behind = rows_of(waiting[waiting["status"] == "behind"])[0]
    more = formats.number((behind["needed"] - behind["delivered"]) * 100)
    assert f"{more} points more: {formats.percent(behind['needed'])} by 30 Sep 2025." in text
    counted = {"past the end": "past end date", "behind the plan": "behind", "since the start": "no report"}
    for said, status in counted.items():
        assert text.count(said) == (waiting["status"] == status).sum(), said


def test_it_is_ranked_by_what_it_waits_for_as_well(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("decisions?period=2025-Q3")
    visitor.page.get_by_text("By what it waits for").click()
    visitor.page.get_by_text("Nobody said what for").wait_for()
    visitor.settle()
    assert "Approval · " in visitor.text()


def test_ratings_that_disagree_stand_beside_the_status(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    found = queries.judged_activities(database, september)
    apart = found[found["disagrees"].astype(bool)]
    assert len(apart) > 0
    visitor = visit(demonstration)
    visitor.open("decisions?period=2025-Q3")
    assert f"{len(apart)} reported rating" in visitor.text()
    assert apart["title_en"].iloc[0] in visitor.text()


def test_why_stands_beside_each_activity_of_the_agenda(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("review?period=2025-Q3")
    assert visitor.page.locator("li button.ask").count() == 5
    visitor.page.locator("li button.ask").first.click()
    visitor.page.locator("[popover]:popover-open").get_by_text("Days past the end").wait_for()


def test_a_click_on_a_status_in_the_table_tells_why(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("activities?period=2025-Q3&status=behind")
    table = visitor.page.locator("[data-testid=stDataFrame]")
    box = table.bounding_box()
    assert box is not None
    visitor.page.mouse.click(box["x"] + 130, box["y"] + 55)
    told = visitor.page.get_by_role("dialog")
    told.get_by_text("More than 92 days behind the plan at its report.").wait_for()
    assert told.get_by_role("link", name="How progress is judged").get_attribute("href").startswith("/method")
    visitor.page.keyboard.press("Escape")
    told.wait_for(state="detached")
    visitor.settle()
    assert visitor.page.get_by_role("dialog").count() == 0
