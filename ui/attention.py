"""What calls for the reader: the four figures, what needs a decision, and what changed since the last period."""

from html import escape
from math import isnan, nan
from typing import Any

import pandas as pd
import streamlit as st

from db import queries
from monitoring import findings, formats, remarks
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.wording import FROM_WHOM
from ui import address, cards, reviewing, whole_lists, why
from ui.data import database
from ui.filters import Chosen

SHOWN = 5
LISTED = 3  # open decisions


def four_figures(view: Chosen, totals: pd.Series, before: pd.Series | None) -> None:
    """Delivered of what was due, reports in, past end date, money; each with its change since the last period."""
    share = totals["delivered_of_due"]
    change = None if before is None else share - before["delivered_of_due"]
    counts = _("{n} of {m}", n=totals["reports_in"], m=totals["reports_due"])
    earlier = "" if before is None else _("{n} of {m}", n=before["reports_in"], m=before["reports_due"])
    late = int(totals["past end date"])
    moved = "" if before is None else formats.signed(late - int(before["past end date"]))
    cards.figures(
        (_("Delivered of what was due"), formats.percent(share), since(view, formats.points(change))),
        (_("Reports in for the period"), counts, _("was {value}", value=earlier) if earlier else ""),
        (_("Past end date"), formats.number(late), since(view, moved) if moved else ""),
        _money(view),
    )


def since(view: Chosen, change: str) -> str:
    """A change with the day it is counted from; nothing where there is no earlier period or no figure for it."""
    if view.before is None or change == formats.NOTHING:
        return ""
    return _("{change} since {day}", change=change, day=formats.day(view.before.as_of))


def _money(view: Chosen) -> tuple[str, str, str]:
    """Released, with its change since the last period, and the part of it that is reported."""
    amounts = queries.money(database(), view.dates, view.filters)
    moved = [row for row in rows_of(amounts) if not (isnan(row["released"]) and isnan(row["spent"]))]
    title = _("Funds released, and reported")
    if not moved:
        return title, formats.NOTHING, _("nothing released or reported yet")
    first = moved[0]
    value = formats.money(first["released"], first["currency"], short=True)
    said = _("{amount} reported", amount=formats.money(first["spent"], first["currency"], short=True))
    if first["released"] > 0 and not isnan(first["spent"]):
        said = _("{said} ({share})", said=said, share=formats.percent(first["spent"] / first["released"]))
    more = _released_since(view, first)
    if more:
        said = _("{more}; {said}", more=more, said=said)
    if len(moved) > 1:
        said += ngettext("; and {n} more currency", "; and {n} more currencies", len(moved) - 1)
    return title, value, said


def _released_since(view: Chosen, now: dict[str, Any]) -> str:
    """What was released since the last period in the same currency; nothing where there is no earlier figure."""
    if view.before is None:
        return ""
    rows = rows_of(queries.money(database(), view.before, view.filters))
    earlier = next((row["released"] for row in rows if row["currency"] == now["currency"]), nan)
    change = now["released"] - earlier
    if isnan(change):
        return ""
    sign = "+" if change >= 0 else "−"
    return since(view, sign + formats.money(abs(change), now["currency"], short=True))


def needs_decision(view: Chosen, partners: dict[str, str]) -> None:
    """The five activities that wait longest, and the open decisions of the last review."""
    waiting = queries.needs_decision(database(), view.dates, view.filters)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
        st.header(findings.waiting(len(waiting)), anchor=False, width="content")
        if len(waiting) > SHOWN:
            _see_all("all that need a decision", "decisions", len(waiting))
    if len(waiting):
        head = [(_("Activity"), "most"), (_("Days"), "n"), (_("Waiting for, and asked of"), "wide")]
        held = queries.limits(database(), view.dates)
        with st.container(key="deciding"):  # a phone shows the first three: see ui/theme.py
            first = waiting.head(SHOWN)
            asked = why.activities(first, held, "waiting")
            cards.rows(head, [_waiting(row, partners, one) for row, one in zip(rows_of(first), asked, strict=True)])
        whole_lists.offer_waiting(waiting, partners, view.dates.as_of)
    else:
        st.write(_("Nothing is behind, past its end date or without a report."))
    _decisions(view, partners)


def _see_all(key: str, page: str, count: int = 0) -> None:
    """A link to the page that has all of it, at the right of a heading."""
    word = _("See all {n}", n=count) if count else _("See all")
    st.button(word, key=key, type="tertiary", on_click=address.go, args=(page,))


def _waiting(row: dict[str, Any], partners: dict[str, str], asked: str) -> list[str]:
    mark = DELIVERY_MARKS[Delivery(str(row["status"]))]
    title = cards.opening(str(row["code"]), cards.two_lines(name(row, "title")))
    partner = escape(partners.get(str(row["partner"]), str(row["partner"])))
    who = f'<div class="who one">{cards.mark(mark)} {asked} · {partner}</div>'
    waiting = FROM_WHOM.get(str(row["waiting_for"] or row["cause"] or ""), "")
    whom = escape(remarks.said(row["support_from"]))
    from_whom = f'<div class="who">{whom}</div>'
    if whom:  # a phone has no room for the column
        said = escape(_("asked of: {whom}", whom=remarks.said(row["support_from"])))
        who += f'<div class="who narrow">{said}</div>'
    return [title + who, str(row["days"]), (escape(_(waiting)) if waiting else formats.NOTHING) + from_whom]


def _decisions(view: Chosen, partners: dict[str, str]) -> None:
    found = queries.decisions(database(), view.dates, view.filters)
    still = found[found["is_open"].astype(bool)]
    if found.empty:
        return
    last = max(found["review_on"])
    title = ngettext("{n} decision of reviews is open", "{n} decisions of reviews are open", len(still))
    title = title if len(still) else _("No decision of reviews is open.")
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
        st.markdown(f"**{title}** · " + _("last review {day}", day=formats.day(last)), width="content")
        if len(still) > LISTED:
            _see_all("all open decisions", "review", len(still))
    if len(still):
        head = [("", "most"), ("", "wide"), ("", "n")]  # what, who, by when: they speak for themselves
        with st.container(key="decided"):
            cards.rows(head, [_decided(row) for row in rows_of(still.head(LISTED))])
        reviewing.offer_open(found, partners, view.dates.as_of)


def _decided(row: dict[str, Any]) -> list[str]:
    what = cards.two_lines(name(row, "what"))
    if row["activity"]:
        what = cards.opening(row["activity"], what)
    due = _("by {day}", day=formats.day(row["due_on"], year=False))
    return [what, escape(remarks.said(row["who"])), escape(due)]


def changes(view: Chosen, partners: dict[str, str]) -> None:
    """What moved since the last period, five lines, what slipped first."""
    if view.before is None:
        return
    found = queries.changes(database(), view.before, view.dates, view.filters)
    if found.empty:
        st.header(_("No activity was in the plan at the last period"), anchor=False)
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
        st.header(findings.moved(found, view.before.as_of), anchor=False)
        _see_all("all that changed", "changes")
    some = _some_of_each(found)
    asked = _why_now(view, [row["code"] for row in some])
    body = [[_moved(row, partners, asked[row["code"]])] for row in some]
    cards.rows([(_("Activity: was, and is"), "")], body)
    moved = found[(found["moved"] != "unchanged").to_numpy(dtype=bool)]
    whole_lists.offer_movers(whole_lists.slipped_first(moved), view, partners)


def _why_now(view: Chosen, codes: list[str]) -> dict[str, str]:
    """Why each of some activities has the status it has now, by code."""
    judged = queries.judged_activities(database(), view.dates, view.filters)
    some = judged.iloc[[place for place, code in enumerate(judged["code"].tolist()) if code in codes]]
    asked = why.activities(some, queries.limits(database(), view.dates), "moved")
    return dict(zip(some["code"], asked, strict=True))


def _moved(row: dict[str, Any], partners: dict[str, str], asked: str) -> str:
    """One that moved: what it is, from where to where, whose it is, and the cause where one was reported."""
    was, now = (cards.mark(DELIVERY_MARKS[Delivery(row[column])]) for column in ("before", "after"))
    about = [escape(partners.get(row["partner"], row["partner"]))]
    cause = FROM_WHOM.get(str(row["cause"] or row["waiting_for"] or ""), "")
    if cause and row["moved"] == "slipped":
        about.append(escape(_("cause: {cause}", cause=_(cause))))
    title = cards.opening(row["code"], cards.two_lines(name(row, "title")))
    return f'{title}<div class="who">{was} → {now} {asked} · {" · ".join(about)}</div>'


def _some_of_each(found: pd.DataFrame) -> list[dict[str, Any]]:
    """Three that slipped and two that moved forward, or more of one where the other has fewer."""
    ways = found["moved"].tolist()
    slipped, forward = ([place for place, one in enumerate(ways) if one == way] for way in ("slipped", "forward"))
    first = slipped[: max(3, SHOWN - len(forward))]
    return rows_of(found.iloc[first + forward[: SHOWN - len(first)]])
