"""The way back from what a click opened: the pages that lie behind the reader, the first of them first."""

from collections.abc import Mapping

import streamlit as st

from monitoring.language import gettext as _
from ui import address


def show(titles: Mapping[str, str]) -> None:
    """Draw the trail where a click on a mark led here; ``titles``: the title of each page by its address."""
    stops = address.trail()
    if not stops:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="trail"):
        st.caption(_("Back to"), width="content")
        for number, stop in enumerate(stops):
            st.button(
                titles.get(stop.page, titles[""]),
                key=f"back to {number}",
                type="tertiary",
                on_click=address.return_to,
                args=(number,),
            )
