"""The dashboard as an ASGI service: imports begin before the first visitor comes, memory is tidied on a timer."""

import asyncio
import gc
import importlib
import re
import sys
from collections.abc import AsyncIterator, Container, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, delta_generator
from streamlit.runtime.pages_manager import PagesManager

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
WHOLE_MESSAGE = 200 * 1024 * 1024  # bytes of one message of a session, as Streamlit allows
SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
# Parts of Streamlit's own browser code that every page shows; the one for charts is by far the largest.
SHOWN = ("PlotlyChart", "Html", "Selectbox", "Popover", "Multiselect", "Button")
HEAD_ENDS = b"</head>"
# What draws charts takes the browser most of a second to start. It does so while the service works out the page: not
# before the page is asked for, which it would hold up, and not only when the first chart arrives.
START_CHARTS = """<script>
new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-test-connection-state="CONNECTED"]')) return;
  observer.disconnect();
  setTimeout(() => import("/static/js/CHARTS"));
}).observe(document, {attributes: true, childList: true, subtree: true});
</script>"""
KEEP = {"Cache-Control": "public, immutable, max-age=31536000"}  # the name changes with the content
OF_THE_FILE = {b"content-length", b"etag", b"last-modified"}  # no longer true of the page with its parts


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


async def _collect() -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_COLLECTIONS)
        await asyncio.to_thread(gc.collect)


def early_parts() -> bytes:
    """What is added to the head of the page, so that the browser fetches all it will need at once and in parallel.

    Streamlit's browser code asks for a part when the page first shows it, and then for what that part needs.
    """
    charts, *names = [file.name for name in SHOWN for file in SCRIPTS.glob(f"{name}.*.js")]
    for name in names:  # grows while it is read: parts of parts
        with (SCRIPTS / name).open("rb") as code:
            needed = re.findall(rb'from"\./([\w.-]+\.js)"', code.read(8000))
        names.extend(part.decode() for part in needed if part.decode() not in names)
    links = "".join(f'<link rel="modulepreload" crossorigin href="/static/js/{name}">' for name in names)
    return (links + START_CHARTS.replace("CHARTS", charts)).encode()


class BrowserCode:
    """Answers for Streamlit's browser code in one piece each, adds the early parts to the page, and leaves the rest.

    Streamlit itself sends files in slices of 64 kB, each waiting for its turn among the threads of a busy start.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.parts = app, early_parts()
        self.files = {f"/static/js/{file.name}": file for file in SCRIPTS.glob("*.js")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
        elif scope["path"] in self.files:
            code = Response(self.files[scope["path"]].read_bytes(), headers=KEEP, media_type="text/javascript")
            await code(scope, receive, send)
        elif b"text/html" in dict(scope["headers"]).get(b"accept", b""):
            # Uncompressed: the page is small, and is read here.
            plain = {**scope, "headers": _kept(scope["headers"], {b"accept-encoding"})}
            await self.app(plain, receive, self._with_parts(send))
        else:
            await self.app(scope, receive, send)

    def _with_parts(self, send: Send) -> Send:
        held: list[Message] = []

        async def extended(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.append(message)  # its length is not known before the body
                return
            if held:
                start, body = held.pop(), message.get("body", b"")
                if HEAD_ENDS in body:
                    message = {**message, "body": body.replace(HEAD_ENDS, self.parts + HEAD_ENDS, 1)}
                    headers = _kept(start["headers"], OF_THE_FILE)
                    length = (b"content-length", str(len(message["body"])).encode())
                    start = {**start, "headers": [*headers, length]}
                await send(start)
            await send(message)

        return extended


def _kept(headers: Iterable[tuple[bytes, bytes]], without: Container[bytes]) -> list[tuple[bytes, bytes]]:
    return [header for header in headers if header[0].lower() not in without]


def serve(port: int) -> None:
    """Serve the dashboard at a port of the address of .streamlit/config.toml until the process is told to end.

    As ``uvicorn server:app`` does; Streamlit's own command takes a tenth of a second more before it listens.
    """
    address = str(config.get_option("server.address"))
    settings = uvicorn.Config(app, host=address, port=port, log_level="warning", ws_max_size=WHOLE_MESSAGE)
    print(f"http://localhost:{port}", flush=True)
    uvicorn.Server(settings).run()


app = st.App(ROOT / "dashboard.py", lifespan=lifespan, middleware=[Middleware(BrowserCode)])
