"""Regions as sorted dots: how much of what is reported is delivered, beside what was planned at the same dates."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import Look
from monitoring import formats
from monitoring.filters import NATIONWIDE
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.rows import rows_of

ROW = 50  # pixels
DOTS, RIGHT = 0.74, 0.77  # where the dots end and the texts beside them begin, in parts of the width
DOWN = 0.2  # of a row: the dot stands below the name
NEAR = 0.005  # nearer than that, dot and tick are one


def by_region(rows: pd.DataFrame, names: Mapping[str, str], look: Look = Look()) -> go.Figure:
    """``rows`` as :func:`monitoring.places.ranked` gives them, drawn from above; the national one apart, in ink.

    Both marks are of the activities with a report. A click gives the code of the row as ``customdata``.
    """
    upward = rows_of(rows.iloc[::-1])
    national = sum(row["group"] == NATIONWIDE for row in upward)
    places = [number + (0.35 if row["group"] != NATIONWIDE and national else 0.0) for number, row in enumerate(upward)]
    top = places[-1] + 1
    drawing = look.drawing(int(ROW * top) + 34, margin={"l": 6, "r": 0, "t": 2, "b": 30})
    _dots(drawing, upward, places, names, look)
    for place, row in zip(places, upward, strict=True):
        _labels(drawing, row, place, names, look)
    if national and len(upward) > 1:
        drawing.rule(places[1] - 0.6, {"color": look.rule, "width": 1})
    drawing.axes(xaxis=look.percent_axis(domain=[0, DOTS], range=[0, 1.02]))
    drawing.axes(xaxis2=look.axis(domain=[RIGHT, 1], range=[0, 1], visible=False, anchor="y"))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.6, top - 0.45]))
    return look.finished(drawing, bool(rows["illustrative"].any()))


def _dots(
    drawing: Drawing, upward: list[dict[str, Any]], places: list[float], names: Mapping[str, str], look: Look
) -> None:
    """A thin line from 0 to 100, the gap between dot and tick on it, and the two marks."""
    for row, place in zip(upward, places, strict=True):
        if row["delivered"] != row["delivered"]:
            continue  # words stand there
        heights = [place - DOWN] * 2
        quiet = {"y": heights, "mode": "lines", "hoverinfo": "skip"}
        drawing.points(x=[0, 1], line={"color": look.rule, "width": 1}, **quiet)
        drawing.points(x=[row["delivered"], row["planned_at_report"]], line={"color": look.fan, "width": 6}, **quiet)
    shared: dict[str, Any] = {
        "y": [place - DOWN for place in places],
        "mode": "markers",
        "customdata": [row["group"] for row in upward],
        "hovertext": [_told(row, names) for row in upward],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    tick = {"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": look.ink}}
    drawing.points(x=[row["planned_at_report"] for row in upward], marker=tick, **shared)
    colours = [look.ink if row["group"] == NATIONWIDE else look.bar for row in upward]
    drawing.points(x=[row["delivered"] for row in upward], marker={"size": 15, "color": colours}, **shared)


def _labels(drawing: Drawing, row: Mapping[str, Any], place: float, names: Mapping[str, str], look: Look) -> None:
    """The name above, the two shares on the outer sides of their marks, and the counts at the right."""
    low, delivered, planned = place - DOWN, row["delivered"], row["planned_at_report"]
    drawing.label(_called(row, names), 0, place + 0.16, "middle right", 13, look.ink)
    drawing.label(_right(row), 0, low + 0.08, "middle right", 12, look.faint, xaxis="x2")
    if delivered != delivered:
        drawing.label(_("no report yet"), 0.01, low, "middle right", 12, look.faint)
        return
    near = abs(planned - delivered) < NEAR
    ahead = delivered > planned
    at = "middle right" if ahead or near or (delivered < 0.12 and planned - delivered > 0.15) else "middle left"
    text = f"\u00a0\u00a0\u00a0\u00a0<b>{formats.percent(delivered)}</b>\u00a0\u00a0\u00a0\u00a0"
    drawing.label(text, delivered, low, at, 13, look.ink)
    if not near:
        side = "middle left" if ahead or planned > 0.94 else "middle right"
        drawing.label(f"\u00a0\u00a0{formats.percent(planned)}\u00a0\u00a0", planned, low, side, 12, look.faint)


def _called(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    called = names.get(row["group"], row["group"])
    return f"<b>{called}</b>" if row["group"] == NATIONWIDE else called


def _right(row: Mapping[str, Any]) -> str:
    parts = [_("{n} in all", n=int(row["activities"]))]
    if row["no report"]:
        parts.append(_("{n} no report", n=int(row["no report"])))
    return "<br>".join(parts)


def _told(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    lines = [
        f"<b>{names.get(row['group'], row['group'])}</b>",
        ngettext("{n} activity", "{n} activities", int(row["activities"])),
        _("Delivered, of what is reported: {share}", share=formats.percent(row["delivered"])),
        _("Planned at the same report dates: {share}", share=formats.percent(row["planned_at_report"])),
        _("Reports in for the period: {n} of {m}", n=int(row["reports_in"]), m=int(row["reports_due"])),
        _("{n} behind or past the end date", n=int(row["behind"] + row["past end date"])),
    ]
    return "<br>".join(lines)


def key(rows: pd.DataFrame) -> str:
    """What the marks mean, why rows do not add up, and what the national one holds, where it is drawn."""
    said = _(
        "Of the activities with a report. Dot: delivered. Tick: planned at the same report dates. An activity counts "
        "at each region it names, so these rows do not add up."
    )
    if NATIONWIDE not in set(rows["group"]):
        return said
    return said + " " + _("National: activities that name no region; they are for the whole country.")
