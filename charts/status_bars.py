"""How many activities stand where: one bar of statuses, in all or by group, labelled in place."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.look import Look
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery

ROW = 54
NARROWEST = 0.02
FULL = 1250  # pixels of the page on a desk
LETTER = 8.5  # pixels that a letter takes at most, on average
ON_DARK = "#010101"  # white on light: told apart from plain black when a picture for white paper is taken
# Outlined statuses share one grey, so each has a pattern of its own.
PATTERNS = {
    Delivery.REPORT_NOT_DUE: ".",
    Delivery.POSTPONED: "|",
    Delivery.CARRIED_OVER: "-",
    Delivery.CANCELLED: "x",
}


def by_group(progress: pd.DataFrame, names: Mapping[str, str], look: Look = Look(), width: int = FULL) -> go.Figure:
    """One bar a row of ``progress``; widths are shares of its activities, word and number stand in each part.

    ``width``: about how many pixels there will be. A click gives group and status.
    """
    rows = progress.iloc[::-1]
    places = list(range(len(rows)))
    drawing = look.drawing(ROW * len(rows) + 8, margin={"l": 0, "r": 0, "t": 0, "b": 8}, barmode="stack", bargap=0)
    totals = rows["activities"].to_numpy().astype(float)
    before = np.zeros(len(rows))
    for status in Delivery:
        counts = rows[status.value].to_numpy().astype(float)
        if not counts.any():
            continue
        mark = DELIVERY_MARKS[status]
        shares = counts / totals
        texts = [_label(mark.label, int(count), share, width) for count, share in zip(counts, shares, strict=True)]
        if _patterned(status):  # a number is hard to read upon dots and lines: it stands on plain ground
            for place, text, share, start in zip(places, texts, shares, before, strict=True):
                if text:
                    ground = {"bgcolor": look.empty, "borderpad": 1, "font": {"size": 13, "color": look.ink}}
                    drawing.write(text=text.split()[-1], x=start + share / 2, y=place - 0.16, **ground)
            texts = [""] * len(texts)
        before += shares
        drawing.bars(
            x=shares,
            y=[place - 0.16 for place in places],
            width=0.5,
            orientation="h",
            marker=_marker(status, look),
            text=texts,
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 13, "color": _on(status, look)},
            hovertext=[
                f"{names.get(code, code)}<br>{mark.label}: {n:.0f}"
                for code, n in zip(rows["group"], counts, strict=True)
            ],
            hoverinfo="text",
            customdata=[[code, status.value] for code in rows["group"]],
        )
    drawing.axes(xaxis=look.axis(visible=False, range=[0, 1]))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.5, len(rows) - 0.5]))
    for place, row in zip(places, rows_of(rows), strict=True):
        label = names.get(row["group"], row["group"])
        text = _("{name} · {n}", name=label, n=row["activities"])
        drawing.label(text, 0, place + 0.3, "middle right", 13, look.ink)
    return look.finished(drawing, bool(progress["illustrative"].any()), below=2)


def _label(word: str, count: int, share: float, width: int) -> str:
    text = f"{word} {count}"
    if len(text) * LETTER < share * width:
        return text
    return str(count) if share >= NARROWEST else ""


def _patterned(status: Delivery) -> bool:
    return status is Delivery.NO_REPORT or status in PATTERNS


def _marker(status: Delivery, look: Look) -> dict[str, object]:
    mark = DELIVERY_MARKS[status]
    edge = {"color": look.paper, "width": 2}
    if status is Delivery.NO_REPORT:
        return {
            "color": look.empty,
            "line": edge,
            "pattern": {"shape": "/", "size": 9, "fgcolor": look.fill(mark), "bgcolor": look.empty, "solidity": 0.12},
        }
    if status in PATTERNS:
        pattern = {"shape": PATTERNS[status], "size": 7, "fgcolor": look.faint, "bgcolor": look.empty, "solidity": 0.15}
        return {"color": look.empty, "line": edge, "pattern": pattern}
    return {"color": look.empty if mark.outlined else look.fill(mark), "line": edge}


def _on(status: Delivery, look: Look) -> str:
    """The colour of the words in a part, at least 4.5 to 1 against it: never white on amber."""
    mark = DELIVERY_MARKS[status]
    if mark.outlined or status is Delivery.NO_REPORT:
        return look.ink
    if status is Delivery.NEEDS_ATTENTION:
        return "#000000"
    on_dark = look.dark and status in (Delivery.ON_SCHEDULE, Delivery.BEHIND, Delivery.PAST_END)
    return ON_DARK if on_dark else "#FFFFFF"
