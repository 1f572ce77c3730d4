"""Goals, a row each: delivery of the activities that serve it, and beside it one mark per indicator. Never averaged."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import SYMBOLS, Look
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import RESULT_MARKS, Result

ROW = 46
SPLIT = 0.54


def rows(goals: pd.DataFrame, by_goal: pd.DataFrame, indicators: pd.DataFrame, look: Look = Look()) -> go.Figure:
    """``goals`` in order, ``by_goal`` from progress_by(…, "goal"), ``indicators`` from judged_indicators.

    Left, 0 to 100 %: delivered with the planned tick. Right: indicators by status, the year of the newest value below.
    """
    order = rows_of(goals.iloc[::-1])
    progress = {str(row["group"]): row for row in rows_of(by_goal)}
    height = ROW * len(order) + 40
    across = max([3, *(sum(code in goals for goals in indicators["goals"]) for code in goals["code"])])
    drawing = look.drawing(height, margin={"l": 0, "r": 0, "t": 4, "b": 30}, barmode="overlay", bargap=0)
    codes = [goal["code"] for goal in order]
    known = [code in progress for code in codes]
    places = [place - 0.16 for place in range(len(order))]

    def column(title: str) -> list[float]:
        return [float(progress[code][title]) if there else 0.0 for code, there in zip(codes, known, strict=True)]

    told = [_told(goal, progress) for goal in order]
    common = {
        "y": places,
        "orientation": "h",
        "width": 0.3,
        "hovertext": told,
        "hoverinfo": "text",
        "customdata": codes,
    }
    drawing.bars(x=[1.0] * len(codes), marker={"color": look.empty}, **common)
    drawing.bars(x=column("delivered"), marker={"color": look.bar}, **common)
    ticks = [
        (share, place) for share, place, there in zip(column("planned_at_report"), places, known, strict=True) if there
    ]
    drawing.points(
        x=[share for share, _place in ticks],
        y=[place for _share, place in ticks],
        mode="markers",
        marker={"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": look.ink}},
        hoverinfo="skip",
    )
    ranked = rows_of(indicators)
    for place, goal in enumerate(order):
        drawing.label(name(goal), 0, place + 0.24, "middle right", 13, look.ink)
        if goal["code"] not in progress:
            drawing.label(_("no activity"), 0.02, place - 0.16, "middle right", 12, look.faint)
        _marks(drawing, [row for row in ranked if goal["code"] in row["goals"]], place, look)
    drawing.axes(xaxis=look.percent_axis(domain=[0, SPLIT - 0.06], range=[0, 1.01]))
    drawing.axes(xaxis2=look.axis(domain=[SPLIT, 1], range=[0, across], visible=False, anchor="y"))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.55, len(order) - 0.4]))
    return look.finished(drawing, bool(by_goal["illustrative"].any()))


def _marks(drawing: Drawing, ranked: list[dict[str, Any]], place: int, look: Look) -> None:
    if not ranked:
        drawing.write(**look.note(_("no indicator"), SPLIT, place - 0.05, yref="y"))
        return
    marks = [RESULT_MARKS[Result(row["status"])] for row in ranked]
    drawing.points(
        x=[0.42 + 1.0 * number for number in range(len(ranked))],
        y=[place + 0.05] * len(ranked),
        xaxis="x2",
        mode="markers+text",
        marker={
            "symbol": [SYMBOLS[mark.icon] for mark in marks],
            "size": 14,
            "color": [look.fill(mark) for mark in marks],
            "line": {"width": 1.5, "color": [look.fill(mark) for mark in marks]},
        },
        text=[str(row["value_on"].year) if row["value_on"] else "–" for row in ranked],
        textposition="bottom center",
        textfont={"size": 12, "color": look.faint},
        hovertext=[_said(row) for row in ranked],
        hoverinfo="text",
        customdata=[row["code"] for row in ranked],
        cliponaxis=False,
    )


def _said(row: dict[str, object]) -> str:
    mark = RESULT_MARKS[Result(str(row["status"]))]
    value = row["value"]
    lines = [f"<b>{name(row)}</b>", mark.label]
    if isinstance(value, float):
        lines.append(f"{formats.number(value, 1)} {name(row, 'unit_name')}")
    return "<br>".join(lines)


def _told(goal: dict[str, Any], progress: dict[str, dict[str, Any]]) -> str:
    if goal["code"] not in progress:
        return f"<b>{name(goal)}</b><br>" + _("no activity")
    row = progress[goal["code"]]
    return "<br>".join(
        [
            f"<b>{name(goal)}</b>",
            _("Delivered: {share}", share=formats.percent(row["delivered"])),
            _("Planned at the same report dates: {share}", share=formats.percent(row["planned_at_report"])),
            _("{n} activities", n=int(row["activities"])),
        ]
    )


def key() -> str:
    """What the two halves of a row mean."""
    return _(
        "Left: delivered share of the activities that serve the goal, with the planned share as a tick. Right: one "
        "mark for each indicator, with the year of its newest value. The two are never added up."
    )
