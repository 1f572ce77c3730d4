"""The report as slides with charts that can be edited. The same contents give the same bytes: no clock is in them."""

import io

from reports.clockless import without_clock
from reports.contents import Contents
from reports.slides import parts
from reports.slides.deck import Deck

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def presentation(contents: Contents) -> bytes:
    """The slides as .pptx, in the language of this run."""
    target = io.BytesIO()
    _made(contents).file.save(target)
    return without_clock(target.getvalue())


def titles(contents: Contents) -> list[str]:
    """The title of each slide."""
    return _made(contents, drawn=False).titles


def _made(contents: Contents, drawn: bool = True) -> Deck:
    deck = Deck(contents, drawn)
    for part in parts.in_order(contents):
        part(deck)
    return deck
