"""One activity: its planned line, as signed and as amended, and what was reported at each date."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import Look
from monitoring import formats
from monitoring.language import gettext as _


def course(
    planned: list[tuple[date, float]],
    first_planned: list[tuple[date, float]],
    reports: pd.DataFrame,
    as_of: date,
    made_up: bool,
    look: Look = Look(),
) -> go.Figure:
    """``planned`` and ``first_planned`` are corners (day, share 0 to 1); ``reports`` has as_of and share (0 to 1)."""
    drawing = look.drawing(240, margin={"l": 34, "r": 90, "t": 12, "b": 34})
    if first_planned != planned:
        _line(drawing, first_planned, _("Planned, as signed"), look, dash="dot", width=1.5)
    _line(drawing, planned, _("Planned"), look, dash="solid", width=2)
    if len(reports):
        drawing.points(
            x=list(reports["as_of"]),
            y=list(reports["share"]),
            mode="lines+markers",
            line={"color": look.bar, "width": 3, "shape": "hv"},
            marker={"size": 9, "color": look.bar},
            text=list(map(_told, pd.to_datetime(reports["as_of"]).dt.date, reports["share"])),
            hovertemplate="%{text}<extra></extra>",
        )
        last = reports.iloc[-1]
        text = _("Reported<br>{share}", share=formats.percent(last["share"]))
        drawing.write(text=text, x=last["as_of"], y=last["share"], xanchor="left", xshift=8, align="left")
    drawing.mark_day(as_of, line={"color": look.faint, "width": 1, "dash": "dash"})
    days = [day for corners in (planned, first_planned) for day, _share in corners]
    ticks = pd.date_range(min(days), max(days), periods=4)
    drawing.axes(xaxis=look.axis(tickvals=list(ticks), ticktext=[formats.day(day.date()) for day in ticks]))
    drawing.axes(yaxis=look.percent_axis(range=[-0.02, 1.05]))
    return look.finished(drawing, made_up)


def _told(day: date, share: float) -> str:
    """A day with its share, as a reader points at it."""
    return f"{formats.day(day)}: {formats.percent(share)}"


def _line(drawing: Drawing, corners: list[tuple[date, float]], name: str, look: Look, dash: str, width: float) -> None:
    drawing.points(
        x=[day for day, _share in corners],
        y=[share for _day, share in corners],
        mode="lines",
        line={"color": look.faint, "width": width, "dash": dash},
        text=[f"{name} {_told(*corner)}" for corner in corners],
        hovertemplate="%{text}<extra></extra>",
    )
    day, share = corners[-1]
    drawing.write(text=name, x=day, y=share, xanchor="left", xshift=4, font={"size": 12, "color": look.faint})
