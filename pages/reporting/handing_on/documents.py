"""Choose a document, look at what it holds, and download it."""

import streamlit as st

from db.queries.received import newest_change
from monitoring.language import gettext as _
from monitoring.language import spoken
from reports import pdf
from reports.contents import Contents, gather
from reports.documents import FORMATS, Format
from reports.kinds import HOLDS, KINDS, about_one
from reports.names import file_name
from reports.tables import Outline
from ui import long_downloads, speaking
from ui.data import database
from ui.filters import Chosen

PICKED = "kind of document picked"


def draw(view: Chosen, shown: Outline) -> None:
    """The choice of format and kind at the left, the look before downloading at the right."""
    st.header(_("Documents"), anchor=False)
    left, right = st.columns([5, 4], gap="large")
    with left:
        ending = st.radio(
            _("Format"), list(FORMATS), format_func=lambda one: _(FORMATS[one].label), horizontal=True, key="document"
        )
        chosen = FORMATS[ending]
        kind = _kind(chosen)
        fits = not kind or about_one(kind, view.filters)
        if not fits:
            st.info(
                _("This document is about one ministry or partner: choose one in the filters.")
                if kind == "partner"
                else _("This document is about one goal: choose one in the filters.")
            )
        asked = (database(), view.dates, view.filters, view.framework)
        file = file_name(shown, ending, kind=kind)
        made = speaking.as_here(lambda: chosen.make(gather(*asked), kind))
        seconds = chosen.pace * shown.counts["activities"]
        if fits and long_downloads.is_long(seconds):
            what = (*asked[1:], spoken(), newest_change(database(), view.dates.known_on))
            long_downloads.say_long()
            long_downloads.of_view(_("Prepare the document"), file, chosen.mime, made, seconds, what)
        else:
            st.download_button(
                _("Download the document"),
                made,
                file,
                chosen.mime,
                key=f"{ending} {kind}",
                type="primary",
                on_click="ignore",
                width="stretch",
                disabled=not fits,
            )
        st.caption(file)
    if fits:
        with right.container(border=True), st.spinner(_("Making the first page…")):
            _look(gather(*asked), chosen, kind)


def _kind(chosen: Format) -> str:
    """The kind of document picked; empty for a format that has one kind, where what was picked is kept for later."""
    if not chosen.kinds:
        st.caption(_("It holds everything that the filters show. Briefs and goal sheets are PDF."))
        return ""
    box = "document kind"  # a field that is not drawn loses what it holds
    st.session_state.setdefault(box, st.session_state.get(PICKED, next(iter(KINDS))))
    picked: str = st.radio(
        _("Which document"),
        list(KINDS),
        format_func=lambda one: _(KINDS[one]),
        captions=[_(HOLDS[one]) for one in KINDS],
        key=box,
    )
    st.session_state[PICKED] = picked
    return picked


def _look(contents: Contents, chosen: Format, kind: str) -> None:
    if chosen.contains is None:
        picture = pdf.first_page(contents, kind)
        st.image(picture, caption=_("First page"), width="stretch", alt=contents.report.cover.finding)
    else:
        title = _("What is in it")
        st.markdown(f"**{title}**\n" + "\n".join(f"- {one}" for one in chosen.contains(contents)))
