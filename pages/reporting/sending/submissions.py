"""The submissions, newest first: who sent what, the files they came in, Undo, and the way back."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from db import queries
from monitoring import formats, remarks
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.rows import rows_of
from pages.reporting.sending import sent_files
from ui import more, naming, submission_card
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


def _submission(row: dict[str, Any], partners: Mapping[str, str], periods: Mapping[str, str]) -> None:
    name = partners.get(str(row["partner"]), _("no partner"))
    period = periods.get(str(row["period"]), str(row["period"]))
    who = [remarks.said(str(row[column])) for column in ("reported_by", "uploaded_by", "file_name") if row[column]]
    parts = [*_brought(row), formats.moment(row["recorded"]), *_letter(row), *who]
    told = (
        _("Its figures stop counting from now on. Nothing is deleted, and it can be brought back.")
        if row["counts"]
        else _("Its figures count again from now on.")
    )
    submission_card.draw(row, (name, period), parts, told, sent_files.forget)


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
