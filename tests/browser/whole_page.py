"""A picture of a page from top to bottom: Streamlit scrolls inside the page, so the window grows to what it holds."""

import re

from tests.browser.conftest import Visit

TALLEST = 16_000  # pixels; Chromium paints no more in one picture


def named(path: str) -> str:
    """The path of a page as a part of a file's name: "partners?partner=MOE" is "partners-MOE"."""
    page, _, asked = path.partition("?")
    values = [pair.partition("=")[2] for pair in asked.split("&") if pair]
    return re.sub(r"[^A-Za-z0-9-]+", "-", "-".join([page or "overview", *values]))


def in_language(path: str, language: str) -> str:
    """The path of a page that speaks ``language``."""
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


def grow(visitor: Visit) -> int:
    """Make the window as tall as what the page holds, and return how tall; again where what is drawn anew is taller."""
    page = visitor.page
    width = page.evaluate("window.innerWidth")
    tall = 0
    for _once_more in range(3):
        needed = page.evaluate(
            """() => { const main = document.querySelector('[data-testid="stMain"]');
              return Math.ceil(window.innerHeight - main.clientHeight + main.scrollHeight) }"""
        )
        if needed <= tall:
            break
        tall = min(needed, TALLEST)
        page.set_viewport_size({"width": width, "height": tall})
        visitor.settle()
    return tall


def picture(visitor: Visit) -> bytes:
    """The page that is open, whole and still, as PNG."""
    grow(visitor)
    return visitor.page.screenshot(animations="disabled", caret="hide")
