"""Which saved meaning of columns a file is read by: the one just saved for it, the one that fits, or another picked."""

import streamlit as st

from db import queries
from monitoring.language import gettext as _
from monitoring.mapping import ColumnMapping
from pages.reporting.sending import mapping_columns
from pages.reporting.sending.sent_files import Sent
from spreadsheets.finding_tables import header_words, mapped_tables, tables_in
from spreadsheets.mapped_words import meant_in
from spreadsheets.tables import to_read
from spreadsheets.workbook import Workbook
from ui.data import database


def pick(sent: Sent, partner: str | None) -> ColumnMapping | None:
    """The meaning of columns that was picked or just saved for this file, or fits it, if any; another can be picked."""
    assert sent.workbook is not None
    known = queries.column_mappings(database(), partner)
    place = f"mapping {sent.file.sha256}"
    if just_saved := st.session_state.pop(mapping_columns.just_saved(sent), ""):
        st.session_state[place] = just_saved
    sheets = to_read(sent.workbook)
    fits = [name for name in known if any(mapped_tables(sheet, known[name]) for sheet in sheets)]
    if place not in st.session_state:
        whole = [name for name in fits if _stands_whole(sent.workbook, known[name])]
        st.session_state[place] = (whole or ([] if tables_in(sent.workbook) else fits) or [""])[-1]
    if not fits or st.session_state[place] not in ("", *known):
        return None
    picked = st.selectbox(
        _("Meaning of the columns"),
        ["", *known],
        format_func=lambda one: one or _("As the words above them say"),
        key=place,
    )
    return known.get(picked)


def _stands_whole(workbook: Workbook, mapping: ColumnMapping) -> bool:
    """Whether every column that a meaning was said of stands in one row: then it is a file of that kind."""
    rows = (words for sheet in to_read(workbook) for _number, words in header_words(sheet))
    return any(mapping.read.keys() <= set(meant_in(words, mapping).values()) for words in rows)
