"""Which two moments are compared: picked on the page, kept in the address, said in words."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from db import queries
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name, spoken
from monitoring.periods import Dates
from monitoring.rows import rows_of
from ui import address, days
from ui.data import database
from ui.filters import Chosen

PERIOD = "compared period"


def before(view: Chosen) -> Dates | None:
    """Draw the choice of the earlier moment, and give it; None where nothing lies before what is shown.

    The period before is the usual one. A day in the address (``than``) names another, and ``than_known`` the moment
    whose knowledge of it is asked for; so one day as known at two moments can be compared as well.
    """
    periods = queries.received(database(), view.dates.known_on)
    earlier = [row for row in rows_of(periods) if row["ends"] < view.dates.as_of][::-1]
    if not earlier and days.picked("than") is None and days.picked("than_known") is None:
        return None
    labels = {row["ends"].isoformat(): _since(row) for row in earlier}
    usual = view.before.as_of if view.before else view.dates.as_of
    than = days.picked("than") or usual
    if than > view.dates.as_of:  # what comes later is no earlier moment
        than = usual
    known = days.moment_picked("than_known")
    if than.isoformat() not in labels:
        labels = {than.isoformat(): formats.day(than)} | labels
    box = f"{PERIOD} {spoken()}"  # a field keeps the words that it was first drawn with
    st.session_state[box] = than.isoformat()
    with st.container(horizontal=True, vertical_alignment="bottom", key="compared"):
        st.selectbox(
            _("Compare with"),
            list(labels),
            key=box,
            format_func=lambda day: labels.get(day, day),
            on_change=lambda: address.pick(than=st.session_state[box]),
            width=320,
            filter_mode=None,
        )
        with st.popover(_("Other days"), type="primary" if known else "secondary"):
            days.box("than", _("As of"), _("The earlier day. Empty: the end of the period before."))
            days.box(
                "than_known",
                _("Known on"),
                _("Compares with what was known at the end of this day in Ashgabat. Empty: what is known now."),
            )
    return Dates(than, known or view.dates.known_on)


def _since(row: Mapping[str, Any]) -> str:
    return _("{day} · end of {period}", day=formats.day(row["ends"]), period=name(row))


def between(view: Chosen, then: Dates) -> str:
    """The two moments in words."""
    now = _moment(view.dates, then)
    return _("From {before} to {after}", before=_moment(then, view.dates), after=now)


def _moment(one: Dates, other: Dates) -> str:
    day = formats.day(one.as_of)
    if one.known_on == other.known_on:
        return day
    return _("{day} (as known on {known})", day=day, known=formats.known(one.known_on))


def open_with(day: object, view: Chosen) -> None:
    """Open What changed, compared with a day (ISO 8601) that was clicked; with the period before for the day shown."""
    address.go("changes", than="" if day == view.dates.as_of.isoformat() else str(day))
