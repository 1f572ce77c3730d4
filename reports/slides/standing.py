"""How activities stand: figures in a row, and a bar for each status that occurs."""

from collections.abc import Sequence
from typing import Any

from monitoring.language import gettext as _
from monitoring.status import DELIVERY_MARKS, Delivery
from reports.slides import bars
from reports.slides.deck import ACROSS, LEFT, Deck
from reports.slides.native import DELIVERED, Place, Series
from reports.slides.words import Run, Words, high
from reports.told.look import FAINT, INK
from reports.told.marks import word
from reports.told.signs import marked

BAR = 30.0  # points of one status at most: a few bars are not blown up


def figures(deck: Deck, slide: Any, told: Sequence[tuple[str, str, str]], top: float) -> float:
    """Figures side by side, each above its label and note; returns the points at which they end."""
    across = ACROSS / len(told)
    ends = []
    for number, (value, label, note) in enumerate(told):
        left = LEFT + number * across
        deck.box(slide, ((Run(value, INK, bold=True),),), (left, top, across - 16, 36), 28)
        notes: Words = ((Run(label),), *(((Run(note, FAINT),),) if note else ()))
        deck.box(slide, notes, (left, top + 36, across - 16, high(notes, across - 16, 11)), 11)
        ends.append(top + 36 + high(notes, across - 16, 11))
    return max(ends)


def statuses(deck: Deck, slide: Any, row: dict[str, Any], place: Place) -> None:
    """A bar for each status of a row of a table of groups, with its sign, word and colour."""
    found = [(DELIVERY_MARKS[status], int(row[status.value])) for status in Delivery if row[status.value]]
    if not found or not deck.drawn:
        return
    names = [marked(word(mark))[0] for mark, _count in found]
    own = [(mark.fill(dark=False), mark.outlined) for mark, _count in found]
    series = Series(_("Activities"), [count for _mark, count in found], DELIVERED, own=own)
    left, top, across, tall = place
    said = "; ".join(f"{mark.label}: {count}" for mark, count in found)
    bars.draw(slide, names, [series], (left, top, across, min(tall, BAR * len(found))), said, percent=False)
