"""Days that live in the address: the reporting date, what was known when, and those that a view is compared with."""

from datetime import date, datetime

import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.periods import end_of_day, local_day, moment, today
from ui import address

MOMENTS = ("known_on", "than_known")  # in the address as a day, which stands for its end, or as a moment
EARLIEST = date(2000, 1, 1)  # long before any plan: documents of such a day say that there is nothing


def box(key: str, label: str, help_text: str, latest: date | None = None) -> None:
    """Draw a field for a day that lives in the address under ``key``; empty for the usual one. ``latest``: as for
    :func:`picked`.
    """
    field = f"{key} box"
    st.session_state[field] = day = picked(key, latest)
    st.date_input(
        label,
        key=field,
        help=help_text,
        format="DD.MM.YYYY",
        min_value=EARLIEST,
        max_value=latest or today(),
        on_change=_take_day,
        args=(key,),
    )
    if day and key in MOMENTS and moment(address.picked(key)) != end_of_day(day):
        st.caption(_("known on {day}", day=formats.known(moment(address.picked(key)))))


def _take_day(key: str) -> None:
    day = st.session_state[f"{key} box"]
    address.pick(**{key: day.isoformat() if day else ""})


def picked(key: str, latest: date | None = None) -> date | None:
    """The day that the address holds under ``key``, or the day of a moment of :data:`MOMENTS`; None where it holds
    none, or one that cannot be shown. One after ``latest`` (today, if it is not said) becomes that day.
    """
    latest = latest or today()
    written = address.picked(key)
    try:
        day = local_day(moment(written)) if key in MOMENTS else date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day < EARLIEST:
        st.session_state[key] = ""  # empty, or mistyped in the address
        return None
    if day > latest:
        day = latest
        st.session_state[key] = day.isoformat()
    return day


def moment_picked(key: str) -> datetime | None:
    """The moment that the address holds under a key of :data:`MOMENTS`, of a day its end; None as for a day."""
    return None if picked(key) is None else moment(address.picked(key))
