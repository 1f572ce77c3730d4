"""Pieces of a page that say something in a few words: a finding, a figure, a tag, an empty view."""

import re
from html import escape

import streamlit as st

from monitoring.icons import image
from monitoring.language import gettext as _
from monitoring.status import DELIVERY_MARKS, Delivery, Mark
from ui import address
from ui.theme import is_dark

_MARKS = re.compile(r"[\\`*_$\[\]~<>#|!]")


def finding(text: str, titles: bool = False) -> None:
    """The one sentence that a page starts with; it ``titles`` a page that has no other title."""
    kind = "h1" if titles else "p"
    st.html(f'<{kind} class="finding">{escape(text)}</{kind}>')


def literal(text: str) -> str:
    """A text with names, amounts or cells in it, where Streamlit would take its signs for marks: two dollars for a
    formula, and what a stranger typed for a picture to fetch.
    """
    return _MARKS.sub(r"\\\g<0>", text)


def figures(*told: tuple[str, str, str]) -> None:
    """Figures side by side: each is what it is called, the value, and below it how it changed."""
    st.html(f'<div class="figures">{"".join(_figure(*one) for one in told)}</div>')


def _figure(label: str, value: str, note: str) -> str:
    return (
        f'<div class="figure"><div class="label">{escape(label)}</div><div class="value">{escape(value)}</div>'
        f'<div class="note">{escape(note)}</div></div>'
    )


def illustrative_tag() -> str:
    """The mark of made-up data, as HTML."""
    return tag(_("Illustrative"))


def tag(text: str) -> str:
    """A word in a small frame, as HTML."""
    return f'<span class="tag">{escape(text)}</span>'


def mark(one: Mark, icon: str = "") -> str:
    """A status as its shape and word, as HTML."""
    return f"{image(one, is_dark(), icon)} {escape(one.label)}"


def status_key(counts: dict[str, int]) -> None:
    """The statuses that occur, each with shape, word and number: the key of a bar and its list on a phone."""
    parts = [
        f"<span>{mark(DELIVERY_MARKS[status])} {int(counts[status.value])}</span>"
        for status in Delivery
        if counts.get(status.value)
    ]
    st.html(f'<div class="key">{"".join(parts)}</div>')


def nothing_here(narrowed: bool) -> None:
    """Say why a page is empty: the filters leave nothing, or nothing is there yet."""
    if narrowed:
        nothing_matches()
    else:
        nothing_yet()


def nothing_matches() -> None:
    """Say that the filters leave nothing, and offer the way back."""
    st.info(_("Nothing matches these filters. Show everything again, or take away one filter."))
    st.button(_("Clear all filters"), key="clear from empty view", on_click=address.clear)


def nothing_yet() -> None:
    """Say that the database holds no activities for this date, and what to do."""
    st.info(
        _(
            "There are no activities for this date yet. Choose another reporting period, or see what to do first; the "
            "indicators are there already."
        )
    )
    st.page_link("pages/progress/overview.py", label=_("Start here"))


def two_lines(text: str) -> str:
    """A text on at most two lines, whole when pointed at, as HTML."""
    return f'<div class="two" title="{escape(text)}">{escape(text)}</div>'


def opening(code: str, title: str) -> str:
    """The title of an activity, which opens its history in the same view, as HTML; ``title`` is escaped already."""
    return f'<a class="open" href="{escape(address.link("activities", activity=code))}">{title}</a>'


def about(subject: str, found: str) -> str:
    """A heading that names its subject and says what was found."""
    return f"{subject} · {literal(found)}"


def rows(
    head: list[tuple[str, str]],
    body: list[list[str]],
    on_paper: list[list[str]] | None = None,
    stacked: bool = False,
) -> None:
    """A small table: head as (text, class), body as HTML cells that are escaped already.

    ``on_paper``: rows that follow only where the page is printed, since nobody can ask for more there. ``stacked``: a
    phone shows the cells of a row below each other, each after the word of its column.
    """
    titled = "".join(f'<th class="{kind}">{escape(text)}</th>' for text, kind in head)
    lines = "".join(
        ('<tr class="on-paper">' if number >= len(body) else "<tr>")
        + "".join(
            f'<td class="{kind}" data-head="{escape(text) if stacked else ""}">{cell}</td>'
            for cell, (text, kind) in zip(line, head, strict=True)
        )
        + "</tr>"
        for number, line in enumerate([*body, *(on_paper or [])])
    )
    titles = f"<thead><tr>{titled}</tr></thead>" if any(text for text, _kind in head) else ""
    looks = (" fixed" if any(kind == "most" for _text, kind in head) else "") + (" stacked" if stacked else "")
    st.html(f'<table class="rows{looks}">{titles}<tbody>{lines}</tbody></table>')
