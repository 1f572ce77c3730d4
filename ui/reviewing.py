"""The register of decisions of reviews, and the agenda of the next review made from what is shown."""

from collections.abc import Mapping
from datetime import date
from html import escape
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
from ui import cards, naming, strip, table_files, unknowns, why
from ui.data import database
from ui.deciding import waited_for
from ui.filters import Chosen
from ui.table_files import Head

TOPICS = 5
OPEN = "open decisions"


def finding(found: pd.DataFrame, as_of: date) -> str:
    """How many decisions are open, and how many of those past their day; ``found`` of decisions."""
    still = [row for row in rows_of(found) if row["is_open"]]
    if not still:
        return _("No decision of reviews is open.")
    late = sum(row["due_on"] < as_of for row in still)
    opened = ngettext("{n} decision of reviews is open", "{n} decisions of reviews are open", len(still))
    if not late:
        return _("{opened}; none is past its day.", opened=opened)
    return ngettext("{opened}; {n} is past its day.", "{opened}; {n} are past their day.", late, opened=opened)


def register(found: pd.DataFrame, partners: Mapping[str, str], as_of: date) -> None:
    """The open decisions by the day they are due, then those that are done, the newest first."""
    rows = rows_of(found)
    still = [row for row in rows if row["is_open"]]
    done = sorted((row for row in rows if not row["is_open"]), key=lambda row: row["done_on"], reverse=True)
    if still:
        head, body = _still_open(still, partners, as_of)
        table_files.rows(head, body, OPEN, table_files.made_up(found))
    if done:
        with st.expander(ngettext("{n} decision is done", "{n} decisions are done", len(done))):
            head = [(_("What was decided"), ""), (_("Who"), "wide"), (_("Review"), "wide"), (_("Done on"), "")]
            body = [[*_about(row, partners), escape(formats.day(row["done_on"]))] for row in done]
            table_files.rows(head, body, "done decisions", table_files.made_up(found))


def offer_open(found: pd.DataFrame, partners: Mapping[str, str], as_of: date) -> None:
    """The button for all open decisions, where a page shows some; ``found`` of decisions."""
    head, body = _still_open([row for row in rows_of(found) if row["is_open"]], partners, as_of)
    table_files.offer(lambda: table_files.plain(head, body), OPEN, table_files.made_up(found))


def _still_open(rows: list[dict[str, Any]], partners: Mapping[str, str], as_of: date) -> tuple[Head, list[list[str]]]:
    head = [(_("What was decided"), ""), (_("Who"), "wide"), (_("Review"), "wide"), (_("By when"), "")]
    return head, [[*_about(row, partners), _due(row, as_of)] for row in rows]


def agenda(view: Chosen, totals: pd.Series, found: pd.DataFrame, partners: Mapping[str, str]) -> None:
    """Where we stand, what changed, what needs a decision, what is still open, and what is not known."""
    by_area = queries.progress_by(database(), view.dates, "area", view.filters)
    by_partner = queries.progress_by(database(), view.dates, "partner", view.filters)
    indicators = queries.judged_indicators(database(), view.dates, view.filters)
    waiting = queries.needs_decision(database(), view.dates, view.filters)
    still = [row for row in rows_of(found) if row["is_open"]]
    _topic(_("Where we stand"), [findings.overview(totals, by_area, naming.areas(), view.dates.as_of)])
    if view.before is not None:
        moved = queries.changes(database(), view.before, view.dates, view.filters)
        if len(moved):
            _topic(_("What changed"), [findings.moved(moved, view.before.as_of)])
    title = ngettext("{n} activity needs a decision", "{n} activities need a decision", len(waiting))
    first = waiting.head(TOPICS)
    asked = why.activities(first, queries.limits(database(), view.dates), "agenda")
    lines = [f"{escape(_waiting(row, partners))} {one}" for row, one in zip(rows_of(first), asked, strict=True)]
    if len(waiting) > TOPICS:
        lines.append(escape(_("and {n} more, on the page “Needs a decision”", n=len(waiting) - TOPICS)))
    _topic(title, lines, escaped=True)
    if still:
        title = ngettext("{n} decision of reviews is open", "{n} decisions of reviews are open", len(still))
        _topic(title, [_decided(row) for row in still])
    _topic(_("What we do not know"), unknowns.lines(view, totals, by_partner, indicators))
    shown = [_("Data to {day}", day=formats.day(view.dates.as_of)), *strip.in_words(view.filters)]
    st.caption(" · ".join(shown))


def _topic(title: str, lines: list[str], escaped: bool = False) -> None:
    """A heading of the agenda with its lines."""
    listed = "".join(f"<li>{line if escaped else escape(line)}</li>" for line in lines)
    st.html(f"<b>{escape(title)}</b><ul>{listed}</ul>")


def _waiting(row: Mapping[str, Any], partners: Mapping[str, str]) -> str:
    """One activity that waits, in a line: what, whose, status with days, and what it waits for."""
    parts = [
        partners.get(row["partner"], row["partner"]),
        DELIVERY_MARKS[Delivery(row["status"])].label,
        ngettext("{n} day", "{n} days", int(row["days"])),
    ]
    reason = waited_for(row)
    if reason:
        parts.append(_("waiting for: {what}", what=_(FROM_WHOM[reason])))
    return f"{name(row, 'title')} ({', '.join(parts)})"


def _decided(row: Mapping[str, Any]) -> str:
    """One open decision, in a line: what, about which activity, who, by when."""
    about = [name(row, "title")] if row["title_en"] else []
    return f"{name(row, 'what')} ({' · '.join([*about, remarks.said(row['who']), formats.day(row['due_on'])])})"


def _about(row: Mapping[str, Any], partners: Mapping[str, str]) -> list[str]:
    what = escape(name(row, "what"))
    if row["activity"]:
        what = cards.opening(row["activity"], what)
    tag = f" {cards.illustrative_tag()}" if row["illustrative"] else ""
    whose = escape(partners.get(row["partner"], row["partner"] or ""))
    who = f'<div class="who narrow">{escape(remarks.said(row["who"]))}</div>'
    return [
        f'{what}{tag}<div class="who">{_of(row)}{whose}</div>{who}',
        escape(remarks.said(row["who"])),
        escape(formats.day(row["review_on"])),
    ]


def _of(row: Mapping[str, Any]) -> str:
    """The activity that a decision is about, as it stands on paper too, where nothing opens."""
    return f"{escape(name(row, 'title'))} · " if row["title_en"] else ""


def _due(row: Mapping[str, Any], as_of: date) -> str:
    day = escape(formats.day(row["due_on"]))
    past = cards.tag(_("past its day"))
    return f"{day} {past}" if row["due_on"] < as_of else day
