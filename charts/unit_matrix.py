"""Partner × priority area: one small mark per activity in the colour and shape of its status; empty stays blank."""

from collections.abc import Mapping
from textwrap import wrap

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts import marks
from charts.drawing import Drawing
from charts.look import Look
from monitoring import why
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.thresholds import Thresholds

ACROSS = 8
LINE = 22
MOST = 2000


def drawable(activities: pd.DataFrame) -> bool:
    """Whether single marks can still be told apart; above, the bars tell it."""
    return 0 < len(activities) <= MOST


def squares(
    activities: pd.DataFrame,
    partners: Mapping[str, str],
    areas: Mapping[str, str],
    held: Thresholds,
    look: Look = Look(),
) -> go.Figure:
    """``activities`` as judged_activities gives them, ``held``: the limits in force. A click gives partner and area."""
    columns = [code for code in areas if code in set(activities["area"])]
    rows = [code for code in partners if code in set(activities["partner"])][::-1]
    order = {status.value: place for place, status in enumerate(Delivery)}
    needed = ["code", "partner", "area", "status", "title_en", "title_ru", "title_tk"]
    placed = (
        activities[needed]
        .assign(order=activities["status"].map(order))
        .assign(why=why.sentences(activities["status"], why.rules(activities, held), held))
        .sort_values(["partner", "area", "order", "code"])
    )
    place = placed.groupby(["partner", "area"]).cumcount()
    deepest = (place // ACROSS + 1).groupby(placed["partner"]).max()
    heights = [int(deepest[code]) + 0.5 for code in rows]
    tops = dict(zip(rows, np.cumsum(heights), strict=True))
    x = placed["area"].map(columns.index).to_numpy() + 0.07 + (place % ACROSS).to_numpy() * 0.1
    y = placed["partner"].map(tops).to_numpy() - 0.75 - (place // ACROSS).to_numpy()
    drawing = look.drawing(int(LINE * sum(heights)) + 46, margin={"l": 290, "r": 0, "t": 28, "b": 26})
    for status in Delivery:
        here = (placed["status"] == status.value).to_numpy()
        if here.any():
            _marks(drawing, placed[here], x[here], y[here], status, look)
    counts = placed.groupby(["partner", "area"]).size().rename("count").reset_index()
    for partner, area, count in counts.itertuples(index=False):
        drawing.label(str(count), columns.index(area) + 0.95, tops[partner] - 0.75, "middle left", 12, look.faint)
    drawing.axes(
        xaxis=look.axis(
            range=[0, len(columns)],
            side="top",
            tickvals=np.arange(len(columns)) + 0.04,
            ticktext=[areas[code] for code in columns],
            showgrid=False,
            ticklabelposition="outside right",
            tickfont={"size": 13, "color": look.ink},
        )
    )
    drawing.axes(yaxis=look.axis(range=[0, sum(heights)], visible=False))
    for code, top in tops.items():
        label = "<br>".join(wrap(partners[code], 42))
        note = look.note(label, 0, top - 0.75, yref="y", xshift=-290, font={"size": 13, "color": look.ink})
        drawing.write(**note)
        drawing.rule(top, {"color": look.rule, "width": 1})
    return look.finished(drawing, bool(activities["illustrative"].any()), below=2)


def _marks(drawing: Drawing, here: pd.DataFrame, x: np.ndarray, y: np.ndarray, status: Delivery, look: Look) -> None:
    mark = DELIVERY_MARKS[status]
    marks.place(
        drawing,
        mark,
        list(x),
        list(y),
        look,
        hovertext=[
            f"<b>{mark.label}</b><br>{name(row, 'title')}<br>{row['why']}"
            for row in rows_of(here[["title_en", "title_ru", "title_tk", "why"]])
        ],
        hoverinfo="text",
        customdata=here[["partner", "area"]].to_numpy().tolist(),
    )
