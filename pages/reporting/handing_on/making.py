"""A document that takes long to make: made in the background, with a bar and a way to stop it, and then offered."""

import threading
import time
from collections.abc import Callable, Hashable
from math import exp

import streamlit as st

from monitoring.language import gettext as _
from ui import speaking, waiting

_KEPT = "document being made"


class Making:
    """A document that is being made. Stopped, it is given up: what is under way ends by itself, and nobody gets it."""

    def __init__(self, made: Callable[[], bytes], seconds: float) -> None:
        """``seconds``: how long it takes, roughly."""
        self._made, self._seconds, self._began = made, seconds, time.monotonic()
        self._content: bytes | None = None
        self._failed: Exception | None = None
        self.stopped = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._content = self._made()
        except Exception as error:  # raised again where somebody waits for it
            self._failed = error

    def done(self, within: float = 0) -> bool:
        """Whether it is over, at the latest after some seconds of waiting."""
        if not self.stopped:
            self._thread.join(within)
        return self.stopped or not self._thread.is_alive()

    def part(self) -> float:
        """How far it is, 0 to 1, by the time it should take: near the end where it takes longer."""
        return 1 - exp(-2 * (time.monotonic() - self._began) / self._seconds)

    def stop(self) -> None:
        """Give it up."""
        self.stopped = True

    def result(self) -> bytes:
        """The document, when it is over; raises what went wrong."""
        if self._failed is not None:
            raise self._failed
        assert self._content is not None
        return self._content


def made(what: Hashable, make: Callable[[], bytes], seconds: float, file: str) -> bytes | None:
    """A document once it is made; before that draw the button that begins it, or how far it is.

    ``what`` tells it from every other document, and from the same one after the ledger has changed: one is kept.
    """
    asked, work = st.session_state.get(_KEPT, (None, None))
    if asked != what or work.stopped:

        def begin() -> None:
            st.session_state[_KEPT] = (what, Making(speaking.as_here(make), seconds))

        st.button(_("Prepare the document"), on_click=begin, type="primary", width="stretch")
        st.caption(_("It is long: it is prepared first, and can be downloaded then."))
        return None
    content: bytes | None = work.result() if waiting.over(work, _("Preparing “{file}”", file=file)) else None
    return content
