"""What changed between two moments, as lists: the movers with reason, newly silent, new values, amendments."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from db import queries
from monitoring import formats, remarks
from monitoring.language import gettext as _
from monitoring.language import name, names_by_code, ngettext
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.wording import AMENDMENT, FROM_WHOM
from ui import cards, more, paper, results, table_files, whole_lists, why
from ui.data import database
from ui.filters import Chosen

STEP = 15
PAIR = "pair of statuses"


def narrow(picked: object) -> None:
    """Show only the movers of a cell that was clicked."""
    st.session_state[PAIR] = picked


def movers(found: pd.DataFrame, view: Chosen, partners: Mapping[str, str]) -> None:
    """The activities that moved, what slipped first, each with reason and who reported it."""
    pair = st.session_state.get(PAIR)
    shown = found[found["moved"] != "unchanged"]
    if pair:
        shown = found[((found["before"] == pair[0]) & (found["after"] == pair[1])).to_numpy(dtype=bool)]
        words = [DELIVERY_MARKS[Delivery(word)].label for word in pair]
        st.header(_("{before} → {after}", before=words[0], after=words[1]), anchor=False)
        st.button(_("Show all that moved"), on_click=lambda: st.session_state.pop(PAIR))
    else:
        st.header(ngettext("{n} activity moved", "{n} activities moved", len(shown)), anchor=False)
    shown = whole_lists.slipped_first(shown)
    count = more.count("movers", STEP)
    judged = queries.judged_activities(database(), view.dates, view.filters)
    own = judged[judged["code"].isin(set(shown["code"].head(count))).to_numpy(dtype=bool)]  # nobody asks on paper
    asked = dict(zip(own["code"], why.activities(own, queries.limits(database(), view.dates), "movers"), strict=True))
    sent = _senders(view)
    head = [(_("Activity"), ""), (_("Was, and is"), ""), (_("Delivered"), "n wide"), (_("Reported by"), "wide")]
    first = shown.head(max(count, paper.MOST))
    body = [_mover(row, partners, asked.get(row["code"], ""), sent.get(row["code"])) for row in rows_of(first)]
    if body:
        cards.rows(head, body[:count], body[count:])
        more.offer("movers", STEP, len(shown))
        whole_lists.offer_movers(shown, view, partners)


def _mover(
    row: Mapping[str, Any], partners: Mapping[str, str], asked: str, sent: Mapping[str, Any] | None
) -> list[str]:
    was, now = (cards.mark(DELIVERY_MARKS[Delivery(row[column])]) for column in ("before", "after"))
    partner = escape(partners.get(row["partner"], row["partner"]))
    cause = FROM_WHOM.get(str(row["cause"] or row["waiting_for"] or ""), "")
    said = _("cause: {cause}", cause=_(cause)) if cause else ""
    reason = f'<div class="who">{escape(said)}</div>'
    shares = _(
        "{before} → {after}", before=formats.percent(row["delivered_before"]), after=formats.percent(row["delivered"])
    )
    title = cards.opening(row["code"], escape(name(row, "title")))
    # A phone has no room for the columns at the right.
    sender = f'<div class="who narrow">{escape(shares)} · {by(sent)}</div>'
    return [
        f'{title}<div class="who">{partner}</div>{sender}',
        f"{was} → {now} {asked}{reason}",
        escape(shares),
        by(sent),
    ]


def by(sent: Mapping[str, Any] | None) -> str:
    """Who reported, with post, or who uploaded it, and for which day, as HTML; a dash for nobody."""
    if sent is None:
        return formats.NOTHING
    who = ", ".join(str(part) for part in (sent["reported_by"], remarks.said(sent.get("post"))) if part)
    who = who or remarks.said(sent["uploaded_by"])
    return f'{escape(who or formats.NOTHING)}<div class="who">{escape(formats.day(sent["as_of"]))}</div>'


def _senders(view: Chosen) -> dict[str, dict[str, Any]]:
    return {row["code"]: row for row in rows_of(queries.senders(database(), view.dates, view.filters.years))}


def silent(found: pd.DataFrame, view: Chosen, partners: Mapping[str, str]) -> None:
    """Activities that miss a report now and did not before, each with its last report and who sent that."""
    st.header(
        ngettext("{n} activity newly misses a report", "{n} activities newly miss a report", len(found))
        if len(found)
        else _("No activity newly misses a report"),
        anchor=False,
    )
    if found.empty:
        return
    sent = _senders(view)
    head = [(_("Activity"), ""), (_("Last report by"), "")]
    body = [
        [
            f"{cards.opening(row['code'], escape(name(row, 'title')))}"
            f'<div class="who">{escape(partners.get(row["partner"], row["partner"]))}</div>',
            by(sent[row["code"]]) if row["code"] in sent else escape(_("never reported")),
        ]
        for row in rows_of(found)
    ]
    shown = body[: more.count("newly silent", STEP)]
    table_files.rows(head, shown, "newly silent", table_files.made_up(found), whole=body)
    more.offer("newly silent", STEP, len(found))


def values(found: pd.DataFrame, indicators: pd.DataFrame) -> None:
    """New values of indicators, with their source and who sent them; of groups of children only how many."""
    totals = results.totals_of(found)
    title = ngettext("{n} new value of an indicator", "{n} new values of indicators", len(totals))
    st.header(title if len(totals) else _("No new value of an indicator"), anchor=False)
    names = names_by_code(indicators)
    units = dict(zip(indicators["code"], indicators["unit"], strict=True))
    head = [(_("Indicator"), ""), (_("Value"), "n"), (_("For"), "n"), (_("Source"), "wide")]
    body = [
        [
            escape(names.get(row["indicator"], row["indicator"])),
            escape(formats.value(row["value"], units.get(row["indicator"], ""))),
            str(row["observed_on"].year),
            escape(str(row["source"]))
            + f'<div class="who">{escape(remarks.said(row["reported_by"] or row["uploaded_by"]))}</div>',
        ]
        for row in rows_of(totals.iloc[::-1])
    ]
    if body:
        table_files.rows(head, body[: more.count("new values", STEP)], "new values", whole=body)
    more.offer("new values", STEP, len(totals))
    grouped = len(found) - len(totals)
    if grouped:
        st.caption(
            ngettext(
                "And {n} value of a group of children, on the page of its indicator.",
                "And {n} values of groups of children, on the pages of their indicators.",
                grouped,
            )
        )


def amendments(found: pd.DataFrame) -> None:
    """Signed changes of the plan: what, why, by which letter, and who recorded them when."""
    title = ngettext("{n} amendment of the plan", "{n} amendments of the plan", len(found))
    st.header(title if len(found) else _("No amendment of the plan"), anchor=False)
    if found.empty:
        return
    count = more.count("amended", STEP)
    body = [_amendment(row) for row in rows_of(found)]
    head = [
        (_("Activity"), ""),
        (_("Change"), "wide"),
        (_("Reason"), "wide"),
        (_("Signed"), "wide"),
        (_("Reported by"), "wide"),
    ]
    on_paper = body[count : max(count, paper.MOST)]
    table_files.rows(head, body[:count], "amendments", table_files.made_up(found), on_paper, body)
    more.offer("amended", STEP, len(found))


def _amendment(row: Mapping[str, Any]) -> list[str]:
    change = AMENDMENT[row["kind"]]
    dates = f"{formats.day(row['starts'])} – {formats.day(row['ends'])}"
    reason, day = remarks.said(row["reason"]), formats.day(row["signed_on"])
    who = remarks.said(row["reported_by"] or row["uploaded_by"])
    # A phone has no room for the columns at the right.
    told = f"{escape(_(change))}, {escape(dates)}<br>{escape(reason)}<br>{escape(day)} · {escape(who)}"
    return [
        f'{cards.opening(row["code"], escape(name(row, "title")))}<div class="who narrow">{told}</div>',
        f'{escape(_(change))}<div class="who one">{escape(dates)}</div>',
        escape(reason),
        f'{escape(day)}<div class="who">{escape(row["letter"])}</div>',
        f'{escape(who or formats.NOTHING)}<div class="who">{escape(formats.day(row["recorded"].date()))}</div>',
    ]
