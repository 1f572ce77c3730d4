"""Undo of a submission, of progress or of a plan, and the way back: a button that opens the question who and why."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db import ledger
from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from ui import cards, speaking, uploading
from ui.data import database


def offer(place: DeltaGenerator, number: int, counts: bool, told: str, look_again: Callable[[], None]) -> None:
    """Draw the button in a place. ``counts``: whether the submission counts now; ``told``: what pressing it would do.

    ``look_again`` makes the page compare anew what it has compared with the submission.
    """
    label = _("Undo") if counts else _("Bring back")
    if not place.button(label, key=f"undo {number} {counts}", width="stretch"):
        return
    withdrawing = _("Withdraw submission {number}", number=number)
    title = withdrawing if counts else _("Bring back submission {number}", number=number)

    def ask() -> None:
        _ask(number, counts, told, title, look_again)

    st.dialog(title)(speaking.as_here(ask))()


def _ask(number: int, counts: bool, told: str, button: str, look_again: Callable[[], None]) -> None:
    """The question, over the page: on a phone nothing of it is cut, and it is gone when it is answered."""
    with st.form(f"undo form {number}", border=False):
        st.write(told)
        by = st.text_input(_("Your name"), key=f"undo by {number}")
        why = st.text_input(_("Why"), key=f"undo why {number}")
        if not st.form_submit_button(button, type="primary", width="stretch"):
            return
    try:
        (ledger.withdraw if counts else ledger.reinstate)(database(), number, by=by, why=why)
    except DashboardError as error:
        st.error(cards.literal(str(error)))
        return
    look_again()
    done = _("Submission {number} is withdrawn.", number=number)
    uploading.say_done(done if counts else _("Submission {number} counts again.", number=number))
    st.rerun()
