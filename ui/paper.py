"""What stands on paper only: the whole of what a reader opens, scrolls or asks for on the screen."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from ui import cards

MOST = 300  # rows of a list: more belong into a workbook


def activities(found: pd.DataFrame, partners: Mapping[str, str], key: str) -> None:
    """The rows of a grid that a browser would print as the part of it that it shows; ``found`` of judged_activities."""
    head = [(_("Activity"), ""), (_("Status"), ""), (_("Delivered"), "n"), (_("Planned end"), "n")]
    with st.container(key=f"paper-{key.replace(' ', '-')}"):
        cards.rows(head, [_line(row, partners) for row in rows_of(found.head(MOST))])
        left = len(found) - MOST
        if left > 0:
            st.write(
                ngettext(
                    "{n} more activity is in the workbook of this page.",
                    "{n} more activities are in the workbook of this page.",
                    left,
                )
            )


def _line(row: Mapping[str, Any], partners: Mapping[str, str]) -> list[str]:
    under = " · ".join((partners.get(row["partner"], row["partner"]), row["code"]))
    return [
        f'{escape(name(row, "title"))}<div class="who">{escape(under)}</div>',
        cards.mark(DELIVERY_MARKS[Delivery(row["status"])]),
        formats.percent(row["delivered"]),
        escape(formats.day(row["ends"].date())),
    ]


def lines(of: list[str], key: str) -> None:
    """A list that is folded away on the screen; ``of``: HTML that is escaped already."""
    with st.container(key=f"paper-{key}"):
        st.html("<ul>" + "".join(f"<li>{line}</li>" for line in of[:MOST]) + "</ul>")
