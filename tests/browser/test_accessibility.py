"""axe-core finds nothing on any page, nor in what opens on it; the headings are those of one outline."""

import itertools
from collections.abc import Callable

import pytest

from tests.browser.axe import ALLOWED, needed, violations
from tests.browser.conftest import DETAILS, PAGES, Visit
from tests.browser.screenshots import LANGUAGES, THEMES, WIDTHS
from tests.browser.whole_page import grow, in_language

FIRST = ("en", "light", 1440)
VIEWS = [
    pytest.param(*view, marks=() if view == FIRST else pytest.mark.slow)
    for view in itertools.product(LANGUAGES, THEMES, WIDTHS)
]


@pytest.mark.parametrize(("language", "theme", "width"), VIEWS)
def test_no_page_breaks_a_rule(
    visit: Callable[..., Visit], demonstration: str, language: str, theme: str, width: int
) -> None:
    visitor = visit(demonstration, width=width, theme=theme)
    for path in (*PAGES, *DETAILS):
        visitor.open(in_language(path, language))
        grow(visitor)
        assert violations(visitor) == [], path


@pytest.mark.parametrize("theme", THEMES)
def test_what_opens_on_a_page_breaks_none(visit: Callable[..., Visit], demonstration: str, theme: str) -> None:
    visitor = visit(demonstration, theme=theme)
    visitor.open("?partner=MOE&status=behind")
    visitor.page.locator("button.ask:visible").first.click()
    assert violations(visitor) == [], "Why?"
    visitor.page.keyboard.press("Escape")
    visitor.page.locator(".st-key-filters button").first.click()
    visitor.page.get_by_text("Advanced: the two dates").click()
    visitor.settle()
    assert violations(visitor) == [], "filters"
    for path in ("upload", "review", "method", "partners"):
        visitor.open(path)
        folded = visitor.page.locator('[data-testid="stMain"] details:not([open]) > summary')
        folded.evaluate_all("every => every.forEach(one => one.click())")
        visitor.settle()
        assert violations(visitor) == [], f"{path}, unfolded"


def test_each_allowance_is_still_needed(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open()
    visitor.page.locator("[class*='st-key-period'] [role='group']").first.click()
    visitor.page.get_by_role("option").first.wait_for()
    assert needed(visitor) == set(ALLOWED)
    assert violations(visitor) == []


def test_a_picture_without_words_and_pale_text_are_found(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("download")
    visitor.page.evaluate(
        """() => document.querySelector('main h1').insertAdjacentHTML('afterend',
          '<img src="/app/static/icon.png"><p style="color: #bbb; background: #fff">Hardly to be read</p>')"""
    )
    assert {found.partition(":")[0] for found in violations(visitor)} == {"image-alt", "color-contrast"}


def test_every_page_has_one_title_and_its_headings_skip_no_level(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    for path in (*PAGES, *DETAILS):
        visitor.open(path)
        levels = visitor.page.evaluate(
            "() => [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map(one => +one.tagName[1])"
        )
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), f"{path}: {levels}"
