"""What charts on slides hold: the figures of the tables, and text that is text in the workbooks inside them too."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE

from db.engine import Database
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from monitoring.status import Delivery
from reports import slides
from reports.contents import Contents, gather
from reports.tables import ReportTables
from reports.told.steps import begun

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))
PLAN = "national action plan"


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, DATES, Filters(), PLAN)


def charts(made: bytes) -> Iterator[tuple[str, Any]]:
    """The title of a slide, and a chart of it."""
    for slide in Presentation(io.BytesIO(made)).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                yield slide.shapes.title.text_frame.text, shape.chart


def series(chart: Any) -> dict[str, list[float | None]]:
    return {one.name: list(one.values) for one in chart.plots[0].series}


@pytest.mark.parametrize(
    ("key", "about"), [("by_partner", "By ministry and partner"), ("by_goal", "Against the goals")]
)
def test_groups_are_drawn_with_the_shares_of_their_table(whole: Contents, key: str, about: str) -> None:
    frame = whole.report.tables[key].frame
    pages = [chart for title, chart in charts(slides.presentation(whole)) if title.startswith(about)]
    assert [name for one in pages for name in one.plots[0].categories] == frame["name"].tolist()
    for name, column in (("Delivered", "delivered_of_plan"), ("Planned at the same report dates", "planned_of_plan")):
        drawn = [value for one in pages for value in series(one)[name]]
        assert drawn == pytest.approx(frame[column].tolist())


@pytest.mark.parametrize("key", ["by_area", "by_partner"])
def test_each_group_has_a_slide_with_its_activities_by_status(whole: Contents, key: str) -> None:
    drawn = list(charts(slides.presentation(whole)))
    for row in whole.report.tables[key].frame.to_dict("records"):
        (chart,) = [chart for title, chart in drawn if title.startswith(row["name"] + "\n")]
        counts = [row[status.value] for status in Delivery if row[status.value]]
        assert series(chart)["Activities"] == counts
        assert sum(counts) == row["activities"]


def test_the_course_ends_with_what_is_delivered_and_rises_in_steps(whole: Contents) -> None:
    course = series([chart for title, chart in charts(slides.presentation(whole)) if title.startswith("Where")][1])
    told = [value for value in course["Delivered"] if value is not None]
    assert told[-1] == pytest.approx(whole.course["delivered"].dropna().iloc[-1])
    assert [value for value in course["Planned"] if value is not None] == pytest.approx(
        whole.course["planned"].tolist()
    )
    rises = [place for place in range(1, len(told)) if told[place] != told[place - 1]]
    assert rises
    assert [place for place in rises if course["Planned"][place - 1] is not None] == []  # the day before, added


@pytest.mark.parametrize(
    ("as_of", "sides"), [(date(2025, 1, 15), {"ABOVE", "RIGHT"}), (date(2025, 9, 30), {"LEFT", "RIGHT"})]
)
def test_what_the_course_ends_with_does_not_stand_on_the_numbers_of_its_axis(
    demonstration: Database, as_of: date, sides: set[str]
) -> None:
    made = slides.presentation(gather(demonstration, Dates(as_of, DATES.known_on), Filters(areas=("EDU",)), PLAN))
    course = [chart for title, chart in charts(made) if title.startswith("Where")][1]
    found = set()
    for one in course.plots[0].series:
        told = one._element.findall(".//{*}dLbl/{*}dLblPos")
        found |= {XL_LABEL_POSITION.from_xml(place.get("val")).name for place in told}
    assert found == sides


def test_the_days_of_the_course_are_counted_from_the_first_of_a_month() -> None:
    december, january, march = date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 31)
    assert begun([december, march]) == [january, march]
    assert begun([december, january, march]) == [december, january, march], "no day twice"
    assert begun([date(2025, 2, 14), march]) == [date(2025, 2, 14), march]
    assert begun([december]) == [december]


def test_each_indicator_with_several_values_has_a_line_through_all_of_them(whole: Contents) -> None:
    drawn = [
        series(chart)["Newest value"] for title, chart in charts(slides.presentation(whole)) if "Indicators" in title
    ]
    ways = [[value for _day, value in path.observed] for path in whole.paths if len(path.observed) > 1]
    assert len(ways) > 4
    assert [[value for value in one if value is not None] for one in drawn] == ways


def test_a_name_that_looks_like_a_formula_or_a_link_stays_text_in_the_workbook_of_its_chart(whole: Contents) -> None:
    table = whole.report.tables["by_partner"]
    wild = ['=HYPERLINK("http://bad.example")', "http://bad.example/", "@SUM(A1)", "-1+1", "<b>&amp;</b>"]
    frame = table.frame.head(5).assign(name=wild)
    tables = {**whole.report.tables, "by_partner": replace(table, frame=frame)}
    made = slides.presentation(replace(whole, report=ReportTables(whole.report.cover, tables, whole.report.outline)))
    (chart,) = [chart for title, chart in charts(made) if title.startswith("By ministry")]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    assert sheet is not None
    cells = [sheet.cell(row, 1) for row in range(2, 7)]
    assert [cell.value for cell in cells] == wild
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells] == [None] * 5


def test_every_chart_says_in_words_what_it_shows(whole: Contents) -> None:
    for slide in Presentation(io.BytesIO(slides.presentation(whole))).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")


def test_targets_have_another_shape_than_values_and_figures_at_bars_stay_on_one_line(whole: Contents) -> None:
    found = [chart for _title, chart in charts(slides.presentation(whole))]
    kinds = {one.name: one.marker.style for chart in found for one in chart.plots[0].series if hasattr(one, "marker")}
    assert kinds["Target"] == XL_MARKER_STYLE.DIAMOND
    assert kinds["Newest value"] == XL_MARKER_STYLE.CIRCLE
    bars = [chart for chart in found if chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED]
    wrapped = [chart.plots[0].data_labels._element.find("{*}txPr").find("{*}bodyPr").get("wrap") for chart in bars]
    assert wrapped == ["none"] * len(bars) != []
