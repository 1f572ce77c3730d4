"""Activities as rows of a quarter grid: the plan as a pale bar, the delivered share of it dark, by partner."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import marks
from charts.drawing import Drawing
from charts.look import Look
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.periods import quarters
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery

TITLES, GRID, STATUSES = [0, 0.375], [0.39, 0.85], [0.865, 1]  # parts of the width
LETTERS, LINES = 60, 2  # of a title; the rest of it is told when pointed at
LINE, AIR, HEADING = 16, 11, 36  # pixels
THICK, TICK = 12, 18
DAY = 24 * 3600 * 1000  # milliseconds, in which plotly counts
MOST_QUARTERS = 14  # that have room for their names
BESIDE = "\u00a0" * 6  # a word beside its mark


@dataclass(frozen=True)
class Place:
    """A row of the figure: an activity, its title in lines, and its middle and height in pixels from below."""

    row: dict[str, Any]
    title: str
    middle: float
    height: float


def rows(
    activities: pd.DataFrame, partners: Mapping[str, str], span: tuple[date, date], as_of: date, look: Look = Look()
) -> go.Figure:
    """``activities`` as :func:`monitoring.timeline.picked` gives them, over the quarters of ``span``.

    Dark: the delivered share of the bar, from the left. Hollow tick: the end as first signed, where it moved. Hatched:
    should have been reported and is not. A click anywhere in a row gives the code of the activity.
    """
    places, headings, height = _places(activities)
    drawing = look.drawing(int(height) + 68, margin={"l": 0, "r": 20, "t": 44, "b": 24}, barmode="overlay", bargap=0)
    _behind_rows(drawing, places, span, partners)
    _bars(drawing, places, as_of, look)
    _first_ends(drawing, places, span, look)
    for place in places:
        drawing.label(place.title, 0, place.middle, "middle right", 13, look.ink, xaxis="x2")
    for status in Delivery:
        _statuses(drawing, status, [place for place in places if place.row["status"] == status.value], look)
    for code, top in headings:
        drawing.label(f"<b>{partners.get(code, code)}</b>", 0, top - 22, "middle right", 13, look.faint, xaxis="x2")
        drawing.rule(top - 6, {"color": look.rule, "width": 1})
    _axes(drawing, span, height, look)
    drawing.mark_day(as_of, {"color": look.ink, "width": 1})
    told = _("As of {day}", day=formats.day(as_of))
    drawing.write(text=told, x=as_of, y=1, yref="paper", yshift=33, font={"size": 12, "color": look.ink})
    return look.finished(drawing, bool(activities["illustrative"].any()), below=4)


def _places(activities: pd.DataFrame) -> tuple[list[Place], list[tuple[str, float]], float]:
    """Where each activity stands and each partner's heading begins, and the height of all, in pixels."""
    found, headings, top, partner = [], [], 0.0, ""
    for row in rows_of(activities):
        if row["partner"] != partner:
            partner = row["partner"]
            headings.append((partner, top))
            top += HEADING
        lines = wrap(name(row, "title"), LETTERS, max_lines=LINES, placeholder=" …")
        height = LINE * len(lines) + AIR
        found.append(Place(row, "<br>".join(lines), top + height / 2, height))
        top += height
    upward = [Place(place.row, place.title, top - place.middle, place.height) for place in found]
    return upward, [(code, top - down) for code, down in headings], top


def _behind_rows(drawing: Drawing, places: list[Place], span: tuple[date, date], partners: Mapping[str, str]) -> None:
    """What answers to the pointer over the whole width of a row; it is not seen."""
    first, last = span
    shared: dict[str, Any] = {
        "y": [place.middle for place in places],
        "width": [place.height for place in places],
        "orientation": "h",
        "marker": {"color": "rgba(0,0,0,0)"},
        "customdata": [place.row["code"] for place in places],
        "hovertext": [_told(place.row, partners) for place in places],
        "hoverinfo": "text",
    }
    drawing.bars(x=[1] * len(places), xaxis="x2", **shared)
    whole = ((last - first).days + 1) * DAY
    drawing.bars(x=[whole] * len(places), base=[first] * len(places), **shared)


def _bars(drawing: Drawing, places: list[Place], as_of: date, look: Look) -> None:
    """Plan, what is not reported of it, and what is delivered of it; an event lasts its one day."""
    quiet = {"orientation": "h", "hoverinfo": "skip", "width": THICK}

    def bars(here: list[Place], lengths: list[float], marker: dict[str, Any]) -> None:
        starts = [place.row["starts"] for place in here]
        drawing.bars(
            x=[days * DAY for days in lengths], base=starts, y=[place.middle for place in here], marker=marker, **quiet
        )

    lengths = [(place.row["ends"] - place.row["starts"]).days + 1.0 for place in places]
    bars(places, lengths, {"color": look.fan})
    silent = [place for place in places if place.row["status"] == Delivery.NO_REPORT]
    until = pd.Timestamp(as_of)
    bars(
        silent,
        [(min(place.row["ends"], until) - place.row["starts"]).days + 1.0 for place in silent],
        look.hatched(),
    )
    told = [(place, length) for place, length in zip(places, lengths, strict=True) if place.row["delivered"] > 0]
    bars(
        [place for place, _l in told], [length * place.row["delivered"] for place, length in told], {"color": look.bar}
    )


def _first_ends(drawing: Drawing, places: list[Place], span: tuple[date, date], look: Look) -> None:
    """A hollow tick where an amendment moved the end, as wide as can be seen at this span."""
    wide = max(1, round((span[1] - span[0]).days * 0.009))
    amended = [place for place in places if place.row["first_ends"] != place.row["ends"]]
    drawing.bars(
        x=[wide * DAY] * len(amended),
        base=[place.row["first_ends"] + timedelta(days=1 - wide / 2) for place in amended],
        y=[place.middle for place in amended],
        width=TICK,
        orientation="h",
        hoverinfo="skip",
        marker={"color": look.paper, "line": {"color": look.ink, "width": 1.3}},
    )


def _statuses(drawing: Drawing, status: Delivery, here: list[Place], look: Look) -> None:
    """At the right of each row: the mark and word of its status, and the delivered share."""
    if not here:
        return
    mark = DELIVERY_MARKS[status]
    heights = [place.middle for place in here]
    codes = [place.row["code"] for place in here]
    marks.place(drawing, mark, [0.05] * len(here), heights, look, xaxis="x3", customdata=codes, hoverinfo="skip")
    for place in here:
        share = place.row["delivered"]
        said = mark.label if share != share else f"{mark.label} · {formats.percent(share)}"
        drawing.label(BESIDE + said, 0.05, place.middle, "middle right", 12, mark.ink(look.dark), xaxis="x3")


def _axes(drawing: Drawing, span: tuple[date, date], height: float, look: Look) -> None:
    first, last = span
    starts = quarters(first, last)
    named = [day for day in starts if day.month == 1 or len(starts) <= MOST_QUARTERS]
    texts = [_tick(day, day == first, len(starts)) for day in named]
    for day, text in zip(named, texts, strict=True):
        drawing.write(**look.note(text, 0, 0) | {"x": day, "xref": "x", "yanchor": "top", "yshift": -2})
    drawing.axes(
        xaxis=look.axis(
            type="date",
            domain=GRID,
            range=[first, last + timedelta(days=1)],
            side="top",
            tickvals=named,
            ticktext=texts,
            ticklabelposition="outside right",
            ticks="outside",
            ticklen=4,
            tickcolor=look.rule,
        )
    )
    drawing.axes(xaxis2=look.axis(domain=TITLES, range=[0, 1], visible=False, anchor="y"))
    drawing.axes(xaxis3=look.axis(domain=STATUSES, range=[0, 1], visible=False, anchor="y"))
    drawing.axes(yaxis=look.axis(visible=False, range=[0, height]))


def _tick(day: date, leftmost: bool, count: int) -> str:
    """The name of a quarter; the year stands where it begins, and at the left."""
    if count > MOST_QUARTERS:
        return str(day.year)
    return f"{formats.quarter(day)} {day.year}" if day.month == 1 or leftmost else formats.quarter(day)


def _told(row: Mapping[str, Any], partners: Mapping[str, str]) -> str:
    mark = DELIVERY_MARKS[Delivery(row["status"])]
    lines = [
        "<b>" + "<br>".join(wrap(name(row, "title"), 70)) + "</b>",
        partners.get(row["partner"], row["partner"]),
        _("Planned from {first} to {last}", first=formats.day(row["starts"]), last=formats.day(row["ends"])),
    ]
    if row["first_ends"] != row["ends"]:
        lines.append(_("End as first signed: {day}", day=formats.day(row["first_ends"])))
    lines.append(_("Delivered: {share}", share=formats.percent(row["delivered"])))
    return "<br>".join([*lines, mark.label])


def key(as_of: date) -> str:
    """What the parts of a row mean, for the line below the figure."""
    return _(
        "Pale: the plan. Dark: the delivered share of it, by its newest report. Hatched: a report is missing. Where "
        "the dark part ends before the line at {day}, less is done than an even pace asks for; the status at the right "
        "goes by the steps of the plan itself.",
        day=formats.day(as_of),
    )
