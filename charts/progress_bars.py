"""Bullets: how much of each plan is delivered, beside what was planned at the same report dates."""

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.look import Look
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.rows import rows_of
from monitoring.wording import BULLET_KEY

ROW = 40
BARS, RIGHT = 0.71, 0.735  # where the bars end and the texts beside them begin, in parts of the width
LONGEST = 48
BESIDE = 27  # letters that fit on a line at the right
THICK = 0.36


def by_group(progress: pd.DataFrame, names: Mapping[str, str], look: Look = Look()) -> go.Figure:
    """One bullet a row of ``progress`` (columns of :func:`db.queries.progress.progress_by`), named by ``names``.

    All are parts of the whole weight, so that none covers another. Bar: delivered. Tick: planned at the dates of the
    same reports. Hatched, from the right: the part that should have a report and has none. A click gives the code of
    the row as ``customdata``.
    """
    rows = progress.iloc[::-1]
    codes = list(rows["group"])
    labels = [_wrapped(names.get(code, code)) for code in codes]
    beside = [_right(row) for row in rows_of(rows)]
    # Three lines at the right need the height that a second line of the name has.
    places, top = places_of(
        [
            f"{label}<br>" if len(texts) > 2 and "<br>" not in label else label
            for label, texts in zip(labels, beside, strict=True)
        ]
    )
    height = int(ROW * top) + 34
    drawing = look.drawing(height, margin={"l": 0, "r": 0, "t": 2, "b": 30}, bargap=0, barmode="overlay")
    reported = rows["reported_weight"].fillna(0).to_numpy()
    delivered = rows["delivered"].fillna(0).to_numpy() * reported
    silent = rows["silent_weight"].fillna(0).to_numpy()
    told = [_told(row, names.get(row["group"], row["group"])) for row in rows_of(rows)]
    common = {"y": [place - 0.17 for place in places], "orientation": "h", "customdata": codes}
    hover = {"hovertext": told, "hoverinfo": "text"}
    drawing.bars(x=[1] * len(rows), width=THICK, marker={"color": look.empty}, **common, **hover)
    drawing.bars(
        x=silent,
        base=1 - silent,
        width=THICK,
        marker=look.hatched(),
        **common,
        **hover,
    )
    drawing.bars(x=delivered, width=THICK, marker={"color": look.bar}, **common, **hover)
    planned = rows["planned_at_report"].to_numpy() * reported
    drawing.points(
        x=planned,
        y=common["y"],
        mode="markers",
        marker={"symbol": "line-ns", "size": 14, "line": {"width": 3, "color": look.ink}},
        customdata=codes,
        **hover,
    )
    drawing.axes(xaxis=look.percent_axis(domain=[0, BARS], range=[0, 1.005]))
    drawing.axes(xaxis2=look.axis(domain=[RIGHT, 1], range=[0, 1], visible=False, anchor="y"))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.55, top - 0.5]))
    for place, label, texts in zip(places, labels, beside, strict=True):
        drawing.label(label, 0, place + 0.04, "top right", 13, look.ink)
        drawing.label("<br>".join(texts), 0, place - 0.14, "middle right", 12, look.faint, xaxis="x2")
    return look.finished(drawing, bool(progress["illustrative"].any()))


def _wrapped(label: str) -> str:
    """A long name on two lines, so that it fits on a phone."""
    return "<br>".join(wrap(label, LONGEST))


def places_of(labels: list[str], more: float = 0.4) -> tuple[list[float], float]:
    """Where each row stands, counted in rows from below, and the height of all; a second line takes ``more``."""
    places, top = [], 0.0
    for label in labels:
        places.append(top)
        top += 1 + more * label.count("<br>")
    return places, top


def _right(row: Mapping[str, Any]) -> list[str]:
    """What stands at the right of a bullet, a line each: what is late or silent, or that nothing is.

    Three things stand on two lines where two of them fit on one.
    """
    parts = []
    if row["past end date"]:
        parts.append(_("{n} past end", n=row["past end date"]))
    if row["behind"]:
        parts.append(_("{n} behind", n=row["behind"]))
    if row["no report"]:
        parts.append(_("{n} no report", n=row["no report"]))
    together = " · ".join(parts[:2])
    if len(parts) > 2 and len(together) <= BESIDE:
        parts = [together, parts[2]]
    return parts or [_("none late")]


def _told(row: Mapping[str, Any], label: str) -> str:
    lines = [
        f"<b>{label}</b>",
        ngettext("{n} activity", "{n} activities", int(row["activities"])),
        *of_the_whole(row),
        _("Delivered, of what is reported: {share}", share=formats.percent(row["delivered"])),
        _("Planned at the same report dates: {share}", share=formats.percent(row["planned_at_report"])),
        _("Reports in for the period: {n} of {m}", n=row["reports_in"], m=row["reports_due"]),
    ]
    return "<br>".join(lines)


def of_the_whole(row: Mapping[str, Any]) -> list[str]:
    """What the bar and the tick of a bullet stand for, in words; nothing where nothing is reported."""
    if not row["reported_weight"] > 0:
        return []
    shares = [formats.percent(row[column] * row["reported_weight"]) for column in ("delivered", "planned_at_report")]
    return [
        _("Delivered, of the whole plan: {share}", share=shares[0]),
        _("Planned at the same report dates, of the whole plan: {share}", share=shares[1]),
    ]


def key() -> str:
    """What the parts of a bullet mean, for the line below it."""
    return _(BULLET_KEY)
