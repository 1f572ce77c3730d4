"""The review: decisions, open ones first, and an agenda made from what the filters show."""

from collections.abc import Callable

from tests.browser.conftest import Visit


def test_open_decisions_come_first_and_those_past_their_day_are_marked(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("review?period=2025-Q3")
    text = visitor.text()
    assert "5 decisions of reviews are open; 2 are past their day." in text
    assert text.count("past its day") == 2
    visitor.page.get_by_text("decisions are done").click()
    visitor.page.get_by_text("Done on").wait_for()


def test_the_agenda_says_what_the_overview_says(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("?period=2025-Q3&area=EDU")
    overview = visitor.page.locator(".finding").first.inner_text()
    unknown = visitor.page.locator("li").all_inner_texts()
    visitor.open("review?period=2025-Q3&area=EDU")
    agenda = visitor.page.locator("li").all_inner_texts()
    assert agenda[0] == overview
    assert agenda[-len(unknown) :] == unknown
    assert "Education" in visitor.page.locator("[data-testid=stCaptionContainer]").last.inner_text()
