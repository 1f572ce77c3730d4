"""What stands on the pages, as texts and plain numbers for the template, in the language of the run."""

from collections.abc import Callable
from typing import Any

from monitoring import findings, formats
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.wording import FROM_WHOM
from reports.contents import Contents
from reports.cover_sheet import title
from reports.kinds import KINDS, LEAVES, PARTS
from reports.told import drawn, groups, partners, rows

Part = dict[str, Any]
ENOUGH = 40  # rows: they fill any first page
MOST = 60  # rows: more of them fit on no page, however short they are
LISTS = ("waiting", "open", "rows", "entries")
FIRST = 5  # of what needs a decision, on the summary


def told(contents: Contents, kind: str) -> Part:
    """The whole document: what stands on each page, and its parts."""
    cover = contents.report.cover
    elsewhere = _("and {n} more: see the quarterly report as a Word document", n="@n")
    made = [{"name": name, **part} for name in PARTS[kind] if (part := MAKERS[name](contents)) is not None]
    for part in made:
        if part["part"] == "summary":  # nothing is told twice
            part["unknown"] = () if "unknown" in PARTS[kind] else part["unknown"]
            part["waiting_heading"] = "" if "decisions" in PARTS[kind] else part["waiting_heading"]
            # Only to a part that this document has; else to the document that has all of them.
            part["more"] = _("and {n} more: see Activities", n="@n") if "activities" in PARTS[kind] else elsewhere
    if kind in LEAVES:
        made = [_counted(part) for part in made]
    empty = contents.report.outline.empty()
    if empty:
        nothing = {"part": "empty", "text": _("Nothing matches these filters: take one away, or choose other dates.")}
        made = [nothing, *(part for part in made if part["part"] == "decisions" and len(contents.decisions))]
    return {
        "title": title(),
        "kind": _(KINDS[kind]),
        "subject": cover.subjects.get(kind, ""),  # kinds that are about one have its name
        "period": cover.period_name or formats.day(cover.dates.as_of),
        "finding": cover.finding,
        "facts": cover.facts(),
        "made_up": cover.made_up(),
        "made_up_long": _("Illustrative: some of what is shown is made up.") if cover.illustrative else "",
        "foot": _("Data to {day}", day=formats.day(cover.dates.as_of)),
        "reference": _("Reference {reference}", reference=contents.reference),
        "page": _("Page {page} of {pages}", page="@page", pages="@pages"),
        "more": elsewhere,
        "leaves": () if empty else LEAVES.get(kind, ()),
        "parts": made,
    }


def _counted(part: Part) -> Part:
    """A part of a page that holds what fits: how long its lists are, and no more of them than a page can hold."""
    own = [name for name in LISTS if name in part]
    counts = {f"{name}_count": part.get(f"{name}_count", len(part[name])) for name in own}
    return part | counts | {name: part[name][:MOST] for name in own}


def beginning(told: Part) -> Part:
    """As much of a document as its first page can hold, however long it is."""
    page = told["page"].replace("@pages", "…")
    if told["leaves"]:  # short anyway, and what its first page holds depends on the others
        return told | {"page": page}
    cut = [
        {name: value[:ENOUGH] if isinstance(value, (list, tuple)) else value for name, value in part.items()}
        for part in told["parts"][:2]
    ]
    return told | {"parts": cut, "page": page}


def _summary(contents: Contents) -> Part | None:
    tables = contents.report.tables
    if not len(tables["totals"]):
        return None
    total = rows_of(tables["totals"].frame)[0]
    waiting = rows_of(contents.waiting)
    return {
        "part": "summary",
        "heading": _("Where things stand"),
        "figures": groups.figures(total, rows_of(tables["money"].frame)),
        "statuses": groups.statuses(total),
        "statuses_alt": findings.statuses(tables["totals"].frame.iloc[0]),
        "course": drawn.course(contents.course, contents.report.cover.dates.as_of),
        "waiting_heading": findings.waiting(len(waiting)),
        "waiting_columns": rows.waiting_columns(),
        "waiting": [rows.waiting(row) for row in waiting[:FIRST]],
        "waiting_count": len(waiting),
        "unknown_heading": _("What we do not know"),
        "unknown": [line for line, _made_up in contents.unknown],
    }


def _by(key: str, heading: str) -> Callable[[Contents], Part | None]:
    def made(contents: Contents) -> Part | None:
        table = contents.report.tables[key]
        if not len(table):
            return None
        return {"part": "groups", "heading": _(heading), **groups.table(table)}

    return made


def _indicators(contents: Contents) -> Part | None:
    if not contents.paths:
        return None
    return {
        "part": "indicators",
        "heading": _("Indicators"),
        "cards": [drawn.card(path) for path in contents.paths],
        "legend": _("Dots: values. Line: from the baseline to the targets. Rings: targets."),
    }


def _activities(contents: Contents) -> Part | None:
    shown = contents.report.tables["by_partner"].frame
    by_partner = partners.by_partner(contents.report, contents.report.tables["activities"].frame)
    if not by_partner:
        return None
    return {
        "part": "activities",
        "heading": _("Activities"),
        "columns": rows.columns(),
        "note": partners.note(shown),
        "groups": [
            {"name": name, "rows": [rows.activity(row) for row in by_partner[code]]}
            for code, name in zip(shown["code"], shown["name"], strict=True)
            if code in by_partner
        ],
    }


def _words(contents: Contents) -> Part | None:
    by_partner = partners.by_partner(contents.report, contents.report.tables["activities"].frame)
    if not by_partner:
        return None
    found = [row for own in by_partner.values() for row in own]
    entries = [rows.in_words(row, contents.words.get(row["code"])) for row in found]
    return {"part": "words", "heading": _("Activity by activity"), "entries": entries}


def _decisions(contents: Contents) -> Part:
    waiting = [rows.waiting(row) for row in rows_of(contents.waiting)]
    open_ones = [rows.decision(row) for row in rows_of(contents.decisions)]
    return {
        "part": "decisions",
        "heading": _("Decisions asked for"),
        "waiting_heading": _("Activities that wait"),
        "waiting_columns": rows.waiting_columns(),
        "waiting": waiting,
        "open_heading": _("Open decisions of reviews"),
        "open_columns": [_("What was decided"), _("Who"), _("By when")],
        "open": open_ones,
        "none": findings.waiting(0),
    }


def _bottlenecks(contents: Contents) -> Part | None:
    late = [row for row in rows_of(contents.waiting) if row["status_key"] != Delivery.NO_REPORT.value]
    counts: dict[str, int] = {}
    for row in late:
        cause = FROM_WHOM.get(str(row["waiting_for"] or row["cause"] or ""), "")
        counts[_(cause) if cause else _("not said")] = counts.get(_(cause) if cause else _("not said"), 0) + 1
    if not counts:
        return None
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return {
        "part": "bars",
        "heading": _("Bottlenecks"),
        "text": _("What late activities wait for, as their partners say"),
        "color": DELIVERY_MARKS[Delivery.BEHIND].fill(dark=False),
        "rows": [{"name": name, "value": str(count), "share": count / ordered[0][1]} for name, count in ordered],
    }


def _requests(contents: Contents) -> Part | None:
    asked = [row for row in rows_of(contents.report.tables["activities"].frame) if row["support_asked"]]
    if not asked:
        return None
    columns = [_("Activity"), _("Support asked"), _("Asked of whom")]
    return {
        "part": "requests",
        "heading": _("Support asked for"),
        "columns": columns,
        "rows": [rows.request(row) for row in asked],
    }


def _unknown(contents: Contents) -> Part:
    return {"part": "list", "heading": _("What we do not know"), "items": [line for line, _made_up in contents.unknown]}


MAKERS: dict[str, Callable[[Contents], Part | None]] = {
    "summary": _summary,
    "by_partner": _by("by_partner", "By ministry and partner"),
    "by_area": _by("by_area", "By priority area"),
    "by_goal": _by("by_goal", "Against the goals"),
    "indicators": _indicators,
    "activities": _activities,
    "words": _words,
    "decisions": _decisions,
    "bottlenecks": _bottlenecks,
    "requests": _requests,
    "unknown": _unknown,
}
