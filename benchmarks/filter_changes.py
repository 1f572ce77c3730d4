"""From a change of the filters to the settled page, in Chromium: on every page a priority area picked in the list, and
on the page by ministry and partner a click on a bullet, too, which opens a page.

Each view is one that nobody asked for before, but for the way back to all partners, which the service remembers. A page
without a chart is settled when its run is over and nothing of it is drawn anew any more.
"""

from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks import figures
from benchmarks.browser import first_chart, until_settled, window
from benchmarks.reruns import PAGES, other_views
from benchmarks.serving import opened, serving

TIMES = 9
READY = 1500  # ms after the first chart, until the rest of the page is there, too
CLOSES_IN = 500
TRIES = 10
AREAS = ("Child protection", "Education", "Healthcare", "Social services")
PICKED_AT_ONCE = 3
BARS = "[class*='st-key-partner-bullets'] .bars path"


def measure(browser: Browser, file: Path, target: float) -> None:
    """Print the changes on the page by ministry and partner; ``target`` in seconds."""
    figures.head("Filter change to settled chart, by ministry and partner, in Chromium")
    with serving(file) as port, window(browser) as page:
        page.goto(f"http://localhost:{port}/partners")
        first_chart(page)
        page.wait_for_timeout(READY)
        clicks, returns = [], []
        for number in range(TIMES + 1):
            clicks.append(until_settled(page, lambda number=number: _click_bullet(page, number)))
            returns.append(until_settled(page, lambda: page.locator(".st-key-trail button").first.click()))
        figures.row("click on a bullet: its whole workplan", clicks[1:], target)
        figures.row("one priority area more in the list", _areas(page)[1:], target)
        figures.row("back to all partners by the trail", returns[1:], target, "seen before")


def measure_every_page(browser: Browser, file: Path, target: float) -> None:
    """Print one priority area more in the list on each page; ``target`` in seconds."""
    figures.head("Filter change to settled page, on every page, in Chromium")
    database = opened(file)
    views = other_views(database)
    with serving(file) as port:
        for path, name in PAGES.items():
            with window(browser) as page:
                page.goto(f"http://localhost:{port}/{path}?{next(views)}")
                first_chart(page)
                page.wait_for_timeout(READY)
                figures.row(name, [_pick(page, area) for area in AREAS[:PICKED_AT_ONCE]], target)
    database.engine.dispose()


def _click_bullet(page: Page, number: int) -> None:
    """Click in the middle of a bullet; of another partner each time."""
    places = page.evaluate(
        """bars => [...document.querySelectorAll(bars)].map(one => one.getBoundingClientRect())
          .filter(one => one.width > 200).map(one => [one.x + one.width / 2, one.y + one.height / 2])
          .sort((one, other) => one[1] - other[1])
          .filter((one, place, all) => !place || one[1] - all[place - 1][1] > 5)""",
        BARS,
    )
    page.mouse.click(*places[number % len(places)])


def _areas(page: Page) -> list[float]:
    """Times of picking one priority area after the other, from each of them on: no two sets are the same."""
    taken = []
    for first in range(len(AREAS)):
        for more in range(PICKED_AT_ONCE):
            taken.append(_pick(page, AREAS[(first + more) % len(AREAS)]))
        _clear(page)
    return taken


def _pick(page: Page, area: str) -> float:
    _open_filters(page)
    option = page.locator("[role='option']").filter(has_text=area)
    for _once_more in range(TRIES):  # a click while the page is drawn anew opens the list and closes it again
        page.locator(".st-key-area input").click()
        page.wait_for_timeout(CLOSES_IN)
        if option.is_visible():
            break
    taken = until_settled(page, option.click)
    page.keyboard.press("Escape")
    page.wait_for_timeout(CLOSES_IN)  # else the list that is closing would be taken for an open one
    return taken


def _clear(page: Page) -> None:
    _open_filters(page)
    until_settled(page, page.get_by_text("Clear all filters").click)


def _open_filters(page: Page) -> None:
    if not page.locator(".st-key-area input").is_visible():
        page.locator("[data-testid='stPopoverButton']").first.click()
        page.locator(".st-key-area input").wait_for()
