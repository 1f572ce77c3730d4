"""Regions: the figures of the reads, a click that narrows to one of them, and no map on a phone."""

import re
from collections.abc import Callable

import pytest

from db import queries
from db.engine import Database
from monitoring import formats, places
from monitoring.filters import Filters
from monitoring.periods import Dates
from tests.browser.conftest import Visit


def test_the_dots_are_those_of_the_activities(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("regions?period=2025-Q3")
    text = visitor.text()
    for region in ("AH", "MA"):
        totals = queries.totals(database, september, Filters(regions=(region,)))
        assert formats.percent(totals["delivered"]) in text
        assert f"{totals['activities']} in all" in text
    national = queries.nationwide(database, september).iloc[0]
    assert "National" in text
    assert f"{national['activities']} in all" in text


@pytest.mark.parametrize("chart", ["dots", "national", "map"])
def test_a_click_opens_the_activities_of_a_region(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates, chart: str
) -> None:
    ranked = places.ranked(queries.progress_by(database, september, "region"), queries.nationwide(database, september))
    visitor = visit(demonstration)
    visitor.open("regions?period=2025-Q3")
    figures = visitor.page.locator(".stPlotlyChart")
    if chart == "map":
        region = "AH"
        mark = figures.last.locator(".scatterlayer .trace .textpoint text").first
    else:
        place = 0 if chart == "dots" else len(ranked) - 1
        region = ranked["group"].iloc[place]
        # Dots from below.
        dots = figures.first.locator(".scatterlayer .trace .points path[d*='A7.5']")
        mark = dots.nth(len(ranked) - 1 - place)
    box = mark.bounding_box()
    assert box is not None
    visitor.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visitor.page.wait_for_url(re.compile(f"activities.*region={region}"))
    visitor.settle()
    found = queries.totals(database, september, Filters(regions=(region,)))
    assert f"{found['activities']} activities; choose a row" in visitor.text()


def test_a_phone_shows_the_dots_without_the_map(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration, width=390)
    visitor.open("regions?period=2025-Q3")
    assert visitor.page.locator(".stPlotlyChart").first.is_visible()
    assert not visitor.page.locator(".st-key-region-map").is_visible()


def test_one_region_can_be_left_again(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("regions?period=2025-Q3&region=AH")
    assert re.search(r"Ahal: \d+% delivered, \d+% planned\.", visitor.text())
    assert "National" not in visitor.text().split("National:")[0]
    visitor.page.get_by_role("button", name="Show all regions").click()
    visitor.page.get_by_text(re.compile("planned in")).first.wait_for()
    visitor.settle()
    assert "region=" not in visitor.page.url
