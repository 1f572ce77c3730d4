"""Undo of a submission, of progress or of a plan, and the way back: a button that opens the question who and why."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db import ledger
from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from ui import cards, uploading
from ui.data import database


def offer(place: DeltaGenerator, number: int, counts: bool, told: str, look_again: Callable[[], None]) -> None:
    """Draw the button in a place. ``counts``: whether the submission counts now; ``told``: what pressing it would do.

    ``look_again`` makes the page compare anew what it has compared with the submission.
    """
    with (
        place.popover(_("Undo") if counts else _("Bring back"), width="stretch"),
        st.form(f"undo {number}", border=False),
    ):
        st.write(told)
        by = st.text_input(_("Your name"), key=f"undo by {number}")
        why = st.text_input(_("Why"), key=f"undo why {number}")
        withdrawing = _("Withdraw submission {number}", number=number)
        if not st.form_submit_button(withdrawing if counts else _("Bring back submission {number}", number=number)):
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
