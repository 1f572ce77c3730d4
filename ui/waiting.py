"""Long work on a page: how far it is, and a way to stop it."""

from typing import Protocol

import streamlit as st

from monitoring.language import gettext as _
from ui import speaking

AT_ONCE = 1.0  # seconds that a page waits before it shows that it waits
OFTEN = 0.5  # seconds between two looks


class Work(Protocol):
    """Something that goes on in the background."""

    def done(self, within: float = 0) -> bool:
        """Whether it is over, at the latest after some seconds of waiting."""

    def part(self) -> float:
        """The part of the time it may take that has passed, 0 to 1."""

    def stop(self) -> None:
        """Stop it."""


def over(work: Work, what: str, key: str) -> bool:
    """Whether work is over. While it is not, draw how far it is, with a way to stop it, and run the page when it is.

    ``what``: what is being done, in words; ``key``: tells this work from others on the page.
    """
    if work.done(AT_ONCE):
        return True

    def watched() -> None:
        if work.done():
            st.rerun()
        left, right = st.columns([5, 1], vertical_alignment="center")
        left.progress(work.part(), text=what)
        if right.button(_("Stop"), key=f"stop {key}", width="stretch"):
            work.stop()

    st.fragment(run_every=OFTEN)(speaking.as_here(watched))()
    return False
