"""The page What changed: two moments side by side, in the address, with movers, silence, values and amendments."""

from collections.abc import Callable

from db import queries
from db.engine import Database
from monitoring import findings
from monitoring.periods import Dates
from tests.browser.conftest import Visit
from tests.browser.test_address import picked


def test_the_page_says_what_the_reads_say_for_the_two_days(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("changes")
    june = Dates(september.as_of.replace(month=6), september.known_on)
    found = queries.changes(database, june, september)
    assert findings.moved(found, june.as_of) in visitor.text()
    assert f"{len(queries.newly_silent(database, june, september))} activities newly miss a report" in visitor.text()
    assert f"{len(queries.amended(database, june, september))} amendments of the plan" in visitor.text()
    assert "Planning department (illustrative)" in visitor.text()
    amended = visitor.page.locator("table.rows").last
    assert amended.locator("tbody tr").first.inner_text().count("UNICEF, Planning and Monitoring section") == 1


def test_another_day_to_compare_with_lives_in_the_address(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("changes")
    visitor.page.get_by_label("Compare with").click()
    visitor.page.get_by_role("option", name="31 Mar 2025").click()
    visitor.page.wait_for_url(lambda url: "than=2025-03-31" in url)
    visitor.settle()
    assert "From 31 Mar 2025 to 30 Sep 2025" in visitor.text()
    visitor.open("changes?than=2025-09-30&than_known=2025-10-01")
    assert "From 30 Sep 2025 (as known on 1 Oct 2025) to 30 Sep 2025" in visitor.text()
    assert picked(visitor.page) == {"than": ["2025-09-30"], "than_known": ["2025-10-01"]}


def test_a_click_on_a_number_lists_those_it_counts(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("changes")
    cell = visitor.page.locator(".stPlotlyChart .scatterlayer .trace").first
    count = int(cell.locator("text").text_content())
    cell.locator(".point").click(force=True)
    visitor.page.get_by_role("button", name="Show all that moved").wait_for()
    visitor.settle()
    assert visitor.page.locator("table.rows").first.locator(":scope > tbody > tr").count() == min(count, 15)
    visitor.page.get_by_role("button", name="Show all that moved").click()
    visitor.page.get_by_text("activities moved").wait_for()


def test_on_paper_the_list_of_movers_is_whole(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("changes")
    table = visitor.page.locator("table.rows", has_text="Was, and is")
    moved = int(visitor.page.get_by_role("heading", name="activities moved").inner_text().split()[0])
    assert table.locator("tbody tr:visible").count() == 15 < moved
    visitor.page.emulate_media(media="print")
    assert table.locator("tbody tr:visible").count() == moved
