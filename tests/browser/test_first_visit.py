"""A first visit, with nothing kept from before: how much comes over the line, from where, and what is drawn with it."""

from collections.abc import Callable

import compressed
from benchmarks.transferred import Transferred
from browser_code import FONTS, ICONS, KINDS, code
from tests.browser.conftest import Visit

MOST = 3_000_000
MOST_AGAIN = 300_000


def kept(address: str) -> bool:
    """Whether a browser keeps what it got from an address."""
    return address.partition("?")[0].endswith(tuple(KINDS)) and "/static/" in address


def test_a_first_visit_fetches_less_than_three_megabytes_and_from_here_alone(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    compressed.make(code())
    visitor = visit(demonstration)
    counted = Transferred(visitor.page)
    visitor.open()
    visitor.page.wait_for_timeout(1000)
    assert len(counted.files) > 80
    assert counted.messages > 10_000
    assert counted.total <= MOST, sorted(counted.files.items(), key=lambda item: -item[1])[:9]
    assert counted.hosts == {"localhost"}
    of_pages = {address for address in counted.files if ".woff2" in address}
    assert of_pages == {f"{demonstration}{path}" for path in (*FONTS, *ICONS)}


def test_a_second_visit_fetches_none_of_the_code_again(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open()
    again = Visit(visitor.page.context.new_page(), demonstration)
    counted = Transferred(again.page)
    again.open()
    assert {address: size for address, size in counted.files.items() if size and kept(address)} == {}
    assert 0 < counted.total <= MOST_AGAIN


def test_streamlits_own_icons_are_drawn_and_not_spelled(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("upload")
    spelled = """() => [...document.querySelectorAll('[data-testid="stIconMaterial"]')]
      .map(one => [one.textContent, one.scrollWidth, parseFloat(getComputedStyle(one).fontSize)])"""
    icons = visitor.page.evaluate(spelled)
    assert len(icons) >= 2
    assert [name for name, width, size in icons if width > size * 1.1] == []
    assert visitor.page.evaluate("""() => document.fonts.check('16px "Material Symbols Rounded"', 'expand_more')""")
