"""What an upload looks like on the page: faults, the preview, the sender, and the list of submissions with Undo."""

from collections.abc import Mapping
from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from db import ledger, queries
from monitoring import formats, remarks
from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.rows import rows_of
from monitoring.upload import CellProblem, Preview, PreviewRow, Sender, State
from monitoring.wording import EVENT
from ui import cards, more, naming
from ui.data import database
from ui.filters import Chosen

STEP = 10
SHOWN = 300
WRAPPED = 60
_DONE = "what was done"


def faults(problems: tuple[CellProblem, ...]) -> None:
    """Every faulty cell at once: where, what stands there, what is wrong, what is allowed."""
    st.error(
        ngettext(
            "{n} cell has to be mended; nothing was saved. Mend it in the file and send it again.",
            "{n} cells have to be mended; nothing was saved. Mend them in the file and send it again.",
            len(problems),
        )
    )
    head = [_("Sheet"), _("Cell"), _("What stands there"), _("What is wrong"), _("What is allowed")]
    told = [(one.sheet, one.cell, one.value, str(one.what), str(one.allowed)) for one in problems]
    if len(told) <= WRAPPED:  # each sentence whole, on as many lines as it takes
        cards.rows([(title, "") for title in head], [[escape(text) for text in line] for line in told])
    else:
        widths = dict(zip(head, (110, 60, 160, 420, 520), strict=True))
        columns = {title: st.column_config.TextColumn(title, width=width) for title, width in widths.items()}
        st.dataframe(pd.DataFrame(told, columns=head), hide_index=True, height=560, column_config=columns)


def preview(shown: Preview, titles: Mapping[str, str]) -> None:
    """What saving would change: new, changed (from what to what), same."""
    counts = {state: shown.count(state) for state in State}
    cards.finding(
        _("{new} new, {changed} changed, {same} as before", **{state.value: count for state, count in counts.items()})
    )
    # What changes comes first; Python keeps the order of the file within each kind.
    ordered = sorted(shown.rows, key=lambda row: (State.CHANGED, State.NEW, State.SAME).index(row.state))
    rows = [_changed(row, titles) for row in ordered[:SHOWN]]
    columns = [_("What"), _("Activity or indicator"), _("For"), _("Field"), _("Was"), _("Becomes")]
    table = pd.DataFrame(rows, columns=columns).explode(columns[3:])
    st.dataframe(table, hide_index=True, placeholder="–", height=min(420, 36 * (len(table) + 1) + 3))
    if len(shown.rows) > SHOWN:
        st.caption(_("The first {n} of {m} rows are listed; all of them are saved.", n=SHOWN, m=len(shown.rows)))


def _changed(row: PreviewRow, titles: Mapping[str, str]) -> list[object]:
    words = {State.NEW: _("new"), State.CHANGED: _("changed"), State.SAME: _("as before")}
    changes = row.changes if row.state is not State.SAME else ()
    about = f"{row.code} · {titles.get(row.code, '')}".strip(" ·")
    fields = [[change.label for change in changes], [change.was_shown for change in changes]]
    return [words[row.state], about, formats.day(row.on), *fields, [change.becomes_shown for change in changes]]


def sender() -> Sender | None:
    """Ask who reports and who uploads; the answer when Save was pressed."""
    with st.form("who sends it", border=False):
        left, right = st.columns(2)
        uploaded_by = left.text_input(_("Uploaded by (your name)"), key="uploaded by")
        reported_by = right.text_input(_("Reported by (name at the partner)"), key="reported by")
        post = left.text_input(_("Post of the reporting person"), key="post")
        letter = right.text_input(_("Number of the covering letter"), key="letter")
        letter_on = left.date_input(_("Date of the letter"), value=None, format="DD.MM.YYYY", key="letter on")
        received = right.date_input(_("Received on"), value=None, format="DD.MM.YYYY", key="received on")
        if not st.form_submit_button(_("Save"), type="primary"):
            return None
    return Sender(
        uploaded_by=uploaded_by,
        reported_by_name=reported_by,
        reported_by_post=post,
        letter_number=letter,
        letter_date=_day(letter_on),
        received_on=_day(received),
    )


def look_again() -> None:
    """Let the file that lies there be compared anew: the ledger is not what it was."""
    st.session_state.pop("preview of", None)
    st.session_state.pop("reading of", None)


def say_done(text: str) -> None:
    """Keep a message for the next run, where :func:`done` shows it."""
    st.session_state[_DONE] = text


def done() -> None:
    """Show what was just done, once."""
    text = st.session_state.pop(_DONE, "")
    if text:
        st.success(text)


def submissions(view: Chosen, partners: Mapping[str, str]) -> None:
    """Submissions, newest first, each with Undo or, where it was withdrawn, with the way back."""
    st.header(_("Submissions"), anchor=False)
    count = more.count("submissions shown", STEP)
    found = queries.submissions(database(), view.dates.known_on, limit=count + 1)
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
        left, right = st.columns([5, 1], vertical_alignment="center")
        tag = cards.illustrative_tag() if row["illustrative"] else ""
        state = _(EVENT[str(row["state"])])
        who = [remarks.said(str(row[column])) for column in ("reported_by", "uploaded_by", "file_name") if row[column]]
        parts = [
            ngettext("{n} report", "{n} reports", int(str(row["reports"]))),
            *([ngettext("{n} value", "{n} values", count)] if (count := int(str(row["observations"]))) else []),
            formats.moment(row["recorded"]),  # type: ignore[arg-type]
            *who,
        ]
        name = partners.get(str(row["partner"]), _("no partner"))
        period = periods.get(str(row["period"]), str(row["period"]))
        left.html(
            f"<div><b>{number} · {escape(name)} · {escape(period)}</b> {tag} "
            f"<span class='tag'>{escape(state)}</span>"
            f"<div class='who'>{escape(' · '.join(parts))}</div></div>"
        )
        with right.popover(_("Undo") if counts else _("Bring back"), width="stretch"):
            _ask(number, counts)


def _ask(number: int, counts: bool) -> None:
    text = (
        _("Its figures stop counting from now on. Nothing is deleted, and it can be brought back.")
        if counts
        else _("Its figures count again from now on.")
    )
    with st.form(f"undo {number}", border=False):
        st.write(text)
        by = st.text_input(_("Your name"), key=f"undo by {number}")
        why = st.text_input(_("Why"), key=f"undo why {number}")
        if st.form_submit_button(
            _("Withdraw submission {number}", number=number)
            if counts
            else _("Bring back submission {number}", number=number)
        ):
            try:
                (ledger.withdraw if counts else ledger.reinstate)(database(), number, by=by, why=why)
            except DashboardError as error:
                st.error(str(error))
            else:
                look_again()
                say_done(
                    _("Submission {number} is withdrawn.", number=number)
                    if counts
                    else _("Submission {number} counts again.", number=number)
                )
                st.rerun()


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
