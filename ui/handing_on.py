"""Download what is shown, or one priority area of it, in any language, from the strip of every page."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from db import queries
from monitoring.filters import Filters
from monitoring.language import SPOKEN, available, names_by_code, spoken
from monitoring.language import gettext as _
from ui import filters, speaking
from ui.data import database

LANGUAGE = "language of the download"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Made = Callable[[Filters], tuple[str, Callable[[], bytes]]]


def offer(made: Made) -> None:
    """Draw the button that opens the choice; ``made``: name and content of the workbook for some filters."""
    folded = st.popover(_("Download"), key="hand on", on_change="rerun")
    if not folded.open:
        return
    view = filters.chosen()
    areas = queries.areas(database())
    own = names_by_code(areas[(areas["kind"] == "priority area").to_numpy(dtype=bool)])
    picked = {code: name for code, name in own.items() if not view.filters.areas or code in view.filters.areas}
    with folded:
        st.caption(_("An Excel workbook with a cover and a sheet for each table."))
        st.session_state.setdefault(LANGUAGE, spoken())
        language = st.segmented_control(
            _("Language"), available(), key=LANGUAGE, format_func=SPOKEN.__getitem__, required=True
        )
        _button(_("All that is shown"), made(view.filters), language)
        if len(picked) > 1:
            st.caption(_("Or only one priority area of it:"))
            for code, name in picked.items():
                _button(name, made(replace(view.filters, areas=(code,))), language)


def _button(label: str, file: tuple[str, Callable[[], bytes]], language: str) -> None:
    name, content = file
    made = speaking.in_language(content, language)
    st.download_button(label, made, name, XLSX, key=f"hand on {name}", on_click="ignore", width="stretch")
