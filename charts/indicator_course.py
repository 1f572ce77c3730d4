"""One indicator over the years: what was observed, the path it should take, and where it should be."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import Look
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.periods import day_in
from monitoring.projection import Projection
from monitoring.rows import rows_of

FIRST, LAST = date(2012, 1, 1), date(2031, 6, 30)


def small(
    row: dict[str, Any],
    seen: pd.DataFrame,
    targets: pd.DataFrame,
    plan: tuple[date, date] | None,
    look: Look = Look(),
    height: int = 190,
    ahead: Projection | None = None,
) -> go.Figure:
    """``row`` of judged_indicators, ``seen`` its totals (of observations), ``targets`` its targets, ``plan`` the band,
    ``ahead`` where it goes if it goes on so: a fan with its interval, or a line where there are too few points for one.

    Values of different series are drawn apart and never joined: the series of the baseline filled, others hollow.
    """
    drawing = look.drawing(height, margin={"l": 30, "r": 44, "t": 10, "b": 22})
    if plan is not None:
        drawing.mark_stretch(*plan, look.band)
    points, aims = rows_of(seen), rows_of(targets)
    if ahead is not None:
        _ahead(drawing, ahead, look)
    for series in dict.fromkeys(point["series"] for point in points):
        part = [point for point in points if point["series"] == series]
        _series(drawing, part, series == row["series"], row, look)
    _path(drawing, row, aims, look)
    for point in [point for point in points if point["series"] == row["series"]][-1:]:
        drawing.write(
            text=f"<b>{formats.number(point['value'], 1)}</b> ({point['observed_on'].year})",
            x=point["observed_on"],
            y=point["value"] if pd.isna(point["high"]) else point["high"],
            yshift=13,
            font={"size": 13, "color": look.ink},
            bgcolor=look.paper,  # so that no line goes through it
            borderpad=1,
        )
    highs = [point["high"] for point in points if not pd.isna(point["high"])]
    heights = [one["value"] for one in (*points, *aims)]
    top = max([*heights, *highs, row["baseline"] or 0], default=1.0)
    drawing.axes(
        xaxis=look.axis(
            range=[FIRST, LAST],
            tickvals=[date(year, 1, 1) for year in (2015, 2020, 2025, 2030)],
            ticktext=["2015", "2020", "2025", "2030"],
            showgrid=False,
        )
    )
    high = 104 if row["unit"] == "percent" and row["direction"] == "up" else top * 1.18
    drawing.axes(yaxis=look.axis(range=[0, high], nticks=4))
    return drawing.figure()


def _series(drawing: Drawing, part: list[dict[str, Any]], own: bool, row: dict[str, Any], look: Look) -> None:
    whiskers = None
    if not all(pd.isna(point["low"]) for point in part):
        whiskers = {
            "type": "data",
            "symmetric": False,
            "array": [_reach(point["high"] - point["value"]) for point in part],
            "arrayminus": [_reach(point["value"] - point["low"]) for point in part],
            "color": look.faint,
            "thickness": 1,
            "width": 3,
        }
    drawing.points(
        x=[point["observed_on"] for point in part],
        y=[point["value"] for point in part],
        mode="lines+markers",
        line={"color": look.bar if own else look.faint, "width": 1.2, "dash": "dot"},
        marker={
            "size": 7,
            "color": look.bar if own else look.paper,
            "line": {"width": 1.5, "color": look.bar if own else look.faint},
        },
        error_y=whiskers,
        hovertext=[_seen(point, row) for point in part],
        hoverinfo="text",
        customdata=[row["code"]] * len(part),
    )


def _ahead(drawing: Drawing, ahead: Projection, look: Look) -> None:
    days = [day_in(one.year) for one in ahead.course]
    if ahead.with_interval:
        drawing.points(
            x=[*days, *days[::-1]],
            y=[*(one.high for one in ahead.course), *(one.low for one in ahead.course[::-1])],
            mode="lines",
            line={"width": 0},
            fill="toself",
            fillcolor=look.fan,
            hoverinfo="skip",
        )
    drawing.points(
        x=days,
        y=[one.value for one in ahead.course],
        mode="lines",
        line={"color": look.bar, "width": 1.6},
        hovertemplate="%{x|%Y}: %{y:.1f}<extra></extra>",
    )


def _seen(point: dict[str, Any], row: dict[str, Any]) -> str:
    value = formats.number(point["value"], 1)
    lines = [f"<b>{value}</b> · {point['observed_on'].year}", str(point["series"])]
    if not pd.isna(point["low"]):
        lines.insert(
            1,
            _("between {low} and {high}", low=formats.number(point["low"], 1), high=formats.number(point["high"], 1)),
        )
    return "<br>".join(lines)


def _reach(length: float) -> float:
    return 0.0 if pd.isna(length) else length


def _path(drawing: Drawing, row: dict[str, Any], aims: list[dict[str, Any]], look: Look) -> None:
    if not aims:
        return
    corners = [(aim["due_on"], aim["value"]) for aim in aims]
    added_up = row["combine"] == "sum"  # each target asks for its own period: no path leads from one to the next
    if row["baseline"] is not None and not pd.isna(row["baseline"]) and not added_up:
        # A level to be held is level: the line starts at it, not at the baseline.
        held = row["rule"] == "hold"
        start = (row["baseline_on"], corners[-1][1] if held else row["baseline"])
        whole = [start, *[corner for corner in corners if corner[0] > start[0]]]
        drawing.points(
            x=[day for day, _value in whole],
            y=[value for _day, value in whole],
            mode="lines",
            line={"color": look.ink, "width": 1.3, "dash": "dash"},
            hoverinfo="skip",
        )
    day, value = corners[-1]
    marked = corners if added_up else corners[-1:]
    drawing.points(
        x=[on for on, _aim in marked],
        y=[aim for _on, aim in marked],
        mode="markers",
        marker={"symbol": "line-ew", "size": 14, "line": {"width": 3, "color": look.ink}},
        hovertext=[_("Target {value} by {year}", value=formats.number(aim, 1), year=on.year) for on, aim in marked],
        hoverinfo="text",
    )
    drawing.write(
        text=_("target<br>{value}", value=formats.number(value, 1)),
        x=day,
        y=value,
        xanchor="left",
        xshift=6,
        align="left",
        font={"size": 11, "color": look.faint},
    )
