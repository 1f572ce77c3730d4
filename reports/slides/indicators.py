"""Indicators on slides: those with several values as lines, six a slide; all others in a table."""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

from monitoring.language import gettext as _
from reports.contents import Contents, IndicatorPath
from reports.slides import asked, lines
from reports.slides.deck import ACROSS, FOOT, LEFT, Deck, of_several
from reports.slides.native import DELIVERED, Place, Series
from reports.slides.words import Run, Words, plain
from reports.told.days import as_day, known
from reports.told.drawn import card
from reports.told.look import FAINT
from reports.told.scale import scale
from reports.told.signs import marked

COLUMNS, LINES, ASIDE = 3, 2, 28.0
WIDTHS = (300.0, 120.0, 82.0, 116.0, ACROSS - 618.0)
PATH = "8A919C"


def charts(contents: Contents, deck: Deck) -> None:
    """The indicators that have a way to show."""
    found = [path for path in contents.paths if len(path.observed) > 1]
    pages = [found[at : at + COLUMNS * LINES] for at in range(0, len(found), COLUMNS * LINES)]
    for number, page in enumerate(pages, 1):
        heading = of_several(_("Indicators"), number, len(pages))
        slide, top = deck.slide(heading)
        legend = _("Dots: values. Dashes with diamonds: from the baseline to the targets.")
        top = deck.flow(slide, plain(legend, FAINT), top - 6, 11) + 12
        across, tall = (ACROSS + ASIDE) / COLUMNS, (FOOT - 8 - top) / LINES
        for place, path in enumerate(page):
            left = LEFT + place % COLUMNS * across
            _card(deck, slide, path, (left, top + place // COLUMNS * tall, across - ASIDE, tall - 12))


def single(contents: Contents, deck: Deck) -> None:
    """The indicators of which one value is known, or none."""
    body = []
    for path in contents.paths:
        if len(path.observed) < 2:
            told = card(path)
            words, ink = marked(told["status"])
            value = _dated(told["value"], told["value_on"])
            target = _dated(told["target"], told["target_on"])
            status = plain(words, ink, True) + (plain(told["near"], FAINT) if told["near"] else ())
            body.append([plain(told["name"]), plain(told["unit"]), plain(value), plain(target), status])
    if body:
        head = [_("Indicator"), _("Unit"), _("Newest value"), _("Final target"), _("Status")]
        asked.over_slides(deck, _("Indicators"), _("With one value or none"), (head, body, WIDTHS))


def _card(deck: Deck, slide: Any, path: IndicatorPath, place: Place) -> None:
    """One indicator: its name, its newest value, its status, and its way below."""
    left, top, across, tall = place
    told = card(path)
    words, ink = marked(told["status"])
    said: Words = (
        (Run(told["name"], bold=True),),
        (Run(_dated(told["value"], told["value_on"])), Run(f" · {told['unit']} · {told['target']}", FAINT)),
        (Run(words, ink, bold=True), *([Run(f" · {told['near']}", FAINT)] if told["near"] else [])),
    )
    below = deck.flow(slide, said, top, 11, left, across) + 4
    if deck.drawn and top + tall - below > 40:
        _line(slide, path, told["alt"], (left - 4, below, across + 4, top + tall - below))


def _line(slide: Any, path: IndicatorPath, alt: str, place: Place) -> None:
    row = path.row
    started = [_point(row)] if known(row["baseline"]) else []
    aims = dict(sorted({*started, *path.targets})) if path.targets else {}
    seen = dict(path.observed)
    days = sorted({*seen, *aims})
    series = [Series(_("Newest value"), [seen.get(day) for day in days], DELIVERED, dotted=True)]
    if aims:
        series.insert(0, Series(_("Target"), [aims.get(day) for day in days], PATH, path=True, dotted=True))
    lines.draw(slide, days, series, place, alt, _scale([*seen.values(), *aims.values()], days))


def _scale(values: Sequence[float], days: Sequence[date]) -> lines.Scale:
    found = scale(values)
    return lines.Scale(found.low, found.top, found.step, months=_apart(days))


def _apart(days: Sequence[date]) -> int:
    """How many months lie between two labels: about four labels, by whole years."""
    return 12 * max(1, ceil((days[-1].year - days[0].year) / 4))


def _point(row: dict[str, Any]) -> tuple[date, float]:
    return as_day(row["baseline_on"]), float(row["baseline"])


def _dated(value: str, year: str) -> str:
    return f"{value} ({year})" if year else value
