"""Bytes that a visit transfers, as Chromium counts them on the line: heads and bodies of the files, and the messages.

Messages of the session are counted as Chromium shows them, before their own compression, so that the sum is never less
than what was sent.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from playwright.sync_api import Browser, Page

from benchmarks import figures
from benchmarks.browser import first_chart, window
from benchmarks.reruns import PAGES
from benchmarks.serving import serving

STILL = 2000  # ms after the first chart, for what comes late
BINARY = 2


@dataclass
class Transferred:
    """What came over the line for one page, from the moment this is made."""

    page: Page
    files: dict[str, int] = field(default_factory=dict)  # bytes by address
    messages: int = 0
    hosts: set[str] = field(default_factory=set)
    _asked: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        line = self.page.context.new_cdp_session(self.page)
        line.send("Network.enable")
        line.on("Network.requestWillBeSent", self._ask)
        line.on("Network.loadingFinished", self._finish)
        line.on("Network.webSocketCreated", lambda event: self.hosts.add(urlparse(event["url"]).hostname or ""))
        line.on("Network.webSocketFrameReceived", self._message)
        line.on("Network.webSocketFrameSent", self._message)

    @property
    def total(self) -> int:
        """All bytes, in both directions as far as messages go."""
        return sum(self.files.values()) + self.messages

    def _ask(self, event: dict[str, Any]) -> None:
        address = urlparse(event["request"]["url"])
        self._asked[event["requestId"]] = event["request"]["url"]
        if address.scheme not in ("data", "blob"):
            self.hosts.add(address.hostname or "")

    def _finish(self, event: dict[str, Any]) -> None:
        address = self._asked[event["requestId"]]
        if not address.startswith(("data:", "blob:")):
            self.files[address] = self.files.get(address, 0) + int(event["encodedDataLength"])

    def _message(self, event: dict[str, Any]) -> None:
        told, content = event["response"]["opcode"], event["response"]["payloadData"]
        self.messages += len(content) * 3 // 4 if told == BINARY else len(content.encode())


def measure(browser: Browser, file: Path, target: int) -> None:
    """Print a first visit and a second one to each page; ``target`` in bytes for the first."""
    figures.head("Bytes of a visit: the first, and a second one", ("", "first", "second", "to reach", ""))
    with serving(file) as port:
        for path, name in PAGES.items():
            with window(browser) as page:
                first = _visit(page, port, path)
                second = _visit(page.context.new_page(), port, path)
            outside = (first.hosts | second.hosts) - {"localhost"}
            note = f"other hosts: {', '.join(sorted(outside))}" if outside else ""
            figures.sizes(name, first.total, second.total, target, note)


def _visit(page: Page, port: int, path: str) -> Transferred:
    counted = Transferred(page)
    page.goto(f"http://localhost:{port}/{path}")
    first_chart(page)
    page.wait_for_timeout(STILL)
    return counted
