"""The dashboard as an ASGI service: imports begin before the first visitor comes, memory is tidied on a timer."""

import asyncio
import gc
import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
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
    # A folder called pages/ makes Streamlit take the first link after a start for its old menu, and say "not found".
    PagesManager.uses_pages_directory = False
    # In a thread: the first visitor's browser loads its own part meanwhile.
    preloading = asyncio.create_task(asyncio.to_thread(_preload))
    timer = asyncio.create_task(_collect())
    yield
    for task in (preloading, timer):
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _preload() -> None:
    gc.disable()  # imports make no garbage worth looking for, and looking takes a good part of their time
    for module in PRELOADED:
        importlib.import_module(module)
    gc.enable()
    gc.collect()
    gc.freeze()


async def _collect() -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_COLLECTIONS)
        await asyncio.to_thread(gc.collect)


def _charts() -> str:
    """A header that tells the browser to fetch what draws charts at once, not only when the first chart arrives.

    Streamlit's browser code loads a part when the page first shows it; the one for charts is by far the largest.
    """
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    parts = [file for name in ("PlotlyChart",) for file in folder.glob(f"{name}.*.js")]
    return ", ".join(f'</static/js/{part.name}>; rel="modulepreload"; crossorigin' for part in parts)


class EarlyCharts:
    """Adds that header to the page itself, and leaves everything else as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.link = app, _charts().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def linked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message["headers"])
                if any(name.lower() == b"content-type" and b"text/html" in value for name, value in headers):
                    message = {**message, "headers": [*headers, (b"link", self.link)]}
            await send(message)

        await self.app(scope, receive, linked if scope["type"] == "http" else send)


app = st.App(ROOT / "dashboard.py", lifespan=lifespan, middleware=[Middleware(EarlyCharts)])
