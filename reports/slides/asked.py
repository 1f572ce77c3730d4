"""What is asked of the reader: activities that need a decision, and open decisions of reviews."""

from collections.abc import Sequence
from typing import Any

from monitoring import findings
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from reports.contents import Contents
from reports.slides import tables
from reports.slides.deck import ACROSS, LEFT, Deck, of_several, room_below
from reports.slides.native import Place
from reports.slides.words import Run, Words, plain
from reports.told import rows
from reports.told.look import FAINT
from reports.told.signs import marked

ALL = (322.0, 172.0, 122.0, 66.0, ACROSS - 682.0)
OPEN = (294.0, 270.0, 170.0, ACROSS - 734.0)


def waiting(contents: Contents, deck: Deck) -> None:
    """All activities that need a decision, longest first."""
    found = [rows.waiting(row) for row in rows_of(contents.waiting)]
    about, heading = _("Decisions asked for"), findings.waiting(len(found))
    head = [_("Activity"), _("Ministry or partner"), _("Status"), _("Days"), _("Waiting for, and asked of")]
    body = [[named(row), plain(row["partner"]), _status(row), plain(row["days"]), plain(row["for"])] for row in found]
    if not body:
        deck.slide(heading, about)
    else:
        over_slides(deck, about, heading, (head, body, ALL))


def decisions(contents: Contents, deck: Deck) -> None:
    """What reviews decided and nobody has done yet."""
    told = [rows.decision(row) for row in rows_of(contents.decisions)]
    if told:
        body = [[_about(one), *(plain(one[key]) for key in ("what", "who", "due"))] for one in told]
        head = [_("Activity"), _("What was decided"), _("Who"), _("By when")]
        over_slides(deck, _("Decisions asked for"), _("Open decisions of reviews"), (head, body, OPEN))


def beside(deck: Deck, slide: Any, about: str, found: Sequence[dict[str, Any]], place: Place) -> None:
    """The activities of one group that need a decision, at a place of its slide; what does not fit, on the next."""
    left, top, across, tall = place
    told = [rows.waiting(row) for row in found]
    heading = findings.waiting(len(told))
    top = deck.flow(slide, plain(heading, bold=True), top, 13, left, across) + 4
    if not told:
        return
    head = [_("Activity"), _("Status"), _("Days")]
    body = [[named(row), _status(row), plain(row["days"])] for row in told]
    room = room_below(heading, about)
    first = tables.over_slides(head, body, (across - 178, 118.0, 60.0), (tall - 22, room))[0]
    whole = [row for row, own in zip(first, body, strict=False) if row is own]  # one in parts begins on the next slide
    if whole:
        tables.draw(slide, head, whole, (across - 178, 118.0, 60.0), (left, top))
    left_over, wide = body[len(whole) :], (ACROSS - 178, 118.0, 60.0)
    others = tables.over_slides(head, left_over, wide, (room, room)) if left_over else []
    for number, page in enumerate(others, 2):
        next_slide, below = deck.slide(of_several(heading, number, len(others) + 1), about)
        tables.draw(next_slide, head, page, wide, (LEFT, below))


def over_slides(
    deck: Deck, about: str, heading: str, table: tuple[list[str], Sequence[tables.Row], Sequence[float]]
) -> None:
    """A table (head, rows, widths) over as many slides as it needs."""
    head, body, widths = table
    room = room_below(heading, about)
    pages = tables.over_slides(head, body, widths, (room, room))
    for number, page in enumerate(pages, 1):
        slide, top = deck.slide(of_several(heading, number, len(pages)), about)
        tables.draw(slide, head, page, widths, (LEFT, top))


def named(row: dict[str, Any]) -> Words:
    """The code and title of an activity, and who leads it where the partner only supports it."""
    said: Words = ((Run(row["code"], FAINT), Run(f"  {row['title']}")),)
    return (*said, *plain(row["supports"], FAINT)) if row["supports"] else said


def _about(row: dict[str, str]) -> Words:
    """The code and title of the activity of a decision; empty where it is about none."""
    return ((Run(row["activity"], FAINT), Run(f"  {row['title']}")),) if row["activity"] else plain("")


def _status(row: dict[str, Any]) -> Words:
    words, ink = marked(row["status"])
    return plain(words, ink, bold=True)
