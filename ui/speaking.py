"""The language a reader sees: from the address, else as picked or remembered, else the browser's own."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from monitoring import language
from monitoring.language import gettext as _
from ui import address
from ui.mending import MENU, ROLES, uploaders

COOKIE = "dashboard_language"
A_YEAR = 365 * 24 * 3600
P = ParamSpec("P")
T = TypeVar("T")


def start() -> None:
    """Speak the language of this run; before anything is put into words."""
    language.speak(_asked())
    # Where a click opens another page, this run ends before the choice of languages is drawn; Streamlit then forgets
    # what a field held, unless it was written in that run.
    st.session_state["lang"] = language.spoken()


def as_here(made: Callable[P, T]) -> Callable[P, T]:
    """``made`` in the language of this run, in whichever thread it runs later: that of a file knows nothing of ours."""
    code = language.spoken()

    @wraps(made)
    def told(*given: P.args, **named: P.kwargs) -> T:
        language.speak(code)
        return made(*given, **named)

    return told


def in_language(made: Callable[P, T], code: str) -> Callable[P, T]:
    """``made`` in a language that the reader picked for it."""

    @wraps(made)
    def told(*given: P.args, **named: P.kwargs) -> T:
        with language.spoken_in(code):
            return made(*given, **named)

    return told


def fragment(part: Callable[P, None]) -> Callable[P, None]:
    """A part of a page that runs again by itself, in the language in which the page last drew it."""

    @wraps(part)
    def drawn(*given: P.args, **named: P.kwargs) -> None:
        st.fragment(as_here(part))(*given, **named)

    return drawn


def switch() -> None:
    """Draw the choice of languages, each in its own words, where there is more than English."""
    codes = language.available()
    if len(codes) == 1:
        return
    st.session_state["lang"] = language.spoken()
    st.selectbox(
        _("Language"),
        codes,
        key="lang",
        format_func=language.SPOKEN.__getitem__,
        label_visibility="collapsed",
        width=130,
        filter_mode=None,
    )


def tell_the_browser() -> None:
    """Say the language of the page and its roles, for what reads it aloud, and remember the language for next time."""
    code = language.spoken()
    st.html(
        f'<script>document.documentElement.lang = "{code}";'
        f'document.cookie = "{COOKIE}={code}; path=/; max-age={A_YEAR}; SameSite=Lax";'
        f"{ROLES}{MENU}{uploaders()}</script>",
        unsafe_allow_javascript=True,
    )


def _asked() -> str:
    """The code of the language asked for; English where nobody asked for one that there is."""
    browser = (st.context.locale or "").split("-")[0]
    for code in (address.newly_asked("lang"), address.picked("lang"), st.context.cookies.get(COOKIE, ""), browser):
        if code in language.available():
            return code
    return "en"
