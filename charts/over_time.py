"""Delivered and planned over the years of the workplans shown, labelled at the ends of the lines."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import Look
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.rows import rows_of

SEEN = 0.002  # a smaller difference between two lines cannot be seen


def course(curve: pd.DataFrame, as_of: date, made_up: bool, look: Look = Look(), height: int = 290) -> go.Figure:
    """The columns of :func:`db.queries.over_time.over_time`; delivered in steps, ending at ``as_of``.

    A click on a step gives its day (ISO 8601) as ``customdata``.
    """
    drawing = look.drawing(height, margin={"l": 34, "r": 96, "t": 12, "b": 44}, hovermode="x")
    told = curve[curve["delivered"].notna()]
    days = curve["day"]
    step = {"shape": "hv"}
    drawing.points(
        x=told["day"], y=told["delivered"], mode="lines", line={"width": 0} | step, hoverinfo="skip", showlegend=False
    )
    drawing.points(
        x=told["day"],
        y=told["delivered"] + told["silent"],
        mode="lines",
        line={"width": 0} | step,
        fill="tonexty",
        fillcolor="rgba(0,0,0,0)",
        fillpattern={"shape": "/", "fgcolor": look.faint, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.2},
        hoverinfo="skip",
    )
    if (curve["planned"] - curve["first_planned"]).abs().max() > SEEN:
        drawing.points(
            x=days,
            y=curve["first_planned"],
            mode="lines",
            line={"color": look.faint, "width": 1.5, "dash": "dash"},
            hoverinfo="skip",
        )
    drawing.points(
        x=days,
        y=curve["planned"],
        mode="lines",
        line={"color": look.faint, "width": 2},
        hoverinfo="skip",
    )
    drawing.points(
        x=told["day"], y=told["delivered"], mode="lines", line={"color": look.bar, "width": 3} | step, hoverinfo="skip"
    )
    _to_point_at(drawing, curve, told)
    _labels(drawing, curve, told, look)
    drawing.axes(
        xaxis=look.axis(
            range=[days.iloc[0], days.iloc[-1]],
            showgrid=False,
            tickvals=_quarters(curve),
            ticktext=[_tick(day) for day in _quarters(curve)],
        )
    )
    drawing.axes(yaxis=look.percent_axis(range=[0, 1.04]))
    drawing.mark_day(as_of, line={"color": look.rule, "width": 1})
    return look.finished(drawing, made_up, below=34)


def _to_point_at(drawing: Drawing, curve: pd.DataFrame, told: pd.DataFrame) -> None:
    """Marks that nobody sees, one a day, since a line can be neither clicked nor pointed at alone."""
    hidden = {"mode": "markers", "marker": {"size": 12, "opacity": 0}, "hoverinfo": "text"}
    days = [str(day)[:10] for day in told["day"]]
    said = [_told(row) for row in rows_of(told)]
    drawing.points(x=told["day"], y=told["delivered"], customdata=days, hovertext=said, **hidden)
    ahead = curve[curve["delivered"].isna()]
    drawing.points(x=ahead["day"], y=ahead["planned"], hovertext=[_told(row) for row in rows_of(ahead)], **hidden)


def _told(row: Mapping[str, Any]) -> str:
    lines = [f"<b>{formats.day(row['day'])}</b>"]
    if not pd.isna(row["delivered"]):
        lines.append(_("Delivered: {share}", share=formats.percent(row["delivered"])))
    lines.append(_("Planned: {share}", share=formats.percent(row["planned"])))
    if abs(row["planned"] - row["first_planned"]) > SEEN:
        lines.append(_("Planned, as signed: {share}", share=formats.percent(row["first_planned"])))
    if not pd.isna(row["silent"]) and row["silent"] > 0:
        lines.append(_("Planned, but no report: {share}", share=formats.percent(row["silent"])))
    return "<br>".join(lines)


def _labels(drawing: Drawing, curve: pd.DataFrame, told: pd.DataFrame, look: Look) -> None:
    last = curve.iloc[-1]
    ends = [(_("Planned"), last["day"], float(last["planned"]), look.faint)]
    amended = (curve["planned"] - curve["first_planned"]).abs()
    if amended.max() > SEEN:
        # Where the two lines are furthest apart, since both end at the same height.
        widest = curve.iloc[int(amended.to_numpy().argmax())]
        above = widest["first_planned"] > widest["planned"]
        drawing.write(
            text=_("as signed"),
            x=widest["day"],
            y=float(widest["first_planned"]),
            yshift=10 if above else -10,
            xanchor="right" if above else "left",
            font={"size": 12, "color": look.faint},
        )
    if len(told):
        share = float(told["delivered"].iloc[-1])
        text = _("Delivered<br>{share}", share=formats.percent(share))
        ends.append((text, told["day"].iloc[-1], share, look.ink))
    for text, day, height, colour in ends:
        drawing.write(
            text=text,
            x=day,
            y=height,
            xanchor="left",
            xshift=6,
            align="left",
            font={"size": 12, "color": colour},
        )


def _quarters(curve: pd.DataFrame) -> list[pd.Timestamp]:
    days = pd.to_datetime(curve["day"])
    return [day for day in days if day.month in (3, 6, 9, 12) and day.is_month_end]


def _tick(day: pd.Timestamp) -> str:
    """A quarter's last day; the year stands where it ends."""
    short = formats.day(day.date(), year=False)
    return f"{short}<br>{day.year}" if day.month == 12 else short


def finding(curve: pd.DataFrame, as_of: date) -> str:
    """What the curve says, as the title of the figure."""
    told = curve[curve["delivered"].notna()]
    if told.empty:
        return _("Nothing is delivered yet")
    last = told.iloc[-1]
    return _(
        "{delivered} delivered by {day}; the plan asked for {planned}",
        delivered=formats.percent(last["delivered"]),
        planned=formats.percent(last["planned"]),
        day=formats.day(as_of, year=False),
    )
