"""The tables of the workbook: those of the report, and beside them what else a document tells, as tables too."""

import pandas as pd

from monitoring import remarks
from monitoring.language import later
from reports import observation_rows
from reports.activity_rows import COLUMNS as ACTIVITY
from reports.columns import Column, yes
from reports.contents import Contents
from reports.tables import SHEETS, Table

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
    Column("partner", later("Ministry or partner"), "long"),
    Column("who", later("Who"), "long"),
    Column("due_on", later("Due on"), "date"),
    Column("review_on", later("Review of"), "date"),
    yes("illustrative", later("Illustrative")),
)
UNKNOWN = (Column("what", later("What we do not know"), "sentence"), yes("illustrative", later("Illustrative")))


def tables(contents: Contents) -> dict[str, Table]:
    """Each table by its key, in the order of their sheets, with words in the language of this run."""
    report = contents.report.tables
    beside = (
        _table("observations", later("Observations"), observation_rows.COLUMNS, contents.observations),
        _waiting(contents),
        _decisions(contents),
        _unknown(contents),
    )
    return {key: report[key] for key in SHEETS} | {table.key: table for table in beside}


def _waiting(contents: Contents) -> Table:
    columns = {column.key: column for column in ACTIVITY} | {DAYS.key: DAYS}
    return _table("waiting", later("Needs a decision"), tuple(columns[key] for key in WAITING), contents.waiting)


def _decisions(contents: Contents) -> Table:
    found = contents.decisions
    partners = contents.report.tables["activities"].frame
    names = dict(zip(partners["partner"], partners["partner_name"], strict=True))
    frame = found.assign(
        who=_said(found["who"]),
        partner=[names.get(code, code) for code in found["partner"]],
        **{key: pd.to_datetime(found[key]).astype("datetime64[s]") for key in ("due_on", "review_on")},
    )
    return _table("decisions", later("Open decisions"), DECISIONS, frame)


def _unknown(contents: Contents) -> Table:
    said = [] if contents.report.outline.empty() else list(contents.unknown)
    frame = pd.DataFrame({"what": said, "illustrative": contents.report.cover.illustrative})
    return _table("unknown", later("What we do not know"), UNKNOWN, frame)


def _table(key: str, title: str, columns: tuple[Column, ...], frame: pd.DataFrame) -> Table:
    return Table(key, title, columns, frame[[column.key for column in columns]].reset_index(drop=True))


def _said(texts: pd.Series) -> list[str]:
    return [remarks.said(text) if isinstance(text, str) else "" for text in texts]
