"""The first visit: a tour in place that can be left, is not shown again, and can be asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Visit, fill, serving


@pytest.mark.parametrize("width", [1440, 390])
def test_the_tour_goes_step_by_step_and_is_not_shown_again(
    visit: Callable[..., Visit], demonstration: str, width: int
) -> None:
    visitor = visit(demonstration, width=width, first=True)
    page = visitor.page
    visitor.open()
    card = page.locator(".st-key-tour")
    told = []
    for _step in range(5):
        assert card.bounding_box()["x"] + card.bounding_box()["width"] <= width  # type: ignore[index]
        told.append(card.locator("strong").inner_text())
        framed = page.evaluate(
            """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter(
              one => getComputedStyle(one).outlineStyle === 'solid' && getComputedStyle(one).outlineWidth === '3px'
                && one.getBoundingClientRect().width > 0).length"""
        )
        assert framed >= 1, told[-1]
        card.locator("button").first.click()
        visitor.settle()
    assert len(set(told)) == 5
    assert card.count() == 0
    page.reload()
    visitor.settle()
    assert card.count() == 0
    page.get_by_role("button", name="Show the tour again").click()
    card.wait_for()
    card.get_by_role("button", name="Skip").click()
    card.wait_for(state="detached")


def test_a_database_without_activities_says_what_to_do_next(visit: Callable[..., Visit], tmp_path: Path) -> None:
    fill(tmp_path / "empty.sqlite3", demonstration=False)
    with serving(tmp_path / "empty.sqlite3") as home:
        visitor = visit(home, first=True)
        visitor.open()
        steps = [line.split(".")[0].split(":")[0] for line in visitor.page.locator("ol li").all_inner_texts()]
        assert steps == [
            "Have the workplans added",
            "Send each partner its form",
            "Upload the filled forms",
            "Come back here",
        ]
        assert visitor.page.locator(".st-key-tour").count() == 0
        visitor.page.get_by_role("link", name="Upload progress").click()
        visitor.page.get_by_role("heading", name="Upload progress").wait_for()


def test_an_empty_page_leads_to_where_to_start(visit: Callable[..., Visit], tmp_path: Path) -> None:
    fill(tmp_path / "empty.sqlite3", demonstration=False)
    with serving(tmp_path / "empty.sqlite3") as home:
        visitor = visit(home)
        for path in ("partners", "money", "workplan", "goal?goal=NAP-4"):
            visitor.open(path)
            link = visitor.page.get_by_role("link", name="Start here")
            assert "underline" in link.locator("p").evaluate("one => getComputedStyle(one).textDecorationLine"), path
        visitor.page.set_viewport_size({"width": 390, "height": 844})
        visitor.page.wait_for_timeout(500)
        assert link.bounding_box()["height"] >= 44  # type: ignore[index]
        visitor.page.set_viewport_size({"width": 1440, "height": 900})
        visitor.open("money")
        visitor.page.get_by_role("link", name="Start here").click()
        visitor.page.get_by_role("heading", name="Nothing to show for this date yet").wait_for()
        told = visitor.page.locator("ol").inner_text()
        assert "It cannot be done on this page yet" in told
        assert "data/README.md" in told


def test_where_filters_leave_nothing_the_way_back_is_to_clear_them(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("money?partner=SC&area=HLTH&status=postponed&goal=NAP-3")
    assert visitor.page.get_by_role("link", name="Start here").count() == 0
    assert visitor.page.get_by_role("button", name="Clear all filters").count() == 1
