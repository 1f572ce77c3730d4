"""Ask whether 3 or 4 is the day in 03/04/2025, once for a file that writes its days so."""

from typing import get_args

import streamlit as st

from monitoring.language import gettext as _
from monitoring.language import later
from pages.reporting.sending.sent_files import Found, Sent
from spreadsheets.typed.date_patterns import UNCLEAR
from spreadsheets.workbook import DayOrder

ORDERS: dict[DayOrder, str] = {
    "": later("Not known: each cell has to be mended"),
    "day first": later("The day: 3 April"),
    "month first": later("The month: 4 March"),
}


def said(sent: Sent) -> DayOrder:
    """What somebody said of a file; nothing at first."""
    order = st.session_state.get(_place(sent), "")
    return order if order in get_args(DayOrder) else ""


def ask(sent: Sent, found: Found) -> None:
    """Ask, where some day of the file is unclear, or was."""
    if said(sent) or any(problem.what == UNCLEAR for problem in found.checked.problems):
        st.radio(
            _("What comes first in days like 03/04/2025 of this file"),
            list(ORDERS),
            format_func=lambda one: _(ORDERS[one]),
            horizontal=True,
            key=_place(sent),
        )


def _place(sent: Sent) -> str:
    return f"order of days {sent.file.sha256}"
