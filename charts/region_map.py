"""A small map of the regions, drawn from outlines of our own: no map service is asked."""

from collections.abc import Mapping, Sequence
from math import cos, radians
from textwrap import wrap

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import Look
from monitoring import formats
from monitoring.rows import rows_of

Ring = Sequence[tuple[float, float]]
WIDTH = 480  # pixels that the map is about as wide as
MARGIN = 0.25  # degrees around the outlines
DARKEST = 0.85  # of the way to the one blue, so that a name on it can still be read
DARKEST_ON_DARK = 0.55
LETTERS = 13  # of a line of a name
LEADERS = ((-24, 16, "right"), (4, 40, "center"))  # from a city to its name, in pixels: right, down, how it hangs


def locator(
    outlines: Mapping[str, Sequence[Ring]],
    points: Mapping[str, tuple[float, float]],
    rows: pd.DataFrame,
    names: Mapping[str, str],
    look: Look = Look(),
) -> go.Figure:
    """Regions in shades of the one blue, the darker the more is delivered; with name and share in place.

    ``outlines``: rings of (longitude, latitude) by region; ``points``: cities without one; ``rows`` as
    :func:`monitoring.places.ranked` gives them. A click on a name or point gives the code of the region.
    """
    shares = {row["group"]: float(row["delivered"]) for row in rows_of(rows)}
    west, south, east, north = _bounds(outlines)
    stretch = 1 / cos(radians((south + north) / 2))
    height = WIDTH * (north - south) / (east - west) * stretch
    drawing = look.drawing(int(height) + 30, margin={"l": 0, "r": 0, "t": 2, "b": 24})
    for code, rings in outlines.items():
        _outline(drawing, rings, _shade(shares.get(code), look), look)
    _names(drawing, {code: _middle(max(rings, key=len)) for code, rings in outlines.items()}, shares, names, look)
    _cities(drawing, points, shares, names, look)
    hidden = {"visible": False}
    drawing.axes(xaxis=look.axis(range=[west, east], constrain="domain", **hidden))
    drawing.axes(yaxis=look.axis(range=[south, north], scaleanchor="x", scaleratio=stretch, **hidden))
    return look.finished(drawing, bool(rows["illustrative"].any()), below=2)


def on_white(rows: pd.DataFrame) -> dict[str, str]:
    """The blues of these rows on dark, each with what it is on light, for a picture on white paper."""
    shares = [None, *rows["delivered"].tolist()]
    return {_shade(share, Look(dark=True)): _shade(share, Look(dark=False)) for share in shares}


def _bounds(outlines: Mapping[str, Sequence[Ring]]) -> tuple[float, float, float, float]:
    corners = np.array([corner for rings in outlines.values() for ring in rings for corner in ring])
    (west, south), (east, north) = corners.min(axis=0) - MARGIN, corners.max(axis=0) + MARGIN
    return west, south, east, north


def _outline(drawing: Drawing, rings: Sequence[Ring], colour: str, look: Look) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in rings:
        x += [*(corner[0] for corner in ring), None]
        y += [*(corner[1] for corner in ring), None]
    line = {"color": look.faint, "width": 0.8}
    drawing.points(x=x, y=y, mode="lines", fill="toself", fillcolor=colour, line=line, hoverinfo="skip")


def _names(
    drawing: Drawing,
    middles: Mapping[str, tuple[float, float]],
    shares: Mapping[str, float],
    names: Mapping[str, str],
    look: Look,
) -> None:
    # Each name stands on a large unseen point, which answers to the pointer.
    drawing.points(
        x=[x for x, _y in middles.values()],
        y=[y for _x, y in middles.values()],
        mode="markers+text",
        marker={"size": 56, "color": "rgba(0,0,0,0)"},
        text=[_said(code, shares, names) for code in middles],
        textfont={"size": 12, "color": look.ink},
        unselected={"textfont": {"color": look.ink}},
        customdata=list(middles),
        hoverinfo="none",
    )


def _cities(
    drawing: Drawing,
    points: Mapping[str, tuple[float, float]],
    shares: Mapping[str, float],
    names: Mapping[str, str],
    look: Look,
) -> None:
    """Dots in the same shades; names outside, the western one to the left, so that two near cities keep apart."""
    ranked = sorted(points, key=lambda code: points[code])
    drawing.points(
        x=[points[code][0] for code in ranked],
        y=[points[code][1] for code in ranked],
        mode="markers",
        marker={
            "size": 9,
            "color": [_shade(shares.get(code), look) for code in ranked],
            "line": {"width": 1.4, "color": look.ink},
        },
        customdata=ranked,
        hoverinfo="none",
    )
    for number, code in enumerate(ranked):
        right, down, hung = LEADERS[number % len(LEADERS)]
        drawing.write(
            text=_said(code, shares, names),
            x=points[code][0],
            y=points[code][1],
            showarrow=True,
            arrowhead=0,
            arrowwidth=0.8,
            arrowcolor=look.faint,
            standoff=5,
            ax=right,
            ay=down,
            xanchor=hung,
            yanchor="top" if hung == "center" else "middle",
            align=hung,
            font={"size": 12, "color": look.ink},
        )


def _said(code: str, shares: Mapping[str, float], names: Mapping[str, str]) -> str:
    """The name in short lines, and the share where the region is among those shown."""
    lines = wrap(names.get(code, code), LETTERS)
    return "<br>".join([*lines, f"<b>{formats.percent(shares[code])}</b>"] if code in shares else lines)


def _middle(ring: Ring) -> tuple[float, float]:
    """The centre of the area of a ring."""
    x, y = np.array(ring).T
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    area = cross.sum() * 3
    return float(((x[:-1] + x[1:]) * cross).sum() / area), float(((y[:-1] + y[1:]) * cross).sum() / area)


def _shade(share: float | None, look: Look) -> str:
    """From the colour of an empty bar to the one blue; empty where nothing is reported."""
    part = 0.0 if share is None or np.isnan(share) else share * (DARKEST_ON_DARK if look.dark else DARKEST)
    pale, full = (np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) for colour in (look.empty, look.bar))
    return "#" + "".join(f"{round(value):02X}" for value in pale + (full - pale) * part)
