"""A page prints whole, on several sheets where it is long, with its filters on it."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader

from db import queries
from db.engine import Database
from monitoring.filters import Filters
from monitoring.periods import Dates
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


def on_paper(visitor: Visit) -> list[str]:
    """The text of each sheet that the open page prints on."""
    printed = visitor.page.pdf(prefer_css_page_size=True, print_background=True)
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(printed)).pages]


def test_a_grid_prints_every_row(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("activities?area=EDU")
    printed = " ".join(on_paper(visitor))
    found = queries.judged_activities(database, september, Filters(areas=("EDU",)))
    assert len(found) > 10
    assert [code for code in found["code"] if code not in printed] == []
    assert visitor.page.locator("[class*='st-key-paper-']").first.is_hidden(), "on paper only"


@pytest.mark.parametrize(
    ("path", "told"),
    [("review", "Confirm the new delivery date with the supplier"), ("quality", "Under-five mortality rate")],
)
def test_what_is_folded_away_is_printed(visit: Callable[..., Visit], demonstration: str, path: str, told: str) -> None:
    visitor = visit(demonstration)
    visitor.open(path)
    assert visitor.page.locator(f":text('{told}'):visible").count() == 0
    printed = " ".join(on_paper(visitor))
    assert told in printed
    assert "keyboard_arrow" not in printed


def test_no_heading_stands_on_another_sheet_than_its_chart(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open()
    sheets = on_paper(visitor)
    for heading, chart in (("activities are completed", "All activities"), ("have a value since", "Clean water")):
        (told,) = (number for number, sheet in enumerate(sheets) if heading in sheet)
        assert chart in sheets[told]
