"""What stands on the slides, in their order. What does not fit on one goes on on the next: nothing is cut."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from monitoring.language import gettext as _
from monitoring.language import spoken
from monitoring.rows import rows_of
from reports.contents import Contents
from reports.cover_sheet import title
from reports.slides import asked, by_group, indicators, lines, standing
from reports.slides.deck import ACCENT, ACROSS, FOOT, LEFT, Deck, of_several
from reports.slides.native import DELIVERED, PLANNED, Place, Series, Side
from reports.slides.words import Run, Words, high, parted, plain
from reports.told import drawn, groups
from reports.told.look import FAINT
from reports.told.steps import begun, stepped

Part = Callable[[Deck], None]
DAYS = {"en": "[$-409]d\\ mmm"}  # of no other language does every program know the months
LABELS, POINT = 250.0, 18.0
BESIDE_AXIS = 0.25  # of the days: what is written left of a value there stands on the numbers of the axis


def in_order(contents: Contents) -> Iterator[Part]:
    """The parts, each of which draws its slides."""
    yield partial(_front, contents)
    if contents.report.outline.empty():
        yield partial(asked.decisions, contents)
        return
    yield partial(_overview, contents)
    yield partial(by_group.together, contents, "by_area", _("By priority area"))
    yield partial(by_group.each, contents, "by_area")
    yield partial(by_group.together, contents, "by_partner", _("By ministry and partner"))
    yield partial(by_group.each, contents, "by_partner")
    yield partial(by_group.together, contents, "by_goal", _("Against the goals"))
    yield partial(indicators.charts, contents)
    yield partial(indicators.single, contents)
    yield partial(asked.waiting, contents)
    yield partial(asked.decisions, contents)
    yield partial(_unknown, contents)


def _front(contents: Contents, deck: Deck) -> None:
    """What it is, what it finds, and what it shows; long filters go on on the next slide."""
    cover = contents.report.cover
    slide, top = deck.slide(title(), sizes=(36.0,))
    top = deck.flow(slide, plain(cover.finding, bold=True), top + 14, 22) + 26
    if cover.illustrative:
        note = plain(_("Illustrative: some of what is shown is made up."), ACCENT, bold=True)
        top = deck.flow(slide, note, top, 13) + 18
    if contents.report.outline.empty():
        told = plain(_("Nothing matches these filters: take one away, or choose other dates."))
        top = deck.flow(slide, told, top, 16) + 18
    for label, value in cover.facts():
        for number, part in enumerate(parted(plain(value), ACROSS - LABELS, 13, 360)):
            tall = max(high(part, ACROSS - LABELS, 13), high(plain(label), LABELS - 12, 13))
            if top + tall > FOOT - 8:
                slide, top = deck.slide(title())
            if not number:
                deck.box(slide, plain(label, FAINT), (LEFT, top, LABELS - 12, tall), 13)
            deck.flow(slide, part, top, 13, LEFT + LABELS, ACROSS - LABELS)
            top += tall + 6


def _overview(contents: Contents, deck: Deck) -> None:
    """The figures of all, how the activities stand, and the course beside the plan."""
    tables = contents.report.tables
    total = rows_of(tables["totals"].frame)[0]
    slide, top = deck.slide(contents.report.cover.finding, _("Where things stand"))
    told = groups.figures(total, rows_of(tables["money"].frame))
    top = standing.figures(deck, slide, [(one["value"], one["label"], one["note"]) for one in told], top) + 18
    half = ACROSS / 2 - 20
    deck.flow(slide, plain(_("Activities by status"), bold=True), top, 13)
    standing.statuses(deck, slide, total, (LEFT, top + 22, half, FOOT - 14 - top - 22))
    told_course = drawn.course(contents.course, contents.report.cover.dates.as_of)
    if told_course:
        left = LEFT + half + 40
        deck.flow(slide, plain(told_course["heading"], bold=True), top, 13, left, half)
        _course(deck, slide, contents, told_course, (left, top + 22, half, FOOT - 14 - top - 22))


def _course(deck: Deck, slide: Any, contents: Contents, told: dict[str, Any], place: Place) -> None:
    """The planned and the delivered share over the months, with both as they are now."""
    rows = stepped(rows_of(contents.course))
    delivered = [groups.share(row["delivered"]) for row in rows]
    now = max((at for at, value in enumerate(delivered) if value is not None), default=0)
    planned = [groups.share(row["planned"]) for row in rows]
    behind = (planned[now] or 0) > (delivered[now] or 0)
    lower: Side = "above" if told["now"] and told["now"][0] < BESIDE_AXIS else "left"
    series = [
        Series(_("Planned"), planned, PLANNED, ends=(now, told["planned_said"], lower if behind else "right")),
        Series(_("Delivered"), delivered, DELIVERED, ends=(now, told["now_said"], "right" if behind else lower)),
    ]
    written = DAYS.get(spoken(), "dd\\.mm")
    scale = lines.Scale(0, 1, 0.25, written, months=3, percent=True)
    if deck.drawn:
        lines.draw(slide, begun([row["day"] for row in rows]), series, place, told["alt"], scale)


def _unknown(contents: Contents, deck: Deck) -> None:
    heading = _("What we do not know")
    body: Words = tuple((Run("•  ", FAINT), Run(line)) for line, _made_up in contents.unknown)
    pages: list[Words] = parted(body, ACROSS, POINT, 290)
    for number, words in enumerate(pages, 1):
        slide, top = deck.slide(of_several(heading, number, len(pages)))
        for one in words:
            top = deck.flow(slide, (one,), top, POINT) + 8
