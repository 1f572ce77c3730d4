"""Files that were sent: each read and checked once, and what is known of it kept while it lies on the page."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import streamlit as st

from db import ledger, queries
from monitoring.form import PlanContent
from monitoring.language import gettext as _
from monitoring.mapping import ColumnMapping
from monitoring.periods import end_of_day, today
from monitoring.upload import Checked, Preview, SentFile
from spreadsheets import checking, reading
from spreadsheets.speaking_of import SpeakingOf, speaking_of
from spreadsheets.workbook import Workbook
from ui import waiting
from ui.data import database
from ui.filters import Chosen

_KEPT = "sent files"


@dataclass
class Sent:
    """One file: what was read of it, and what checking it as ``asked`` has found.

    ``previews``: one for each partner it brings something of, as first shown: saving compares with them, so that
    nothing changes unseen in between.
    """

    file: SentFile
    reading: reading.Reading
    workbook: Workbook | None = None
    asked: SpeakingOf | None = None
    mapping: ColumnMapping | None = None
    content: PlanContent | None = None
    checked: Checked | None = None
    previews: list[Preview] = field(default_factory=list)


def of(file: SentFile) -> Sent:
    """What is known of a file; reading it begins when it is seen first. Raises the errors of reading."""
    kept: dict[str, Sent] = st.session_state.setdefault(_KEPT, {})
    if file.sha256 not in kept:
        kept[file.sha256] = Sent(file, reading.Reading(file.content, file.name))
    return kept[file.sha256]


def forget() -> None:
    """Let all files be read and compared anew: the ledger is not what it was."""
    st.session_state.pop(_KEPT, None)


def keep_only(files: Iterable[SentFile]) -> None:
    """Forget the files that lie on the page no longer."""
    there = {file.sha256 for file in files}
    kept: dict[str, Sent] = st.session_state.get(_KEPT, {})
    st.session_state[_KEPT] = {sha256: sent for sha256, sent in kept.items() if sha256 in there}


def is_read(sent: Sent) -> bool:
    """Whether the file is read; while it is not, how far it is, with a way to stop, is drawn. Raises those errors."""
    if sent.workbook is None:
        what = _("Reading “{file}”; it is given up after 20 seconds", file=sent.file.name)
        if not waiting.over(sent.reading, what):
            return False
        sent.workbook = sent.reading.result()
    return True


def check(sent: Sent, view: Chosen, partner: str | None, mapping: ColumnMapping | None) -> Checked:
    """The file checked as it speaks for itself, else as of the period of the page. Raises NotTheForm and others."""
    assert sent.workbook is not None
    assert view.period is not None
    periods = queries.reporting_periods(database(), end_of_day(today()))
    code = view.period["code"]
    asked = speaking_of(sent.workbook, periods, code, partner=partner, mapping=mapping)
    if asked.as_of is None and asked.period == code:
        asked = SpeakingOf(asked.partner, code, min(view.period["ends"], today()))
    if sent.checked is None or (sent.asked, sent.mapping) != (asked, mapping):
        moment = end_of_day(today())
        sent.asked, sent.mapping = asked, mapping
        sent.content = queries.checked_against(database(), asked.partner, asked.period, moment)
        sent.checked = checking.check(sent.workbook, sent.content, today(), asked.as_of, mapping)
        sent.previews = [ledger.preview(database(), part) for part in sent.checked.by_partner]
    return sent.checked
