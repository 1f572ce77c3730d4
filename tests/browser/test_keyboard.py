"""The main job without a mouse: choose the period, narrow, open an activity, ask why, and take a file away."""

from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader

from tests.browser.conftest import Visit

ON_IT = "wanted => { const one = document.activeElement; return Boolean(one && one.closest(wanted)) }"
# What shows where the focus is: an outline, a frame or a shadow that is not there without it.
SHOWN = """() => { const one = document.activeElement, seen = getComputedStyle(one);
  return [one.matches(':focus-visible'), seen.outlineStyle, parseFloat(seen.outlineWidth), seen.outlineColor] }"""


def reach(visitor: Visit, wanted: str, steps: int = 60, key: str = "Tab") -> None:
    """Press a key until the focus is on what matches ``wanted``, or in it."""
    for _step in range(steps):
        if visitor.page.evaluate(ON_IT, wanted):
            return
        visitor.page.keyboard.press(key)
    raise AssertionError(f"{wanted} is not reached by {steps} × {key}")


def press(visitor: Visit, *keys: str) -> None:
    for key in keys:
        visitor.page.keyboard.press(key)
    visitor.settle()


def check_focus_is_seen(visitor: Visit) -> None:
    by_keyboard, style, width, colour = visitor.page.evaluate(SHOWN)
    assert by_keyboard
    assert style == "solid"
    assert width >= 2
    assert colour == "rgb(18, 96, 143)"  # the colour of links, 6.8 to 1 on the paper


def test_the_main_job_is_done_by_keyboard(visit: Callable[..., Visit], demonstration: str, tmp_path: Path) -> None:
    visitor = visit(demonstration)
    visitor.open("?period=2025-Q2")
    assert "Data to 30 Jun 2025" in visitor.text()

    reach(visitor, "[class*='st-key-period']")
    press(visitor, "Enter")
    press(visitor, "ArrowUp", "Enter")
    assert "Data to 30 Sep 2025" in visitor.text()

    reach(visitor, ".st-key-filters")
    press(visitor, "Enter")
    reach(visitor, ".st-key-partner input")
    visitor.page.keyboard.type("Ministry of Education")
    press(visitor, "ArrowDown", "Enter")
    press(visitor, "Escape", "Escape")
    assert "partner=MOE" in visitor.page.url
    assert visitor.page.locator('[data-testid="stPopoverBody"]').count() == 0

    reach(visitor, "a.open")
    check_focus_is_seen(visitor)
    title = visitor.page.evaluate("() => document.activeElement.innerText")
    press(visitor, "Enter")
    visitor.page.get_by_role("heading", level=1, name=title).wait_for()
    visitor.settle()

    reach(visitor, "button.ask")
    check_focus_is_seen(visitor)
    visitor.page.keyboard.press("Enter")
    visitor.page.locator(".why:popover-open").wait_for()
    visitor.page.keyboard.press("Escape")
    assert visitor.page.locator(".why:popover-open").count() == 0
    assert visitor.page.evaluate(ON_IT, "button.ask"), "the focus is where it was"

    reach(visitor, '[data-testid="stTopNavSection"]', steps=120)
    sections = []
    while "Reporting" not in sections:
        assert len(sections) < 5, sections
        visitor.page.keyboard.press("Tab" if sections else "Shift")
        sections.append(visitor.page.evaluate("() => document.activeElement.innerText.trim()"))
    press(visitor, "Enter")
    reach(visitor, 'a[href*="/download"]', steps=5, key="ArrowDown")
    press(visitor, "Enter")
    visitor.page.get_by_role("heading", level=1, name="Download reports").wait_for()
    visitor.settle()
    reach(visitor, '[data-testid="stDownloadButton"]')
    with visitor.page.expect_download() as sent:
        visitor.page.keyboard.press("Enter")
    sent.value.save_as(tmp_path / "report.pdf")
    assert len(PdfReader(tmp_path / "report.pdf").pages) > 1


def test_links_and_questions_of_our_own_show_the_focus(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    for path, wanted in (("", "a.open"), ("indicators", "button.ask"), ("decisions", "a.open"), ("method", "a.open")):
        visitor.open(path)
        reach(visitor, wanted, steps=90)
        check_focus_is_seen(visitor)
