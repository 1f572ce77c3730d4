"""The page as it is served: it names early what the browser will need, and that is really there."""

import re
import urllib.request
from collections.abc import Callable
from urllib.parse import urlparse

import pytest
import streamlit as st
from playwright.sync_api import Route

import compressed
from browser_code import FONTS, ICONS, KEEP, SCRIPTS, STYLE, code, early_parts, files
from tests.browser.conftest import Visit
from tests.test_compressed import UNPACK


def served(address: str, accept: str = "text/html", coding: str = "") -> tuple[str, int]:
    """The body of an answer, unpacked, and the length that its head promised for it as it came."""
    asked = urllib.request.Request(address, headers={"Accept": accept, "Accept-Encoding": coding or "identity"})
    with urllib.request.urlopen(asked, timeout=20) as answer:
        body = answer.read()
        length = int(answer.headers["Content-Length"])
        assert len(body) == length
        assert answer.headers["Content-Encoding"] == (coding or None)
    return UNPACK.get(coding, bytes)(body).decode(), length


def test_the_page_names_early_what_draws_charts_and_each_part_is_served(demonstration: str) -> None:
    page, length = served(f"{demonstration}/partners?partner=MOE")
    assert len(page.encode()) == length
    added = page[page.index(early_parts().decode()) :]
    names = set(re.findall(r'/static/js/([\w.-]+\.js)"', added))
    assert sum(name.startswith("PlotlyChart.") for name in names) == 1
    assert len(names) > 20
    for name in names:
        script, _length = served(f"{demonstration}/static/js/{name}", "*/*")
        assert script == (SCRIPTS / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("coding", UNPACK)
def test_the_page_and_its_code_come_compressed(demonstration: str, coding: str) -> None:
    compressed.make(code())
    script = min(SCRIPTS.glob("index.*.js"))
    (style,) = (path for path in files() if STYLE.fullmatch(path))
    for path in ("/partners", f"/static/js/{script.name}", style):
        plain, length = served(f"{demonstration}{path}")
        packed, shorter = served(f"{demonstration}{path}", coding=coding)
        assert packed == plain
        assert shorter < length / 2.5


def test_the_attribute_that_starts_the_charts_is_streamlits_own() -> None:
    index = next(SCRIPTS.glob("index.*.js")).read_text(encoding="utf-8")
    assert "data-test-connection-state" in index, f"renamed in Streamlit {st.__version__}: see START_CHARTS"


def test_a_page_does_not_look_for_the_service_below_its_own_address(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("quality")
    assert [asked for asked in visitor.asked if "/quality/" in asked] == []


def test_what_is_no_page_is_left_alone(demonstration: str) -> None:
    health, length = served(f"{demonstration}/_stcore/health")
    assert (health, length) == ("ok", 2)


@pytest.mark.parametrize("path", FONTS)
def test_a_font_is_served_whole_to_be_kept_and_not_compressed_again(demonstration: str, path: str) -> None:
    asked = urllib.request.Request(f"{demonstration}{path}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=20) as answer:
        assert answer.read() == FONTS[path].read_bytes()
        assert (answer.headers["Content-Type"], answer.headers["Cache-Control"]) == ("font/woff2", KEEP)
        assert answer.headers["Content-Encoding"] is None


@pytest.mark.parametrize("language", ["en", "ru", "tk"])
def test_no_text_needs_another_font_than_ours(visit: Callable[..., Visit], demonstration: str, language: str) -> None:
    visitor = visit(demonstration)
    for path in ("", "indicators", "method"):
        visitor.open(f"{path}?lang={language}")
    fetched = {urlparse(asked).path for asked in visitor.asked if ".woff" in asked}
    others = fetched - set(FONTS) - set(ICONS)
    assert others == set(), f"a letter that is in none of ours, or a new text before the first run: {others}"
    assert set(FONTS) | set(ICONS) <= fetched
    families = "() => [...new Set([...document.querySelectorAll('h1, h2, h3, p, .main-svg text')].map(one =>" + (
        "getComputedStyle(one).fontFamily.split(',')[0].replaceAll('\"', '')))]"
    )
    assert visitor.page.evaluate(families) == ["Dashboard Sans"]


def test_a_sketch_stands_where_the_page_will_be_and_goes_when_it_comes(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    # The program of the page is held back until the sketch has been seen: a quick machine would have removed it.
    held: list[Route] = []
    visitor.page.route("**/static/js/*.js", lambda route: held.append(route))
    visitor.page.goto(f"{demonstration}/partners", wait_until="commit")
    sketch = visitor.page.locator("#waiting")
    sketch.locator("i").first.wait_for()
    assert sketch.get_attribute("aria-hidden") == "true"
    assert held, "the page was not held back, so nothing was seen to wait"
    visitor.page.unroute("**/static/js/*.js")  # and with that, all that was held goes on
    visitor.settle()
    assert sketch.count() == 0
