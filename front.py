"""The first second of a start: a process of its own gives out the page and its browser code, while server.py imports.

Python does one thing at a time in a process: a service that imports for a second would give out eighty files late, and
import late for giving them out. This process imports next to nothing and answers at once. What is no such file is
carried to the service, which waits for it on a port of its own; when the service has imported all, it takes over the
door, and this process ends with its last connection. It only answers for files that lie there when it starts.
"""

import asyncio
import re
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

ADDRESS = "127.0.0.1"  # only this machine
STATIC = Path((find_spec("streamlit") or sys.exit("Streamlit is missing")).origin or "").parent / "static"
SCRIPTS = STATIC / "static" / "js"
# Parts of Streamlit's own browser code that every page shows; the one for charts is by far the largest.
SHOWN = ("PlotlyChart", "Html", "Selectbox", "Popover", "Multiselect", "Button")
HEAD_ENDS = b"</head>"
FONTS = {
    f"/app/static/fonts/{file.name}": file for file in Path(__file__).resolve().parent.glob("static/fonts/*.woff2")
}
# Streamlit's page asks early for a font with the letters of all languages; it shall ask for ours instead.
THEIR_FONT = re.compile(rb'<link\s+rel="preload"[^>]+\bas="font"[^>]+>')
# Before Streamlit knows our font it writes one thing: a link that only the keyboard reaches. Theirs would come for it.
FIRST_WORDS = """<style>[data-testid="stSkipToContent"] {font-family: "Dashboard Sans", sans-serif}</style>"""
# What draws charts takes the browser most of a second to start. It does so while the service works out the page: not
# before the page is asked for, which it would hold up, and not only when the first chart arrives.
START_CHARTS = """<script>
new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-test-connection-state="CONNECTED"]')) return;
  observer.disconnect();
  setTimeout(() => import("/static/js/CHARTS"));
}).observe(document, {attributes: true, childList: true, subtree: true});
</script>"""
KEEP = "public, immutable, max-age=31536000"  # the name changes with the content
KINDS = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
A_PAGE = re.compile(r"/[a-z]*")  # as dashboard.py names them; whatever else a browser opens is for the service
BACKLOG, LONGEST_HEAD, PIECE = 2048, 65536, 65536


@dataclass
class Door:
    """What the service accepts at: the port that readers know, and the one that this process carries to."""

    sockets: list[socket.socket]
    process: "subprocess.Popen[bytes]"

    def take_over(self) -> None:
        """Tell the process at the door that the service answers for everything now."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        threading.Thread(target=self.process.wait, daemon=True).start()  # so that it leaves nothing behind when it ends


def open_door(port: int) -> Door:
    """Listen at a port, and start the process that answers there until the service does. Raises OSError if taken."""
    outer, inner = _listen(port), _listen(0)
    command = [sys.executable, str(Path(__file__).resolve()), str(outer.fileno()), str(inner.getsockname()[1])]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[outer.fileno()])
    return Door([outer, inner], process)


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


def early_fonts() -> bytes:
    """What asks for our fonts at once: texts in figures stand where their widths put them when they are first drawn."""
    links = (f'<link rel="preload" href="{path}" as="font" type="font/woff2" crossorigin />' for path in sorted(FONTS))
    return ("".join(links) + FIRST_WORDS).encode()


def with_early_parts(page: bytes, fonts: bytes, parts: bytes) -> bytes:
    """Streamlit's page with our fonts in place of its own, and the early parts in its head."""
    return THEIR_FONT.sub(lambda _link: fonts, page, count=1).replace(HEAD_ENDS, parts + HEAD_ENDS, 1)


def page() -> bytes:
    """Streamlit's page as it is given out."""
    return with_early_parts((STATIC / "index.html").read_bytes(), early_fonts(), early_parts())


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((ADDRESS, port))
        listening.listen(BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening


class _Answers:
    """Answers one connection after the other; a connection that asks for anything else is carried from then on."""

    def __init__(self, inner: int) -> None:
        self.inner, self.page = inner, page()
        code = {f"/static/{file.relative_to(STATIC / 'static')}": file for file in STATIC.glob("static/*/*")}
        self.files = code | FONTS
        self.open: set[asyncio.Task[None]] = set()

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until it ends."""
        task = asyncio.current_task()
        assert task is not None
        self.open.add(task)
        try:
            await self._serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # the reader went away, or sends what is no request: nobody is there to be told
        finally:
            self.open.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            method, _blank, rest = head.partition(b" ")
            path = urlsplit(rest.split(b" ", 1)[0].decode("latin-1")).path
            if method == b"GET" and path in self.files:
                kind = KINDS.get(self.files[path].suffix, "application/octet-stream")
                writer.write(_answer(self.files[path].read_bytes(), kind, KEEP))
            elif method == b"GET" and A_PAGE.fullmatch(path) and re.search(rb"(?im)^accept:.*text/html", head):
                writer.write(_answer(self.page, "text/html; charset=utf-8", "no-cache"))
            else:
                await self._carry(head, reader, writer)
                return
            await writer.drain()

    async def _carry(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_service, to_service = await asyncio.open_connection(ADDRESS, self.inner)
        try:
            to_service.write(head)
            ways = [asyncio.create_task(_copy(reader, to_service)), asyncio.create_task(_copy(from_service, writer))]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
        finally:
            to_service.close()


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while piece := await source.read(PIECE):
        target.write(piece)
        await target.drain()


def _answer(body: bytes, kind: str, keep: str) -> bytes:
    head = f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\ncache-control: {keep}\r\n\r\n"
    return head.encode() + body


async def _until_taken_over(outer: int, inner: int) -> None:
    answers = _Answers(inner)
    listening = socket.socket(fileno=outer)
    door = await asyncio.start_server(answers.connected, sock=listening, limit=LONGEST_HEAD)
    told = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(told), sys.stdin)
    await told.read()  # ends when the service closes its end, or is gone
    door.close()
    while answers.open:
        await asyncio.wait(answers.open)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the service ends on it, and with it this
    asyncio.run(_until_taken_over(int(sys.argv[1]), int(sys.argv[2])))
