"""The one thing that is cached: the open database."""

import streamlit as st

from db.engine import Database, open_database
from db.settings import settings


@st.cache_resource(show_spinner=False)
def database() -> Database:
    """The open database of this service.

    Raises DatabaseMissing, DatabaseUnreadable, DatabaseOlder or DatabaseNewer; nothing is cached then, so that the next
    visit tries again.
    """
    chosen = settings()
    return open_database(chosen.database, chosen.programme, chosen.busy_seconds)
