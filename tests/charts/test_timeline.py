"""The timeline draws plans from day to day, the delivered share of each, and opens what is clicked."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts import timeline as drawn
from db import queries
from db.engine import Database
from monitoring import timeline
from monitoring.periods import Dates

DAY = 24 * 3600 * 1000


def bars(figure: go.Figure) -> list[go.Bar]:
    return list(figure.select_traces({"type": "bar"}))


def rows_of_september(database: Database, september: Dates, choice: str = timeline.ALL) -> pd.DataFrame:
    names = dict.fromkeys(queries.partners(database, september)["code"], "")
    active = timeline.active(queries.judged_activities(database, september))
    return timeline.picked(active, choice, september.as_of, names)


def test_bars_last_from_start_to_end_and_dark_ones_for_the_delivered_share(
    database: Database, september: Dates
) -> None:
    rows = rows_of_september(database, september)
    figure = drawn.rows(rows, {}, timeline.span(rows), september.as_of)
    _titles, _grid, plan, silent, delivered, first, *_rest = bars(figure)
    days = (rows["ends"] - rows["starts"]).dt.days + 1
    assert list(plan.x) == (days * DAY).tolist()
    assert [str(day)[:10] for day in plan.base] == rows["starts"].dt.strftime("%Y-%m-%d").tolist()
    told = rows["delivered"] > 0
    assert list(delivered.x) == pytest.approx((days * DAY * rows["delivered"])[told].tolist())
    assert len(silent.x) == (rows["status"] == "no report").sum() > 0
    assert len(first.x) == (rows["first_ends"] != rows["ends"]).sum() > 0


def test_the_whole_row_answers_with_its_code_and_says_its_whole_title(database: Database, september: Dates) -> None:
    rows = rows_of_september(database, september)
    figure = drawn.rows(rows, {"MOE": "Ministry of Education"}, timeline.span(rows), september.as_of)
    title, grid, *_rest = bars(figure)
    assert list(title.customdata) == list(grid.customdata) == rows["code"].tolist()
    longest = int(rows["title_en"].str.len().to_numpy().argmax())
    assert rows["title_en"].iloc[longest] in grid.hovertext[longest].replace("<br>", " ")
    labels = [text for trace in figure.select_traces({"mode": "text"}) for text in trace.text]
    assert "<b>Ministry of Education</b>" in labels
    assert any(label.endswith(" …") for label in labels)
    assert any(str(note.text) == "Illustrative" for note in figure.layout.annotations)


def test_rows_do_not_overlap_and_fill_the_figure(database: Database, september: Dates) -> None:
    rows = rows_of_september(database, september)
    grid = bars(drawn.rows(rows, {}, timeline.span(rows), september.as_of))[1]
    tops = [middle + height / 2 for middle, height in zip(grid.y, grid.width, strict=True)]
    bottoms = [middle - height / 2 for middle, height in zip(grid.y, grid.width, strict=True)]
    assert all(below <= above + 1e-9 for above, below in zip(bottoms, tops[1:], strict=False))
    assert bottoms[-1] == pytest.approx(0)


def test_the_grid_has_quarters_and_years_only_over_many_years(database: Database, september: Dates) -> None:
    rows = rows_of_september(database, september, timeline.LATE_ONES)
    figure = drawn.rows(rows, {}, (date(2025, 1, 1), date(2025, 12, 31)), september.as_of)
    assert list(figure.layout.xaxis.ticktext) == ["Q1 2025", "Q2", "Q3", "Q4"]
    figure = drawn.rows(rows, {}, (date(2023, 1, 1), date(2027, 12, 31)), september.as_of)
    assert list(figure.layout.xaxis.ticktext) == ["2023", "2024", "2025", "2026", "2027"]
