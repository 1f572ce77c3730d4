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
from pathlib import Path
from urllib.parse import urlsplit

import browser_code

ADDRESS = "127.0.0.1"  # only this machine
A_PAGE = re.compile(r"/[a-z]*")  # as dashboard.py names them; whatever else a browser opens is for the service
ACCEPTED = re.compile(rb"(?im)^accept-encoding:(.*)$")
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
        self.inner, self.page = inner, browser_code.page()
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
            accepted = b",".join(ACCEPTED.findall(head)).decode("latin-1")
            if method == b"GET" and path in browser_code.files():
                writer.write(_answer(*browser_code.answer(path, accepted)))
            elif method == b"GET" and A_PAGE.fullmatch(path) and re.search(rb"(?im)^accept:.*text/html", head):
                told = {"content-type": browser_code.HTML, "cache-control": "no-cache"}
                writer.write(_answer(*browser_code.as_accepted(self.page, accepted, told)))
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


def _answer(body: bytes, told: dict[str, str]) -> bytes:
    lines = (f"{name}: {value}\r\n" for name, value in (told | {"content-length": str(len(body))}).items())
    return f"HTTP/1.1 200 OK\r\n{''.join(lines)}\r\n".encode() + body


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
