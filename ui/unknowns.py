"""What we do not know, said openly at the end of a page."""

import pandas as pd
import streamlit as st

from db import queries
from monitoring import unknowns
from monitoring.language import gettext as _
from ui.data import database
from ui.filters import Chosen


def list_them(
    view: Chosen, totals: pd.Series, by_partner: pd.DataFrame, indicators: pd.DataFrame | None = None
) -> None:
    """Draw what is not known as a list; without ``indicators`` where a page is not about results."""
    found = lines(view, totals, by_partner, indicators)
    st.header(_("What we do not know"), anchor=False)
    st.markdown("\n".join(f"- {line}" for line in found))


def lines(view: Chosen, totals: pd.Series, by_partner: pd.DataFrame, indicators: pd.DataFrame | None) -> list[str]:
    """A sentence for each kind of gap in what is shown."""
    activities = queries.judged_activities(database(), view.dates, view.filters)
    return unknowns.lines(activities, totals, by_partner, indicators)
