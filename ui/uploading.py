"""What an upload looks like on the page: faults, the preview, the sender, and the list of submissions with Undo."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.upload import CellProblem, Preview, PreviewRow, Sender, SentFile, State
from ui import cards

STEP = 10
SHOWN = 300
WRAPPED = 60
_DONE = "what was done"


def faults(errors: Sequence[CellProblem], warnings: Sequence[CellProblem]) -> None:
    """Every cell to mend and every cell to look at: where, what stands there, what is wrong, what is allowed."""
    if errors:
        st.error(
            ngettext(
                "{n} cell has to be mended; nothing was saved. Mend it in the file and send it again.",
                "{n} cells have to be mended; nothing was saved. Mend them in the file and send it again.",
                len(errors),
            )
        )
        _listed(errors)
    if warnings:
        st.warning(
            ngettext(
                "{n} cell to look at: it may be right.",
                "{n} cells to look at: they may be right.",
                len(warnings),
            )
        )
        _listed(warnings)


def _listed(problems: Sequence[CellProblem]) -> None:
    head = [_("Sheet"), _("Cell"), _("What stands there"), _("What is wrong"), _("What is allowed")]
    told = [(one.sheet, one.cell, one.value, str(one.what), str(one.allowed)) for one in problems]
    if len(told) <= WRAPPED:  # each sentence whole, on as many lines as it takes
        cards.rows([(title, "") for title in head], [[escape(text) for text in line] for line in told])
    else:
        widths = dict(zip(head, (110, 60, 160, 420, 520), strict=True))
        columns = {title: st.column_config.TextColumn(title, width=width) for title, width in widths.items()}
        st.dataframe(pd.DataFrame(told, columns=head), hide_index=True, height=560, column_config=columns)


def preview(shown: Sequence[Preview], titles: Mapping[str, str]) -> None:
    """What saving would change: new, changed (from what to what), conflicting, same."""
    every = [row for one in shown for row in one.rows]
    counts = {state: sum(row.state is state for row in every) for state in State}
    said = _(
        "{new} new, {changed} changed, {same} as before", **{state.value: count for state, count in counts.items()}
    )
    if counts[State.CONFLICT]:
        n = counts[State.CONFLICT]
        conflicts = ngettext("{n} conflicting with a newer report", "{n} conflicting with newer reports", n)
        said = ", ".join([said, conflicts])
    cards.finding(said)
    # What changes comes first; Python keeps the order of the file within each kind.
    order = (State.CONFLICT, State.CHANGED, State.NEW, State.SAME)
    ordered = sorted(every, key=lambda row: order.index(row.state))
    rows = [_changed(row, titles) for row in ordered[:SHOWN]]
    columns = [_("What"), _("Activity or indicator"), _("For"), _("Field"), _("Was"), _("Becomes")]
    table = pd.DataFrame(rows, columns=columns).explode(columns[3:])
    if len(table):
        st.dataframe(table, hide_index=True, placeholder="–", height=min(420, 36 * (len(table) + 1) + 3))
    if len(every) > SHOWN:
        st.caption(_("The first {n} of {m} rows are listed; all of them are saved.", n=SHOWN, m=len(every)))


def _changed(row: PreviewRow, titles: Mapping[str, str]) -> list[object]:
    words = {
        State.NEW: _("new"),
        State.CHANGED: _("changed"),
        State.SAME: _("as before"),
        State.CONFLICT: _("conflicting"),
    }
    changes = row.changes if row.state is not State.SAME else ()
    about = f"{row.code} · {titles.get(row.code, '')}".strip(" ·")
    if row.between is not None:
        when = formats.moment(row.between.moment)
        about = "\n".join([about, _("{who} reported on {when}", who=row.between.who, when=when)])
    fields = [[change.label for change in changes], [change.was_shown for change in changes]]
    return [words[row.state], about, formats.day(row.on), *fields, [change.becomes_shown for change in changes]]


def sender(files: int) -> tuple[Sender, SentFile | None] | None:
    """Ask who reports and who uploads; the answer when Save was pressed, with the letter or scan if there is one."""
    with st.form("who sends it", border=False):
        left, right = st.columns(2)
        uploaded_by = left.text_input(_("Uploaded by (your name)"), key="uploaded by")
        reported_by = right.text_input(_("Reported by (name at the partner)"), key="reported by")
        post = left.text_input(_("Post of the reporting person"), key="post")
        letter = right.text_input(_("Number of the covering letter"), key="letter")
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


def say_saved(numbers: Sequence[int]) -> None:
    """Keep the message that something was saved, for the next run."""
    said = _("Saved as submission {number}. The charts show it now.", number=", ".join(map(str, numbers)))
    say_done(said)


def done() -> None:
    """Show what was just done, once."""
    text = st.session_state.pop(_DONE, "")
    if text:
        st.success(text)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
