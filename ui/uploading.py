"""What uploads look like on the page: the faults of a file, who sends it, and what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from monitoring.faults import CellProblem
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.upload import Sender, SentFile
from ui import cards, table_files

WRAPPED = 60
_DONE, _RESTS = "what was done", "what was left out"


def faults(errors: Sequence[CellProblem], warnings: Sequence[CellProblem], of: str = "") -> None:
    """Every cell to mend and every cell to look at: where, what stands there, what is wrong, what is allowed.

    ``of``: what the file is, where a page takes one at a time; then the lists can be taken along.
    """
    if errors:
        st.error(
            ngettext(
                "{n} cell has to be mended; nothing was saved. Mend it in the file and send it again.",
                "{n} cells have to be mended; nothing was saved. Mend them in the file and send it again.",
                len(errors),
            )
        )
        _listed(errors, f"{of} cells to mend" if of else "")
    if warnings:
        st.warning(
            ngettext(
                "{n} cell to look at: it may be right.",
                "{n} cells to look at: they may be right.",
                len(warnings),
            )
        )
        _listed(warnings, f"{of} cells to look at" if of else "")


def _listed(problems: Sequence[CellProblem], key: str) -> None:
    head = [_("Sheet"), _("Cell"), _("What stands there"), _("What is wrong"), _("What is allowed")]
    told = [(one.sheet, one.cell, one.value, str(one.what), str(one.allowed)) for one in problems]
    if len(told) <= WRAPPED:  # each sentence whole, on as many lines as it takes
        cards.rows([(title, "") for title in head], [[escape(text) for text in line] for line in told], stacked=True)
    else:
        widths = dict(zip(head, (110, 60, 160, 420, 520), strict=True))
        columns = {title: st.column_config.TextColumn(title, width=width) for title, width in widths.items()}
        st.dataframe(pd.DataFrame(told, columns=head), hide_index=True, height=560, column_config=columns)
    if key:
        table_files.offer(lambda: pd.DataFrame(told, columns=head), key, False)


def looked_at(cells: int) -> str:
    """What somebody who saves a file with warnings agrees to."""
    return ngettext(
        "I have looked at this {n} cell, and it is right",
        "I have looked at these {n} cells, and they are right",
        cells,
    )


def sender(files: int) -> tuple[Sender, SentFile | None] | None:
    """Ask who reports and who uploads; the answer when Save was pressed, with the letter or scan if there is one."""
    with st.form("who sends it", border=False):
        left, right = st.columns(2)  # pair by pair, since a phone shows the right column below the left one
        uploaded_by = left.text_input(_("Uploaded by (your name)"), key="uploaded by")
        reported_by = right.text_input(_("Reported by (name at the partner)"), key="reported by")
        left, right = st.columns(2)
        post = left.text_input(_("Post of the reporting person"), key="post")
        letter = right.text_input(_("Number of the covering letter"), key="letter")
        left, right = st.columns(2)
        letter_on = left.date_input(_("Date of the letter"), value=None, format="DD.MM.YYYY", key="letter on")
        received = right.date_input(_("Received on"), value=None, format="DD.MM.YYYY", key="received on")
        scan = st.file_uploader(_("The e-mail or a scan of the letter, to be kept with it"), key="scan")
        text = _("Save") if files == 1 else ngettext("Save {n} file", "Save {n} files", files)
        if not st.form_submit_button(text, type="primary"):
            return None
    who = Sender(
        uploaded_by=uploaded_by,
        reported_by_name=reported_by,
        reported_by_post=post,
        letter_number=letter,
        letter_date=_day(letter_on),
        received_on=_day(received),
    )
    return who, SentFile(scan.name, scan.getvalue()) if scan is not None else None


def say_done(text: str) -> None:
    """Keep a message for the next run, where :func:`done` shows it."""
    st.session_state[_DONE] = text


@dataclass(frozen=True)
class LeftOut:
    """What of an upload was not saved: workbooks of faulty rows by their name, and how many conflicting rows."""

    rests: Mapping[str, bytes]
    conflicting: int


def say_saved(numbers: Sequence[int], left: LeftOut) -> None:
    """Keep the message that something was saved, and what was not, for the next run."""
    said = [_("Saved as submission {number}. The charts show it now.", number=", ".join(map(str, numbers)))]
    if left.conflicting:
        said.append(
            ngettext(
                "{n} row on which somebody else had reported stays as it was.",
                "{n} rows on which somebody else had reported stay as they were.",
                left.conflicting,
            )
        )
    if left.rests:
        said.append(_("The faulty rows were not saved: send them back, and upload them when they are mended."))
    say_done(" ".join(said))
    st.session_state[_RESTS] = left.rests


def done() -> None:
    """Show what was just done, once."""
    text = st.session_state.pop(_DONE, "")
    if text:
        st.success(text)


def hand_back() -> None:
    """Offer the workbooks of faulty rows that the last save left out, until something else is saved."""
    for name, content in st.session_state.get(_RESTS, {}).items():
        st.download_button(
            _("Download the faulty rows: {file}", file=name), content, name, key=f"left out {name}", on_click="ignore"
        )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
