"""Who has reported for which period and how late: a cell a partner and period, told in words and numbers."""

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

ROW = 34
LEFT = 2.4  # room for the names, in cells


def cells(
    found: pd.DataFrame, partners: Mapping[str, str], periods: Mapping[str, str], look: Look = Look()
) -> go.Figure:
    """``found`` as :func:`db.queries.punctuality.punctuality` gives it, not empty. A click gives partner and period.

    Pale blue: all that was due has come in time. White: some of it, or late. Hatched: nothing has come.
    """
    columns = list(dict.fromkeys(found["period"]))
    rows = [code for code in partners if code in set(found["partner"])][::-1]
    drawing = look.drawing(ROW * (len(rows) + 1) + 12, margin={"l": 0, "r": 0, "t": 4, "b": 8}, barmode="overlay")
    across, up = ({code: place for place, code in enumerate(codes)} for codes in (columns, rows))
    for kind, marker in _kinds(look).items():
        own = [row for row in rows_of(found) if _kind(row) == kind]
        if not own:
            continue
        drawing.bars(
            x=[0.94] * len(own),
            base=[across[row["period"]] + 0.03 for row in own],
            y=[up[row["partner"]] for row in own],
            width=0.84,
            orientation="h",
            marker=marker | {"line": {"width": 1, "color": look.rule}},
            hovertext=[_told(row, partners, periods) for row in own],
            hoverinfo="text",
            customdata=[[row["partner"], row["period"]] for row in own],
        )
        for row in own:
            drawing.label(said(row), across[row["period"]] + 0.5, up[row["partner"]], "middle center", 13, look.ink)
    for code in rows:
        drawing.label("<br>".join(wrap(partners[code], 46)), -0.06, up[code], "middle left", 13, look.ink)
    for code in columns:
        drawing.label(periods.get(code, code), across[code] + 0.5, len(rows) - 0.15, "middle center", 12, look.faint)
    drawing.axes(xaxis=look.axis(visible=False, range=[-LEFT, len(columns)]))
    drawing.axes(yaxis=look.axis(visible=False, range=[-0.5, len(rows) + 0.25]))
    return look.finished(drawing, bool(found["illustrative"].any()), below=2)


def said(row: Mapping[str, Any]) -> str:
    """What stands in a cell: "5 of 5", and after it how late where it was."""
    counts = _("{n} of {m}", n=row["reports_in"], m=row["reports_due"])
    if row["days_late"] > 0:
        late = ngettext("{n} day late", "{n} days late", int(row["days_late"]))
        return _("{counts} · {late}", counts=counts, late=late)
    return counts


def key() -> str:
    """What the cells say."""
    return _(
        "Reports in, of those that were due in the period. Blue: all came in time. Outlined: some are missing, or came "
        "after the closing day. Hatched: none has come."
    )


def _kind(row: Mapping[str, Any]) -> str:
    if not row["reports_in"]:
        return "none"
    return "all" if row["reports_in"] >= row["reports_due"] and not row["days_late"] > 0 else "some"


def _kinds(look: Look) -> dict[str, dict[str, Any]]:
    # Paler than elsewhere: a number stands on it.
    pattern = {"shape": "/", "size": 9, "fgcolor": look.rule, "bgcolor": look.paper, "solidity": 0.25}
    pale = {"color": look.paper, "pattern": pattern}
    return {"all": {"color": look.better}, "some": {"color": look.band}, "none": pale}


def _told(row: Mapping[str, Any], partners: Mapping[str, str], periods: Mapping[str, str]) -> str:
    came = _("nothing received") if row["received_on"] is None else formats.day(row["received_on"])
    lines = [
        f"<b>{partners[row['partner']]}</b>",
        periods.get(row["period"], row["period"]),
        said(row),
        _("First received: {day}", day=came),
        _("Closing day: {day}", day=formats.day(row["closes"])),
    ]
    return "<br>".join(lines)
