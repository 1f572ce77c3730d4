"""A document that takes long to make: made in the background, with a bar and a way to stop it, and then offered."""

from collections.abc import Callable, Hashable

import streamlit as st

from monitoring.errors import DocumentStopped
from monitoring.language import gettext as _
from ui import waiting
from ui.background import Background

_KEPT = "document being made"


def made(what: Hashable, make: Callable[[], bytes], seconds: float, file: str) -> bytes | None:
    """A document once it is made; before that draw the button that begins it, or how far it is.

    ``what`` tells it from every other document, and from the same one after the ledger has changed: one is kept.
    ``seconds``: how long making it takes, roughly.
    """
    asked, work = st.session_state.get(_KEPT, (None, None))
    if asked != what or work.stopped:

        def begin() -> None:
            stopped = DocumentStopped(file=file)
            st.session_state[_KEPT] = (what, Background(lambda step: make(), stopped, seconds))

        st.button(_("Prepare the document"), on_click=begin, type="primary", width="stretch")
        st.caption(_("It is long: it is prepared first, and can be downloaded then."))
        return None
    over = waiting.over(work, _("Preparing “{file}”", file=file), "document")
    content: bytes | None = work.result() if over else None
    return content
