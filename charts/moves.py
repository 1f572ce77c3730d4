"""From which status to which: unchanged on the diagonal, better below it and worse above."""

from collections import Counter

import pandas as pd
import plotly.graph_objects as go

from charts import marks
from charts.look import Look
from monitoring.language import gettext as _
from monitoring.status import DELIVERY_MARKS, Delivery

# From better to worse, then what an amendment took out of the plan.
ORDER = (
    *(Delivery.COMPLETED, Delivery.ON_SCHEDULE, Delivery.NEEDS_ATTENTION, Delivery.BEHIND, Delivery.PAST_END),
    *(Delivery.NO_REPORT, Delivery.REPORT_NOT_DUE, Delivery.NOT_YET_DUE),
    *(Delivery.POSTPONED, Delivery.CARRIED_OVER, Delivery.CANCELLED),
)
ROW = 38
LEFT = 3.4  # room for the words at the left, in cells


def table(changes: pd.DataFrame, look: Look = Look()) -> go.Figure:
    """A cell a pair of statuses, with the number of activities; ``changes`` of db.queries.changes, not empty.

    Rows: the status before; columns: the status now. A click gives both words.
    """
    shown = [one for one in ORDER if ((changes["before"] == one.value) | (changes["after"] == one.value)).any()]
    place = {one.value: number for number, one in enumerate(shown)}
    drawing = look.drawing(ROW * (len(shown) + 1) + 12, margin={"l": 0, "r": 0, "t": 4, "b": 8})
    counts = Counter(zip(changes["before"], changes["after"], changes["moved"], strict=True))
    for (before, after, moved), count in counts.items():
        across, down = place[after], len(shown) - 1 - place[before]
        told = _("{before} → {after}: {n}", before=_word(before), after=_word(after), n=count)
        drawing.points(
            x=[across],
            y=[down],
            mode="markers+text",
            marker={
                "symbol": "square",
                "size": ROW - 4,
                "color": _fill(moved, look),
                "line": {"width": 1, "color": look.rule},
            },
            text=[f"<b>{count}</b>"],
            textfont={"size": 14, "color": look.ink},
            hovertext=[told],
            hoverinfo="text",
            customdata=[[before, after]],
            unselected={"marker": {"opacity": 1}, "textfont": {"color": look.ink}},
        )
    edge = len(shown) - 0.5
    for number, one in enumerate(shown):
        mark, down = DELIVERY_MARKS[one], len(shown) - 1 - number
        marks.place(drawing, mark, [-0.75], [down], look, hoverinfo="skip")
        drawing.label(mark.label, -1, down, "middle left", 13, look.ink)
        marks.place(drawing, mark, [number], [edge + 0.25], look, hovertext=[mark.label], hoverinfo="text")
    drawing.write(**look.note(_("Was ↓ · is now →"), -1, edge + 0.25, xref="x", yref="y", xanchor="right"))
    if len(shown) > 2:
        for text, x, y in ((_("worse"), edge - 0.4, edge - 0.5), (_("better"), -0.35, 0.0)):
            drawing.write(**look.note(text, x, y, xref="x", yref="y"))
    drawing.axes(xaxis=look.axis(visible=False, range=[-LEFT, max(edge, len(ORDER)) + 0.5]))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.55, edge + 0.7]))
    return look.finished(drawing, bool(changes["illustrative"].any()), below=2)


def key() -> str:
    """What the colours mean."""
    return _("Grey: unchanged. Blue: moved forward. Red: slipped. Outlined: changed otherwise, as by an amendment.")


def _word(status: str) -> str:
    return DELIVERY_MARKS[Delivery(status)].label


def _fill(moved: str, look: Look) -> str:
    return {"unchanged": look.rule, "forward": look.better, "slipped": look.worse, "other": look.band}[moved]
