"""The submissions, newest first: who sent what, the files they came in, Undo, and the way back."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from db import queries
from monitoring import formats, remarks
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.rows import rows_of
from monitoring.wording import EVENT
from pages.reporting.sending import sent_files
from ui import cards, files_kept, more, naming, undoing
from ui.data import database
from ui.filters import Chosen

STEP = 10


def draw(view: Chosen, partners: Mapping[str, str]) -> None:
    """Submissions, newest first, each with Undo or, where it was withdrawn, with the way back."""
    st.header(_("Submissions"), anchor=False)
    count = more.count("submissions shown", STEP)
    found = queries.submissions(database(), view.dates.known_on, view.filters.partners, limit=count + 1)
    if view.filters.partners:
        st.caption(_("Only those of the ministries and partners that are picked in the filters."))
    if found.empty:
        st.write(_("Nobody has sent anything yet."))
        return
    periods = naming.periods()
    for row in rows_of(found.head(count)):
        _submission(row, partners, periods)
    more.offer("submissions shown", STEP, len(found))


def _submission(row: dict[str, object], partners: Mapping[str, str], periods: Mapping[str, str]) -> None:
    number, counts = int(str(row["number"])), bool(row["counts"])
    with st.container(border=True, key=f"submission {number}"):
        left, middle, right = st.columns([8, 1, 1], vertical_alignment="center")
        tag = cards.illustrative_tag() if row["illustrative"] else ""
        state = _(EVENT[str(row["state"])])
        who = [remarks.said(str(row[column])) for column in ("reported_by", "uploaded_by", "file_name") if row[column]]
        parts = [*_brought(row), formats.moment(row["recorded"]), *_letter(row), *who]  # type: ignore[arg-type]
        name = partners.get(str(row["partner"]), _("no partner"))
        period = periods.get(str(row["period"]), str(row["period"]))
        left.html(
            f"<div><b>{number} · {escape(name)} · {escape(period)}</b> {tag} "
            f"<span class='tag'>{escape(state)}</span>"
            f"<div class='who'>{escape(' · '.join(parts))}</div></div>"
        )
        if row["file_sha256"]:
            files_kept.offer(middle, number, str(row["file_name"]), str(row["file_sha256"]))
        told = (
            _("Its figures stop counting from now on. Nothing is deleted, and it can be brought back.")
            if counts
            else _("Its figures count again from now on.")
        )
        undoing.offer(right, number, counts, told, sent_files.forget)


def _letter(row: dict[str, Any]) -> list[str]:
    """With which letter it came, and when, as far as somebody said so."""
    number, on, received = row["letter_number"], row["letter_date"], row["received_on"]
    said = []
    if number and on:
        said.append(_("letter {number} of {day}", number=number, day=formats.day(on)))
    elif number or on:
        said.append(_("letter {number}", number=number or formats.day(on)))
    return said + ([_("received on {day}", day=formats.day(received))] if received else [])


def _brought(row: dict[str, object]) -> list[str]:
    reports, notes, values = (int(str(row[name])) for name in ("reports", "notes", "observations"))
    said = [ngettext("{n} report", "{n} reports", reports)] if reports or not (notes or values) else []
    said += [ngettext("{n} note", "{n} notes", notes)] if notes else []
    return said + ([ngettext("{n} value", "{n} values", values)] if values else [])
