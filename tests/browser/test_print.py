"""A page prints whole, on several sheets where it is long, with its filters on it."""

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit

PRINTED = ("", "workplan?partner=MOE", "goal?goal=NAP-4", "timeline", "review", "quality")


@pytest.mark.parametrize("path", PRINTED)
def test_a_page_prints_whole_with_its_filters(visit: Callable[..., Visit], demonstration: str, path: str) -> None:
    visitor = visit(demonstration)
    visitor.open(path + ("&" if "?" in path else "?") + "period=2025-Q2&area=EDU")
    height = visitor.page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    sheets = visitor.page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) >= max(1, round(height * 0.72 / 720) - 1)
    visitor.page.emulate_media(media="print")
    strip = visitor.page.locator(".st-key-strip .strip")
    said = strip.inner_text()
    for filtered in ("Child rights workplans", "Q2 2025", "Data to 30 Jun 2025", "Education", "Illustrative"):
        assert filtered in said
    assert visitor.page.locator(".st-key-strip button:visible").count() == 0
    assert visitor.page.locator("[data-testid='stHeader']").is_hidden()
    assert visitor.page.evaluate("document.scrollingElement.scrollHeight") > height * 0.5
