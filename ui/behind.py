"""What lies behind a figure: how it comes about, its figures as a table, and the same as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from monitoring import csv_text
from monitoring.file_names import STEM, shortened
from monitoring.language import gettext as _
from ui import address, cards, filters, pictures, speaking
from ui.pictures import Picture

_ASKED = "asked behind "


@dataclass(frozen=True)
class Behind:
    """What a figure is made of.

    Attributes:
        how: how its figures come about, in a sentence or two.
        table: gives the rows that it draws, under titles that a reader understands; asked for only when opened.
        made_up: whether any of them is made up.
    """

    how: str
    table: Callable[[], pd.DataFrame]
    made_up: bool


def offer(behind: Behind, picture: Picture, key: str) -> None:
    """Draw the button that opens it; ``picture``: the figure as it can be taken along, ``key``: its own name."""
    asked = st.button(_("Figures and why"), key=f"behind {key}", type="tertiary")
    if asked or st.session_state.pop(_ASKED + key, False):
        _opened(behind, picture, key)


def open_at(key: str) -> None:
    """Open it in this run, as a click on a mark of the figure asks for that leads to no page of its own."""
    st.session_state[_ASKED + key] = True


def _opened(behind: Behind, picture: Picture, key: str) -> None:
    def told() -> None:
        tag = cards.illustrative_tag() if behind.made_up else ""
        method, about = escape(address.link("method")), escape(_("How progress is judged"))
        st.html(f'<p>{escape(behind.how)}</p><p><a href="{method}">{about}</a> {tag}</p>')
        table = behind.table()
        percents = [column for column in table.columns if column.endswith("%")]
        columns = {column: st.column_config.NumberColumn(format="%.1f") for column in percents}
        st.download_button(
            _("Download these figures (CSV)"),
            speaking.as_here(lambda: as_file(table)),
            file_name(key, behind.made_up) + ".csv",
            "text/csv",
            key=f"file of {key}",
            on_click="ignore",
        )
        pictures.offer(picture, file_name(key, behind.made_up))
        # Last: the keyboard needs a step for each of its columns.
        st.dataframe(table, hide_index=True, column_config=columns, placeholder="–")

    st.dialog(cards.literal(picture.title), width="large")(speaking.as_here(told))()


def as_file(table: pd.DataFrame) -> bytes:
    """The table as CSV, as a spreadsheet program in this language opens it: empty where nothing is known, days as ISO
    8601.
    """
    rows = [[_cell(value) for value in row] for row in table.to_numpy(dtype=object).tolist()]
    return csv_text.written([str(column) for column in table.columns], rows, csv_text.as_spoken())


def file_name(key: str, made_up: bool) -> str:
    """ "child-rights-workplans_overview-partners_2025-09-30_MOH": what, when and the filters, in English in every
    language, as all file names, and without an ending.
    """
    view = filters.chosen()
    parts = [STEM, "-".join(key.split()), view.dates.as_of.isoformat(), shortened(view.filters)]
    return "_".join(part for part in [*parts, "illustrative" if made_up else ""] if part)


def _cell(value: object) -> object:
    if value is None or value != value:
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 6)
    return csv_text.harmless(value if isinstance(value, int | str) else str(value))
