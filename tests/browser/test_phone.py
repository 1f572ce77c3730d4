"""A phone 390 px wide: no page moves sideways, a finger hits what can be touched; and no word of a chart is cut."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import DETAILS, PAGES, Visit
from tests.browser.targets import low
from tests.browser.whole_page import grow, in_language

OTHERS = [pytest.param(code, marks=pytest.mark.slow) for code in ("ru", "tk")]


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_no_page_moves_sideways_and_each_target_is_44_pixels_high(
    visit: Callable[..., Visit], demonstration: str, language: str
) -> None:
    visitor = visit(demonstration, width=390)
    for path in (*PAGES, *DETAILS):
        visitor.open(in_language(path, language))
        grow(visitor)
        assert _too_wide(visitor) <= 0, path
        assert low(visitor) == [], path
        assert _cut(visitor) == [], path


@pytest.mark.slow
@pytest.mark.parametrize("width", [1440, 1100])
@pytest.mark.parametrize("language", ["ru", "tk"])
def test_no_word_of_a_chart_is_cut_at_its_edge(
    visit: Callable[..., Visit], demonstration: str, language: str, width: int
) -> None:
    visitor = visit(demonstration, width=width)
    for path in (*PAGES, *DETAILS):
        visitor.open(in_language(path, language))
        assert _cut(visitor) == [], path


def test_a_word_that_is_cut_is_found(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("partners")
    visitor.page.evaluate("() => document.querySelector('.main-svg text').setAttribute('x', 5000)")
    assert len(_cut(visitor)) == 1


def test_filters_and_the_menu_can_be_touched(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration, width=390)
    visitor.open("?partner=MOE")
    visitor.page.locator(".st-key-filters button").first.click()
    visitor.page.get_by_text("Advanced: the two dates").click()
    visitor.settle()
    assert low(visitor) == []
    assert _too_wide(visitor) <= 0
    visitor.page.keyboard.press("Escape")
    visitor.page.locator('[data-testid="stExpandSidebarButton"]').click()
    visitor.page.get_by_role("link", name="Indicators").click()
    visitor.page.get_by_role("heading", name="Indicators", exact=True).wait_for()
    visitor.settle()
    assert low(visitor) == []


def test_a_link_that_is_too_low_and_a_part_that_is_too_wide_are_found(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration, width=390)
    visitor.open("download")
    visitor.page.evaluate(
        """() => document.querySelector('main h1').insertAdjacentHTML('afterend',
          '<a href="/method" style="display: block; height: 20px">Low</a><div style="width: 600px">Wide</div>')"""
    )
    assert [found.partition(" |")[0] for found in low(visitor)] == ["A 20px Low"]
    assert _too_wide(visitor) > 100


def _cut(visitor: Visit) -> list[str]:
    """The words in charts that reach over an edge of theirs."""
    found: list[str] = visitor.page.evaluate(
        """() => [...document.querySelectorAll('.stPlotlyChart')].filter(chart => chart.checkVisibility()).flatMap(
          chart => {
            const edge = chart.getBoundingClientRect();
            return [...chart.querySelectorAll('.main-svg text')].filter(word => {
              const box = word.getBoundingClientRect();
              return box.width && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5);
            }).map(word => word.textContent);
          })"""
    )
    return found


def _too_wide(visitor: Visit) -> int:
    """By how many pixels the page can be moved sideways."""
    return int(
        visitor.page.evaluate(
            """() => { const main = document.querySelector('[data-testid="stMain"]');
              return Math.max(main.scrollWidth - main.clientWidth,
                document.documentElement.scrollWidth - window.innerWidth) }"""
        )
    )
