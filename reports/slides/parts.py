"""What stands on the slides, in their order. What does not fit on one goes on on the next: nothing is cut."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import ceil
from typing import Any

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from reports.contents import Contents
from reports.cover_sheet import title
from reports.pdf.drawn import as_day
from reports.slides.deck import FAINT, INK, LEFT, TOP, WIDTH, Cell, Deck
from reports.told import groups, rows
from reports.told.signs import marked

Part = Callable[[Deck], None]
ROOM, LINE = 372.0, 13.2  # points for a table, and of one of its lines
LETTERS = 5.1  # points that a letter takes on average, of the type in tables
ACROSS = WIDTH - 2 * LEFT


def in_order(contents: Contents) -> Iterator[Part]:
    """The parts, each of which draws its slides."""
    yield partial(_front, contents)
    if contents.report.outline.empty():
        return
    yield partial(_overview, contents)
    yield partial(_groups, contents, "by_area", _("By priority area"))
    activities = rows_of(contents.report.tables["activities"].frame)
    for area in rows_of(contents.report.tables["by_area"].frame):
        yield partial(_group, contents, area, [])
    yield partial(_groups, contents, "by_partner", _("By ministry and partner"))
    for partner in rows_of(contents.report.tables["by_partner"].frame):
        yield partial(_group, contents, partner, [row for row in activities if row["partner"] == partner["code"]])
    if len(contents.report.tables["by_goal"]):
        yield partial(_groups, contents, "by_goal", _("Against the goals"))
    yield partial(_decisions, contents)
    yield partial(_unknown, contents)


def _front(contents: Contents, deck: Deck) -> None:
    cover = contents.report.cover
    slide = deck.slide(title(), 36)
    deck.text(slide, cover.finding, (LEFT, 130, ACROSS, 110), 24, INK, bold=True)
    facts = "\n".join(f"{label}: {value}" for label, value in cover.facts())
    deck.text(slide, facts, (LEFT, 262, ACROSS, 170), 14, FAINT)
    if cover.illustrative:
        deck.text(slide, _("Illustrative: some of what is shown is made up."), (LEFT, 462, ACROSS, 24), 14)


def _overview(contents: Contents, deck: Deck) -> None:
    tables = contents.report.tables
    total = rows_of(tables["totals"].frame)[0]
    slide = deck.slide(contents.report.cover.finding, 22)
    figures = groups.figures(total, rows_of(tables["money"].frame))
    width = ACROSS / len(figures)
    for number, one in enumerate(figures):
        left = LEFT + number * width
        deck.text(slide, one["label"], (left, TOP, width - 12, 30), 11, FAINT)
        deck.text(slide, one["value"], (left, TOP + 30, width - 12, 36), 28, INK, bold=True)
        deck.text(slide, one["note"], (left, TOP + 68, width - 12, 28), 11, FAINT)
    deck.bars(
        slide,
        [""],
        [
            (_(mark.word), [total[status.value]], mark.fill(dark=False))
            for status, mark in DELIVERY_MARKS.items()
            if total[status.value]
        ],
        (LEFT, 206, ACROSS / 2 - 12, 290),
        stacked=True,
        percent=False,
    )
    course = rows_of(contents.course)
    deck.lines(
        slide,
        [formats.day(as_day(row["day"])) for row in course],
        [
            (_("Planned"), [row["planned"] for row in course], FAINT),
            (_("Delivered"), [groups.share(row["delivered"]) for row in course], "5B8DC4"),
        ],
        (LEFT + ACROSS / 2, 206, ACROSS / 2, 290),
    )


def _groups(contents: Contents, key: str, heading: str, deck: Deck) -> None:
    found = rows_of(contents.report.tables[key].frame)
    slide = deck.slide(heading)
    deck.bars(
        slide,
        [row["name"] for row in found],
        [
            (_("Delivered"), [groups.share(row["delivered"]) for row in found], "5B8DC4"),
            (_("Planned by now"), [groups.share(row["planned_now"]) for row in found], "B9C1CC"),
        ],
        (LEFT, TOP, ACROSS, 396),
    )


def _group(contents: Contents, group: dict[str, Any], own: list[dict[str, Any]], deck: Deck) -> None:
    """One priority area or partner: its figures and how its activities stand, then each of ``own``."""
    slide = deck.slide(group["name"])
    told = groups.row(group)
    said = [
        (_("Delivered of what was due"), told["of_due"]),
        (_("Delivered, and planned by now"), f"{told['delivered_said']} / {told['planned_said']}"),
        (_("Reports in for the period"), told["reports"]),
    ]
    for number, (label, value) in enumerate(said):
        deck.text(slide, label, (LEFT, TOP + 92 * number, 250, 20), 12, FAINT)
        deck.text(slide, value, (LEFT, TOP + 22 + 92 * number, 250, 44), 28, INK, bold=True)
    statuses = [status for status in Delivery if group[status.value]]
    deck.bars(
        slide,
        [DELIVERY_MARKS[status].label for status in statuses],
        [(_("Activities"), [int(group[status.value]) for status in statuses], "5B8DC4")],
        (LEFT + 280, TOP, ACROSS - 280, 390),
        percent=False,
        colors_of=[DELIVERY_MARKS[status].fill(dark=False) for status in statuses],
    )
    if not own:
        return
    lines = [(rows.activity(row), rows.in_words(row, contents.words.get(row["code"]))) for row in own]
    body: list[list[Cell]] = [
        [
            f"{row['code']} · {row['title']}",
            marked(row["status"]),
            f"{row['delivered_said']} / {row['planned_said']}",
            "; ".join(f"{label}: {text}" for label, text in words["said"]) or formats.NOTHING,
        ]
        for row, words in lines
    ]
    head = [_("Activity"), _("Status"), _("Delivered, and planned by now"), _("In the words of the partner")]
    _table_over_slides(deck, group["name"], head, body, [300, 130, 110, 332])


def _decisions(contents: Contents, deck: Deck) -> None:
    waiting = [rows.waiting(row) for row in rows_of(contents.waiting)]
    if not waiting:
        deck.text(deck.slide(_("Decisions asked for")), _("No activity needs a decision"), (LEFT, TOP, ACROSS, 30), 18)
        return
    heading = ngettext("{n} activity needs a decision", "{n} activities need a decision", len(waiting))
    body: list[list[Cell]] = [
        [f"{row['code']} · {row['title']}", row["partner"], marked(row["status"]), row["days"], row["for"]]
        for row in waiting
    ]
    head = [_("Activity"), _("Ministry or partner"), _("Status"), _("Days"), _("Waiting for, and asked of")]
    _table_over_slides(deck, heading, head, body, [310, 180, 130, 72, 180])


def _unknown(contents: Contents, deck: Deck) -> None:
    slide = deck.slide(_("What we do not know"))
    deck.text(slide, "\n".join(f"• {line}" for line in contents.unknown), (LEFT, TOP, ACROSS, 380), 18)


def _table_over_slides(
    deck: Deck, heading: str, head: Sequence[str], body: list[list[Cell]], widths: Sequence[float]
) -> None:
    """A table on as many slides as its rows need."""
    pages: list[list[list[Cell]]] = [[]]
    left = ROOM
    for row in body:
        high = max(_lines(cell, width) for cell, width in zip(row, widths, strict=True)) * LINE + 5
        if high > left and pages[-1]:
            pages.append([])
            left = ROOM
        pages[-1].append(row)
        left -= high
    for number, page in enumerate(pages, 1):
        of_several = _("{heading} ({n} of {m})", heading=heading, n=number, m=len(pages))
        deck.table(deck.slide(of_several if len(pages) > 1 else heading, 22), head, page, widths)


def _lines(cell: Cell, width: float) -> int:
    words = cell[0] if isinstance(cell, tuple) else cell
    return max(1, ceil(len(words) * LETTERS / (width - 8)))
