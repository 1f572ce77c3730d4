"""Goals, a row each: delivery of the activities that serve it, and beside it one mark per indicator. Never averaged."""

from math import isnan
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import marks
from charts.drawing import Drawing
from charts.look import Look
from charts.progress_bars import of_the_whole
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import RESULT_MARKS, Result
from monitoring.wording import RESULT_SAID

ROW = 46
SPLIT = 0.54


def rows(goals: pd.DataFrame, by_goal: pd.DataFrame, indicators: pd.DataFrame, look: Look = Look()) -> go.Figure:
    """``goals`` in order, ``by_goal`` from progress_by(…, "goal"), ``indicators`` from judged_indicators.

    Left, 0 to 100 %: delivered with the planned tick. Right: indicators by status, the year of the newest value below.
    A click gives "goal" or "indicator" with its code.
    """
    order = rows_of(goals.iloc[::-1])
    progress = {str(row["group"]): row for row in rows_of(by_goal)}
    height = ROW * len(order) + 62
    across = max([3, *(sum(code in goals for goals in indicators["goals"]) for code in goals["code"])])
    drawing = look.drawing(height, margin={"l": 0, "r": 0, "t": 26, "b": 30}, barmode="overlay", bargap=0)
    _delivery(drawing, order, progress, look)
    ranked = rows_of(indicators)
    marked = []
    for place, goal in enumerate(order):
        drawing.label(name(goal), 0, place + 0.24, "middle right", 13, look.ink)
        if goal["code"] not in progress:
            drawing.label(_("no activity"), 0.02, place - 0.16, "middle right", 12, look.faint)
        own = [row for row in ranked if goal["code"] in row["goals"]]
        marked += [(row, 0.42 + number, place + 0.05) for number, row in enumerate(own)]
        if not own:
            drawing.write(**look.note(_("no indicator"), SPLIT, place - 0.05, yref="y"))
    _marks(drawing, marked, look)
    made_up = bool(by_goal["illustrative"].any())
    delivery = _("Delivery · Illustrative") if made_up else _("Delivery")
    for text, x in ((delivery, 0.0), (_("Results · Real data"), SPLIT)):
        drawing.write(**look.note(f"<b>{text}</b>", x, 1, yanchor="bottom", yshift=4))
    drawing.axes(xaxis=look.percent_axis(domain=[0, SPLIT - 0.06], range=[0, 1.01]))
    drawing.axes(xaxis2=look.axis(domain=[SPLIT, 1], range=[0, across], visible=False, anchor="y"))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.55, len(order) - 0.4]))
    return drawing.figure()


def _delivery(drawing: Drawing, order: list[dict[str, Any]], progress: dict[str, dict[str, Any]], look: Look) -> None:
    """The left half: bars and ticks of the goals, from below."""
    codes = [goal["code"] for goal in order]
    known = [code in progress for code in codes]
    places = [place - 0.16 for place in range(len(order))]

    def column(title: str, of_reported: bool = True) -> list[float]:
        """Parts of the whole weight, as in the bullets of partners."""
        rows = [progress[code] if there else None for code, there in zip(codes, known, strict=True)]
        return [
            0.0
            if row is None or isnan(row[title])
            else float(row[title]) * (row["reported_weight"] if of_reported else 1)
            for row in rows
        ]

    told = [_told(goal, progress) for goal in order]
    common = {
        "y": places,
        "orientation": "h",
        "width": 0.3,
        "hovertext": told,
        "hoverinfo": "text",
        "customdata": [["goal", code] for code in codes],
    }
    drawing.bars(x=[1.0] * len(codes), marker={"color": look.empty}, **common)
    silent = column("silent_weight", of_reported=False)
    drawing.bars(x=silent, base=[1 - part for part in silent], marker=look.hatched(), **common)
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


def _marks(drawing: Drawing, marked: list[tuple[dict[str, Any], float, float]], look: Look) -> None:
    """A mark for each indicator at its place, status by status, with the year of its newest value below."""
    for status in Result:
        mine = [(row, x, y) for row, x, y in marked if row["status"] == status.value]
        if mine:
            marks.place(
                drawing,
                RESULT_MARKS[status],
                [x for _row, x, _y in mine],
                [y for _row, _x, y in mine],
                look,
                xaxis="x2",
                hovertext=[_said(row) for row, _x, _y in mine],
                hoverinfo="text",
                customdata=[["indicator", row["code"]] for row, _x, _y in mine],
            )
    for row, x, y in marked:
        year = str(row["newest_on"].year) if row["newest_on"] else formats.NOTHING
        drawing.label(year, x, y - 0.28, "middle center", 12, look.faint, xaxis="x2")


def _said(row: dict[str, object]) -> str:
    mark = RESULT_MARKS[Result(str(row["status"]))]
    value = row["value"]
    lines = [f"<b>{name(row)}</b>", mark.label]
    if isinstance(value, float):
        alone = row["unit"] == "percent" or row["levels"]  # say their unit themselves
        said = formats.value(value, str(row["unit"]))
        lines.append(said if alone else f"{said} {name(row, 'unit_name')}")
    lines.append(_(RESULT_SAID[str(row["rule"])]))
    return "<br>".join(lines)


def _told(goal: dict[str, Any], progress: dict[str, dict[str, Any]]) -> str:
    if goal["code"] not in progress:
        return f"<b>{name(goal)}</b><br>" + _("no activity")
    row = progress[goal["code"]]
    return "<br>".join(
        [
            f"<b>{name(goal)}</b>",
            *of_the_whole(row),
            _("Delivered, of what is reported: {share}", share=formats.percent(row["delivered"])),
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
