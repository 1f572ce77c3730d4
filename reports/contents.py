"""What a document for readers tells beside the tables: the course, what needs a decision, what is not known, the words
of partners, and the path of each indicator. Everything that a PDF, slides or a letter shows comes from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from db import queries
from db.engine import Database
from monitoring import unknowns
from monitoring.filters import Filters
from monitoring.language import name
from monitoring.periods import Dates
from monitoring.rows import ByCode, rows_of
from reports import observation_rows
from reports.cover import names_of
from reports.tables import ReportTables, collect

GROUPS = ("region", "sex", "age_group", "residence", "wealth", "disability")


@dataclass(frozen=True)
class IndicatorPath:
    """One indicator: its row of the table of indicators, and the days and values of its way.

    ``observed``: of its main series, for the whole country; ``targets``: all that were set; in its own ``unit``, by
    its key (percent, level, yes/no, …).
    """

    row: dict[str, Any]
    observed: tuple[tuple[date, float], ...]
    targets: tuple[tuple[date, float], ...]
    unit: str


@dataclass(frozen=True)
class Contents:
    """What a document is made from, with names and words in the language of the run.

    Attributes:
        report: the cover and the tables, as they stand in the workbook.
        course: columns day, planned, first_planned, delivered (shares 0 to 1, NaN after the reporting date).
        waiting: the rows of the table of activities that need a decision, longest first, with days.
        decisions: open decisions of reviews: what, who, due_on, activity (its code) and title, partner_name,
            illustrative.
        words: by code of an activity, what its partner last said: narrative, challenge, evidence, next_step (text),
            next_step_on, as_of.
        paths: the indicators, in the order of their table.
        observations: baseline, values and targets of each indicator shown, as :mod:`reports.observation_rows` has them.
        unknown: a sentence for each thing that is not known, with whether it speaks of what is made up.
    """

    report: ReportTables
    course: pd.DataFrame
    waiting: pd.DataFrame
    decisions: pd.DataFrame
    words: Mapping[str, dict[str, Any]]
    paths: tuple[IndicatorPath, ...]
    observations: pd.DataFrame
    unknown: tuple[tuple[str, bool], ...]

    @property
    def reference(self) -> str:
        """What opens the same view again."""
        return self.report.cover.reference


def gather(database: Database, dates: Dates, filters: Filters, framework: str) -> Contents:
    """Everything that a document of these filters tells, with names in the language of this run."""
    with queries.one_moment():
        report = collect(database, dates, filters, framework)
        decisions, observed = _decisions(database, dates, filters), observations(database, dates, filters)
        beside = {"decisions": decisions, "observations": observed}
        made_up = report.outline.made_up | {key for key, frame in beside.items() if frame["illustrative"].any()}
        report = replace(
            report,
            cover=replace(report.cover, illustrative=bool(made_up)),
            outline=replace(report.outline, made_up=frozenset(made_up)),
        )
        activities = queries.judged_activities(database, dates, filters)
        said = queries.narratives(database, dates, filters.years)
        return Contents(
            report=report,
            course=queries.over_time(database, dates, filters),
            waiting=_waiting(database, dates, filters, report),
            decisions=decisions,
            words=ByCode(said[said["code"].isin(activities["code"])]),
            paths=_paths(database, dates, filters, report),
            observations=observed,
            unknown=unknown(database, dates, filters),
        )


def observations(database: Database, dates: Dates, filters: Filters) -> pd.DataFrame:
    """Baseline, values and targets of each indicator shown, as :mod:`reports.observation_rows` has them."""
    return observation_rows.observations(
        queries.judged_indicators(database, dates, filters),
        queries.observations(database, dates),
        queries.targets(database, dates),
        names_of(database, dates)["region"],
    )


def unknown(database: Database, dates: Dates, filters: Filters) -> tuple[tuple[str, bool], ...]:
    """A sentence for each thing that is not known of what the filters show, and whether it rests on made-up rows."""
    activities = queries.judged_activities(database, dates, filters)
    indicators = queries.judged_indicators(database, dates, filters)
    made_up, stated = bool(activities["illustrative"].any()), queries.stated_sources(database, "indicator")
    of_activities = [
        (line, made_up)
        for line in unknowns.of_activities(
            activities,
            queries.totals(database, dates, filters),
            queries.progress_by(database, dates, "partner", filters),
        )
    ]
    of_indicators = [
        (line, any(stated[code][1] for code in indicators["code"])) for line in unknowns.of_indicators(indicators)
    ]
    told = [*of_activities, *of_indicators]
    return tuple(told) if told or activities.empty else ((unknowns.nothing(), made_up),)


def open_decisions(database: Database, dates: Dates, filters: Filters) -> pd.DataFrame:
    """Decisions of reviews that nobody has carried out yet, with the columns of :func:`db.queries.decisions`."""
    found = queries.decisions(database, dates, filters)
    return found[found["is_open"].astype(bool)]


def _waiting(database: Database, dates: Dates, filters: Filters, report: ReportTables) -> pd.DataFrame:
    found = queries.needs_decision(database, dates, filters)
    rows = report.tables["activities"].frame.set_index("code", drop=False)
    return rows.loc[found["code"]].assign(days=found["days"].to_numpy()).reset_index(drop=True)


def _decisions(database: Database, dates: Dates, filters: Filters) -> pd.DataFrame:
    still = open_decisions(database, dates, filters)
    columns = ["who", "due_on", "activity", "partner", "review_on", "illustrative"]
    rows, partners = rows_of(still), names_of(database, dates)["partner"]
    said = {
        "what": [name(row, "what") for row in rows],
        "title": [name(row, "title") if row["title_en"] else "" for row in rows],
        "partner_name": [partners.get(row["partner"], row["partner"]) for row in rows],
    }
    return still[columns].assign(**said).reset_index(drop=True)


def _paths(database: Database, dates: Dates, filters: Filters, report: ReportTables) -> tuple[IndicatorPath, ...]:
    seen, aims = queries.observations(database, dates), queries.targets(database, dates)
    whole = seen[(seen[list(GROUPS)].fillna("") == "").all(axis=1)]
    judged = queries.judged_indicators(database, dates, filters)
    units = dict(zip(judged["code"], judged["unit"], strict=True))
    paths = []
    for row in rows_of(report.tables["indicators"].frame):
        own = whole[(whole["indicator"] == row["code"]) & (whole["series"] == row["series"])]
        targets = aims[aims["indicator"] == row["code"]]
        paths.append(IndicatorPath(row, _points(own, "observed_on"), _points(targets, "due_on"), units[row["code"]]))
    return tuple(paths)


def _points(found: pd.DataFrame, on: str) -> tuple[tuple[date, float], ...]:
    pairs = zip(found[on], found["value"].astype(float), strict=True)
    return tuple(sorted((day, value) for day, value in pairs if not pd.isna(value)))
