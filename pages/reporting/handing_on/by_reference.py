"""Open the view that made a document, by the reference at the foot of its pages."""

import streamlit as st

from db import queries
from db.queries.received import newest_change
from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from monitoring.periods import written
from reports import reference
from ui import address, cards
from ui.data import database

FIELD, SAID = "reference typed", "reference refused"


def draw() -> None:
    """Ask for the reference; the view opens on the overview."""
    st.header(_("From a document to its view"), anchor=False)
    with st.form("by reference", border=False):
        st.text_input(_("Reference, as at the foot of its pages"), key=FIELD)
        st.form_submit_button(_("Open the view"), on_click=_open, width="stretch")
    refused = st.session_state.pop(SAID, "")
    if refused:
        st.error(cards.literal(refused))


def _open() -> None:
    try:
        view = reference.read(st.session_state[FIELD])
    except DashboardError as error:
        st.session_state[SAID] = str(error)
        return
    filters, dates = view.filters, view.dates
    # A reference counts full seconds; the change itself is the moment that the document says.
    known_on = newest_change(database(), dates.known_on) or dates.known_on
    periods = queries.received(database(), known_on)
    ending = [code for code, ends in zip(periods["code"], periods["ends"], strict=True) if ends == dates.as_of]
    address.go(
        "",
        period=ending[0] if ending else "",
        as_of="" if ending else dates.as_of.isoformat(),
        known_on=written(known_on),
        partner=list(filters.partners),
        area=list(filters.areas),
        goal=list(filters.goals),
        region=list(filters.regions),
        status=list(filters.statuses),
        year=[str(year) for year in filters.years],
        weight=filters.weight,
        supporting="yes" if filters.supporting else "",
        framework=view.framework,
    )
