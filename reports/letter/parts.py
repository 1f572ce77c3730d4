"""The parts of the letter, in their order."""

from typing import Any

from monitoring import findings, formats
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from reports.contents import Contents
from reports.cover_sheet import title
from reports.letter.paper import Cell, Paper
from reports.told import groups as told_groups
from reports.told import partners as told_partners
from reports.told import rows as told_rows
from reports.told.signs import marked


def front(paper: Paper, contents: Contents) -> None:
    """What the letter is, what it finds, and what it shows."""
    cover = contents.report.cover
    paper.file.add_paragraph(title(), style="Title")
    period = cover.period_name or formats.day(cover.dates.as_of)
    paper.paragraph(_("Quarterly report") + f" · {period}", small=True)
    if cover.illustrative:
        paper.paragraph(_("Illustrative: some of what is shown is made up."), small=True)
    paper.paragraph(cover.finding, bold=True)
    paper.table([], [[label, value] for label, value in cover.facts()], [150, 349])


def stand(paper: Paper, contents: Contents) -> None:
    """The figures of everything shown."""
    tables = contents.report.tables
    total = rows_of(tables["totals"].frame)[0]
    figures = told_groups.figures(total, rows_of(tables["money"].frame))
    paper.heading(_("Where things stand"))
    paper.table([], [[one["label"], one["value"], one["note"]] for one in figures], [190, 97, 212])
    paper.paragraph(findings.statuses(tables["totals"].frame.iloc[0]))


def groups(paper: Paper, contents: Contents, key: str, heading: str) -> None:
    """A table of groups: shares and reports of each, and how its activities stand."""
    told = told_groups.table(contents.report.tables[key])
    paper.heading(heading)
    rows: list[list[Cell]] = [
        [
            row["name"],
            _shares(row, "\n"),
            row["of_due"],
            row["reports"],
            ", ".join(f"{one['word']} {one['count']}" for one in row["statuses"]),
        ]
        for row in told["rows"]
    ]
    paper.table(told["columns"], rows, [112, 100, 76, 58, 153])


def partners(paper: Paper, contents: Contents) -> None:
    """Each partner: its activities in a table, then what it says of each in its own words."""
    paper.heading(_("By ministry and partner"))
    paper.paragraph(told_groups.ordered("by_partner"), small=True, with_next=True)
    shown = contents.report.tables["by_partner"].frame
    if note := told_partners.note(shown):
        paper.paragraph(note, small=True, with_next=True)
    by_partner = told_partners.by_partner(contents.report, contents.report.tables["activities"].frame)
    for _place, group in shown.iterrows():
        own = by_partner.get(group["code"], [])
        paper.heading(group["name"], 2)
        paper.paragraph(findings.of_partner(group), with_next=True)
        shares = _shares(told_groups.row({str(key): value for key, value in group.items()}), ", ")
        paper.paragraph(shares, label=told_groups.shares_title(), with_next=True)
        paper.table(told_rows.columns(), [_activity(told_rows.activity(row)) for row in own], [182, 88, 83, 73, 73])
        for row in own:
            told = told_rows.in_words(row, contents.words.get(row["code"]))
            if told["said"]:
                paper.paragraph(told["title"], label=_labelled(told), bold=True, with_next=True)
                for label, text in told["said"]:
                    paper.paragraph(text, label=label)


def decisions(paper: Paper, contents: Contents) -> None:
    """What is asked of the reader: activities that wait, and open decisions of reviews."""
    paper.heading(_("Decisions asked for"))
    waiting = [told_rows.waiting(row) for row in rows_of(contents.waiting)]
    if not waiting:
        paper.paragraph(findings.waiting(0))
    else:
        paper.paragraph(findings.waiting(len(waiting)), small=True, with_next=True)
        rows: list[list[Cell]] = [
            [f"{row['code']} · {row['title']}", marked(row["status"]), row["days"], row["for"]] for row in waiting
        ]
        paper.table([_("Activity"), _("Status"), _("Days"), _("Waiting for, and asked of")], rows, [229, 100, 60, 110])
    if len(contents.decisions):
        paper.heading(_("Open decisions of reviews"), 2)
        told = [told_rows.decision(row) for row in rows_of(contents.decisions)]
        head = [_("Activity"), _("What was decided"), _("Who"), _("By when")]
        body: list[list[Cell]] = [[_decided_about(one), one["what"], one["who"], one["due"]] for one in told]
        paper.table(head, body, [177, 142, 110, 70])


def _shares(row: dict[str, Any], between: str) -> str:
    """What of the whole plan of a group is delivered and was planned, and how much of it is not known."""
    return between.join(
        text for text in (f"{row['delivered_said']} / {row['planned_said']}", row["silent_said"]) if text
    )


def _activity(row: dict[str, Any]) -> list[Cell]:
    shares = f"{row['delivered_said']} / {row['planned_said']}"
    return [f"{_labelled(row)} · {row['title']}", marked(row["status"]), shares, row["ends"], row["reported_on"]]


def _decided_about(row: dict[str, str]) -> str:
    """The code and title of the activity of a decision; empty where it is about none."""
    return f"{row['activity']} · {row['title']}" if row["activity"] else ""


def _labelled(row: dict[str, Any]) -> str:
    """The code of an activity, with who leads it where the partner only supports it."""
    return f"{row['code']} ({row['supports']})" if row["supports"] else str(row["code"])
