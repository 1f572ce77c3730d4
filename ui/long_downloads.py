"""Files that take long to make: made when asked for, in sight of the reader, who can stop it, and then downloaded."""

from collections.abc import Callable, MutableMapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from monitoring.steps import Step
from ui import cards, waiting
from ui.background import Background


def offer(
    place: DeltaGenerator,
    label: str,
    make: Callable[[Step], bytes],
    file: str,
    what: str,
    stopped: DashboardError,
    kept: MutableMapping[str, Background[bytes]],
    key: str,
) -> None:
    """Offer ``file``: a button that begins to make it, then how far it is, then the download.

    ``what``: what is being done, in words; ``stopped``: what is said when somebody stopped it; ``kept``: where the work
    stands under its ``key``, for as long as what it is made from stays the same.
    """
    work = kept.get(key)
    with place:
        if work is None:
            if st.button(label, key=f"make {key}", width="stretch"):
                kept[key] = Background(make, stopped)
                st.rerun()
            return
        if not waiting.over(work, what, key):
            return
        try:
            content = work.result()
        except DashboardError as error:
            del kept[key]
            st.info(cards.literal(str(error)))
            st.button(_("Begin again"), key=f"again {key}")
            return
        st.download_button(
            _("Download {file}", file=file), content, file, key=f"take {key}", on_click="ignore", width="stretch"
        )
