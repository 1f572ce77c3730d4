"""Files that take long to make: made when asked for, in sight of the reader, who can stop it, and then downloaded."""

from collections.abc import Callable, Hashable, MutableMapping
from dataclasses import dataclass

import streamlit as st

from monitoring.errors import DashboardError, DocumentStopped
from monitoring.language import gettext as _
from monitoring.steps import Step
from ui import cards, waiting
from ui.background import Background

AT_ONCE = 3.0  # seconds that a click on a download may take; what takes longer is prepared first
_PREPARED = "file of the view being made"


@dataclass(frozen=True)
class LongFile:
    """A file that takes long to make.

    Attributes:
        name: what it is called when it is downloaded.
        make: its bytes; told the step that it calls now and then, or never.
        doing: what is being done meanwhile, in words.
        stopped: what is said when somebody stopped it.
        seconds: how long making it takes, roughly, where it has no steps.
        mime: its type on the wire; None leaves it to the ending of the name.
    """

    name: str
    make: Callable[[Step], bytes]
    doing: str
    stopped: DashboardError
    seconds: float | None = None
    mime: str | None = None


class _Newest(dict[str, Background[bytes]]):
    """The work that was begun last, and no other: each may hold a large file."""

    def __setitem__(self, key: str, work: Background[bytes]) -> None:
        for other in self.values():
            other.stop()
        self.clear()
        super().__setitem__(key, work)


def offer(label: str, file: LongFile, kept: MutableMapping[str, Background[bytes]], key: str) -> None:
    """Offer a file: a button that begins to make it, then how far it is, then the download.

    ``kept``: where the work stands under its ``key``, for as long as what it is made from stays the same.
    """

    def begin() -> None:
        kept[key] = Background(file.make, file.stopped, file.seconds)

    work = kept.get(key)
    if work is None:
        st.button(label, key=f"make {key}", on_click=begin, width="stretch")
        return
    if not waiting.over(work, file.doing, key):
        return
    try:
        content = work.result()
    except DashboardError as error:
        del kept[key]
        st.info(cards.literal(str(error)))
        st.button(_("Begin again"), key=f"again {key}", on_click=begin, width="stretch")
        return
    st.download_button(
        _("Download {file}", file=file.name),
        content,
        file.name,
        file.mime,
        key=f"take {key}",
        type="primary",
        on_click="ignore",
        width="stretch",
    )


def is_long(seconds: float) -> bool:
    """Whether a file that takes so long to make is prepared before it can be downloaded."""
    return seconds > AT_ONCE


def say_long() -> None:
    """Say of files below that they are prepared first."""
    st.caption(_("It is long: it is prepared first, and can be downloaded then."))


def of_view(label: str, name: str, mime: str, make: Callable[[], bytes], seconds: float, asked: Hashable) -> None:
    """Offer a file of what the page shows; at once, or where it is long, prepared first.

    ``asked`` tells it from every other file, and from the same one after the ledger has changed: one is kept.
    """
    if not is_long(seconds):
        st.download_button(label, make, name, mime, key=f"{label} {name}", on_click="ignore", width="stretch")
        return
    doing, stopped = _("Preparing “{file}”", file=name), DocumentStopped(file=name)
    kept = st.session_state.setdefault(_PREPARED, _Newest())
    offer(label, LongFile(name, lambda step: make(), doing, stopped, seconds, mime), kept, f"{name} {hash(asked)}")
