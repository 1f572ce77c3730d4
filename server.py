"""The dashboard as an ASGI service: everything imported before the first visitor comes, memory tidied on a timer."""

import asyncio
import gc
import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from db.settings import ROOT

# What pages import: the first visitor would wait for it otherwise.
PRELOADED = (
    "babel.dates",
    "babel.numbers",
    "numpy",
    "orjson",
    "pandas",
    "plotly.graph_objects",
    "pyarrow",
    "streamlit.elements.plotly_chart",
    "charts.equity_dots",
    "charts.goal_rows",
    "charts.indicator_course",
    "charts.over_time",
    "charts.progress_bars",
    "charts.status_bars",
    "charts.unit_matrix",
    "db.queries",
    "ui.activity",
    "ui.filters",
    "ui.strip",
    "ui.tables",
)
SECONDS_BETWEEN_COLLECTIONS = 60


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Preload, freeze what is loaded, and collect garbage on a timer for as long as the service runs.

    Streamlit's own collection after each run is off (see .streamlit/config.toml): it costs most of the processor.
    """
    for module in PRELOADED:
        importlib.import_module(module)
    # A folder called pages/ makes Streamlit take the first link after a start for its old menu, and say "not found".
    PagesManager.uses_pages_directory = False
    gc.collect()
    gc.freeze()
    timer = asyncio.create_task(_collect())
    yield
    timer.cancel()
    with suppress(asyncio.CancelledError):
        await timer


async def _collect() -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_COLLECTIONS)
        await asyncio.to_thread(gc.collect)


app = st.App(ROOT / "dashboard.py", lifespan=lifespan)
