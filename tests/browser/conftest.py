"""The real server on a real database, opened in a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright._impl._api_structures import SetCookieParam
from playwright.sync_api import Browser, Page, sync_playwright

from db import ledger, migrate
from db.engine import Database, make_engine, open_database
from db.settings import ROOT
from monitoring.periods import Dates, end_of_day, today

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
PAGES = (
    *("", "partners", "areas", "goals", "indicators", "activities", "timeline", "regions", "money"),
    *("workplan", "goal"),
    *("changes", "decisions", "review"),
    *("upload", "download", "quality", "plan", "method"),
)
DETAILS = (
    "activities?activity=MOE-2025-02",
    "indicators?indicator=ORGL",
    "partners?partner=MOE",
    "workplan?partner=MOH",
    "goal?goal=NAP-4",
    "goals?framework=country+programme",
)
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@dataclass
class Visit:
    """A page of the dashboard in the browser, with every address it asked for and every error it met."""

    page: Page
    home: str
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> None:
        self.page.goto(f"{self.home}/{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the script has run and every figure is drawn."""
        self.page.wait_for_selector('[data-testid="stMainBlockContainer"] .strip', timeout=30_000)
        # Streamlit shows that it runs only after a while, so the page has to be still for a moment, too.
        self.page.evaluate(
            """() => { window.changed = performance.now(); window.watcher?.disconnect();
              window.watcher = new MutationObserver(() => { window.changed = performance.now() });
              window.watcher.observe(document.body, {subtree: true, childList: true, characterData: true}) }"""
        )
        self.page.wait_for_function(
            """() => performance.now() - window.changed > 800
              && !document.querySelector('[data-testid="stStatusWidget"]')
              && !document.querySelector('[data-stale="true"]')
              && [...document.querySelectorAll('.stPlotlyChart')].every(one => one.querySelector('.main-svg'))""",
            timeout=30_000,
        )

    def menu(self, section: str, page: str) -> None:
        """Choose a page from a section of the menu."""
        self.page.get_by_role("button", name=section).click()
        self.page.get_by_role("menuitem", name=page, exact=True).click()
        self.page.wait_for_timeout(300)
        self.settle()

    def choose(self, label: str, option: str) -> None:
        """Choose from a list of choices."""
        field = self.page.locator(".stSelectbox").filter(has=self.page.get_by_label(label))
        wanted = self.page.get_by_role("option", name=option)
        for _once_more in range(5):  # a click while the page is drawn anew opens the list and closes it again
            field.locator("[role='group'], [data-baseweb='select']").first.click()
            self.page.wait_for_timeout(500)
            if wanted.is_visible():
                break
        wanted.click()
        self.settle()

    def text(self) -> str:
        """What stands on the page; the arrow of a menu says whether it is open, which is no part of that."""
        said = self.page.inner_text('[data-testid="stMainBlockContainer"]')
        return said.replace("expand_more", "").replace("expand_less", "")


def been_here(home: str) -> list[SetCookieParam]:
    """The cookies of a visitor who has seen the tour."""
    return [{"name": "dashboard_tour", "value": "seen", "url": home}]


@contextmanager
def serving(database: Path) -> Iterator[str]:
    """The server as ``make run`` starts it, on a free port; its address."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}", "VAR_DIR": str(database.parent)}
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    log = (database.parent / "server.log").open("wb")
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    home = f"http://localhost:{port}"
    try:
        for _attempt in range(120):
            try:
                urllib.request.urlopen(f"{home}/_stcore/health", timeout=1)
                break
            except (URLError, ConnectionError, TimeoutError):
                assert process.poll() is None, (database.parent / "server.log").read_text()
                time.sleep(0.25)
        yield home
    finally:
        process.terminate()
        process.wait(20)
        log.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the reference data and the demonstration plan, only to be read."""
    file = tmp_path_factory.mktemp("demonstration") / "dashboard.sqlite3"
    fill(file, demonstration=True)
    return file


@pytest.fixture
def database(filled: Path) -> Database:
    return open_database(f"sqlite:///{filled}", "TKM")


@pytest.fixture
def september() -> Dates:
    """The end of the third quarter of 2025, as known now."""
    return Dates(date(2025, 9, 30), end_of_day(today()))


@pytest.fixture(scope="session")
def demonstration(filled: Path) -> Iterator[str]:
    with serving(filled) as home:
        yield home


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is missing: install Debian's package “chromium” (apt-get install chromium)"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a visitor's window: ``visit(home, width=390, theme="dark")``."""
    contexts = []

    def start(home: str, width: int = 1440, theme: str = "light", first: bool = False) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900 if width > 600 else 844}, color_scheme=theme, accept_downloads=True
        )
        if not first:  # who has been here is not shown the tour
            context.add_cookies(been_here(home))
        contexts.append(context)
        visitor = Visit(context.new_page(), home)
        visitor.page.on("request", lambda request: visitor.asked.append(request.url))
        visitor.page.on("pageerror", lambda error: visitor.failed.append(str(error)))
        return visitor

    yield start
    for context in contexts:
        context.close()


def fill(file: Path, demonstration: bool) -> None:
    url = f"sqlite:///{file}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    if demonstration:
        ledger.load_plan(open_database(url, "TKM"), ROOT / "data" / "demonstration")
