"""What can be given back to whoever sent a file: the file with its faults marked, and the faulty rows alone."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitoring.file_errors import MarkingStopped
from monitoring.language import gettext as _
from monitoring.steps import Step, unseen
from pages.reporting.sending.sent_files import Found, Sent
from spreadsheets import marking
from spreadsheets.sender_language import to_sender
from ui import long_downloads, speaking

QUICK = 20_000  # cells that are marked within half a second


def offer(sent: Sent, found: Found) -> None:
    """Offer both, each where there is something to give back."""
    checked, workbook = found.checked, sent.workbook
    assert workbook is not None
    if not checked.problems:
        return

    def marked(step: Step) -> bytes:
        file, problems = sent.file, checked.problems
        return to_sender(
            workbook, lambda: marking.marked_copy(file.content, file.name, workbook, problems, step=step).content
        )

    left, right = st.columns(2)
    name = marking.name_of_copy(sent.file.name)
    _offer(left, _("Download the file with these cells marked"), marked, name, sent, "marked")
    rest = rest_of(sent, found)
    if rest is not None:
        name = marking.name_of_rest(sent.file.name)
        _offer(right, _("Download the faulty rows alone"), rest, name, sent, "rest")


def rest_of(sent: Sent, found: Found) -> Callable[[Step], bytes] | None:
    """What makes the workbook of the faulty rows alone, in the language of the sender; None where there is none."""
    workbook, errors = sent.workbook, found.checked.errors
    assert workbook is not None
    if not found.rest:
        return None
    return lambda step: to_sender(workbook, lambda: marking.the_rest(workbook, errors, found.rest, step=step).content)


def _offer(place: DeltaGenerator, label: str, make: Callable[[Step], bytes], name: str, sent: Sent, what: str) -> None:
    assert sent.workbook is not None
    if sum(len(row) for sheet in sent.workbook.sheets for row in sheet.rows) <= QUICK:
        place.download_button(
            label,
            speaking.as_here(lambda: make(unseen)),
            name,
            on_click="ignore",
            width="stretch",
            key=f"{what} {sent.file.sha256}",
        )
        return
    doing, stopped = _("Marking the cells of “{file}”", file=sent.file.name), MarkingStopped(file=sent.file.name)
    with place:
        file = long_downloads.LongFile(name, make, doing, stopped)
        long_downloads.offer(label, file, sent.given_back, f"{what} {sent.file.sha256}")
