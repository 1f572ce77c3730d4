"""Regions as dots and on the map: the shares of the table, the order given, and outlines in their true proportions."""

from math import cos, radians

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts import region_dots, region_map
from charts.look import Look
from db import queries
from db.engine import Database
from monitoring import places
from monitoring.filters import NATIONWIDE
from monitoring.periods import Dates
from ui import outlines

SQUARE = [(55.0, 38.0), (57.0, 38.0), (57.0, 40.0), (55.0, 40.0), (55.0, 38.0)]
OUTLINES = {"AH": [SQUARE], "BA": [[(x + 2, y) for x, y in SQUARE]]}
NAMES = {"AH": "Ahal", NATIONWIDE: "National"}
POINTS = {"AS": (56.0, 38.1), "AR": (55.9, 38.2)}


@pytest.fixture
def ranked(database: Database, september: Dates) -> pd.DataFrame:
    return places.ranked(queries.progress_by(database, september, "region"), queries.nationwide(database, september))


def marks(figure: go.Figure) -> list[go.Scatter]:
    return list(figure.select_traces({"mode": "markers"}))


def test_dots_and_ticks_are_the_shares_from_below_with_the_national_ones_apart(ranked: pd.DataFrame) -> None:
    tick, dot = marks(region_dots.by_region(ranked, NAMES))
    upward = ranked.iloc[::-1]
    assert list(dot.x) == pytest.approx(upward["delivered"].tolist())
    assert list(tick.x) == pytest.approx(upward["planned_at_report"].tolist())
    assert list(dot.customdata) == upward["group"].tolist()
    assert dot.customdata[0] == NATIONWIDE
    assert dot.y[1] - dot.y[0] > dot.y[2] - dot.y[1] > 0
    assert dot.marker.color[0] != dot.marker.color[1] == dot.marker.color[2]


def test_what_national_means_is_said_where_it_is_drawn(ranked: pd.DataFrame) -> None:
    assert "for the whole country" in region_dots.key(ranked)
    assert "National" not in region_dots.key(ranked.iloc[:2])


def test_shares_and_counts_stand_beside_the_dots(ranked: pd.DataFrame) -> None:
    figure = region_dots.by_region(ranked, NAMES)
    labels = [text.replace("\u00a0", "") for trace in figure.select_traces({"mode": "text"}) for text in trace.text]
    assert {"Ahal", "<b>National</b>", "<b>66%</b>", "12 in all"} <= set(labels)
    assert any("no report" in label for label in labels)


def test_a_region_without_a_report_says_so(ranked: pd.DataFrame) -> None:
    silent = ranked.assign(delivered=float("nan"), planned_at_report=float("nan"))
    figure = region_dots.by_region(silent, {})
    labels = [text for trace in figure.select_traces({"mode": "text"}) for text in trace.text]
    assert labels.count("no report yet") == len(ranked)


@pytest.mark.parametrize("dark", [False, True])
def test_the_map_keeps_the_proportions_of_the_latitude_and_asks_no_map_service(
    ranked: pd.DataFrame, dark: bool
) -> None:
    figure = region_map.locator(OUTLINES, POINTS, ranked, {"AH": "Ahal"}, Look(dark))
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert figure.layout.yaxis.scaleanchor == "x"
    assert figure.layout.yaxis.scaleratio == pytest.approx(1 / cos(radians(39)))
    names, cities = figure.data[-2:]
    assert list(names.customdata) == ["AH", "BA"]
    assert (names.x[0], names.y[0]) == (pytest.approx(56), pytest.approx(39))
    assert names.text[0] == "Ahal<br><b>66%</b>"
    assert list(cities.customdata) == ["AR", "AS"]


def test_the_more_is_delivered_the_stronger_the_blue_and_without_a_report_there_is_none(ranked: pd.DataFrame) -> None:
    shares = {"AH": 1.0, "BA": float("nan")}
    rows = ranked[ranked["group"].isin(shares)].assign(delivered=lambda found: found["group"].map(shares))
    full, none, *_rest = region_map.locator(OUTLINES, {}, rows, {}).data
    assert none.fillcolor == Look().empty
    assert full.fillcolor not in (Look().empty, Look().bar)
    assert [trace.fillcolor for trace in region_map.locator(OUTLINES, {}, rows.iloc[:0], {}).data[:2]] == [
        Look().empty,
        Look().empty,
    ]


def test_every_region_has_an_outline_or_a_point_of_its_own(database: Database) -> None:
    regions = queries.regions(database)
    drawn = outlines.rings(regions)
    assert set(drawn) | set(outlines.points()) == set(regions["code"])
    assert not set(drawn) & set(outlines.points())
    for rings in drawn.values():
        assert all(ring[0] == ring[-1] for ring in rings)
