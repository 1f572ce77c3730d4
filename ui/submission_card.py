"""One submission in a list: what it is and came with, its files, and Undo or, where it was withdrawn, the way back."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from monitoring.language import gettext as _
from monitoring.wording import EVENT
from ui import cards, files_kept, undoing


def draw(
    row: Mapping[str, Any], about: Sequence[str], parts: Sequence[str], told: str, look_again: Callable[[], None]
) -> None:
    """Draw a row of :func:`db.queries.submissions` or :func:`db.queries.plan_submissions`.

    ``about`` stands behind its number, ``parts`` below; ``told``: what Undo, or bringing back, would do; ``look_again``
    as for :func:`ui.undoing.offer`.
    """
    number = int(row["number"])
    with st.container(border=True, key=f"submission {number}"):
        left, middle, right = st.columns([8, 1, 1], vertical_alignment="center")
        tag = cards.illustrative_tag() if row["illustrative"] else ""
        state = f"<span class='tag'>{escape(_(EVENT[str(row['state'])]))}</span>"
        left.html(
            f"<div><b>{escape(' · '.join((str(number), *about)))}</b> {tag} {state}"
            f"<div class='who'>{escape(' · '.join(parts))}</div></div>"
        )
        if row["file_sha256"]:
            files_kept.offer(middle, number, str(row["file_name"]), str(row["file_sha256"]))
        undoing.offer(right, number, bool(row["counts"]), told, look_again)
