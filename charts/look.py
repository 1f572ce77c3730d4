"""How every figure looks: type, greys, the one neutral blue, and the mark for made-up data, on light and on dark."""

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from charts.drawing import Drawing
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.status import Mark

FONT = '"Dashboard Sans", "Source Sans", sans-serif'  # as the text of the pages: see .streamlit/config.toml


@dataclass(frozen=True)
class Look:
    """The colours of one theme."""

    dark: bool = False

    @property
    def ink(self) -> str:
        """Text that is to be read."""
        return "#E8EBF0" if self.dark else "#1F2430"

    @property
    def faint(self) -> str:
        """Text that explains."""
        return "#B4BCC8" if self.dark else "#575D68"

    @property
    def rule(self) -> str:
        """Lines of the grid."""
        return "#333B46" if self.dark else "#E3E6EB"

    @property
    def paper(self) -> str:
        """What lies behind the figure."""
        return "#12161D" if self.dark else "#FFFFFF"

    @property
    def bar(self) -> str:
        """The one neutral blue of delivered shares; no status has it."""
        return "#6F9BD1" if self.dark else "#5B8DC4"

    @property
    def deep(self) -> str:
        """A part within such a bar."""
        return "#24548A" if self.dark else "#1D4675"

    @property
    def edge(self) -> str:
        """The line round a pale track."""
        return "#4A5462" if self.dark else "#B9C1CC"

    @property
    def empty(self) -> str:
        """The track of a bar: what is not delivered."""
        return "#262D37" if self.dark else "#EDF0F4"

    @property
    def fan(self) -> str:
        """Where a value may lie in years to come."""
        return "rgba(111,155,209,.28)" if self.dark else "rgba(91,141,196,.22)"

    @property
    def better(self) -> str:
        """Behind a number that tells of progress."""
        return "#1E4A6B" if self.dark else "#C9DEF2"

    @property
    def worse(self) -> str:
        """Behind a number that tells of a slip."""
        return "#6B2A22" if self.dark else "#F6CFC8"

    @property
    def band(self) -> str:
        """A stretch of time set apart."""
        return "#1C222B" if self.dark else "#F4F5F7"

    def fill(self, mark: Mark) -> str:
        """The colour of a status."""
        return mark.fill(self.dark)

    def hatched(self) -> dict[str, Any]:
        """How a part is filled that nobody reported on."""
        pattern = {"shape": "/", "size": 6, "fgcolor": self.faint, "bgcolor": "rgba(0,0,0,0)", "solidity": 0.2}
        return {"color": "rgba(0,0,0,0)", "pattern": pattern}

    def striped(self) -> dict[str, Any]:
        """How a part of a blue bar is filled that has waited for long."""
        pattern = {"shape": "\\", "size": 7, "fgcolor": self.paper, "bgcolor": self.bar, "solidity": 0.45}
        return {"color": self.bar, "pattern": pattern}

    def drawing(self, height: int, **layout: Any) -> Drawing:
        """An empty drawing of this look; ``layout`` adds to it."""
        shared: dict[str, Any] = {
            "height": height,
            "margin": {"l": 0, "r": 0, "t": 8, "b": 24},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 13, "color": self.ink},
            "hoverlabel": {"font": {"family": FONT, "size": 13}, "align": "left"},
            "showlegend": False,
            "dragmode": False,
            "bargap": 0.3,
        }
        return Drawing(shared | layout)

    def axis(self, **more: Any) -> dict[str, Any]:
        """An axis with a quiet grid, not to be dragged about."""
        return {
            "fixedrange": True,
            "gridcolor": self.rule,
            "zeroline": False,
            "linecolor": self.rule,
            "tickfont": {"size": 12, "color": self.faint},
            "automargin": False,
        } | more

    def percent_axis(self, **more: Any) -> dict[str, Any]:
        """An axis from 0 to 100 %, for values between 0 and 1."""
        ticks = [0, 0.25, 0.5, 0.75, 1]
        texts = ["0", "25", "50", "75", formats.percent(1)]
        return self.axis(range=[0, 1], tickvals=ticks, ticktext=texts) | more

    def note(self, text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
        """A text in the figure, in parts of the paper unless told otherwise."""
        return {
            "text": text,
            "x": x,
            "y": y,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "middle",
            "align": "left",
            "font": {"size": 12, "color": self.faint},
        } | more

    def finished(self, drawing: Drawing, made_up: bool, below: int = 20) -> go.Figure:
        """The figure of a drawing, with "Illustrative" written into it where it shows made-up data.

        ``below``: pixels under the plot, so that the labels of an axis are not written over.
        """
        if made_up:
            drawing.write(
                **self.note(_("Illustrative"), 1, 0, xanchor="right", yanchor="top", yshift=-below),
            )
            # Room for it below the labels of the axis.
            drawing.layout["margin"] = drawing.layout["margin"] | {"b": drawing.layout["margin"]["b"] + 14}
            drawing.layout["height"] += 14
        return drawing.figure()
