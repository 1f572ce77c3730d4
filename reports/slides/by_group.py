"""Groups on slides: all of a kind beside each other, then each priority area and each partner."""

from math import ceil
from typing import Any

from monitoring import findings, formats
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from reports.contents import Contents
from reports.slides import asked, bars, standing
from reports.slides.deck import ACROSS, FOOT, LEFT, Deck, of_several, room_below
from reports.slides.measured import height
from reports.slides.native import DELIVERED, PLANNED, Series
from reports.slides.words import Run, Words, plain
from reports.told import groups, rows
from reports.told.look import FAINT
from reports.told.partners import at_partner
from reports.told.signs import marked

Row = dict[str, Any]
NAMES = 0.34  # part of a chart for the names of groups
TWO, THREE = 26.0, 38.0  # points of a group with two and with three bars
WORDS = (300.0, 122.0, 96.0, ACROSS - 518.0)


def together(contents: Contents, key: str, about: str, deck: Deck) -> None:
    """What is delivered, what was planned at the dates of the same reports and what is missing, group by group."""
    frame = contents.report.tables[key].frame
    if frame.empty:
        return
    heading = findings.spread(frame.assign(group=frame["code"]), dict(zip(frame["code"], frame["name"], strict=True)))
    found = rows_of(frame)
    some_missing = any(map(groups.missing, found))
    tall = max(THREE if some_missing else TWO, *(height(row["name"], NAMES * ACROSS - 20, 11) + 1 for row in found))
    slides = ceil(len(found) / max(1, int((room_below(heading, about) - 24) // tall)))
    pages = [found[part * len(found) // slides : (part + 1) * len(found) // slides] for part in range(slides)]
    for number, page in enumerate(pages, 1):
        slide, top = deck.slide(of_several(heading, number, len(pages)), about)
        series = _shares(page, some_missing)
        top = deck.flow(slide, _key_of_colors(series, groups.ordered(key)), top, 12) + 8
        place = (LEFT, top, ACROSS, min(FOOT - 14 - top, 64.0 * len(page)))
        if deck.drawn:
            bars.draw(slide, [row["name"] for row in page], series, place, heading, names_take=NAMES)


def _shares(rows: list[Row], some_missing: bool) -> list[Series]:
    """Bars as parts of the whole plan; those of missing reports only where some are."""
    drawn = [
        Series(_("Delivered"), [groups.share(row["delivered_of_plan"]) for row in rows], DELIVERED),
        Series(_("Planned at the same report dates"), [groups.share(row["planned_of_plan"]) for row in rows], PLANNED),
    ]
    missing = Series(_("A report is missing"), [groups.missing(row) for row in rows], FAINT, hatched=True)
    return [*drawn, missing] if some_missing else drawn


def _key_of_colors(series: list[Series], order: str) -> Words:
    """What the bars are parts of, and which is which."""
    told = [Run(_("Of the whole plan:") + "  ", FAINT)]
    for one in series:
        told += [Run("▨ " if one.hatched else "■ ", one.color), Run(one.name + "    ")]
    return ((*told, Run(order, FAINT)),) if order else (tuple(told),)


def each(contents: Contents, key: str, deck: Deck) -> None:
    """A slide for each group, and for each partner its activities with its own words."""
    frame = contents.report.tables[key].frame
    activities, waiting = rows_of(contents.report.tables["activities"].frame), rows_of(contents.waiting)
    kind = key.removeprefix("by_")
    for place, row in enumerate(rows_of(frame)):
        if kind == "partner":
            _one(deck, row, findings.of_partner(frame.iloc[place]), at_partner(contents.report, waiting, row["code"]))
            _in_words(deck, row["name"], at_partner(contents.report, activities, row["code"]), contents)
        else:
            own = [one for one in waiting if one[kind] == row["code"]]
            _one(deck, row, findings.of_partner(frame.iloc[place]), own)


def _one(deck: Deck, row: Row, finding: str, waiting: list[Row]) -> None:
    """One group: its figures, how its activities stand, and which of them need a decision."""
    slide, top = deck.slide(finding, row["name"])
    told = groups.row(row)
    said = [
        (told["of_due"], _("Delivered of what was due"), ""),
        (f"{told['delivered_said']} / {told['planned_said']}", groups.shares_title(), told["silent_said"]),
        (told["reports"], _("Reports in for the period"), ""),
    ]
    top = standing.figures(deck, slide, said, top) + 18
    half = ACROSS * 0.44
    deck.flow(slide, plain(_("Activities by status"), bold=True), top, 13)
    standing.statuses(deck, slide, row, (LEFT, top + 24, half - 30, FOOT - 14 - top - 24))
    asked.beside(deck, slide, row["name"], waiting, (LEFT + half, top, ACROSS - half, FOOT - 10 - top))


def _in_words(deck: Deck, about: str, own: list[Row], contents: Contents) -> None:
    """All activities of a partner with what it says of them."""
    head = [_("Activity"), _("Status"), _("Delivered, and planned by the same dates"), _("In the words of the partner")]
    body = [_activity(row, rows.in_words(row, contents.words.get(row["code"]))) for row in own]
    heading = _("Activity by activity")
    asked.over_slides(deck, about, heading, (head, body, WORDS))


def _activity(row: Row, told: Row) -> list[Words]:
    words, ink = marked(told["status"])
    own: Words = tuple((Run(f"{label}: ", FAINT), Run(text)) for label, text in told["said"])
    return [
        asked.named(told),
        plain(words, ink, bold=True),
        plain(f"{told['delivered_said']} / {told['planned_said']}"),
        own or plain(formats.NOTHING, FAINT),
    ]
