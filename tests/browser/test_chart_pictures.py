"""A chart as a picture that can be read alone: title, key, what it is of; on white paper, and no request to anybody."""

import io
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from charts.look import Look
from db.engine import Database
from db.queries.received import newest_change
from monitoring import formats
from monitoring.periods import end_of_day, today
from monitoring.status import DELIVERY_MARKS
from tests.browser.conftest import DETAILS, PAGES, Visit
from ui.pictures import LIGHTER_SHAPES, LIGHTER_WORDS

SVG = "{http://www.w3.org/2000/svg}"
COLOUR = re.compile(r"rgb\((\d+), ?(\d+), ?(\d+)\)|#[0-9A-Fa-f]{6}\b")


def taken(visitor: Visit, path: str, name: str, kind: str) -> tuple[str, bytes]:
    """The picture of the chart ``name`` of a page: what the file is called, and what is in it."""
    visitor.open(path)
    visitor.page.locator(f".st-key-behind-{name} button").click()
    button = visitor.page.get_by_role("dialog").locator(f"button[data-picture={kind}]")
    button.wait_for()
    with visitor.page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def words(svg: bytes) -> str:
    root = etree.fromstring(svg)
    return "\n".join("".join(one.itertext()) for one in root.iter(f"{SVG}text", f"{SVG}title", f"{SVG}desc"))


def colours(svg: bytes) -> set[str]:
    """Every colour in it, whichever way it is written."""
    root = etree.fromstring(svg)
    told = " ".join(
        one.get(name, "") for one in root.iter(f"{SVG}*") for name in ("style", "fill", "stroke", "stop-color")
    )
    return {
        found[0].upper() if found[0].startswith("#") else "#" + "".join(f"{int(part):02X}" for part in found.groups())
        for found in COLOUR.finditer(told)
    }


def only_here(visitor: Visit) -> bool:
    return all(one.startswith((visitor.home, "blob:", "data:")) for one in visitor.asked)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_svg_says_what_the_chart_says_and_what_it_is_of(
    visit: Callable[..., Visit], demonstration: str, theme: str
) -> None:
    visitor = visit(demonstration, theme=theme)
    name, svg = taken(visitor, "areas?partner=MOE&known_on=2025-11-15", "area-statuses", "svg")
    assert name == "child-rights-workplans_area-statuses_2025-09-30_MOE_illustrative.svg"
    told = words(svg)
    title = visitor.page.get_by_role("dialog").get_by_role("heading").first.inner_text()
    assert told.startswith(title)
    assert "Data to 30 Sep 2025 · known on 15 Nov 2025 · Ministry of Education" in told
    assert "Illustrative" in told
    assert "Education · " in told, "the label of a bar"
    assert DELIVERY_MARKS["behind"].label in told, "the key"  # type: ignore[index]
    assert b"@font-face" in svg
    ground = etree.fromstring(svg).find(f"{SVG}rect")
    assert (ground.get("fill"), ground.get("width")) == ("#FFFFFF", etree.fromstring(svg).get("width"))
    assert only_here(visitor)


def test_the_picture_of_what_is_known_now_says_the_newest_change_as_documents_do(
    visit: Callable[..., Visit], demonstration: str, database: Database
) -> None:
    newest = newest_change(database, end_of_day(today()))
    assert newest is not None
    _name, svg = taken(visit(demonstration), "areas", "area-statuses", "svg")
    assert f"Data to 30 Sep 2025 · known on {formats.known(newest)}" in words(svg)


@pytest.mark.parametrize(
    ("path", "chart"),
    [
        ("areas", "area-statuses"),
        pytest.param("areas", "matrix", marks=pytest.mark.slow),
        pytest.param("regions", "region-map", marks=pytest.mark.slow),
    ],
)
def test_a_picture_taken_in_the_dark_has_the_colours_of_one_taken_in_the_light(
    visit: Callable[..., Visit], demonstration: str, path: str, chart: str
) -> None:
    light, dark = (taken(visit(demonstration, theme=theme), path, chart, "svg")[1] for theme in ("light", "dark"))
    assert colours(dark) == colours(light)


def test_the_png_is_a_picture_with_white_paper_in_the_dark_too(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration, theme="dark")
    name, content = taken(visitor, "indicators?indicator=ORGL", "course-of-ORGL", "png")
    assert name == "child-rights-workplans_course-of-ORGL_2025-09-30.png"
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    assert picture.width > 1000
    assert picture.getpixel((2, 2)) == (255, 255, 255)
    assert len(picture.getcolors(maxcolors=1 << 20)) > 50, "something is drawn on it"
    assert only_here(visitor)
    visitor.page.keyboard.press("Escape")
    visitor.page.get_by_role("dialog").wait_for(state="hidden")


@pytest.mark.parametrize("most", [1, pytest.param(None, marks=pytest.mark.slow)], ids=["the first of each page", "all"])
def test_every_chart_of_every_page_offers_its_files(
    visit: Callable[..., Visit], demonstration: str, most: int | None
) -> None:
    visitor = visit(demonstration)
    seen = 0
    for path in (*PAGES, *DETAILS):
        visitor.open(path)
        ways = visitor.page.get_by_role("button", name="Figures and why")
        assert ways.count() == visitor.page.locator(".stPlotlyChart").count(), path
        for place in range(ways.count())[:most]:
            ways.nth(place).click()
            dialog = visitor.page.get_by_role("dialog")
            for name in ("Chart as PNG", "Chart as SVG", "Download these figures (CSV)"):
                dialog.get_by_role("button", name=name).wait_for()
            visitor.page.keyboard.press("Escape")
            dialog.wait_for(state="hidden")
            seen += 1
    assert seen > 12


def test_letters_of_each_language_are_those_of_the_page(visit: Callable[..., Visit], demonstration: str) -> None:
    _name, svg = taken(visit(demonstration), "areas?lang=ru", "area-bullets", "svg")
    assert "Условные данные" in words(svg)
    assert svg.count(b"@font-face") == 2, "Latin and Cyrillic"


def test_a_phone_that_shows_a_list_offers_no_picture_of_it(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration, width=390)
    visitor.open("areas")
    visitor.page.locator(".st-key-behind-area-bullets button").click()
    dialog = visitor.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Download these figures (CSV)").wait_for()
    assert not dialog.locator("button[data-picture]").first.is_visible()
    _name, svg = taken(visitor, "", "overview-course", "svg")
    assert "Planned" in words(svg)


def test_each_colour_of_a_dark_chart_has_one_on_white_paper() -> None:
    properties = [name for name, one in vars(Look).items() if isinstance(one, property)]
    assert len(properties) > len(fields(Look))
    for name in properties:
        dark, light = getattr(Look(dark=True), name), getattr(Look(dark=False), name)
        if dark.startswith("#"):
            assert LIGHTER_SHAPES[dark] == LIGHTER_WORDS[dark] == light, name
    for mark in DELIVERY_MARKS.values():
        assert LIGHTER_SHAPES[mark.fill(True)] == mark.fill(False)
        assert LIGHTER_WORDS[mark.ink(True)] == mark.ink(False)
