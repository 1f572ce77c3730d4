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
            "Load the workplans",
            "Send each partner its form",
            "Upload the filled forms",
            "Come back here",
        ]
        assert visitor.page.locator(".st-key-tour").count() == 0
        visitor.page.get_by_role("link", name="Upload progress").click()
        visitor.page.get_by_role("heading", name="Upload progress").wait_for()
