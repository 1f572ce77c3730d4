"""From the choice of a filled file to its preview on the page, in Chromium, with every row of it new.

The page is open already. The clock runs from the moment that the browser has the file until what it would change stands
on the page and the run is over: sending, reading in a process of its own, checking, comparing and drawing.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks import figures
from benchmarks.browser import first_chart, window
from benchmarks.serving import serving
from benchmarks.uploads import DAYS, PARTNER, PERIOD, filled_database, filled_file, form_content

TIMES = 7
READY = 1500  # ms after the first run, until the rest of the page is there, too

# The file is there when the browser says that the choice was made; a preview says how many rows are new.
_WATCH = """
() => {
  const seen = window.sent = {chosen: 0, shown: 0, over: 0};
  const app = document.querySelector('[data-testid="stApp"]');
  document.addEventListener('change', () => { seen.chosen = performance.now(); }, {capture: true, once: true});
  window.watcher?.disconnect();
  window.watcher = new MutationObserver(() => {
    if (!seen.chosen) return;
    if (!seen.shown && document.querySelector('.finding')) seen.shown = performance.now();
    if (seen.shown && app.getAttribute('data-test-script-state') === 'notRunning') seen.over ||= performance.now();
  });
  window.watcher.observe(document.body, {childList: true, subtree: true, attributes: true});
}
"""


def measure(browser: Browser, rows: int, target: float) -> None:
    """Print the time of a file of so many rows; ``target`` in seconds."""
    figures.head(f"From the choice of a file of {rows} rows to its preview, in Chromium")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "dashboard.sqlite3"
        database = filled_database(place, max(1, rows // DAYS))
        sent = Path(folder) / "sent.xlsx"
        sent.write_bytes(filled_file(form_content(database), rows))
        database.engine.dispose()
        with serving(place) as port:
            taken = [_once(browser, port, sent) for _ in range(TIMES + 1)]
    figures.row(f"{rows} rows, all of them new", taken[1:], target)


def _once(browser: Browser, port: int, sent: Path) -> float:
    with window(browser) as page:
        page.goto(f"http://localhost:{port}/upload?period={PERIOD}&partner={PARTNER}")
        first_chart(page)
        page.wait_for_timeout(READY)
        return _until_previewed(page, sent)


def _until_previewed(page: Page, sent: Path) -> float:
    page.evaluate(_WATCH)
    page.locator('input[type="file"]').first.set_input_files(sent)
    page.wait_for_function("() => window.sent.over")
    return float(page.evaluate("() => window.sent.over - window.sent.chosen")) / 1000
