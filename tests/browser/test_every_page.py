"""Every page, at both widths, on both themes: no error, nothing wider than the window, no request to another host."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlparse

import pytest

from tests.browser.conftest import DETAILS, PAGES, Visit, fill, serving


@pytest.mark.parametrize(
    ("width", "theme"),
    [
        (1440, "light"),
        pytest.param(390, "dark", marks=pytest.mark.slow),
        pytest.param(1440, "dark", marks=pytest.mark.slow),
        pytest.param(390, "light", marks=pytest.mark.slow),
    ],
)
def test_every_page_opens_whole_and_asks_no_other_host(
    visit: Callable[..., Visit], demonstration: str, width: int, theme: str
) -> None:
    visitor = visit(demonstration, width=width, theme=theme)
    for path in (*PAGES, *DETAILS):
        visitor.open(path)
        check(visitor, path)
        assert "Illustrative" in visitor.text(), path


def test_without_a_plan_every_page_still_says_what_to_do(visit: Callable[..., Visit], tmp_path: Path) -> None:
    fill(tmp_path / "empty.sqlite3", demonstration=False)
    with serving(tmp_path / "empty.sqlite3") as home:
        visitor = visit(home)
        for path in PAGES:
            visitor.open(path)
            check(visitor, path)
            assert len(visitor.text()) > 150, path
            assert "Illustrative" not in visitor.text(), path


def test_a_combination_with_nothing_in_it_says_so(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    for path in ("", "partners", "areas", "activities"):
        visitor.open(f"{path}?partner=SC&area=HLTH&status=postponed&goal=NAP-3")
        assert "Nothing matches these filters" in visitor.text()
        check(visitor, path)


def check(visitor: Visit, path: str) -> None:
    page = visitor.page
    assert page.locator('[data-testid="stException"]').count() == 0, path
    assert page.locator('[data-testid="stAlertContentError"]').count() == 0, path
    assert page.get_by_text("Page not found").count() == 0, path
    assert not [line for line in visitor.text().splitlines() if line.strip() == "None"], path
    wider = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
          .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1
            && one.getBoundingClientRect().width > 0 && !one.closest('[data-testid="stDataFrame"]')
            && !one.closest('svg'))
          .map(one => one.className.toString().slice(0, 60))"""
    )
    assert wider == [], f"{path}: wider than the window: {wider[:5]}"
    assert visitor.failed == [], path
    others = {urlparse(asked).hostname for asked in visitor.asked if not asked.startswith(("data:", "blob:"))}
    assert others == {"localhost"}, others
