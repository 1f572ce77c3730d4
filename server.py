"""The dashboard as an ASGI service: imports begin before the first visitor comes, memory is tidied on a timer."""

import asyncio
import gc
import importlib
import sys
from collections.abc import AsyncIterator, Container, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import delta_generator
from streamlit.runtime.pages_manager import PagesManager

import browser_code
import compressed
from front import Door

ROOT = Path(__file__).resolve().parent
# What pages import: the first visitor would wait for it otherwise.
PRELOADED = (
    "streamlit.elements.plotly_chart",
    "plotly.graph_objects",
    "orjson",
    "babel.dates",
    "babel.numbers",
    "db.queries",
    "ui.filters",
    "ui.strip",
    "charts.equity_dots",
    "charts.goal_rows",
    "charts.indicator_course",
    "charts.over_time",
    "charts.progress_bars",
    "charts.status_bars",
    "charts.unit_matrix",
    "ui.activity",
    "ui.tables",
)
SECONDS_BETWEEN_COLLECTIONS = 60
OBJECTS_BETWEEN_LOOKS = 50_000
_doors: list[Door] = []  # what is to be taken over when all is imported
WHOLE_MESSAGE = 200 * 1024 * 1024  # bytes of one message of a session, as Streamlit allows
API = "/api/v1"
OF_THE_FILE = {
    b"accept-ranges",
    b"content-length",
    b"etag",
    b"last-modified",
}  # no longer true of the page with its parts


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
    # Else Streamlit looks through all loaded modules, in the first visitor's run, for a prompt that somebody types at.
    delta_generator._use_warning_has_been_displayed = True
    # Threads take turns more often: the visitor's browser asks for eighty files while this goes on.
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    for module in PRELOADED:
        importlib.import_module(module)
    sys.setswitchinterval(usual)
    gc.enable()
    gc.freeze()
    # A run of a page makes tens of thousands of objects that are gone with it; the timer looks for what is left.
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS, 20, 50)
    for door in _doors:
        door.take_over()


async def _collect() -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_COLLECTIONS)
        await asyncio.to_thread(gc.collect)


class BrowserCode:
    """Answers for Streamlit's browser code, our fonts and icons in one piece each, adds the early parts to the page,
    and leaves the rest.

    Streamlit itself sends files uncompressed, in slices of 64 kB, each waiting for its turn in a busy start.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.fonts, self.parts = app, browser_code.early_fonts(), browser_code.early_parts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(f"{API}/"):
            await self.app(scope, receive, send)
            return
        accepted = ",".join(Headers(scope=scope).getlist("accept-encoding"))
        if scope["path"] in browser_code.files():
            body, told = browser_code.answer(scope["path"], accepted)
            await Response(body, headers=told)(scope, receive, send)
        elif b"text/html" in dict(scope["headers"]).get(b"accept", b""):
            # Uncompressed: it is read here, and compressed after that.
            plain = {**scope, "headers": _kept(scope["headers"], {b"accept-encoding"})}
            await self.app(plain, receive, self._with_parts(send, accepted))
        else:
            await self.app(scope, receive, send)

    def _with_parts(self, send: Send, accepted: str) -> Send:
        held: list[Message] = []

        async def extended(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.append(message)  # its length is not known before the body
                return
            if held:
                start, body = held.pop(), message.get("body", b"")
                if browser_code.HEAD_ENDS in body:
                    page = browser_code.with_early_parts(body, self.fonts, self.parts)
                    page, told = browser_code.as_accepted(page, accepted, {})
                    message = {**message, "body": page}
                    told["content-length"] = str(len(page))
                    added = [(name.encode(), value.encode()) for name, value in told.items()]
                    start = {**start, "headers": [*_kept(start["headers"], OF_THE_FILE), *added]}
                await send(start)
            await send(message)

        return extended


class ReadApi:
    """The read API for other systems, imported when the first of them asks: no page waits for it."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if self.app is None:
            self.app = await run_in_threadpool(_read_api)
        await self.app(scope, receive, send)


def _read_api() -> ASGIApp:
    from exchange.api import service
    from ui.data import database

    return service(database, compressed.fresh)


def _kept(headers: Iterable[tuple[bytes, bytes]], without: Container[bytes]) -> list[tuple[bytes, bytes]]:
    return [header for header in headers if header[0].lower() not in without]


def serve(door: Door) -> None:
    """Serve the dashboard at a door that is open already, until the process is told to end.

    As ``uvicorn server:app`` does; Streamlit's own command takes a tenth of a second more before it listens.
    """
    _doors.append(door)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", ws_max_size=WHOLE_MESSAGE)).run(sockets=door.sockets)


_api = ReadApi()
app = st.App(
    ROOT / "dashboard.py",
    lifespan=lifespan,
    routes=[Route(API, _api), Route(f"{API}/{{path:path}}", _api)],
    middleware=[Middleware(BrowserCode)],
)
