"""Long lists a step at a time: the first rows, and a button for more."""

import streamlit as st

from monitoring.language import gettext as _


def count(key: str, step: int) -> int:
    """How many rows of the list ``key`` are shown."""
    return int(st.session_state.setdefault(key, step))


def offer(key: str, step: int, total: int) -> None:
    """Draw the way to a step more, where there are more rows than are shown."""
    if total > count(key, step):
        st.button(_("Show more"), key=f"more of {key}", on_click=_more, args=(key, step))


def _more(key: str, step: int) -> None:
    st.session_state[key] += step
