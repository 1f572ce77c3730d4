"""A figure while it is drawn: parts are collected, and become a plotly figure once, at the end.

Adding part after part to a plotly figure checks all earlier ones again each time, ten times as slow for forty labels.
A figure of exactly the same parts is made once.
"""

from collections import OrderedDict, defaultdict
from threading import Lock
from typing import Any

import numpy as np
import orjson
import pandas as pd
import plotly.graph_objects as go

KEPT = 256
_kept: OrderedDict[bytes, go.Figure] = OrderedDict()
_lock = Lock()


class Finished(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure that nobody changes any more, with its values ready to be sent.

    Plotly's check of each part is left out, which takes longer than all else on a page; tests/charts does it.
    """

    def __init__(self, parts: dict[str, Any]) -> None:
        self._ready = parts

    def __getattr__(self, name: str) -> Any:
        """Whoever asks for more than the values, such as a test, gets plotly's own figure: only then it is made."""
        if "_made" in self.__dict__:
            raise AttributeError(name)
        self._made = True
        super().__init__(self._ready, _validate=False)
        return getattr(self, name)

    def to_dict(self) -> dict[str, Any]:
        """The values of the figure; not to be changed."""
        return self._ready


class Drawing:
    """Traces and layout in plotly's own words, as plain values, until :meth:`figure` makes the figure of them."""

    def __init__(self, layout: dict[str, Any]) -> None:
        self.traces: list[dict[str, Any]] = []
        self.layout = {"annotations": [], "shapes": [], **layout}
        self._labels: dict[tuple[str, int, str, str], list[tuple[float, float, str]]] = defaultdict(list)

    def bars(self, **trace: Any) -> None:
        """Add bars."""
        self.traces.append({"type": "bar", **_STAYS, **trace})

    def points(self, **trace: Any) -> None:
        """Add points or a line."""
        self.traces.append({"type": "scatter", **_STAYS, **trace})

    def write(self, **note: Any) -> None:
        """Add a text, without an arrow."""
        self.layout["annotations"].append({"showarrow": False, **note})

    def label(self, text: str, x: float, y: float, at: str, size: int, colour: str, xaxis: str = "x") -> None:
        """Add a text at a point within the axes; ``at``: where it stands from there, such as "middle right".

        Where there are many, this is drawn and checked several times as fast as :meth:`write`.
        """
        self._labels[at, size, colour, xaxis].append((x, y, text))

    def axes(self, **axes: dict[str, Any]) -> None:
        """Say how axes look: ``xaxis``, ``yaxis``, ``xaxis2`` …"""
        self.layout.update(axes)

    def mark_day(self, day: object, line: dict[str, Any]) -> None:
        """Add an upright line through the whole plot."""
        ends = {"x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "y domain"}
        self.layout["shapes"].append({"type": "line", "line": line, **ends})

    def mark_stretch(self, first: object, last: object, colour: str) -> None:
        """Shade a stretch of days behind everything."""
        ends = {"x0": first, "x1": last, "y0": 0, "y1": 1, "yref": "y domain"}
        self.layout["shapes"].append(
            {"type": "rect", "fillcolor": colour, "line": {"width": 0}, "layer": "below", **ends}
        )

    def rule(self, y: float, line: dict[str, Any]) -> None:
        """Add a level line across the whole width, in the units of the y axis."""
        ends = {"x0": 0, "x1": 1, "xref": "paper", "y0": y, "y1": y, "yref": "y"}
        self.layout["shapes"].append({"type": "line", "line": line, **ends})

    def figure(self) -> go.Figure:
        """The figure; shared with others of the same parts, so not to be changed."""
        labels = [_label_trace(*how, points) for how, points in self._labels.items()]
        parts = {
            "data": [*self.traces, *labels],
            "layout": {"template": {}, "clickmode": "event+select", **self.layout},
        }
        key = orjson.dumps(parts, default=_plain, option=orjson.OPT_SERIALIZE_NUMPY)
        with _lock:
            if key in _kept:
                _kept.move_to_end(key)
                return _kept[key]
        figure = Finished(orjson.loads(key))
        with _lock:
            _kept[key] = figure
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
        return figure


# A click picks a mark; the others shall not fade.
_STAYS = {"unselected": {"marker": {"opacity": 1}}}


def _label_trace(at: str, size: int, colour: str, xaxis: str, points: list[tuple[float, float, str]]) -> dict[str, Any]:
    x, y, texts = zip(*points, strict=True)
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        "xaxis": xaxis,
        "text": list(texts),
        "textposition": at,
        "textfont": {"size": size, "color": colour},
        "unselected": {"textfont": {"color": colour}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _plain(value: Any) -> Any:
    """A column of a table as a list, a moment of pandas as text; nothing else that orjson does not know is drawn."""
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    if isinstance(value, pd.Series | np.ndarray | np.generic):
        return value.tolist()
    raise TypeError(f"{type(value)} cannot be drawn")
