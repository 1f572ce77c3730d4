"""Delivered and planned over the years of the workplans shown, labelled at the ends of the lines."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import Look
from monitoring import formats
from monitoring.language import gettext as _


def course(curve: pd.DataFrame, as_of: date, made_up: bool, look: Look = Look(), height: int = 300) -> go.Figure:
    """The columns of :func:`db.queries.over_time.over_time`; delivered in steps, ending at ``as_of``."""
    drawing = look.drawing(height, margin={"l": 34, "r": 74, "t": 12, "b": 34}, hovermode="x unified")
    told = curve.dropna(subset=["delivered"])
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
        name=_("Planned, but no report"),
        customdata=told["silent"],
        hovertemplate="%{customdata:.0%}",
    )
    if (curve["planned"] - curve["first_planned"]).abs().max() > 0.002:
        drawing.points(
            x=days,
            y=curve["first_planned"],
            mode="lines",
            line={"color": look.faint, "width": 1.5, "dash": "dot"},
            name=_("Planned, as signed"),
            hovertemplate="%{y:.0%}",
        )
    drawing.points(
        x=days,
        y=curve["planned"],
        mode="lines",
        line={"color": look.faint, "width": 2},
        name=_("Planned"),
        hovertemplate="%{y:.0%}",
    )
    drawing.points(
        x=told["day"],
        y=told["delivered"],
        mode="lines",
        line={"color": look.bar, "width": 3} | step,
        name=_("Delivered"),
        hovertemplate="%{y:.0%}",
    )
    _labels(drawing, curve, told, look)
    drawing.axes(
        xaxis=look.axis(
            range=[days.iloc[0], days.iloc[-1]],
            showgrid=False,
            tickvals=_quarters(curve),
            ticktext=[formats.day(day.date(), year=False) for day in _quarters(curve)],
        )
    )
    drawing.axes(yaxis=look.percent_axis(range=[0, 1.04]))
    drawing.mark_day(as_of, line={"color": look.rule, "width": 1})
    return look.finished(drawing, made_up)


def _labels(drawing: Drawing, curve: pd.DataFrame, told: pd.DataFrame, look: Look) -> None:
    ends = [(_("Planned"), curve["day"].iloc[-1], float(curve["planned"].iloc[-1]), look.faint)]
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


def finding(curve: pd.DataFrame, as_of: date) -> str:
    """What the curve says, as the title of the figure."""
    told = curve.dropna(subset=["delivered"])
    if told.empty:
        return _("Nothing is delivered yet")
    last = told.iloc[-1]
    return _(
        "{delivered} delivered by {day}; the plan asked for {planned}",
        delivered=formats.percent(last["delivered"]),
        planned=formats.percent(last["planned"]),
        day=formats.day(as_of, year=False),
    )
