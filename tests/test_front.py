"""While the service imports, the page and its browser code are given out; the rest waits for the service."""

import re
import socket
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import browser_code
import compressed
import front
from tests.test_compressed import UNPACK


def free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind((front.ADDRESS, 0))
        return int(free.getsockname()[1])


@pytest.fixture
def door() -> Iterator[tuple[front.Door, str]]:
    port = free_port()
    opened = front.open_door(port)
    yield opened, f"http://{front.ADDRESS}:{port}"
    opened.process.kill()
    opened.process.wait()
    for one in opened.sockets:
        one.close()


def asked(address: str, accept: str = "*/*") -> bytes:
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": accept}), timeout=20) as answer:
        body: bytes = answer.read()
    return body


class Service(BaseHTTPRequestHandler):
    """A service that imported all it needs."""

    def do_GET(self) -> None:
        body = f"the service says {self.path}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


def serve_at(listening: socket.socket) -> HTTPServer:
    server = HTTPServer((front.ADDRESS, 0), Service, bind_and_activate=False)
    server.socket.close()
    server.socket = listening
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def test_the_page_and_its_code_come_before_the_service(door: tuple[front.Door, str]) -> None:
    _opened, home = door
    assert asked(f"{home}/partners?partner=MOE", "text/html") == browser_code.page()
    script = next(browser_code.SCRIPTS.glob("index.*.js"))
    assert asked(f"{home}/static/js/{script.name}") == script.read_bytes()
    for path, file in browser_code.FONTS.items():
        assert asked(f"{home}{path}") == file.read_bytes()


@pytest.mark.parametrize("coding", UNPACK)
def test_the_page_and_its_code_come_compressed_to_a_browser_that_accepts_it(
    door: tuple[front.Door, str], coding: str
) -> None:
    _opened, home = door
    script = min(browser_code.SCRIPTS.glob("index.*.js"))
    compressed.make(browser_code.code())
    for path, whole in (("", browser_code.page()), (f"/static/js/{script.name}", script.read_bytes())):
        request = urllib.request.Request(home + path, headers={"Accept": "text/html", "Accept-Encoding": coding})
        with urllib.request.urlopen(request, timeout=20) as answer:
            body = answer.read()
        assert UNPACK[coding](body) == whole
        told = {name: answer.headers[name] for name in ("Content-Encoding", "Content-Length", "Vary")}
        assert told == {"Content-Encoding": coding, "Content-Length": str(len(body)), "Vary": "Accept-Encoding"}


def test_the_page_asks_early_for_our_fonts_and_not_for_streamlits() -> None:
    page = browser_code.page().decode()
    assert re.findall(r'<link rel="preload" href="([^"]+)" as="font"', page) == sorted(browser_code.FONTS)
    assert "SourceSans" not in page, "Streamlit names its font in another way: see THEIR_FONT"


def test_what_only_the_service_knows_waits_for_it(door: tuple[front.Door, str]) -> None:
    opened, home = door
    said: list[bytes] = []
    paths = ("_stcore/health", "static/../manage.py", "static/js/none.js")
    waiting = [threading.Thread(target=lambda path=path: said.append(asked(f"{home}/{path}"))) for path in paths]
    for one in waiting:
        one.start()
    waiting[0].join(0.3)
    assert said == []
    server = serve_at(opened.sockets[1])
    for one in waiting:
        one.join(20)
    said.append(asked(f"{home}/_stcore/health", "text/html"))
    paths = (*paths, "_stcore/health")
    assert sorted(said) == sorted(f"the service says /{path}".encode() for path in paths)
    server.shutdown()


def test_the_process_ends_when_the_service_takes_over_or_is_gone(door: tuple[front.Door, str]) -> None:
    opened, home = door
    assert asked(home, "text/html") == browser_code.page()
    opened.take_over()
    assert opened.process.wait(10) == 0


def test_a_taken_port_is_an_error_at_once(door: tuple[front.Door, str]) -> None:
    _opened, home = door
    with pytest.raises(OSError, match="in use"):
        front.open_door(int(home.rpartition(":")[2]))
