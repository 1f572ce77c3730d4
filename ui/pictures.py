"""Take a chart as a picture, PNG or SVG, that can be read alone: made in the browser, on white paper on both themes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from json import dumps

import streamlit as st

from db.queries.received import newest_change
from monitoring import formats
from monitoring.icons import data_url
from monitoring.language import gettext as _
from monitoring.status import DELIVERY_MARKS, RESULT_MARKS, Mark
from ui import days, filters, strip
from ui.data import database
from ui.picture_script import TAKE
from ui.theme import is_dark

# The greys and blues of charts/look.py, dark and light; those of statuses stand in monitoring/status.py.
LIGHTER = {
    "#E8EBF0": "#1F2430",
    "#B4BCC8": "#575D68",
    "#333B46": "#E3E6EB",
    "#12161D": "#FFFFFF",
    "#6F9BD1": "#5B8DC4",
    "#24548A": "#1D4675",
    "#4A5462": "#B9C1CC",
    "#262D37": "#EDF0F4",
    "#1E4A6B": "#C9DEF2",
    "#6B2A22": "#F6CFC8",
    "#1C222B": "#F4F5F7",
    "#010101": "#FFFFFF",  # words in bars of statuses
}
_MARKS = (*DELIVERY_MARKS.values(), *RESULT_MARKS.values())
LIGHTER_SHAPES = LIGHTER | {mark.fill(True): mark.fill(False) for mark in _MARKS}
LIGHTER_WORDS = LIGHTER_SHAPES | {mark.ink(True): mark.ink(False) for mark in _MARKS}


@dataclass(frozen=True)
class Alone:
    """What a picture has to say that a reader of the page knows from what stands around the chart.

    Attributes:
        subject: whose chart it is, where its title does not say so.
        note: what its marks mean, where that does not stand below the chart.
        marks: the statuses that it tells apart by colour and shape.
        lighter: colours of its own, on dark and on light.
    """

    subject: str = ""
    note: str = ""
    marks: Sequence[Mark] = ()
    lighter: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Picture:
    """A chart as it can be taken along.

    Attributes:
        chart: the key of the chart on the page.
        title: what the chart says.
        note: what stands below it.
        made_up: whether any of it is made up.
        desk: whether a phone shows a list in its place, so that there is no chart to be taken.
    """

    chart: str
    title: str
    note: str
    made_up: bool
    desk: bool
    alone: Alone


def offer(picture: Picture, file: str) -> None:
    """Draw the buttons that take it; ``file``: its name without an ending."""
    alone = picture.alone
    told = {
        "chart": "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", picture.chart),
        "title": " · ".join(filter(None, (alone.subject, picture.title))),
        "note": " ".join(filter(None, (picture.note, alone.note))),
        "key": [[data_url(mark, dark=False), mark.label] for mark in alone.marks],
        "about": about(),
        "madeUp": _("Illustrative") if picture.made_up else "",
        "lighter": [LIGHTER_WORDS, LIGHTER_SHAPES | alone.lighter] if is_dark() else None,
        "file": file,
        "failed": _("The picture could not be made. Load the page again, and try once more."),
    }
    data = escape(dumps(told, ensure_ascii=False))
    buttons = "".join(
        f'<button type="button" class="ask" data-picture="{kind}" aria-label="{escape(said)}">{kind.upper()}</button>'
        for kind, said in (("png", _("Chart as PNG")), ("svg", _("Chart as SVG")))
    )
    label = escape(_("This chart as a picture:"))
    where = re.sub(r"[^a-zA-Z0-9_-]", "-", picture.chart)
    with st.container(key=f"desk-{where} picture" if picture.desk else f"picture of {where}"):
        st.html(
            f'<div class="pictures" data-told="{data}"><span>{label}</span> {buttons} '
            f'<span role="status"></span></div><script>{TAKE}</script>',
            unsafe_allow_javascript=True,
        )


def about() -> str:
    """What is shown: the two dates and the filters, and where it comes from, in one line.

    "Now" is said as in documents, as the moment of the newest change that counts: a picture of the same view is the
    same on any day.
    """
    view = filters.chosen()
    known_on = days.moment_picked("known_on") or newest_change(database(), view.dates.known_on)
    dates = [
        _("Data to {day}", day=formats.day(view.dates.as_of)),
        _("known on {day}", day=formats.known(known_on or view.dates.known_on)),
    ]
    return " · ".join([_("Child rights workplans"), *dates, *strip.in_words(view.filters)])
