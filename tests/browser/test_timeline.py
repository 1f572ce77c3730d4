"""The timeline: what ends soon at first, a click opens the activity, and a phone shows a list."""

import re
from collections.abc import Callable

from db import queries
from db.engine import Database
from monitoring import timeline
from monitoring.periods import Dates
from tests.browser.conftest import Visit


def rows(database: Database, september: Dates, choice: str) -> list[str]:
    names = dict.fromkeys(queries.partners(database, september)["code"], "")
    active = timeline.active(queries.judged_activities(database, september))
    return timeline.picked(active, choice, september.as_of, names)["title_en"].tolist()


def test_what_ends_soon_is_shown_at_first_and_the_choice_narrows(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("timeline?period=2025-Q3")
    soon, late = (rows(database, september, choice) for choice in (timeline.SOON, timeline.LATE_ONES))
    assert f"{len(soon)} activities end by 31 Dec 2025" in visitor.text()
    visitor.page.get_by_text("Late ones").click()
    visitor.page.get_by_text(re.compile("are behind or past their end date, by up to")).wait_for()
    visitor.settle()
    assert f"{len(late)} activities are behind or past their end date" in visitor.text()


def test_all_of_them_come_sixty_at_a_time(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    everything = rows(database, september, timeline.ALL)
    assert len(everything) > 60
    visitor = visit(demonstration, width=390)
    visitor.open("timeline?period=2025-Q3")
    visitor.page.get_by_text("All", exact=True).click()
    visitor.page.get_by_role("button", name="Show more").wait_for()
    visitor.settle()
    cards = visitor.page.locator(".st-key-phone-timeline a.card")
    assert cards.count() == 60
    visitor.page.get_by_role("button", name="Show more").click()
    visitor.page.wait_for_function(
        f"() => document.querySelectorAll('.st-key-phone-timeline a.card').length === {len(everything)}"
    )


def test_a_click_on_a_row_opens_the_activity(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    first = rows(database, september, timeline.SOON)[0]
    visitor = visit(demonstration)
    visitor.open("timeline?period=2025-Q3")
    chart = visitor.page.locator("[class*='st-key-desk-timeline'] .stPlotlyChart .main-svg").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    # The first row stands below the scale and the heading of the first partner.
    visitor.page.mouse.click(box["x"] + 100, box["y"] + 44 + 36 + 20)
    visitor.page.wait_for_url(re.compile("activities.*activity="))
    visitor.settle()
    assert first in visitor.text()


def test_a_phone_shows_a_list_whose_lines_open_the_activity(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    first = rows(database, september, timeline.SOON)[0]
    visitor = visit(demonstration, width=390)
    visitor.open("timeline?period=2025-Q3")
    assert not visitor.page.locator(".st-key-desk-timeline").is_visible()
    visitor.page.locator(".st-key-phone-timeline a.card").first.click()
    visitor.page.wait_for_url(re.compile("activities.*activity="))
    visitor.settle()
    assert first in visitor.text()


def test_a_view_in_which_everything_was_cancelled_says_so(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("timeline?period=2025-Q3&status=cancelled")
    assert "that were cancelled, postponed or carried over are not drawn" in visitor.text()
    assert visitor.page.locator(".stPlotlyChart").count() == 0
