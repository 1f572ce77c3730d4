"""Load the reference data of ``data/``: partners, workplans, goals, indicators, observations, targets, periods."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from db import models
from db.engine import add, bulk, writing
from db.ledger.tables_of_text import Row, cells, rows
from monitoring.periods import end_of_day
from monitoring.words import LEVEL_UNITS

# Reference data holds for every reporting date. No text says when it became known here, so all of it counts as known
# since the first workplans; an observation with a publication day only since that day.
IN_FORCE = date(2000, 1, 1)
KNOWN_SINCE = datetime(2024, 1, 1, tzinfo=UTC)
NAMES = ("name_en", "name_ru", "name_tk", "name_ru_status", "name_tk_status")
EXACT = ("value", "numerator", "denominator", "low", "high")
GROUPS = ("sex", "age_group", "residence", "wealth", "disability")


def load_reference(engine: Engine, folder: Path) -> int:
    """Load the reference data into a migrated, empty database, all or nothing.

    Returns the key of the programme. Raises DataFileFaulty, naming file and line.
    """
    with writing(engine) as connection:
        return _Loader(connection, folder).load()


class _Loader:
    """One load: the connection, the folder, and the keys of what is loaded so far, by code."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self.connection, self.folder = connection, folder
        self.keys: dict[str, dict[str, int]] = {}
        self.programme = 0
        self.version: dict[str, Any] = {}

    def load(self) -> int:
        (programme,) = self.rows("programmes")
        self.programme = self.add(
            models.Programme, **named(programme), **sourced(programme), **cells(programme, "country_iso3", "timezone")
        )
        submission = self.add(
            models.Submission, programme_id=self.programme, kind="reference", recorded=KNOWN_SINCE, file_name="data/"
        )
        self.add(
            models.SubmissionEvent,
            submission_id=submission,
            event="recorded",
            moment=KNOWN_SINCE,
            person="",
            why="reference data",
        )
        self.version = {"valid_from": IN_FORCE, "recorded": KNOWN_SINCE, "submission_id": submission}
        self.partners()
        self.simple(models.PriorityArea, "priority_areas", "kind")
        self.regions()
        self.periods()
        self.workplans()
        self.goals()
        self.indicators()
        self.targets()
        self.observations(submission)
        return self.programme

    def rows(self, name: str) -> Iterable[Row]:
        return rows(self.folder / f"{name}.csv")

    def add(self, table: Any, **values: Any) -> int:
        key = add(self.connection, table, **values)
        if "code" in values:
            self.keys.setdefault(table.__tablename__, {})[values["code"]] = key
        return key

    def simple(self, table: Any, name: str, *more: str) -> None:
        for position, row in enumerate(self.rows(name), start=1):
            self.add(
                table,
                programme_id=self.programme,
                position=position,
                **named(row),
                **sourced(row),
                **cells(row, *more),
            )

    def partners(self) -> None:
        for position, row in enumerate(self.rows("partners"), start=1):
            partner = self.add(
                models.Partner,
                programme_id=self.programme,
                code=row["code"],
                position=position,
                note=row["note"],
                **sourced(row),
            )
            self.add(models.PartnerVersion, partner_id=partner, kind=row["kind"], **cells(row, *NAMES), **self.version)

    def regions(self) -> None:
        for position, row in enumerate(self.rows("regions"), start=1):
            self.add(
                models.Region,
                programme_id=self.programme,
                position=position,
                census_share=row.number("census_share_percent"),
                **named(row),
                **sourced(row),
                **cells(row, "iso_3166_2", "note"),
            )

    def periods(self) -> None:
        for row in self.rows("reporting_periods"):
            days = {column: row.needed_day(column) for column in ("starts", "ends", "closes")}
            names = cells(row, "code", "name_en", "name_ru", "name_tk")
            self.add(models.ReportingPeriod, programme_id=self.programme, kind=row["kind"], **names, **days)

    def workplans(self) -> None:
        for row in self.rows("workplans"):
            workplan = self.add(
                models.Workplan,
                programme_id=self.programme,
                first_year=row.whole("first_year"),
                last_year=row.whole("last_year"),
                signed_on=row.needed_day("signed_on"),
                **named(row),
                **sourced(row),
            )
            for position, code in enumerate(row.codes("partners"), start=1):
                partner = row.look_up(self.keys["partner"], "partners", code)
                self.add(models.WorkplanPartner, workplan_id=workplan, partner_id=partner, position=position)

    def goals(self) -> None:
        for row in self.rows("frameworks"):
            days = {column: row.needed_day(column) for column in ("starts", "ends")}
            self.add(
                models.Framework, programme_id=self.programme, kind=row["kind"], **named(row), **sourced(row), **days
            )
        for row in self.rows("goals"):
            self.add(
                models.Goal,
                programme_id=self.programme,
                framework_id=row.look_up(self.keys["framework"], "framework"),
                position=row.whole("position"),
                note=row["note"],
                **named(row),
                **sourced(row),
            )

    def indicators(self) -> None:
        for position, row in enumerate(self.rows("indicators"), start=1):
            indicator = self.add(models.Indicator, programme_id=self.programme, code=row["code"], position=position)
            version = self.add(
                models.IndicatorVersion,
                indicator_id=indicator,
                priority_area_id=row.look_up(self.keys["priority_area"], "priority_area"),
                interval_years=row.whole("interval_years"),
                natural_limit=row.number("natural_limit"),
                baseline_on=row.day("baseline_on"),
                baseline=row.number("baseline_value"),
                **cells(row, *NAMES, "unit", "unit_name_en", "unit_name_ru", "unit_name_tk", "direction", "sdg"),
                **cells(row, "kind", "combine", "method", "baseline_series", "baseline_status", "note"),
                **self.version,
            )
            self.levels(version, row)
            for code in row.codes("goals"):
                goal = row.look_up(self.keys["goal"], "goals", code)
                self.add(models.IndicatorGoal, indicator_id=indicator, goal_id=goal)

    def levels(self, version: int, row: Row) -> None:
        """The criteria of each level from 0 on, separated by "|" in a cell of each language."""
        by_language = {language: row.listed(f"levels_{language}", "|") for language in ("en", "ru", "tk")}
        if row["unit"] in LEVEL_UNITS and len(by_language["en"]) < 2:
            raise row.fault("levels_en: an indicator of levels needs the criteria of two levels or more")
        for level, english in enumerate(by_language["en"]):
            translated = {
                f"criteria_{language}": texts[level] if level < len(texts) else ""
                for language, texts in by_language.items()
                if language != "en"
            }
            self.add(
                models.IndicatorLevel, indicator_version_id=version, level=level, criteria_en=english, **translated
            )

    def targets(self) -> None:
        for row in self.rows("targets"):
            target = self.add(
                models.Target,
                indicator_id=row.look_up(self.keys["indicator"], "indicator"),
                framework_id=row.look_up(self.keys["framework"], "framework"),
                due_on=row.needed_day("due_on"),
                **sourced(row),
            )
            value = row.number("value")
            self.add(models.TargetVersion, target_id=target, value=value, kind=row["kind"], **self.version)

    def observations(self, submission: int) -> None:
        bulk(
            self.connection,
            models.Observation,
            [
                {
                    "indicator_id": row.look_up(self.keys["indicator"], "indicator"),
                    "submission_id": submission,
                    "recorded": _known_since(row.day("published_on")),
                    "observed_on": row.needed_day("observed_on"),
                    "published_on": row.day("published_on"),
                    "region_id": row.look_up(self.keys["region"], "region") if row["region"] else None,
                    **{column: row.number(column) for column in EXACT},
                    **cells(row, "series", "provenance", *GROUPS),
                    **sourced(row),
                }
                for row in self.rows("observations")
            ],
        )


def _known_since(published_on: date | None) -> datetime:
    return max(KNOWN_SINCE, end_of_day(published_on)) if published_on else KNOWN_SINCE


def named(row: Row) -> dict[str, str]:
    """Code and names of a row."""
    return cells(row, "code", *NAMES)


def sourced(row: Row) -> dict[str, str]:
    """Source and status of a row."""
    return cells(row, "source", "status")
