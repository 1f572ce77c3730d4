"""Draw a figure on a page: quiet, the same everywhere, read out to those who cannot see it, and open to questions."""

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st

from monitoring.language import spoken
from ui import behind as behind_it
from ui import cards
from ui.behind import Behind
from ui.pictures import Alone, Picture
from ui.theme import is_dark

# The bar is drawn for its camera, which ui/pictures.py presses, and hidden by a rule of style.
_CONFIG = {
    "displayModeBar": True,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "svg"},
    "scrollZoom": False,
    "doubleClick": False,
}


def show(
    figure: go.Figure,
    name: str,
    finding: str,
    behind: Behind,
    clicked: Callable[[object], None] | None = None,
    note: str = "",
    desk: bool = False,
    hint: str = "",
    alone: Alone = Alone(),
) -> None:
    """Draw ``figure`` with a note below it, a hint on what can be done with it, and the way to what lies behind it.

    ``name``: what it is called among all figures. ``finding``: what it says, which is read out in its place.
    ``clicked`` gets the ``customdata`` of a mark that was clicked, before the page runs again; without it a click opens
    what lies behind the figure. ``desk``: a phone shows something else in its place (see ui/phone.py). ``alone``: what
    a picture of it has to say besides.
    """
    if desk:
        with st.container(key=f"desk-{name}"):
            _draw(figure, name, finding, clicked)
    else:
        _draw(figure, name, finding, clicked)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"below {name}"):
        below = " ".join(filter(None, (note, hint)))
        if below:
            with st.container(key=f"{'desk' if desk else 'every'}-note-{name}"):
                st.caption(cards.literal(below))
        behind_it.offer(behind, Picture(_key_of(name), finding, note, behind.made_up, desk, alone), name)


def _draw(figure: go.Figure, name: str, finding: str, clicked: Callable[[object], None] | None) -> None:
    key = _key_of(name)

    def picked() -> None:
        state = st.session_state.get(key)
        points = state["selection"]["points"] if state else []
        if clicked is None and points:
            behind_it.open_at(name)
        for point in points:
            if clicked is not None and "customdata" in point:
                clicked(point["customdata"])
                return

    st.plotly_chart(figure, key=key, alt=finding, theme=None, config=_CONFIG, on_select=picked, selection_mode="points")


def _key_of(name: str) -> str:
    """A key that changes with the theme and the language, so that a figure is drawn anew when the reader switches."""
    return f"{name} {'dark' if is_dark() else 'light'} {spoken()}"
