"""One indicator over the years: what was observed, the path it should take, and where it should be."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import Look
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.rows import rows_of

FIRST, LAST = date(2012, 1, 1), date(2031, 6, 30)


def small(
    row: dict[str, Any],
    seen: pd.DataFrame,
    targets: pd.DataFrame,
    plan: tuple[date, date] | None,
    look: Look = Look(),
    height: int = 190,
) -> go.Figure:
    """``row`` of judged_indicators, ``seen`` its totals (of observations), ``targets`` its targets, ``plan`` the band.

    Values of different series are drawn apart and never joined: the series of the baseline filled, others hollow.
    """
    drawing = look.drawing(height, margin={"l": 30, "r": 44, "t": 10, "b": 22})
    if plan is not None:
        drawing.mark_stretch(*plan, look.band)
    for series, part in seen.groupby("series", sort=False):
        _series(drawing, part, series == row["series"], row, look)
    _path(drawing, row, targets, look)
    own = seen[seen["series"] == row["series"]]
    for point in [own.iloc[-1]] if len(own) else []:
        drawing.write(
            text=f"<b>{formats.number(point['value'], 1)}</b>",
            x=point["observed_on"],
            y=point["value"],
            yshift=13,
            font={"size": 13, "color": look.ink},
        )
    top = max([*seen["value"], *seen["high"].dropna(), *targets["value"], row["baseline"] or 0], default=1.0)
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


def _series(drawing: Drawing, part: pd.DataFrame, own: bool, row: dict[str, Any], look: Look) -> None:
    whiskers = None
    if part["low"].notna().any():
        whiskers = {
            "type": "data",
            "symmetric": False,
            "array": (part["high"] - part["value"]).fillna(0),
            "arrayminus": (part["value"] - part["low"]).fillna(0),
            "color": look.faint,
            "thickness": 1,
            "width": 3,
        }
    drawing.points(
        x=list(part["observed_on"]),
        y=list(part["value"]),
        mode="lines+markers",
        line={"color": look.bar if own else look.faint, "width": 1.2, "dash": "dot"},
        marker={
            "size": 7,
            "color": look.bar if own else look.paper,
            "line": {"width": 1.5, "color": look.bar if own else look.faint},
        },
        error_y=whiskers,
        hovertext=[_seen(point, row) for point in rows_of(part)],
        hoverinfo="text",
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


def _path(drawing: Drawing, row: dict[str, Any], targets: pd.DataFrame, look: Look) -> None:
    if targets.empty:
        return
    corners = [(due_on, value) for due_on, value in zip(targets["due_on"], targets["value"], strict=True)]
    if row["baseline"] is not None and not pd.isna(row["baseline"]):
        start = (row["baseline_on"], row["baseline"])
        whole = [start, *[corner for corner in corners if corner[0] > start[0]]]
        drawing.points(
            x=[day for day, _value in whole],
            y=[value for _day, value in whole],
            mode="lines",
            line={"color": look.ink, "width": 1.3, "dash": "dash"},
            hoverinfo="skip",
        )
    day, value = corners[-1]
    drawing.points(
        x=[day],
        y=[value],
        mode="markers",
        marker={"symbol": "line-ew", "size": 14, "line": {"width": 3, "color": look.ink}},
        hovertext=[_("Target {value} by {year}", value=formats.number(value, 1), year=day.year)],
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
