"""Draw a figure on a page: quiet, the same everywhere, and read out to those who cannot see it."""

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st

from monitoring.language import spoken
from ui.theme import is_dark

_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def show(figure: go.Figure, key: str, alt: str, clicked: Callable[[object], None] | None = None) -> None:
    """Draw ``figure``; ``clicked`` gets the ``customdata`` of a mark that was clicked, before the page runs again."""
    if clicked is None:
        st.plotly_chart(figure, key=key, alt=alt, theme=None, config=_CONFIG)
        return

    def picked() -> None:
        state = st.session_state.get(key)
        points = state["selection"]["points"] if state else []
        if points and "customdata" in points[0]:
            clicked(points[0]["customdata"])

    st.plotly_chart(figure, key=key, alt=alt, theme=None, config=_CONFIG, on_select=picked, selection_mode="points")


def key_of(name: str) -> str:
    """A key that changes with the theme and the language, so that a figure is drawn anew when the reader switches."""
    return f"{name} {'dark' if is_dark() else 'light'} {spoken()}"
