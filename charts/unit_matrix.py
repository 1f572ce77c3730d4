"""Partner × priority area: one small mark per activity in the colour and shape of its status; empty stays blank."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.look import SYMBOLS, Look
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery

ACROSS = 8
STEP = 1 / (ACROSS + 1)
MOST = 2000


def drawable(activities: pd.DataFrame) -> bool:
    """Whether single marks can still be told apart; above, the bars tell it."""
    return 0 < len(activities) <= MOST


def squares(
    activities: pd.DataFrame, partners: Mapping[str, str], areas: Mapping[str, str], look: Look = Look()
) -> go.Figure:
    """``activities`` as judged_activities gives them. A click gives partner and area."""
    columns = [code for code in areas if code in set(activities["area"])]
    rows = [code for code in partners if code in set(activities["partner"])][::-1]
    order = {status.value: place for place, status in enumerate(Delivery)}
    placed = activities.assign(order=activities["status"].map(order)).sort_values(["partner", "area", "order", "code"])
    place = placed.groupby(["partner", "area"]).cumcount().to_numpy()
    deepest = -(-int(place.max() + 1) // ACROSS)
    x = placed["area"].map(columns.index).to_numpy() + 0.1 + STEP * (place % ACROSS)
    y = placed["partner"].map(rows.index).to_numpy() + 0.3 - 0.3 * (place // ACROSS) / max(deepest - 1, 1)
    height = max(34, 18 * deepest) * len(rows) + 44
    figure = look.figure(height, margin={"l": 360, "r": 0, "t": 30, "b": 14})
    for status in Delivery:
        here = (placed["status"] == status.value).to_numpy()
        if here.any():
            _marks(figure, placed[here], x[here], y[here], status, look)
    counts = placed.groupby(["partner", "area"]).size().rename("count").reset_index()
    for partner, area, count in counts.itertuples(index=False):
        figure.add_annotation(
            **look.note(str(count), columns.index(area) + 0.98, rows.index(partner) + 0.42, xref="x", yref="y")
            | {"xanchor": "right", "font": {"size": 11, "color": look.faint}}
        )
    figure.update_xaxes(
        **look.axis(
            range=[0, len(columns)],
            side="top",
            tickvals=np.arange(len(columns)) + 0.1,
            ticktext=[areas[code] for code in columns],
            showgrid=False,
            ticklabelposition="outside right",
            tickfont={"size": 13, "color": look.ink},
        )
    )
    figure.update_yaxes(
        **look.axis(
            range=[-0.15, len(rows) - 0.3],
            tickvals=np.arange(len(rows)) + 0.25,
            ticktext=[partners[code] for code in rows],
            showgrid=False,
            tickfont={"size": 13, "color": look.ink},
        )
    )
    for edge in range(len(rows)):
        figure.add_hline(y=edge + 0.6, line={"color": look.rule, "width": 1})
    return look.mark_illustrative(figure, bool(activities["illustrative"].any()))


def _marks(figure: go.Figure, here: pd.DataFrame, x: np.ndarray, y: np.ndarray, status: Delivery, look: Look) -> None:
    mark = DELIVERY_MARKS[status]
    figure.add_scatter(
        x=x,
        y=y,
        mode="markers",
        marker={
            "symbol": SYMBOLS[mark.icon],
            "size": 13,
            "color": look.fill(mark),
            "line": {"width": 1.5, "color": look.fill(mark)},
        },
        hovertext=[f"<b>{mark.label}</b><br>{name(row, 'title')}" for row in rows_of(here)],
        hoverinfo="text",
        customdata=here[["partner", "area"]].to_numpy().tolist(),
    )
