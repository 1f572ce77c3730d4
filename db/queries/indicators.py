"""Indicators judged at the two dates by the method "path", against the targets that held then."""

from collections import defaultdict
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from db.engine import Database
from db.models import Indicator, IndicatorVersion, Observation, Target, TargetVersion
from db.queries.in_force import newest_version, not_counting
from monitoring.periods import Dates
from monitoring.results import Goalpost, Point, Series, judge_path
from monitoring.status import Result
from monitoring.thresholds import Thresholds

GROUPS = (Observation.sex, Observation.age_group, Observation.residence, Observation.wealth, Observation.disability)
COLUMNS = (
    "code",
    "name_en",
    "name_ru",
    "name_tk",
    "unit",
    "direction",
    "baseline",
    "baseline_on",
    "baseline_status",
    "value",
    "value_on",
    "expected",
    "progress",
    "pace",
    "status",
    "rule",
    "old",
)


def judged_indicators(database: Database, dates: Dates, thresholds: Thresholds = Thresholds()) -> pd.DataFrame:
    """One row an indicator, in the order of the reference data; the total is judged, in the series of the baseline.

    Columns: those of :data:`COLUMNS`; values in the unit of the indicator, progress and pace as shares, status a word
    of Result, ``old`` when the newest value is older than the indicator's interval.
    """
    in_force = newest_version(IndicatorVersion, Indicator.id, IndicatorVersion.indicator_id, dates)
    statement = (
        select(Indicator.code, IndicatorVersion)
        .join(IndicatorVersion, IndicatorVersion.id == in_force)
        .where(Indicator.programme_id == database.programme_id)
        .order_by(Indicator.position)
    )
    with database.reading() as connection:
        targets, points = _targets(connection, dates), _points(connection, dates)
        versions = connection.execute(statement).mappings().all()
    rows = []
    for version in versions:
        key, series = version["indicator_id"], version["baseline_series"]
        rows.append(_judged(version, targets[key], points[key, series], dates, thresholds))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _judged(version: Any, targets: list[Goalpost], points: list[Point], dates: Dates, limits: Thresholds) -> list[Any]:
    baseline = None
    if version["baseline"] is not None and version["baseline_on"] is not None:
        same_day = (point for point in points if point.on == version["baseline_on"])
        baseline = next(same_day, Point(version["baseline_on"], float(version["baseline"])))
    series = Series(
        direction=version["direction"],
        unit=version["unit"],
        kind=version["kind"],
        interval_years=version["interval_years"],
        baseline=baseline,
        targets=tuple(targets),
        points=tuple(points),
    )
    judged = judge_path(series, dates.as_of, limits)
    value = judged.value
    shown = [version[column] for column in COLUMNS[:6]]
    stated = [baseline and baseline.value, baseline and baseline.on, version["baseline_status"]]
    working = [judged.expected, judged.progress, judged.pace, Result(judged.status).value, judged.rule, judged.old]
    return [*shown, *stated, value and value.value, value and value.on, *working]


def _targets(connection: Connection, dates: Dates) -> dict[int, list[Goalpost]]:
    in_force = newest_version(TargetVersion, Target.id, TargetVersion.target_id, dates)
    statement = select(Target.indicator_id, Target.due_on, TargetVersion.value, TargetVersion.kind).join(
        TargetVersion, TargetVersion.id == in_force
    )
    found: dict[int, list[Goalpost]] = defaultdict(list)
    for indicator, due_on, value, kind in connection.execute(statement):
        if value is not None:  # an empty value takes the target back
            found[indicator].append(Goalpost(due_on, float(value), kind))
    return found


def _points(connection: Connection, dates: Dates) -> dict[tuple[int, str], list[Point]]:
    """The totals that count, by indicator and series; of several for one day the newest recorded counts."""
    statement = (
        select(Observation)
        .where(
            Observation.recorded <= dates.known_on,
            Observation.observed_on <= dates.as_of,
            Observation.submission_id.not_in(not_counting(dates)),
            Observation.value.is_not(None),
            Observation.region_id.is_(None),
            *(group == "" for group in GROUPS),
        )
        .order_by(Observation.recorded, Observation.id)
    )
    by_day: dict[tuple[int, str], dict[Any, Point]] = defaultdict(dict)
    for row in connection.execute(statement).mappings():
        interval = [None if row[side] is None else float(row[side]) for side in ("low", "high")]
        by_day[row["indicator_id"], row["series"]][row["observed_on"]] = Point(
            row["observed_on"], float(row["value"]), *interval
        )
    return defaultdict(list, {key: list(points.values()) for key, points in by_day.items()})
