"""What a reader picks lives in the address: a copied link shows the same view, and a change of page keeps it."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlparse

from playwright.sync_api import Page

from tests.browser.conftest import Visit


def picked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def test_a_click_on_a_bullet_opens_the_workplan_and_the_copied_link_shows_the_same(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("partners")
    visitor.page.locator(".stPlotlyChart .barlayer .trace").nth(2).locator(".point").last.click(force=True)
    visitor.page.wait_for_url(re.compile("workplan.*partner=MOH"))
    visitor.settle()
    assert "Workplan with: Ministry of Health and Medical Industry" in visitor.text()

    other = visit(demonstration)
    other.page.goto(visitor.page.url)
    other.settle()
    back = "Back to\n\nBy ministry and partner\n\n"  # who opens the link has not come from there
    assert back in visitor.text()
    assert other.text() == visitor.text().replace(back, "")


def test_filters_survive_a_change_of_page(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("areas?partner=MOE&period=2025-Q2&weight=budget")
    assert "Data to 30 Jun 2025" in visitor.text()
    visitor.menu("Progress", "Activities")
    visitor.page.wait_for_url(re.compile("activities"))
    visitor.settle()
    assert "Data to 30 Jun 2025" in visitor.text()
    assert "weighted by planned budget" in visitor.text()
    assert picked(visitor.page) == {"partner": ["MOE"], "period": ["2025-Q2"], "weight": ["budget"]}


def test_going_back_takes_the_filter_off_again(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("partners")
    before = visitor.text()
    visitor.page.get_by_role("button", name="Filters").click()
    visitor.page.get_by_label("Priority area").click()
    visitor.page.get_by_role("option", name="Education").click()
    visitor.page.wait_for_url(re.compile("area=EDU"))
    visitor.page.keyboard.press("Escape")
    visitor.settle()
    assert visitor.text() != before
    visitor.page.go_back()
    visitor.page.wait_for_url(lambda url: "area=EDU" not in url)
    visitor.settle()
    assert visitor.text() == before


def test_codes_in_a_mistyped_link_that_nobody_knows_are_left_out(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("partners?partner=NOBODY&period=1999-Q9&as_of=soon&area=EDU")
    assert "Progress by ministry and partner" in visitor.text()
    assert picked(visitor.page) == {"area": ["EDU"]}
    assert visitor.page.get_by_role("button", name="1 filter").count() == 1
    visitor.open("partners?as_of=0001-01-01&known_on=1900-01-01&region=NOWHERE")
    assert "Data to 30 Sep 2025" in visitor.text()
    assert picked(visitor.page) == {}
    assert visitor.page.get_by_role("button", name="Filters").count() == 1


def test_known_on_shows_what_was_known_then(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("?period=2025-Q2&known_on=2025-07-15")
    then = visitor.text()
    assert "known on 15 Jul 2025" in then
    visitor.open("?period=2025-Q2")
    assert visitor.text() != then


def test_an_activity_that_needs_a_decision_opens_in_the_same_view(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("?partner=MOE&period=2025-Q3")
    first = visitor.page.locator("a.open").first
    title = first.inner_text()
    first.click()
    visitor.page.wait_for_url(re.compile("activities"))
    visitor.settle()
    assert title in visitor.text()
    assert "Back to the activities" in visitor.text()
    assert picked(visitor.page)["partner"] == ["MOE"]


def test_an_opened_activity_stays_behind_when_the_page_changes(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("activities?activity=MOE-2025-02")
    visitor.page.get_by_role("link", name="Overview").click()
    visitor.page.wait_for_url(re.compile("overview|/$|/\\?"))
    visitor.settle()
    visitor.page.get_by_role("button", name=re.compile("See all 13")).click()
    visitor.page.wait_for_url(re.compile("decisions"))
    visitor.settle()
    assert "activity" not in picked(visitor.page)
    visitor.menu("Progress", "Activities")
    visitor.page.wait_for_url(re.compile("activities"))
    visitor.settle()
    assert "choose a row to see its history" in visitor.text()


def test_a_plan_that_nobody_knows_is_not_kept_in_the_address(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("goals?framework=zzz&supporting=zzz&partner=MOE&partner=MOE")
    assert picked(visitor.page) == {"partner": ["MOE"]}
    assert "Right to health" in visitor.text()


def test_the_name_of_the_overview_leads_to_it_in_the_same_view(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("overview?area=EDU&period=2025-Q2")
    visitor.page.wait_for_url(re.compile(r"/\?"))
    visitor.settle()
    assert picked(visitor.page) == {"area": ["EDU"], "period": ["2025-Q2"]}
    assert "Data to 30 Jun 2025" in visitor.text()
    assert visitor.page.get_by_role("dialog").count() == 0, "no word of a page that is not found"


def test_days_before_any_plan_are_kept_and_show_that_there_is_nothing(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    for asked in ("as_of=2022-06-30", "known_on=2020-01-01"):
        visitor.open(f"activities?{asked}")
        assert asked in visitor.page.url
        assert "There are no activities for this date yet" in visitor.text()
