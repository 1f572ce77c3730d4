"""Download what is shown, or one priority area of it, in any language, from the strip of every page."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from db import queries
from db.queries.received import newest_change
from monitoring.filters import Filters
from monitoring.language import SPOKEN, available, names_by_code, spoken
from monitoring.language import gettext as _
from ui import filters, long_downloads, speaking
from ui.data import database

LANGUAGE = "language of the download"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
File = tuple[str, Callable[[], bytes], float]
Made = Callable[[Filters], File]


def offer(made: Made) -> None:
    """Draw the button that opens the choice; ``made``: name and content of the workbook for some filters, and about how
    many seconds it takes.
    """
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
        everything = made(view.filters)
        if long_downloads.is_long(everything[2]):
            long_downloads.say_long()
        known = newest_change(database(), view.dates.known_on)

        def button(label: str, of: Filters, file: File) -> None:
            name, content, seconds = file
            asked = (view.dates, of, view.framework, language, known)
            long_downloads.of_view(label, name, XLSX, speaking.in_language(content, language), seconds, asked)

        button(_("All that is shown"), view.filters, everything)
        if len(picked) > 1:
            st.caption(_("Or only one priority area of it:"))
            for code, title in picked.items():
                of = replace(view.filters, areas=(code,))
                button(title, of, made(of))
