"""A real Chromium, and moments taken inside its pages, so that asking from outside does not count."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PATIENCE = 60_000
QUIET_FOR = 600  # ms without any change before a page counts as settled; not part of the time

# Notes the moment when the marks of a plotly chart are first in the page, in ms since 1970. A page without a chart is
# there when its run is over.
_FIRST_CHART = """
new MutationObserver((_all, observer) => {
  const over = document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]');
  const marks = document.querySelector('.stPlotlyChart .main-svg .trace :is(path, text)');
  if (!marks && (!over || document.querySelector('.stPlotlyChart, [data-testid="stSkeleton"]'))) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.chartDrawn = performance.timeOrigin + performance.now(); }));
}).observe(document, {childList: true, subtree: true, attributes: true, attributeFilter: ['data-test-script-state']});
"""

# From the next press of the mouse on: when the run began, when it was over, and when anything was last drawn anew.
_WATCH = """
() => {
  const seen = window.watched = {pressed: 0, running: 0, over: 0, drawn: 0, last: 0};
  const app = document.querySelector('[data-testid="stApp"]');
  const state = () => app.getAttribute('data-test-script-state');
  document.addEventListener('pointerdown', () => { seen.pressed = performance.now(); }, {capture: true, once: true});
  window.watcher?.disconnect();
  window.watcher = new MutationObserver(changes => {
    const now = performance.now();
    if (!seen.pressed) return;
    if (state() !== 'notRunning') { seen.running ||= now; seen.over = 0; } else if (seen.running) seen.over ||= now;
    const real = changes.filter(one => !one.target.closest?.('.hoverlayer'));
    if (real.some(one => one.target.closest?.('.stPlotlyChart'))) seen.drawn = now;
    if (real.some(one => one.target.closest?.('[data-testid="stMainBlockContainer"], [data-testid="stStatusWidget"]')))
      seen.last = now;
  });
  window.watcher.observe(document.body, {childList: true, subtree: true, attributes: true, characterData: true});
}
"""
_SETTLED = """
quiet => {
  const seen = window.watched;
  // A run may be over before the page says that it runs: then the drawing alone tells, on a page without a chart any.
  const charts = document.querySelector('.stPlotlyChart');
  if (!(seen.drawn || seen.over || (!charts && seen.last)) || (seen.running && !seen.over)) return false;
  if (document.querySelector('[data-testid="stStatusWidget"], [data-stale="true"]')) return false;
  if (performance.now() - Math.max(seen.over, seen.drawn, seen.last) < quiet) return false;
  return [...document.querySelectorAll('.stPlotlyChart')].every(one => one.querySelector('.main-svg'));
}
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, running."""
    assert CHROMIUM, "Chromium is missing: install Debian's package “chromium” (apt-get install chromium)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser) -> Iterator[Page]:
    """A window of a reader who was never here before."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    context.add_init_script(_FIRST_CHART)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def first_chart(page: Page) -> float:
    """When the first chart was drawn, or a page without one had run, in seconds since 1970; waits for it."""
    page.wait_for_function("() => window.chartDrawn")
    return float(page.evaluate("() => window.chartDrawn")) / 1000


def until_settled(page: Page, act: Callable[[], None]) -> float:
    """Seconds from the press of the mouse in ``act`` until the run is over and nothing is drawn anew any more."""
    page.evaluate(_WATCH)
    act()
    page.wait_for_function(_SETTLED, arg=QUIET_FOR)
    seen = page.evaluate("() => window.watched")
    return float(max(seen["over"], seen["drawn"] or seen["last"]) - seen["pressed"]) / 1000
