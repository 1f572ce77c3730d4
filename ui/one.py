"""What the pages on one workplan and on one goal share: which one, what waits, and what has been decided."""

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from db import queries
from monitoring import formats, remarks
from monitoring.language import gettext as _
from monitoring.language import ngettext, spoken
from monitoring.rows import rows_of
from ui import address, cards, deciding, facts, naming, reviewing, table_files, whole_lists
from ui.data import database
from ui.filters import Chosen


def choose(label: str, key: str, words: Mapping[str, str], picked: tuple[str, ...]) -> str:
    """Draw the choice of the one shown, and give its code; empty where none, or several, are picked."""
    code = picked[0] if len(picked) == 1 and picked[0] in words else ""
    box = f"the one {key} {spoken()}"  # a field keeps the words that it was first drawn with
    st.session_state[box] = code or None

    def changed() -> None:
        address.pick(**{key: [st.session_state[box]]})

    st.selectbox(
        label,
        list(words),
        key=box,
        format_func=lambda one: words.get(one, one),
        placeholder=_("Choose one"),
        on_change=changed,
        width=520,
        filter_mode=None,
    )
    return code


def every(words: Mapping[str, str], page: str, key: str) -> None:
    """The ones that can be chosen, as links."""
    links = "".join(
        f'<a class="card" href="{escape(address.link(page, **{key: code}))}">{escape(called)}</a>'
        for code, called in words.items()
    )
    if links:
        st.html(links)


def nothing(view: Chosen) -> None:
    """Say why this one has no activities: the database has none for this date, or the filters leave none."""
    cards.nothing_here(bool(queries.totals(database(), view.dates)["activities"]))


def waiting(view: Chosen, partners: Mapping[str, str]) -> None:
    """What needs a decision here, and the decisions of reviews about it."""
    found = queries.needs_decision(database(), view.dates, view.filters)
    title = ngettext("{n} activity needs a decision", "{n} activities need a decision", len(found))
    st.header(title, anchor=False)
    if found.empty:
        st.write(_("Nothing is behind, past its end date or without a report."))
    else:
        deciding.table(found, partners, queries.limits(database(), view.dates), view.dates.as_of)
        whole_lists.offer_waiting(found, partners, view.dates.as_of)
    decided = queries.decisions(database(), view.dates, view.filters)
    if len(decided):
        st.header(reviewing.finding(decided, view.dates.as_of), anchor=False)
        reviewing.register(decided, partners, view.dates.as_of)


def signed(view: Chosen, partner: str, partners: Mapping[str, str]) -> None:
    """The workplans that a partner has signed, with whom else, and how sure that is."""
    found = queries.signatories(database(), view.dates)
    own = found[found["workplan"].isin(set(found[found["partner"] == partner]["workplan"])).to_numpy(dtype=bool)]
    lines = []
    for _code, rows in own.groupby("workplan", sort=False):
        first = rows_of(rows)[0]
        others = ", ".join(partners.get(code, code) for code in rows["partner"] if code != partner)
        also = _(", together with {names}", names=others) if others else ""
        day = formats.day(first["signed_on"])
        said = _("Signed on {day}{also}.", day=day, also=also)
        lines.append(f"{escape(said)} {escape(facts.sourced(first))}.")
    if lines:
        st.html(f'<div class="strip"><span class="who">{" ".join(lines)}</span></div>')


def sent(view: Chosen, partner: str) -> None:
    """What a partner has sent, the newest first."""
    found: pd.DataFrame = queries.submissions(database(), view.dates.known_on, (partner,), limit=8)
    st.header(_("What was sent"), anchor=False)
    if found.empty:
        st.write(_("Nobody has sent anything yet."))
        return
    periods = naming.periods()
    body = []
    for row in rows_of(found):
        counts = ngettext("{n} report", "{n} reports", int(row["reports"]))
        tag = cards.tag(_("does not count"))
        state = "" if row["counts"] else f" {tag}"
        body.append(
            [
                escape(formats.moment(row["recorded"])) + state,
                escape(periods.get(row["period"], "")),
                escape(counts),
                escape(remarks.said(row["reported_by"] or row["uploaded_by"])),
            ]
        )
    head = [(_("Received"), ""), (_("Period"), ""), (_("Reports"), "n"), (_("Reported by"), "wide")]
    table_files.rows(head, body, "sent", table_files.made_up(found))
