"""A click on a mark opens what lies behind it, and a trail leads back to the view it was made in."""

import re
from collections.abc import Callable

from tests.browser.conftest import Visit
from tests.browser.test_address import picked

BAR = ".stPlotlyChart .barlayer .trace"


def test_from_the_overview_to_one_activity_and_back_step_by_step(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    page = visitor.page
    visitor.open("?period=2025-Q2")
    before = visitor.text()
    page.locator(BAR).nth(2).locator(".point").last.click(force=True)
    page.wait_for_url(re.compile("workplan"))
    visitor.settle()
    opened = picked(page)
    assert opened.keys() == {"partner", "period"}
    back = page.locator(".st-key-trail")
    assert back.inner_text().split() == ["Back", "to", "Overview"]
    page.locator(BAR).first.locator(".point").last.click(force=True)
    page.wait_for_url(re.compile("activities.*area="))
    visitor.settle()
    assert [one.inner_text() for one in back.get_by_role("button").all()] == ["Overview", "One workplan"]
    back.get_by_role("button", name="One workplan").click()
    page.wait_for_url(re.compile("workplan"))
    visitor.settle()
    assert picked(page) == opened

    visitor.open("?period=2025-Q2")
    page.locator(BAR).nth(2).locator(".point").last.click(force=True)
    page.wait_for_url(re.compile("workplan"))
    visitor.settle()
    back.get_by_role("button", name="Overview").click()
    page.wait_for_url(lambda url: "workplan" not in url)
    visitor.settle()
    assert visitor.text() == before
    assert back.count() == 0


def test_a_click_that_narrows_a_page_leads_back_to_the_whole_of_it(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("areas")
    before = visitor.text()
    visitor.page.locator(BAR).nth(2).locator(".point").first.click(force=True)
    visitor.page.wait_for_url(re.compile("area="))
    visitor.settle()
    visitor.page.locator(".st-key-trail").get_by_role("button", name="By priority area").click()
    visitor.page.wait_for_url(lambda url: "area=" not in url)
    visitor.settle()
    assert visitor.text() == before


def test_a_link_has_its_trail_and_a_page_from_the_menu_has_none(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("decisions")
    visitor.page.locator("a.open").first.click()
    visitor.page.wait_for_url(re.compile("activity="))
    visitor.settle()
    assert visitor.page.locator(".st-key-trail").count() == 1
    visitor.page.go_back()
    visitor.page.wait_for_url(re.compile("decisions"))
    visitor.settle()
    assert visitor.page.locator(".st-key-trail").count() == 0
    visitor.page.go_forward()
    visitor.page.wait_for_url(re.compile("activity="))
    visitor.settle()
    assert visitor.page.locator(".st-key-trail button").count() == 1
    visitor.menu("Reviews", "Review")
    assert visitor.page.locator(".st-key-trail").count() == 0


def test_a_mistyped_way_back_leads_to_the_overview(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("partners?from=nowhere%3Fpartner%3DNOBODY%26as_of%3Dsoon")
    visitor.page.locator(".st-key-trail").get_by_role("button", name="Overview").click()
    visitor.page.wait_for_url(lambda url: "partners" not in url)
    visitor.settle()
    assert "of what was due" in visitor.text()


def test_the_way_back_of_the_browser_takes_off_what_a_click_had_picked(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open()
    before = visitor.text()
    visitor.page.locator(BAR).nth(2).locator(".point").last.click(force=True)
    visitor.page.wait_for_url(re.compile("workplan"))
    visitor.settle()
    visitor.page.go_back()
    visitor.page.wait_for_url(lambda url: "workplan" not in url)
    visitor.settle()
    assert picked(visitor.page) == {}
    assert visitor.text() == before
