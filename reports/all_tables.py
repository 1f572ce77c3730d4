"""All tables that are handed on: those of the report, and beside them what else a document tells, as tables too."""

from dataclasses import replace

import pandas as pd

from db import queries
from db.engine import Database
from monitoring import remarks
from monitoring.filters import Filters
from monitoring.language import later
from monitoring.periods import Dates
from reports import observation_rows, tables
from reports.activity_rows import COLUMNS as ACTIVITY
from reports.columns import Column, yes
from reports.contents import Contents, gather, observations, open_decisions, unknown
from reports.tables import Outline, ReportTables, Table

BESIDE = {
    "observations": later("Observations"),
    "waiting": later("Needs a decision"),
    "decisions": later("Open decisions"),
    "unknown": later("What we do not know"),
}
TITLES = tables.TITLES | BESIDE
# Those that have a sheet in the workbook, where the summary shows the others.
SHEETS = ("by_partner", "by_area", "by_goal", "activities", "indicators", *BESIDE)

# Of an activity that waits, what decides about it; all else is on the sheet of activities.
WAITING = (
    *("code", "title", "status", "days", "why", "partner_name", "area_name", "ends", "delivered", "planned_now"),
    *("reported_on", "cause", "waiting_for", "support_asked", "support_from", "next_step", "illustrative"),
)
DAYS = Column("days", later("Waits for days"), "number")
DECISIONS = (
    Column("what", later("Decision"), "long"),
    Column("activity", later("Activity code")),
    Column("title", later("Activity"), "long"),
    Column("partner_name", later("Ministry or partner"), "long"),
    Column("who", later("Who"), "long"),
    Column("due_on", later("Due on"), "date"),
    Column("review_on", later("Review of"), "date"),
    yes("illustrative", later("Illustrative")),
)
UNKNOWN = (Column("what", later("What we do not know"), "sentence"), yes("illustrative", later("Illustrative")))


def sheets(contents: Contents) -> dict[str, Table]:
    """The tables of the workbook by their keys, in the order of their sheets, in the language of this run."""
    found = every(contents).tables
    return {key: found[key] for key in SHEETS}


def every(contents: Contents) -> ReportTables:
    """The report with all tables of :data:`TITLES`, in that order, and the outline of all."""
    report = contents.report
    beside = {
        "observations": _table("observations", observation_rows.COLUMNS, contents.observations),
        "waiting": _waiting(contents),
        "decisions": _decisions(contents),
        "unknown": _unknown(contents),
    }
    found = report.tables | beside
    counts = {key: len(table) for key, table in found.items()}
    made_up = report.outline.made_up | {key for key, table in beside.items() if table.illustrative()}
    return replace(report, tables=found, outline=replace(report.outline, counts=counts, made_up=frozenset(made_up)))


def needed(database: Database, dates: Dates, filters: Filters, framework: str, table: str = "") -> ReportTables:
    """The report with the table of this key, and others; with all of them where the key is empty."""
    if table in tables.TITLES:  # most of what is beside these takes as long again
        return tables.collect(database, dates, filters, framework)
    return every(gather(database, dates, filters, framework))


def outline(database: Database, dates: Dates, filters: Filters, framework: str) -> Outline:
    """The outline of what :func:`every` gives, without making the rows of the activities."""
    report = tables.outline(database, dates, filters, framework)
    waiting = queries.needs_decision(database, dates, filters)
    decisions, observed = open_decisions(database, dates, filters), observations(database, dates, filters)
    frames = {"observations": observed, "waiting": waiting, "decisions": decisions}
    said = unknown(database, dates, filters)
    counts = report.counts | {key: len(frame) for key, frame in frames.items()} | {"unknown": len(said)}
    made_up = {key for key, frame in frames.items() if frame["illustrative"].any()}
    if any(is_made_up for _line, is_made_up in said):
        made_up.add("unknown")
    return replace(report, counts=counts, made_up=report.made_up | made_up)


def _waiting(contents: Contents) -> Table:
    columns = {column.key: column for column in ACTIVITY} | {DAYS.key: DAYS}
    return _table("waiting", tuple(columns[key] for key in WAITING), contents.waiting)


def _decisions(contents: Contents) -> Table:
    found = contents.decisions
    frame = found.assign(
        who=_said(found["who"]),
        **{key: pd.to_datetime(found[key]).astype("datetime64[s]") for key in ("due_on", "review_on")},
    )
    return _table("decisions", DECISIONS, frame)


def _unknown(contents: Contents) -> Table:
    frame = pd.DataFrame(contents.unknown, columns=["what", "illustrative"])
    return _table("unknown", UNKNOWN, frame)


def _table(key: str, columns: tuple[Column, ...], frame: pd.DataFrame) -> Table:
    return Table(key, BESIDE[key], columns, frame[[column.key for column in columns]].reset_index(drop=True))


def _said(texts: pd.Series) -> list[str]:
    return [remarks.said(text) if isinstance(text, str) else "" for text in texts]
