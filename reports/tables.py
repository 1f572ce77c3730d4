"""The tables of a report: exactly what the filters show at the two dates, from the reads that the pages call too."""

from dataclasses import dataclass

import pandas as pd

from db import queries
from db.engine import Database
from monitoring import findings
from monitoring.filters import Filters
from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.periods import Dates
from reports import activity_rows, group_rows, indicator_rows
from reports.columns import Column
from reports.cover import Cover, Names, cover, names_of, period_of

TITLES = {
    "totals": later("All shown"),
    "by_partner": later("By partner"),
    "by_area": later("By priority area"),
    "by_goal": later("By goal"),
    "activities": later("Activities"),
    "indicators": later("Indicators"),
    "money": later("Money by currency"),
}


@dataclass(frozen=True)
class Table:
    """One table: its key and title (to be translated), its columns, and its rows with a frame column for each."""

    key: str
    title: str
    columns: tuple[Column, ...]
    frame: pd.DataFrame

    def __len__(self) -> int:
        return len(self.frame)

    def illustrative(self) -> bool:
        """Whether any row of it is made up."""
        return "illustrative" in self.frame and bool(self.frame["illustrative"].any())


@dataclass(frozen=True)
class Outline:
    """What a report will hold, known before its tables are made.

    Attributes:
        dates, filters: what was asked for.
        period_code: the reporting period that ends on the reporting date; empty where none does.
        counts: number of rows of each table, by its key.
        made_up: keys of the tables with rows that are made up.
    """

    dates: Dates
    filters: Filters
    period_code: str
    counts: dict[str, int]
    made_up: frozenset[str]

    def empty(self) -> bool:
        """Whether no activity matches the filters."""
        return not self.counts["activities"]


@dataclass(frozen=True)
class ReportTables:
    """What a report shows: the cover, the tables by their keys of :data:`TITLES`, in that order, and their outline."""

    cover: Cover
    tables: dict[str, Table]
    outline: Outline


def collect(database: Database, dates: Dates, filters: Filters, framework: str) -> ReportTables:
    """Everything that a report of these filters holds, with names in the language of this run.

    ``framework`` is the kind of framework whose goals are shown, a word of monitoring.words.FRAMEWORK_KINDS.
    """
    names = names_of(database, dates)
    found = queries.judged_activities(database, dates, filters)
    current = queries.snapshot(database, dates, filters.years)
    frames = _frames(database, dates, filters, framework, names)
    limits, cash = queries.limits(database, dates), queries.direct_cash(database, dates, filters)
    frames["activities"] = activity_rows.activities(found, current, names, limits, cash)
    tables = {key: _table(key, frames[key], filters) for key in TITLES}
    shown = Outline(
        dates=dates,
        filters=filters,
        period_code=period_of(database, dates)[0],
        counts={key: len(table) for key, table in tables.items()},
        made_up=frozenset(key for key, table in tables.items() if table.illustrative()),
    )
    finding = _finding(database, dates, filters, names, shown)
    return ReportTables(cover(database, dates, filters, framework, names, finding, bool(shown.made_up)), tables, shown)


def outline(database: Database, dates: Dates, filters: Filters, framework: str) -> Outline:
    """The outline of what :func:`collect` gives, without making the rows of the activities."""
    frames = _frames(database, dates, filters, framework, names_of(database, dates))
    totals = frames["totals"]
    counts = {key: len(frames[key]) for key in TITLES if key != "activities"}
    made_up = [key for key, frame in frames.items() if "illustrative" in frame and frame["illustrative"].any()]
    return Outline(
        dates=dates,
        filters=filters,
        period_code=period_of(database, dates)[0],
        counts={key: counts.get(key, int(totals["activities"].sum())) for key in TITLES},
        made_up=frozenset([*made_up, "activities"] if "totals" in made_up else made_up),
    )


def _frames(
    database: Database, dates: Dates, filters: Filters, framework: str, names: Names
) -> dict[str, pd.DataFrame]:
    """Every table but the activities."""
    seen, aims = queries.observations(database, dates), queries.targets(database, dates)
    judged = queries.judged_indicators(database, dates, filters)
    by_group = _progress(database, dates, filters, framework)
    limits = queries.limits(database, dates)
    return {
        "totals": group_rows.total(queries.totals(database, dates, filters), limits),
        **{f"by_{group}": group_rows.groups(progress, names[group], limits) for group, progress in by_group.items()},
        "indicators": indicator_rows.indicators(judged, seen, aims, names),
        "money": group_rows.money(queries.money(database, dates, filters)),
    }


def _progress(database: Database, dates: Dates, filters: Filters, framework: str) -> dict[str, pd.DataFrame]:
    goals = queries.goals_in_force(database, dates, framework)["code"]
    by_goal = queries.progress_by(database, dates, "goal", filters)
    return {
        "partner": queries.furthest_behind(queries.progress_by(database, dates, "partner", filters)),
        "area": queries.progress_by(database, dates, "area", filters),
        "goal": by_goal[by_goal["group"].isin(goals)],
    }


def _table(key: str, frame: pd.DataFrame, filters: Filters) -> Table:
    group = {
        "totals": later("Shown"),
        "by_partner": later("Ministry or partner"),
        "by_area": later("Priority area"),
        "by_goal": later("Goal"),
    }
    fixed = {"activities": activity_rows.COLUMNS, "indicators": indicator_rows.COLUMNS, "money": group_rows.MONEY}
    columns = fixed[key] if key in fixed else group_rows.columns(group[key])
    if key in group and not (key == "by_partner" and filters.supporting):
        columns = tuple(column for column in columns if column.key != "shared")
    return Table(key, TITLES[key], columns, frame[[column.key for column in columns]].reset_index(drop=True))


def _finding(database: Database, dates: Dates, filters: Filters, names: Names, shown: Outline) -> str:
    if shown.empty():
        return _("No activity matches these filters.")
    by_area = queries.progress_by(database, dates, "area", filters)
    return findings.overview(queries.totals(database, dates, filters), by_area, names["area"], dates.as_of)
