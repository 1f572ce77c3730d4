"""Files that were sent: each read and checked once, and what is known of it kept while it lies on the page."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from db import ledger, queries
from db.engine import Database
from monitoring.file_errors import CheckingStopped
from monitoring.form import PlanContent
from monitoring.language import gettext as _
from monitoring.mapping import ColumnMapping
from monitoring.periods import end_of_day, today
from monitoring.steps import Step
from monitoring.upload import Checked, Preview, SentFile
from spreadsheets import checking, faulty_rows, reading
from spreadsheets.speaking_of import SpeakingOf, speaking_of
from spreadsheets.workbook import DayOrder, Workbook
from ui import waiting
from ui.background import Background
from ui.data import database
from ui.filters import Chosen

_KEPT = "sent files"


@dataclass(frozen=True)
class Found:
    """What checking a file has found.

    ``previews``: one for each partner it brings something of, as first shown: saving compares with them, so that
    nothing changes unseen in between. ``faulty``: what its faulty rows say; ``rest``: these rows with their header.
    """

    asked: SpeakingOf
    content: PlanContent
    checked: Checked
    previews: tuple[Preview, ...]
    faulty: tuple[faulty_rows.FaultyRow, ...]
    rest: Mapping[str, Collection[int]]


@dataclass
class Sent:
    """One file: what was read of it, and what checking it has found.

    ``asked_for``: the period, partner, meaning of columns and order of days that ``work`` checks it by, or has checked
    it by.
    ``given_back``: files with its faults, made or being made.
    """

    file: SentFile
    reading: reading.Reading
    workbook: Workbook | None = None
    asked_for: tuple[str, str | None, ColumnMapping | None, DayOrder] | None = None
    work: Background[Found] | None = None
    given_back: dict[str, Background[bytes]] = field(default_factory=dict)

    @property
    def mapping(self) -> ColumnMapping | None:
        """The meaning of columns that it was checked by, if any."""
        return self.asked_for[2] if self.asked_for else None


def of(file: SentFile) -> Sent:
    """What is known of a file; reading it begins when it is seen first. Raises the errors of reading."""
    kept: dict[str, Sent] = st.session_state.setdefault(_KEPT, {})
    if file.sha256 not in kept:
        kept[file.sha256] = Sent(file, reading.Reading(file.content, file.name))
    return kept[file.sha256]


def forget() -> None:
    """Let all files be read and compared anew: the ledger is not what it was."""
    _let_go(st.session_state.pop(_KEPT, {}).values())


def _let_go(gone: Iterable[Sent]) -> None:
    """Stop what is still being done for files that nobody looks at any longer."""
    for sent in gone:
        sent.reading.stop()
        _stop(sent)


def _stop(sent: Sent) -> None:
    """Stop what is being done with what was read of a file."""
    for work in (*([sent.work] if sent.work else []), *sent.given_back.values()):
        work.stop()


def keep_only(files: Iterable[SentFile]) -> None:
    """Forget the files that lie on the page no longer."""
    there = {file.sha256 for file in files}
    kept: dict[str, Sent] = st.session_state.get(_KEPT, {})
    _let_go(sent for sha256, sent in kept.items() if sha256 not in there)
    st.session_state[_KEPT] = {sha256: sent for sha256, sent in kept.items() if sha256 in there}


def is_read(sent: Sent) -> bool:
    """Whether the file is read; while it is not, how far it is, with a way to stop, is drawn. Raises those errors."""
    if sent.workbook is None:
        what = _("Reading “{file}”; it is given up after 20 seconds", file=sent.file.name)
        if not waiting.over(sent.reading, what, sent.file.sha256):
            return False
        sent.workbook = sent.reading.result()
    return True


def check(
    sent: Sent, view: Chosen, partner: str | None, mapping: ColumnMapping | None, order: DayOrder
) -> Found | None:
    """The file checked as it speaks for itself, else as of the period of the page. Raises NotTheForm and others.

    None while it is being checked: then how far it is, with a way to stop, is drawn.
    """
    assert sent.workbook is not None
    assert view.period is not None
    asked_for = (view.period["code"], partner, mapping, order)
    if sent.work is None or sent.asked_for != asked_for:
        _stop(sent)
        sent.given_back.clear()
        sent.asked_for = asked_for
        sent.work = _checking(replace(sent.workbook, day_order=order), view.period, partner, mapping)
    if not waiting.over(sent.work, _("Checking “{file}”", file=sent.file.name), sent.file.sha256):
        return None
    return sent.work.result()


def _checking(
    workbook: Workbook, period: Mapping[str, Any], partner: str | None, mapping: ColumnMapping | None
) -> Background[Found]:
    """Begin to check a workbook and to compare what it says with what counts."""
    ours, day = database(), today()

    def done(step: Step) -> Found:
        asked = _asked(ours, workbook, period, partner, mapping)
        content = queries.checked_against(ours, asked.partner, asked.period, end_of_day(day))
        checked, previews = ledger.previews(ours, checking.check(workbook, content, day, asked.as_of, mapping, step))
        return Found(
            asked,
            content,
            checked,
            previews,
            tuple(faulty_rows.listed(workbook, checked, mapping)),
            faulty_rows.with_their_header(workbook, checked, mapping),
        )

    return Background(done, CheckingStopped(file=workbook.name))


def _asked(
    ours: Database,
    workbook: Workbook,
    period: Mapping[str, Any],
    partner: str | None,
    mapping: ColumnMapping | None,
) -> SpeakingOf:
    periods = queries.reporting_periods(ours, end_of_day(today()))
    code = period["code"]
    asked = speaking_of(workbook, periods, code, partner=partner, mapping=mapping)
    if asked.as_of is None and asked.period == code:
        return SpeakingOf(asked.partner, code, min(period["ends"], today()))
    return asked
