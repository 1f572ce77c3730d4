"""Money of groups on one axis from zero, and delivery beside it on an axis of its own; and outstanding cash by age."""

from collections.abc import Mapping
from math import floor, isnan, log10
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.drawing import Drawing
from charts.look import Look
from charts.progress_bars import places_of
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.money_findings import released_of_planned, short
from monitoring.rows import rows_of

ROW, AGE_ROW = 46, 44
MONEY, AMOUNTS, DOTS = (0.0, 0.56), (0.575, 0.76), (0.79, 0.985)  # parts of the width
LONGEST = 64
THICK, INNER = 0.34, 0.16
DOWN = 0.18  # how far the bar lies below the middle of its row: the name stands above it
STEPS = (1, 2, 2.5, 5, 10)


def by_group(money: pd.DataFrame, names: Mapping[str, str], look: Look = Look()) -> go.Figure:
    """One row a group of ``money``: columns of :func:`db.queries.money_by` in one currency, and delivered (0 to 1).

    Left, from zero: planned (pale), released, spent within it, a tick at what is funded, and striped at the end of
    what is released the direct cash outstanding for more than six months. Right: the delivered share as a dot. A click
    gives the code of the group as ``customdata``.
    """
    rows = rows_of(money.iloc[::-1])
    labels = ["<br>".join(wrap(names.get(row["group"], row["group"]), LONGEST)) for row in rows]
    places, top = places_of(labels, more=0.38)
    drawing = look.drawing(int(ROW * top) + 84, margin={"l": 0, "r": 0, "t": 50, "b": 30}, bargap=0, barmode="overlay")
    told = [_told(row, label) for row, label in zip(rows, labels, strict=True)]
    _bars(drawing, rows, [place - DOWN for place in places], told, look)
    _dots(drawing, rows, [place - DOWN for place in places], told, look)
    for place, label, row in zip(places, labels, rows, strict=True):
        drawing.label(label, 0, place + 0.02, "top right", 13, look.ink)
        drawing.label(_amounts(row), 0, place - DOWN, "middle right", 12, look.faint, xaxis="x2")
    _heads(drawing, rows, look)
    drawing.write(**look.note("0", MONEY[0], 0, yshift=-11))
    largest = max(_largest(row) for row in rows)
    drawing.axes(xaxis=look.axis(domain=list(MONEY), **money_axis(largest, str(rows[0]["currency"]))))
    drawing.axes(xaxis2=look.axis(domain=list(AMOUNTS), range=[0, 1], visible=False, anchor="y"))
    drawing.axes(xaxis3=look.percent_axis(domain=list(DOTS), range=[0, 1], anchor="y"))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.6, top - 0.5]))
    return look.finished(drawing, bool(money["illustrative"].any()))


def _heads(drawing: Drawing, rows: list[dict[str, Any]], look: Look) -> None:
    """What each column shows, above it."""
    money = _("Money, {currency}", currency=rows[0]["currency"])
    for text, (x, _end) in ((money, MONEY), (_("Released of planned"), AMOUNTS), (_("Delivered"), DOTS)):
        font = {"size": 12, "color": look.ink}
        drawing.write(**look.note(f"<b>{text}</b>", x, 1, yanchor="bottom", xshift=-2, yshift=22, font=font))
    if any(not isnan(row["spent"]) for row in rows):
        said = _("reported as spent (of released)")
        drawing.write(**look.note(said, AMOUNTS[0], 1, yanchor="bottom", xshift=-2, yshift=5))


def _bars(drawing: Drawing, rows: list[dict[str, Any]], y: list[float], told: list[str], look: Look) -> None:
    common = {
        "y": y,
        "orientation": "h",
        "customdata": [row["group"] for row in rows],
        "hovertext": told,
        "hoverinfo": "text",
    }
    released = [_units(row["released"]) for row in rows]
    old = [_units(row["old"]) for row in rows]
    track = {"color": look.empty, "line": {"color": look.edge, "width": 1}}
    drawing.bars(x=[_units(row["planned"]) for row in rows], width=THICK, marker=track, **common)
    drawing.bars(x=released, width=THICK, marker={"color": look.bar}, **common)
    drawing.bars(
        x=old,
        base=[max(0.0, whole - part) for whole, part in zip(released, old, strict=True)],
        width=THICK,
        marker=look.striped(),
        **common,
    )
    drawing.bars(x=[_units(row["spent"]) for row in rows], width=INNER, marker={"color": look.deep}, **common)
    funded = [(row, place) for row, place in zip(rows, y, strict=True) if not isnan(row["funded"])]
    drawing.points(
        x=[_units(row["funded"]) for row, _place in funded],
        y=[place for _row, place in funded],
        mode="markers",
        marker={"symbol": "line-ns", "size": 18, "line": {"width": 3, "color": look.ink}},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _dots(drawing: Drawing, rows: list[dict[str, Any]], y: list[float], told: list[str], look: Look) -> None:
    """The delivered share of each group, from 0 to 100 %; told in words where no report says it."""
    known = [(row, place, text) for row, place, text in zip(rows, y, told, strict=True) if not isnan(row["delivered"])]
    drawing.points(
        x=[row["delivered"] for row, _place, _text in known],
        y=[place for _row, place, _text in known],
        xaxis="x3",
        mode="markers",
        marker={"size": 13, "color": look.bar},
        customdata=[row["group"] for row, _place, _text in known],
        hovertext=[text for _row, _place, text in known],
        hoverinfo="text",
        cliponaxis=False,
    )
    for row, place in zip(rows, y, strict=True):
        share = row["delivered"]
        if isnan(share):
            drawing.label(_("no report"), 0, place, "middle right", 12, look.faint, xaxis="x3")
            continue
        at, shift = ("middle left", -0.05) if share > 0.75 else ("middle right", 0.05)
        drawing.label(formats.percent(share), share + shift, place, at, 12, look.ink, xaxis="x3")


def by_age(money: pd.DataFrame, look: Look = Look()) -> go.Figure:
    """Outstanding direct cash of one row of ``money`` (columns of money_by) by months since its release.

    The last bar, hatched, is cash of which nobody has said what is reported; it is left out where there is none.
    """
    (row,) = rows_of(money)
    bands = [(label, _units(row[column]), column) for column, label in ages().items()]
    if row["cash_unknown"] > 0:
        bands.append((_("Not known"), _units(row["cash_unknown"]), ""))
    bands.reverse()
    drawing = look.drawing(
        AGE_ROW * len(bands) + 8, margin={"l": 0, "r": 0, "t": 0, "b": 8}, bargap=0, barmode="overlay"
    )
    largest = max(cents for _label, cents, _column in bands) or 1.0
    fills = {"to_9": look.striped(), "over_9": look.striped(), "": look.hatched()}
    for place, (label, units, column) in enumerate(bands):
        amount = formats.money(units * 100, row["currency"])
        drawing.bars(
            x=[units],
            y=[place - DOWN],
            width=THICK,
            orientation="h",
            marker=fills.get(column, {"color": look.bar}),
            hovertext=[f"<b>{label}</b><br>{amount}"],
            hoverinfo="text",
        )
        drawing.label(label, 0, place + 0.02, "top right", 13, look.ink)
        drawing.label(f" {amount}", units, place - DOWN, "middle right", 12, look.ink)
    drawing.axes(xaxis=look.axis(visible=False, range=[0, largest * 1.3]))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.5, len(bands) - 0.4]))
    return look.finished(drawing, bool(row["illustrative"]), below=2)


def ages() -> dict[str, str]:
    """The columns of outstanding cash in words, by age."""
    return {
        "up_to_3": _("Up to 3 months since its release"),
        "to_6": _("3 to 6 months"),
        "to_9": _("6 to 9 months"),
        "over_9": _("Over 9 months"),
    }


def money_axis(largest: float, currency: str) -> dict[str, Any]:
    """Range and ticks of an axis of money from zero to at least ``largest`` (units), written as the language does."""
    rough = (largest or 1.0) / 4
    scale = 10.0 ** floor(log10(rough))
    step = next(one * scale for one in STEPS if one * scale >= rough)
    ticks = [step * number for number in range(6) if step * number <= largest * 1.02]
    # Nought stands at the very edge, where plotly would cut a label in half.
    texts = ["", *(formats.money(tick * 100, currency, short=True) for tick in ticks[1:])]
    return {"range": [0, (largest or 1.0) * 1.02], "tickvals": ticks, "ticktext": texts}


def _largest(row: Mapping[str, Any]) -> float:
    return max(_units(row[kind]) for kind in ("planned", "funded", "released", "spent"))


def _units(cents: float) -> float:
    """Whole units of cents; what is not known draws nothing."""
    return 0.0 if isnan(cents) else cents / 100


def _amounts(row: Mapping[str, Any]) -> str:
    """What stands beside a bar: released of planned, and below it what is spent where that is known."""
    first, spent = released_of_planned(row), short(row["spent"], row)
    if isnan(row["spent"]):
        return first
    if not row["released"] > 0:
        return f"{first}<br>{spent}"
    share = formats.percent(row["spent"] / row["released"])
    return first + "<br>" + _("{amount} ({share})", amount=spent, share=share)


def _told(row: Mapping[str, Any], label: str) -> str:
    lines = [
        f"<b>{label}</b>",
        ngettext("{n} activity", "{n} activities", int(row["activities"])),
        _("Planned: {amount}", amount=formats.money(row["planned"], row["currency"])),
        _("Funded: {amount}", amount=formats.money(row["funded"], row["currency"])),
        _("Released: {amount}", amount=formats.money(row["released"], row["currency"])),
        _("Reported as spent: {amount}", amount=formats.money(row["spent"], row["currency"])),
        _("Direct cash outstanding: {amount}", amount=formats.money(row["outstanding"], row["currency"])),
        _("Delivered, of what is reported: {share}", share=formats.percent(row["delivered"])),
    ]
    return "<br>".join(lines)


def key(money: pd.DataFrame) -> str:
    """What the parts of a row mean; only those that are drawn."""
    parts = [_("Pale: planned. Tick: funded. Blue: released.")]
    if money["spent"].notna().any():
        parts.append(_("Dark line: reported by partners as spent, of all funds together."))
    if (money["old"] > 0).any():
        parts.append(_("Striped: direct cash that nobody has reported on for more than six months."))
    parts.append(_("Dot: delivered share of the same activities, of what is reported."))
    return " ".join(parts)
