"""The slides as PowerPoint finds them: native charts with the figures of the screen, every activity, and no clock."""

import io
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from pptx import Presentation

from db.engine import Database
from monitoring import language
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from reports import slides
from reports.contents import Contents, gather
from reports.tables import ReportTables

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))
PLAN = "national action plan"


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, DATES, Filters(), PLAN)


def words(made: bytes) -> list[str]:
    """What stands on each slide, in its tables too."""
    found = []
    for slide in Presentation(io.BytesIO(made)).slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        cells = [cell.text_frame.text for table in tables for row in table.rows for cell in row.cells]
        found.append("\n".join([*texts, *cells]))
    return found


def charts(made: bytes) -> dict[str, dict[str, list[float | None]]]:
    """The values of the charts, by the first line of the title of their slides."""
    found: dict[str, dict[str, list[float | None]]] = {}
    for slide in Presentation(io.BytesIO(made)).slides:
        drawn = [shape.chart for shape in slide.shapes if shape.has_chart]
        own = {series.name: list(series.values) for chart in drawn for series in chart.plots[0].series}
        if own:
            together = found.setdefault(slide.shapes.title.text_frame.text.splitlines()[0], {})
            for name, values in own.items():
                together[name] = [*together.get(name, []), *values]
    return found


@pytest.mark.parametrize("code", ["en", "ru", "tk"])
def test_the_slides_say_what_they_show_in_each_language(demonstration: Database, code: str) -> None:
    with language.spoken_in(code):
        contents = gather(demonstration, DATES, Filters(), PLAN)
        made = slides.presentation(contents)
        said = words(made)
        assert contents.report.cover.finding in said[0]
        assert [text for text in said if contents.reference not in text] == []
        assert [text for text in said if contents.report.cover.made_up() not in text] == []
        assert len(said) == len(slides.titles(contents))
        named = [*contents.report.tables["by_area"].frame["name"], *contents.report.tables["by_partner"].frame["name"]]
        assert [name for name in named if name not in "\n".join(said)] == []


def test_the_charts_hold_the_figures_of_the_tables(whole: Contents) -> None:
    drawn = charts(slides.presentation(whole))
    frame = whole.report.tables["by_partner"].frame
    assert drawn["By ministry and partner"]["Delivered"] == pytest.approx(frame["delivered_of_plan"].tolist())
    one = frame.iloc[0]
    assert sum(value or 0 for value in drawn[one["name"]]["Activities"]) == one["activities"]


def test_every_activity_is_on_a_slide_however_long_its_title(whole: Contents) -> None:
    table = whole.report.tables["activities"]
    frame = pd.concat([table.frame] * 6, ignore_index=True)
    frame["title"] = [f"{'Strengthening of inclusive services ' * 12}number {n}." for n in range(len(frame))]
    tables = {**whole.report.tables, "activities": replace(table, frame=frame)}
    report = ReportTables(whole.report.cover, tables, whole.report.outline)
    said = "\n".join(words(slides.presentation(replace(whole, report=report))))
    assert len(frame) > 400
    assert [n for n in range(len(frame)) if f"number {n}." not in said] == []


def test_an_empty_selection_is_one_slide_that_says_so(demonstration: Database) -> None:
    nothing = Filters(partners=("MOH",), areas=("EDUC",), statuses=("completed",))
    (said,) = words(slides.presentation(gather(demonstration, DATES, nothing, PLAN)))
    assert "No activity matches these filters" in said
