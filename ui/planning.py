"""What loading a plan looks like: what is signed for the whole file, the preview, who saves it, the list with Undo."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from db import queries
from monitoring import formats, remarks
from monitoring.faults import CellProblem
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.plan_changes import ALWAYS, STATE_SAID, PlanPreview, RowChange, Signed, State
from monitoring.plan_words import TABLES
from monitoring.rows import rows_of
from ui import cards, more, submission_card, table_files, uploading
from ui.data import database
from ui.filters import Chosen

STEP = 10
SHOWN = 500
ORDER = (State.FAULTY, State.GONE, State.CHANGED, State.NEW)


def signed_for_all() -> Signed:
    """Ask what is signed with every change that does not say so in its own row."""
    with st.expander(_("Signed with all changes of this file")):
        st.caption(_("Only for changes of activities whose own row leaves these cells empty."))
        left, right = st.columns(2)
        valid_from = left.date_input(_("Holds from"), value=None, format="DD.MM.YYYY", key="plan holds from")
        signed_on = right.date_input(_("Signed on"), value=None, format="DD.MM.YYYY", key="plan signed on")
        reason = left.text_input(_("Reason"), key="plan reason")
        letter = right.text_input(_("Letter"), key="plan letter")
    return Signed(valid_from=_day(valid_from), signed_on=_day(signed_on), reason=reason, letter=letter)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def preview(shown: PlanPreview) -> None:
    """What saving would change, row by row; what stays as it is is only counted."""
    counts = {state.value: shown.count(state) for state in State}
    cards.finding(_("{new} new, {changed} changed, {gone} gone, {same} as before", **counts))
    rows = [row for state in ORDER for row in shown.rows if row.state is state]
    if not rows:
        return
    about = [_("What"), _("Sheet"), _("Row"), _("Amendment"), _("Holds from")]
    told = [_("Field"), _("Was"), _("Becomes")]

    def listed(some: list[RowChange]) -> pd.DataFrame:
        return pd.DataFrame([_told(row) for row in some], columns=[*about, *told]).explode(told)

    table = listed(rows[:SHOWN])
    st.dataframe(table, hide_index=True, placeholder="–", height=min(420, 36 * (len(table) + 1) + 3))
    table_files.offer(lambda: listed(rows), "plan changes", False)
    if len(rows) > SHOWN:
        st.caption(_("The first {n} of {m} rows are listed; all of them are saved.", n=SHOWN, m=len(rows)))


def _told(row: RowChange) -> list[object]:
    changes = row.changes if row.state in (State.NEW, State.CHANGED) else ()
    fields = [
        [one.label for one in changes],
        [one.was_shown for one in changes],
        [one.becomes_shown for one in changes],
    ]
    since = row.signed.valid_from
    from_when = formats.day(since) if changes and since and since > ALWAYS else ""
    return [_(STATE_SAID[row.state]), _(TABLES[row.table]), row.code, row.kind_shown, from_when, *fields]


def agreed(warnings: tuple[CellProblem, ...]) -> bool:
    """Whether somebody has looked at what is unusual and agrees. Without warnings they do."""
    return not warnings or st.checkbox(uploading.looked_at(len(warnings)), key="plan warnings agreed")


def who_and_why() -> tuple[str, str] | None:
    """Ask who loads the plan and why; the answer when Save was pressed."""
    with st.form("who loads the plan", border=False):
        left, right = st.columns(2)
        by = left.text_input(_("Loaded by (your name)"), key="plan loaded by")
        why = right.text_input(_("Why"), key="plan why")
        return (by, why) if st.form_submit_button(_("Save"), type="primary") else None


def look_again() -> None:
    """Let the file that lies there be compared anew: the plan is not what it was."""
    st.session_state.pop("plan preview of", None)
    st.session_state.pop("plan reading of", None)


def submissions(view: Chosen) -> None:
    """What was loaded, newest first, each with Undo or, where it was withdrawn, with the way back."""
    st.header(_("Loaded plans and amendments"), anchor=False)
    count = more.count("plans shown", STEP)
    found = queries.plan_submissions(database(), view.dates.known_on, limit=count + 1)
    if found.empty:
        st.write(_("No plan has been loaded yet."))
        return
    for row in rows_of(found.head(count)):
        _submission(row)
    more.offer("plans shown", STEP, len(found))


def _submission(row: dict[str, Any]) -> None:
    activities, others = int(row["activities"]), int(row["others"])
    parts = [
        *([ngettext("{n} activity", "{n} activities", activities)] if activities else []),
        *([ngettext("{n} other row", "{n} other rows", others)] if others else []),
        formats.moment(row["recorded"]),
        *(remarks.said(str(row[column])) for column in ("uploaded_by", "file_name", "why") if row[column]),
    ]
    told = (
        _("From now on the plan is without what it brought. Nothing is deleted, and it can be brought back.")
        if row["counts"]
        else _("What it brought is part of the plan again from now on.")
    )
    submission_card.draw(row, (), parts, told, look_again)
