"""Lists that a phone shows in place of wide charts and tables: statuses, activities, the timeline, and reports in."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from ui import address, cards, more
from ui.phone import made_up
from ui.theme import is_dark

STEP = 25
# What stands for a pattern of the chart, where statuses share one grey: rules of style in ui/theme.py.
PATTERNS = {
    Delivery.NO_REPORT: "silent",
    Delivery.REPORT_NOT_DUE: "dots",
    Delivery.POSTPONED: "bars",
    Delivery.CARRIED_OVER: "lines",
    Delivery.CANCELLED: "crossed",
}


def statuses(progress: pd.DataFrame, names: Mapping[str, str], key: str) -> None:
    """A bar of statuses for each row of :func:`db.queries.progress.progress_by`, with its labels as a list."""
    lines = []
    for row in rows_of(progress):
        there = [status for status in Delivery if row[status.value]]
        parts = "".join(_part(status, row[status.value] / row["activities"]) for status in there)
        labels = "".join(f"<span>{cards.mark(DELIVERY_MARKS[one])} {int(row[one.value])}</span>" for one in there)
        called = escape(_("{name} · {n}", name=names.get(row["group"], row["group"]), n=row["activities"]))
        lines.append(
            f'<div class="card"><div>{called}</div><div class="stack" aria-hidden="true">{parts}</div>'
            f'<div class="key note">{labels}</div></div>'
        )
    with st.container(key=f"phone-statuses-{key}"):
        st.html(made_up(progress) + "".join(lines))


def _part(status: Delivery, share: float) -> str:
    mark = DELIVERY_MARKS[status]
    grey = mark.outlined or status in PATTERNS
    colour = "" if grey else f"background:{mark.fill(is_dark())};"
    kind = f"grey {PATTERNS.get(status, '')}" if grey else ""
    return f'<div class="{kind}" style="{colour}width:{share:.2%}"></div>'


def activities(found: pd.DataFrame, names: Mapping[str, str], key: str) -> None:
    """Title, partner, bar, status and end of each activity; a tap opens it. ``found`` of judged_activities."""
    listed = f"phone list of {key}"
    with st.container(key=f"phone-activities-{key.replace(' ', '-')}"):
        shown = found.head(more.count(listed, STEP))
        st.html("".join(_activity(row, names.get(row["partner"], row["partner"])) for row in rows_of(shown)))
        more.offer(listed, STEP, len(found))


def timeline(rows: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Title, bar, status and end date of each activity, under its partner; a tap opens it.

    ``rows`` as :func:`monitoring.timeline.picked` gives them.
    """
    lines, partner = [], ""
    for row in rows_of(rows):
        if row["partner"] != partner:
            partner = row["partner"]
            lines.append(f'<div class="whose">{escape(names.get(partner, partner))}</div>')
        lines.append(_activity(row))
    with st.container(key="phone-timeline"):
        st.html(made_up(rows) + "".join(lines))


def _activity(row: dict[str, Any], partner: str = "") -> str:
    target = address.link("activities", activity=row["code"])
    whose = f'<div class="note">{escape(partner)}</div>' if partner else ""
    share = row["delivered"] if row["delivered"] > 0 else 0.0
    delivered = _("Delivered: {share}", share=formats.percent(row["delivered"]))
    said = [delivered] if row["delivered"] >= 0 else []
    said.append(_("ends {day}", day=formats.day(row["ends"])))
    if row["first_ends"] != row["ends"]:
        said.append(_("first {day}", day=formats.day(row["first_ends"])))
    return (
        f'<a class="card" href="{escape(target)}"><div>{escape(name(row, "title"))}</div>{whose}'
        f'<div class="track" role="img" aria-label="{escape(delivered)}">'
        f'<div class="done" style="width:{share:.1%}"></div></div>'
        f'<div class="note">{cards.mark(DELIVERY_MARKS[Delivery(row["status"])])} · '
        f"{escape(' · '.join(said))}</div></a>"
    )


def punctuality(found: pd.DataFrame, names: Mapping[str, str], periods: Mapping[str, str]) -> None:
    """Each partner with what has come for the newest period; ``found`` of db.queries.punctuality."""
    newest = found["period"].iloc[-1]
    lines = []
    for row in rows_of(found[(found["period"] == newest).to_numpy(dtype=bool)]):
        said = [_("{n} of {m} reports in", n=row["reports_in"], m=row["reports_due"])]
        if row["days_late"] > 0:
            said.append(ngettext("{n} day late", "{n} days late", int(row["days_late"])))
        called = escape(names.get(row["partner"], row["partner"]))
        lines.append(f'<div class="card"><div>{called}</div><div class="note">{escape(", ".join(said))}</div></div>')
    with st.container(key="phone-punctuality"):
        st.html(f'<div class="whose">{escape(periods.get(newest, newest))}</div>' + "".join(lines))
