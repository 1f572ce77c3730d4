"""The files that came with a submission, given out again."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db import queries
from db.ledger import kept_files
from db.settings import settings
from monitoring.language import gettext as _
from ui.data import database


def offer(place: DeltaGenerator, number: int, name: str, sha256: str) -> None:
    """The file as it was sent, and the letter it came with, as far as they were kept."""
    folder = settings().var_dir / "uploads"
    folded = place.popover(_("Files"), key=f"files {number}", on_change="rerun", width="stretch")
    if not folded.open:
        return
    found = [(name, sha256), *queries.letters(database(), number)]
    kept = [(one, kept_files.place(folder, one, digest)) for one, digest in found]
    there = [(one, file) for one, file in kept if file.is_file()]
    with folded:
        if not there:
            st.write(_("The file itself is not here: it came before files were kept."))
        for one, file in there:
            key = f"file {number} {one}"
            st.download_button(one, file.read_bytes, one, key=key, on_click="ignore", width="stretch")
