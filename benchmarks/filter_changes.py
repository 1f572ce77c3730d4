"""From a change of the filters to the settled chart, in Chromium: by a click on a bullet, and in the list of areas."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks import figures
from benchmarks.browser import first_chart, until_settled, window
from benchmarks.serving import serving

TIMES = 9
BARS = "[class*='st-key-partner-bullets'] .bars path"


def measure(browser: Browser, file: Path, target: float) -> None:
    """Print both changes on the page by ministry and partner, from all activities to those of one partner or area."""
    figures.head("Filter change to settled chart, in Chromium")
    with serving(file) as port, window(browser) as page:
        page.goto(f"http://localhost:{port}/partners")
        first_chart(page)
        page.wait_for_timeout(1500)
        clicks, returns = [], []
        for number in range(TIMES + 1):
            clicks.append(until_settled(page, lambda number=number: _click_bullet(page, number)))
            returns.append(until_settled(page, lambda: page.get_by_text("Show all partners").click()))
        figures.row("click on a bullet: one partner", clicks[1:], target, "with its activities")
        figures.row("back to all partners", returns[1:], target)
        figures.row("another priority area in the list", _areas(page)[1:], target)


def _click_bullet(page: Page, number: int) -> None:
    """Click in the middle of one of the bullets; another one each time."""
    places = page.evaluate(
        """bars => [...document.querySelectorAll(bars)].map(one => one.getBoundingClientRect())
          .filter(one => one.width > 200).map(one => [one.x + one.width / 2, one.y + one.height / 2])""",
        BARS,
    )
    page.mouse.click(*places[number % len(places)])


def _areas(page: Page) -> list[float]:
    """Times of picking a priority area, which is taken away again after each."""
    taken = []
    for number in range(TIMES + 1):
        page.locator("[data-testid='stPopoverButton']").first.click()
        field = page.locator(".st-key-area input")
        field.click()
        option = page.locator("[role='option']").nth(1 + number % 4)  # the first one is "all of them"
        option.wait_for()
        taken.append(until_settled(page, option.click))
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        _clear(page)
    return taken


def _clear(page: Page) -> None:
    page.locator("[data-testid='stPopoverButton']").first.click()
    until_settled(page, page.get_by_text("Clear all filters").click)
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
