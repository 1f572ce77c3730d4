"""Status marks in figures, in the shapes of :mod:`monitoring.icons`: a plotly symbol, and what plotly lacks on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.drawing import Drawing
from charts.look import Look
from monitoring.status import Mark


@dataclass(frozen=True)
class Shape:
    """A plotly symbol (empty for none), a glyph written over it, and whether the ring is cut into dashes."""

    symbol: str
    glyph: str = ""
    dashed: bool = False


SHAPES = {
    "disc-tick": Shape("circle", "✓"),
    "disc": Shape("circle"),
    "triangle": Shape("triangle-up"),
    "diamond": Shape("diamond"),
    "square-mark": Shape("square", "!"),
    "ring-question": Shape("circle-open", "?", dashed=True),
    "ring-dotted": Shape("circle-open", dashed=True),
    "ring": Shape("circle-open"),
    "bars": Shape("", "||"),
    "arrow": Shape("", "→"),
    "cross": Shape("", "×"),
    "equals": Shape("", "="),
    "arrow-away": Shape("", "↓"),
}


def place(drawing: Drawing, mark: Mark, x: Sequence[float], y: Sequence[float], look: Look, **hover: Any) -> None:
    """Draw marks of one status; ``hover`` has what plotly says and gives when one is pointed at or clicked."""
    shape, colour = SHAPES[mark.icon], look.fill(mark)
    axis = {"xaxis": hover.pop("xaxis", "x")}
    # A glyph alone still needs something to point at.
    drawing.points(
        x=x,
        y=y,
        mode="markers",
        marker={
            "symbol": shape.symbol or "circle",
            "size": 13,
            "color": colour if shape.symbol else "rgba(0,0,0,0)",
            "line": {"width": 1.5 if shape.symbol else 0, "color": colour},
        },
        cliponaxis=False,
        **axis,
        **hover,
    )
    quiet: dict[str, Any] = {"x": x, "y": y, "hoverinfo": "skip", "cliponaxis": False, **axis}
    if shape.dashed:
        paper = {"symbol": "asterisk-open", "size": 15, "color": look.paper, "line": {"width": 1.6}}
        drawing.points(mode="markers", marker=paper, **quiet)
    if shape.glyph:
        filled = shape.symbol and not shape.symbol.endswith("-open")
        font = {"size": 10 if shape.symbol else 17, "color": look.paper if filled else colour, "weight": 700}
        text = [shape.glyph] * len(x)
        drawing.points(
            mode="text", text=text, textfont=font, unselected={"textfont": {"color": font["color"]}}, **quiet
        )
