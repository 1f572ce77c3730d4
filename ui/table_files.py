"""Tables of a page as files: a quiet button below each, which gives all of its rows, also those not shown yet."""

from collections.abc import Callable, Sequence
from html import escape
from html.parser import HTMLParser

import pandas as pd
import streamlit as st

from monitoring.language import gettext as _
from ui import behind, cards, speaking

Head = list[tuple[str, str]]
BETWEEN = " · "
LINES = ("div", "br", "p", "tr", "li")  # what begins a line of its own within a cell
LEFT_OUT = ("button", "narrow", "why")  # what asks for more, and what only a phone shows


def rows(
    head: Head,
    body: list[list[str]],
    key: str,
    made_up: bool = False,
    on_paper: list[list[str]] | None = None,
    whole: list[list[str]] | None = None,
) -> None:
    """The table of :func:`ui.cards.rows`, and below it the button that gives it as CSV.

    ``key``: its own name among all tables. ``whole`` is every row, where ``body`` is only the first of them.
    """
    cards.rows(head, body, on_paper)
    offer(lambda: plain(head, whole or body), key, made_up)


def facts(
    found: Sequence[tuple[str, str]], key: str, made_up: bool = False, above: Sequence[tuple[str, str]] = ()
) -> None:
    """Facts drawn as a table, a line a fact, and its button; a fact without a value is left out.

    ``found``: what it is called and its value, as text. ``above``: facts that stand above the table already.
    """
    told = [(label, value) for label, value in found if value]
    cards.rows([("", ""), ("", "")], [[f"<b>{escape(label)}</b>", escape(value)] for label, value in told])
    everything = [*above, *told]
    offer(lambda: pd.DataFrame(everything, columns=[_("What"), _("Value")]), key, made_up)


def offer(table: Callable[[], pd.DataFrame], key: str, made_up: bool) -> None:
    """Draw the button; ``table`` is made only when it is asked for, and where nothing is known of the session."""
    st.download_button(
        _("Table as CSV"),
        speaking.as_here(lambda: behind.as_file(table())),
        f"{behind.file_name(key, made_up)}.csv",
        "text/csv",
        key=f"table of {key}",
        type="tertiary",
        on_click="ignore",
    )


def made_up(found: pd.DataFrame) -> bool:
    """Whether any row is made up."""
    return "illustrative" in found and bool(found["illustrative"].any())


def plain(head: Head, body: Sequence[Sequence[str]]) -> pd.DataFrame:
    """A table of HTML cells as the words that a reader sees in them.

    The first line of a cell stands alone, so that a number stays one and a title can be looked up; what stands below it
    is a column of its own, "Activity (2)".
    """
    told: dict[str, list[str | int]] = {}
    for place, (title, _kind) in enumerate(head):
        found = [lines(row[place]) for row in body]
        title = title or f"({place + 1})"
        first = [one[0] if one else "" for one in found]
        told[title] = [int(text) if text.isdecimal() and text.isascii() else text for text in first]
        if any(len(one) > 1 for one in found):
            told[f"{title} (2)"] = [BETWEEN.join(one[1:]) for one in found]
    return pd.DataFrame(told)


def lines(cell: str) -> list[str]:
    """What a reader sees in a cell of HTML, line by line."""
    reader = _Words()
    reader.feed(cell)
    reader.close()
    seen = (" ".join(line.split()) for line in "".join(reader.found).split("\n"))
    return [line for line in seen if line]


class _Words(HTMLParser):
    """The words of a cell, a line break between its lines."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LINES:
            self.found.append("\n")
        if tag not in ("br", "img"):
            kinds = (dict(attrs).get("class") or "").split()
            self._open.append((tag, tag in LEFT_OUT or any(kind in LEFT_OUT for kind in kinds)))

    def handle_endtag(self, tag: str) -> None:
        if tag in LINES:
            self.found.append("\n")
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(left_out for _tag, left_out in self._open):
            self.found.append(data)
