"""What calls for the reader: the four figures, what needs a decision, and what changed since the last period."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from db import queries
from monitoring import findings, formats
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.wording import FROM_WHOM
from ui import address, cards
from ui.data import database
from ui.filters import Chosen

SHOWN = 5


def four_figures(view: Chosen, totals: pd.Series, before: pd.Series | None) -> None:
    """Delivered of what was due, reports in, past end date, money; each with its change since the last period."""
    with st.grid(4, min_column_width=150):
        share = totals["delivered_of_due"]
        change = None if before is None else share - before["delivered_of_due"]
        cards.figure(_("Delivered of what was due"), formats.percent(share), since(view, formats.points(change)))
        counts = _("{n} of {m}", n=totals["reports_in"], m=totals["reports_due"])
        earlier = "" if before is None else _("{n} of {m}", n=before["reports_in"], m=before["reports_due"])
        cards.figure(_("Reports in for the period"), counts, _("was {value}", value=earlier) if earlier else "")
        late = int(totals["past end date"])
        moved = "" if before is None else formats.signed(late - int(before["past end date"]))
        cards.figure(_("Past end date"), formats.number(late), since(view, moved) if moved else "")
        _money(view)


def since(view: Chosen, change: str) -> str:
    """A change with the day it is counted from; nothing where there is no earlier period or no figure for it."""
    if view.before is None or change == formats.NOTHING:
        return ""
    return _("{change} since {day}", change=change, day=formats.day(view.before.as_of))


def _money(view: Chosen) -> None:
    amounts = queries.money(database(), view.dates, view.filters)
    moved = amounts[amounts["released"].notna() | amounts["spent"].notna()]
    title = _("Funds released, and reported")
    if moved.empty:
        cards.figure(title, formats.NOTHING, _("nothing released or reported yet"))
        return
    first = moved.iloc[0]
    value = formats.money(first["released"], first["currency"], short=True)
    said = _("{amount} reported", amount=formats.money(first["spent"], first["currency"], short=True))
    if first["released"] > 0 and not pd.isna(first["spent"]):
        said = _("{said} ({share})", said=said, share=formats.percent(first["spent"] / first["released"]))
    if len(moved) > 1:
        said += ngettext("; and {n} more currency", "; and {n} more currencies", len(moved) - 1)
    cards.figure(title, value, said)


def needs_decision(view: Chosen, partners: dict[str, str]) -> None:
    """The five activities that wait longest, and the open decisions of the last review."""
    waiting = queries.needs_decision(database(), view.dates, view.filters)
    st.subheader(
        ngettext("{n} activity needs a decision", "{n} activities need a decision", len(waiting)), anchor=False
    )
    if len(waiting):
        head = [(_("Activity"), "most"), (_("Days"), "n"), (_("Waiting for, and asked of"), "wide")]
        with st.container(key="deciding"):  # a phone shows the first three: see ui/theme.py
            cards.rows(head, [_waiting(row, partners) for row in rows_of(waiting.head(SHOWN))])
        late = [Delivery.PAST_END.value, Delivery.BEHIND.value, Delivery.NO_REPORT.value]
        st.button(
            _("See all {n}", n=len(waiting)),
            key="all that need a decision",
            on_click=address.go,
            args=("pages/progress/activities.py",),
            kwargs={"status": late},
        )
    else:
        st.write(_("Nothing is behind, past its end date or without a report."))
    _decisions(view)


def _waiting(row: dict[str, object], partners: dict[str, str]) -> list[str]:
    mark = DELIVERY_MARKS[Delivery(str(row["status"]))]
    title = cards.opening(str(row["code"]), cards.two_lines(name(row, "title")))
    partner = escape(partners.get(str(row["partner"]), str(row["partner"])))
    who = f'<div class="who one">{cards.mark(mark)} · {partner}</div>'
    waiting = FROM_WHOM.get(str(row["waiting_for"] or row["cause"] or ""), "")
    asked = cards.one_line(str(row["support_from"] or ""), "who")
    return [title + who, str(row["days"]), (escape(_(waiting)) if waiting else formats.NOTHING) + asked]


def _decisions(view: Chosen) -> None:
    found = queries.decisions(database(), view.dates)
    still = found[found["is_open"].astype(bool)]
    if found.empty:
        return
    last = max(found["review_on"])
    st.markdown(
        "**"
        + ngettext("{n} decision of reviews is open", "{n} decisions of reviews are open", len(still))
        + "** · "
        + _("last review {day}", day=formats.day(last))
    )
    if len(still):
        head = [(_("Decision"), "most"), (_("Who"), "wide"), (_("By"), "n")]
        body = [
            [
                cards.one_line(name(row, "what")),
                cards.one_line(str(row["who"])),
                escape(formats.day(row["due_on"], year=False)),
            ]
            for row in rows_of(still.head(3))
        ]
        cards.rows(head, body)


def changes(view: Chosen, partners: dict[str, str]) -> None:
    """What moved since the last period, five lines, what slipped first."""
    if view.before is None:
        return
    found = queries.changes(database(), view.before, view.dates, view.filters)
    if found.empty:
        st.subheader(_("No activity was in the plan at the last period"), anchor=False)
        return
    st.subheader(findings.moved(found, view.before.as_of), anchor=False)
    body = [
        [
            cards.opening(row["code"], cards.one_line(name(row, "title")))
            + cards.one_line(partners.get(row["partner"], row["partner"]), "who"),
            cards.mark(DELIVERY_MARKS[Delivery(row["before"])]),
            cards.mark(DELIVERY_MARKS[Delivery(row["after"])]),
        ]
        for row in _some_of_each(found)
    ]
    cards.rows([(_("Activity"), "most"), (_("Was"), ""), (_("Is"), "")], body)


def _some_of_each(found: pd.DataFrame) -> list[dict[str, Any]]:
    """Three that slipped and two that moved forward, or more of one where the other has fewer."""
    rows = rows_of(found)
    slipped, forward = ([row for row in rows if row["moved"] == way] for way in ("slipped", "forward"))
    first = slipped[: max(3, SHOWN - len(forward))]
    return first + forward[: SHOWN - len(first)]
