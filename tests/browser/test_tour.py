"""The first visit: a tour in place that can be left, is not shown again, and can be asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from tests.browser.conftest import Visit, fill, serving

# For each part that is framed: its box within the window, and what of it lies beside the tour's card, in pixels.
SEEN = """() => {
  const card = document.querySelector('.st-key-tour').getBoundingClientRect();
  return [...document.querySelectorAll('[data-testid="stMain"] *')].filter(one => {
    const style = getComputedStyle(one);
    return style.outlineStyle === 'solid' && style.outlineWidth === '3px' && one.getBoundingClientRect().width > 0;
  }).map(one => {
    const box = one.getBoundingClientRect();
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
    const area = Math.max(0, right - left) * Math.max(0, bottom - top);
    const under = Math.max(0, Math.min(right, card.right) - Math.max(left, card.left))
      * Math.max(0, Math.min(bottom, card.bottom) - Math.max(top, card.top));
    return {area, free: area - under, top: box.top};
  });
}"""


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


@pytest.mark.parametrize(
    ("width", "motion"),
    [
        (1440, "no-preference"),
        (390, "reduce"),
        *(pytest.param(*one, marks=pytest.mark.slow) for one in ((1440, "reduce"), (390, "no-preference"))),
    ],
)
def test_what_a_step_speaks_of_is_in_the_window_and_not_under_the_card(
    visit: Callable[..., Visit], demonstration: str, width: int, motion: Literal["no-preference", "reduce"]
) -> None:
    visitor = visit(demonstration, width=width, first=True)
    page = visitor.page
    page.emulate_media(reduced_motion=motion)
    visitor.open()
    card = page.locator(".st-key-tour")
    for step in range(1, 6):
        card.get_by_text(f"{step} of 5").wait_for()
        page.wait_for_timeout(2500)  # as long as it is held in view
        framed = page.evaluate(SEEN)
        assert framed, step
        for box in framed:
            assert box["area"] > 0, f"step {step} at {width}: {box}"
            assert box["free"] > box["area"] * 0.25, f"step {step} at {width}: {box}"
        card.locator("button").first.click()
        visitor.settle()


def test_a_reader_who_moves_the_page_is_not_pulled_back(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration, first=True)
    page = visitor.page
    visitor.open()
    page.locator(".st-key-tour button").first.click()
    page.get_by_text("2 of 5").wait_for()
    page.mouse.move(400, 500)
    page.mouse.wheel(0, 1500)
    page.wait_for_timeout(2500)
    assert page.locator(".st-key-strip").bounding_box()["y"] < -900  # type: ignore[index]


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
        visitor.page.get_by_role("link", name="Load the workplans").click()
        visitor.page.get_by_role("heading", name="Plan", exact=True).wait_for()


def test_where_filters_leave_nothing_the_way_back_is_to_clear_them(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("money?partner=SC&area=HLTH&status=postponed&goal=NAP-3")
    assert visitor.page.get_by_role("link", name="Start here").count() == 0
    assert visitor.page.get_by_role("button", name="Clear all filters").count() == 1
