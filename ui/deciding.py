"""What needs a decision, ranked, with what it takes to be on schedule again; and ratings that disagree."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from db.queries.money import DirectCash
from monitoring import formats, remarks
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from monitoring.money import judge_cash
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, RATING_WORDS, Delivery
from monitoring.thresholds import Thresholds
from monitoring.wording import FROM_WHOM
from ui import cards, more, table_files, why

STEP = 50  # rows at a time
BY_DAYS, BY_WAITING = "days", "waiting"


def ranked(waiting: pd.DataFrame, partners: Mapping[str, str], held: Thresholds, as_of: date) -> None:
    """The activities that wait (:func:`db.queries.attention.needs_decision`), ranked as the reader picks."""
    words = {BY_DAYS: _("By days"), BY_WAITING: _("By what it waits for")}
    way = st.segmented_control(
        _("Ranked"), list(words), format_func=lambda key: words[key], default=BY_DAYS, required=True, key="ranked"
    )
    reasons = [waited_for(row) for row in rows_of(waiting)]
    count = more.count("waiting shown", STEP)
    if way == BY_DAYS:
        table(waiting.head(count), partners, held, as_of)
        more.offer("waiting shown", STEP, len(waiting))
        return
    # The reason that most activities wait for comes first.
    for reason in sorted(set(reasons), key=lambda one: (not one, -reasons.count(one), one)):
        title = _(FROM_WHOM[reason]) if reason else _("Nobody said what for")
        st.markdown(f"**{title}** · {reasons.count(reason)}")
        table(waiting[[one == reason for one in reasons]].head(count), partners, held, as_of)
    more.offer("waiting shown", STEP, max(Counter(reasons).values()))


def disagreements(apart: pd.DataFrame, partners: Mapping[str, str], held: Thresholds) -> None:
    """The rating that a person reported, beside the status that was computed."""
    if apart.empty:
        st.write(_("Every rating that was reported fits the computed status."))
        return
    count = more.count("apart shown", STEP)
    head = [(_("Activity"), ""), (_("Reported rating"), "wide"), (_("Computed status"), "")]
    asked = [*why.activities(apart.head(count), held, "apart"), *[""] * (len(apart) - count)]
    body = [_apart(row, partners, one) for row, one in zip(rows_of(apart), asked, strict=True)]
    table_files.rows(head, body[:count], "ratings that disagree", table_files.made_up(apart), whole=body)
    more.offer("apart shown", STEP, len(apart))


def _apart(row: Mapping[str, Any], partners: Mapping[str, str], asked: str) -> list[str]:
    mark = f'{_mark(row)} {asked}<div class="who narrow">{_rated(row, True)}</div>'
    return [_title(row, partners), _rated(row), mark]


def _rated(row: Mapping[str, Any], told: bool = False) -> str:
    """The rating that was reported, as HTML; ``told``: in a line that says what it is."""
    word = _(RATING_WORDS[row["rating"]])
    return escape(_("reported as: {rating}", rating=word) if told else word)


def cash(found: pd.DataFrame, direct: Mapping[str, DirectCash], partners: Mapping[str, str], held: Thresholds) -> None:
    """Activities whose reported direct cash runs ahead of what is delivered; ``found`` of judged_activities."""
    flagged = []
    for row in rows_of(found[found["code"].isin(direct).to_numpy(dtype=bool)]):
        own = direct[row["code"]]
        judged = judge_cash(own.released, own.reported, None if pd.isna(row["delivered"]) else row["delivered"], held)
        if judged.flagged:
            flagged.append((row, own, judged))
    title = ngettext(
        "{n} activity reports cash ahead of delivery", "{n} activities report cash ahead of delivery", len(flagged)
    )
    st.header(title, anchor=False)
    limit = formats.number(held.cash_ahead_points)
    st.caption(_("Flagged when the part of direct cash that is reported is more than {n} points ahead.", n=limit))
    if not flagged:
        return
    head = [(_("Activity"), ""), (_("Direct cash released"), "wide"), (_("Reported"), "n"), (_("Delivered"), "n")]
    body = [
        [
            _title(row, partners),
            escape(formats.money(own.released, own.currency)),
            formats.percent(judged.utilisation),
            formats.percent(row["delivered"]),
        ]
        for row, own, judged in flagged
    ]
    made_up = any(row["illustrative"] for row, _own, _judged in flagged)
    table_files.rows(head, body[: more.count("cash shown", STEP)], "cash ahead", made_up, whole=body)
    more.offer("cash shown", STEP, len(flagged))


def waited_for(row: Mapping[str, Any]) -> str:
    """The key of what an activity waits for, or of the cause of its delay; empty when nobody said."""
    return str(row["waiting_for"] or row["cause"] or "")


def _days(row: Mapping[str, Any]) -> str:
    """The days that an activity is ranked by, and from when they are counted, as HTML."""
    since = {Delivery.PAST_END.value: _("past the end"), Delivery.BEHIND.value: _("behind the plan")}
    counted = since.get(row["status"], _("since the start"))
    return f'{row["days"]}<div class="who">{escape(counted)}</div>'


def to_catch_up(row: Mapping[str, Any], as_of: date) -> str:
    """What it takes to be on schedule again, in a sentence."""
    if row["status"] == Delivery.PAST_END.value:
        left = formats.percent(1 - (row["delivered"] if row["delivered"] >= 0 else 0))
        return _("Deliver the {left} that are left, or agree on a new end date.", left=left)
    needed = formats.percent(row["needed"])
    if row["status"] == Delivery.NO_REPORT.value:
        if row["days_past_end"] > 0:
            return _("Report it completed, or agree on a new end date.")
        if not row["needed"] > 0:  # nothing was asked for yet, or the end is past
            return _("Send the report.")
        return _("Send the report; {share} by {day} is on schedule.", share=needed, day=formats.day(as_of))
    more = formats.number((row["needed"] - row["delivered"]) * 100)
    return _("{more} points more: {share} by {day}.", more=more, share=needed, day=formats.day(as_of))


def table(waiting: pd.DataFrame, partners: Mapping[str, str], held: Thresholds, as_of: date) -> None:
    """Activities that wait, as they stand: days, what they wait for, and what it takes to be on schedule again."""
    asked = why.activities(waiting, held, "ranked")
    body = [_waits(row, partners, as_of, one) for row, one in zip(rows_of(waiting), asked, strict=True)]
    head = [(_("Activity"), ""), (_("Days"), "n"), (_("Waiting for, and asked of"), "wide")]
    cards.rows([*head, (_("On schedule again"), "wide")], body)


def _waits(row: Mapping[str, Any], partners: Mapping[str, str], as_of: date, asked: str) -> list[str]:
    reason = waited_for(row)
    whom = f'<div class="who">{escape(remarks.said(row["support_from"]))}</div>'
    title = f'{_title(row, partners)}<div class="who">{_mark(row)} {asked}</div>'
    if reason:  # a phone has no room for the columns
        waiting_for = escape(_("waiting for: {what}", what=_(FROM_WHOM[reason])))
        title += f'<div class="who narrow">{waiting_for}</div>'
    again = escape(to_catch_up(row, as_of))
    title += f'<div class="who narrow">{again}</div>'
    waits = (escape(_(FROM_WHOM[reason])) if reason else formats.NOTHING) + whom
    return [title, _days(row), waits, again]


def _title(row: Mapping[str, Any], partners: Mapping[str, str]) -> str:
    partner = escape(partners.get(row["partner"], row["partner"]))
    return f'{cards.opening(row["code"], escape(name(row, "title")))}<div class="who">{partner}</div>'


def _mark(row: Mapping[str, Any]) -> str:
    return cards.mark(DELIVERY_MARKS[Delivery(row["status"])])
