"""The forms to send out: of one partner, filled in beforehand or blank, or of all partners at once, in any language."""

from collections.abc import Mapping, Sequence

import streamlit as st

from db import queries
from monitoring.language import SPOKEN, available, name, spoken
from monitoring.language import gettext as _
from monitoring.periods import end_of_day, today
from spreadsheets import form
from ui import speaking
from ui.data import database
from ui.filters import Chosen

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(view: Chosen, partners: Mapping[str, str], signed: Sequence[str]) -> None:
    """Draw the choice of partner and language, and the buttons. There is a period, and somebody has signed."""
    assert view.period is not None
    period, moment = view.period["code"], end_of_day(today())
    own = [code for code in view.filters.partners if code in signed]
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    partner = left.selectbox(
        _("Ministry or partner"),
        signed,
        index=signed.index(own[0]) if own else 0,
        format_func=lambda code: partners.get(code, code),
        key="form partner",
    )
    st.session_state.setdefault("form language", spoken())
    language = right.segmented_control(
        _("Language of the form"), available(), key="form language", format_func=SPOKEN.__getitem__, required=True
    )
    content = queries.form_content(database(), partner, period, moment)
    one, blank, every = st.columns(3)
    one.download_button(
        _("Download the form for {period}", period=name(view.period)),
        speaking.in_language(lambda: form.write(content), language),
        form.file_name(content),
        XLSX,
        on_click="ignore",
        width="stretch",
        type="primary",
    )
    blank.download_button(
        _("Blank form, without protection"),
        speaking.in_language(lambda: form.write(content, blank=True), language),
        form.file_name(content, blank=True),
        XLSX,
        on_click="ignore",
        width="stretch",
    )
    every.download_button(
        _("Forms of all partners, as ZIP"),
        speaking.in_language(lambda: form.archive(_contents(period)), language),
        form.archive_name(period),
        "application/zip",
        on_click="ignore",
        width="stretch",
    )
    st.caption(_("The period is the one chosen at the top of the page. What is known already stands in the form."))


def _contents(period: str) -> list[form.FormContent]:
    moment = end_of_day(today())
    everybody = queries.partners_of(database(), period, moment)
    return [queries.form_content(database(), code, period, moment) for code in everybody]
