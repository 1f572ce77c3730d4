"""Behind each chart: how it comes about, its figures as a table, and the same as a file."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from db import queries
from db.engine import Database
from monitoring.periods import Dates
from tests.browser.conftest import PAGES, Visit

SOME = ("areas", "money", "activities?activity=MOE-2025-02", "indicators?indicator=ORGL", "workplan?partner=MOE")


@pytest.mark.parametrize("pages", [SOME, pytest.param(PAGES, marks=pytest.mark.slow)], ids=["some", "all"])
def test_every_chart_has_a_way_to_its_figures(
    visit: Callable[..., Visit], demonstration: str, pages: tuple[str, ...]
) -> None:
    visitor = visit(demonstration)
    seen = 0
    for path in pages:
        visitor.open(path)
        charts = visitor.page.locator(".stPlotlyChart").count()
        assert visitor.page.get_by_role("button", name="Figures and why").count() == charts, path
        seen += charts
    assert seen > 10


def test_the_figures_of_a_chart_say_how_they_come_about_and_go_into_a_file(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    visitor = visit(demonstration)
    visitor.open("partners")
    visitor.page.get_by_role("button", name="Figures and why").first.click()
    dialog = visitor.page.get_by_role("dialog")
    dialog.get_by_text("Each bar is the whole plan").wait_for()
    assert dialog.get_by_text("Illustrative").count() == 1
    with visitor.page.expect_download() as waiting:
        dialog.get_by_role("button", name="Download these figures (CSV)").click()
    download = waiting.value
    assert download.suggested_filename == "child-rights-workplans_partner-bullets_2025-09-30_illustrative.csv"
    head, *rows = csv.reader(StringIO(Path(download.path()).read_text("utf-8-sig")))
    progress = queries.furthest_behind(queries.progress_by(database, september, "partner"))
    assert len(rows) == len(progress)
    delivered = [float(row[head.index("Delivered, of what is reported, %")]) for row in rows]
    assert [round(one, 3) for one in delivered] == [round(100 * one, 3) for one in progress["delivered"]]
    dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="hidden")


def test_the_figures_are_told_in_the_language_of_the_page(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("partners?lang=ru")
    visitor.page.locator(".st-key-below-partner-bullets button").click()
    dialog = visitor.page.get_by_role("dialog")
    dialog.get_by_text("Условные данные").first.wait_for()
    with visitor.page.expect_download() as waiting:
        dialog.locator(".stDownloadButton button").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert "Министерство образования" in text
    assert "Delivered" not in text


def test_a_click_on_a_mark_that_leads_to_no_page_opens_what_lies_behind_it(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("money")
    visitor.page.locator(".stPlotlyChart").last.locator(".barlayer .point path").first.click(force=True)
    dialog = visitor.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Download these figures (CSV)").wait_for()
    assert "Direct cash" in dialog.inner_text()
    dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="hidden")
    visitor.page.get_by_text("Priority area", exact=True).first.click()
    visitor.settle()
    assert visitor.page.get_by_role("dialog").count() == 0, "it opens once"


def test_a_click_on_the_curve_compares_with_that_day(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open()
    course = visitor.page.locator(".stPlotlyChart").last
    course.scroll_into_view_if_needed()
    mark = course.locator(".scatterlayer path.point").nth(3).bounding_box()
    assert mark is not None
    visitor.page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    visitor.page.wait_for_url(lambda url: "changes?than=2025-03-31" in url)
    visitor.settle()
    assert "From 31 Mar 2025 to 30 Sep 2025" in visitor.text()
