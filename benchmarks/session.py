"""A reader's session without a browser: asks for pages in Streamlit's own messages and takes the time of each run."""

import time
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 120.0


class PageFailed(Exception):
    """A page showed an error instead of its content, so its time says nothing."""


class Session:
    """One session; its first run is over when it is made. ``pages`` has the hash of each page by its address."""

    def __init__(self, port: int) -> None:
        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        # No compression: it would be measured too, and on this machine it only costs time.
        self._socket: ClientConnection = connect(address, compression=None, max_size=None, legacy=True)
        self.pages: dict[str, str] = {}
        self.run("")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def run(self, page: str, query: str = "") -> float:
        """Run a page, with the filters that ``query`` puts into its address; the seconds until all of it has arrived.

        Raises PageFailed where it shows an error.
        """
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_script_hash = self.pages.get(page, "")
        asked.rerun_script.context_info.color_scheme = "light"
        started = time.perf_counter()
        self._socket.send(asked.SerializeToString())
        while True:
            came = ForwardMsg.FromString(bytes(self._socket.recv(PATIENCE, decode=False)))
            kind = came.WhichOneof("type")
            if kind == "delta":
                _refuse_errors(page, came)
            elif kind == "navigation":
                self.pages = {one.url_pathname: one.page_script_hash for one in came.navigation.app_pages}
            elif kind == "script_finished" and came.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return time.perf_counter() - started


def _refuse_errors(page: str, came: ForwardMsg) -> None:
    element = came.delta.new_element
    kind = element.WhichOneof("type")
    if kind == "exception":
        raise PageFailed(f"{page}: {element.exception.message}")
