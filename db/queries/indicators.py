"""Indicators judged at the two dates by their headline method, against the targets that held then."""

from collections import defaultdict
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from db.engine import Database
from db.models import (
    Goal,
    Indicator,
    IndicatorGoal,
    IndicatorLevel,
    IndicatorVersion,
    Observation,
    PriorityArea,
    Target,
    TargetVersion,
)
from db.queries.in_force import newest_version, not_counting
from db.queries.limits import limits
from db.queries.remembered import remembered
from monitoring.filters import Filters
from monitoring.methods import LEVEL, PATH, by_all_methods
from monitoring.periods import Dates
from monitoring.results import Goalpost, Point, Series
from monitoring.thresholds import Thresholds

GROUPS = (Observation.sex, Observation.age_group, Observation.residence, Observation.wealth, Observation.disability)
UNIT_NAMES = ("unit_name_en", "unit_name_ru", "unit_name_tk")
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
    "target",
    "target_on",
    "target_kind",
    "noise",
    "area",
    "kind",
    "interval_years",
    "method",
    "unit_name_en",
    "unit_name_ru",
    "unit_name_tk",
    "series",
    "note",
    "views",
    "natural_limit",
    "newest_on",
    "combine",
    "levels",
    "goals",
)


def judged_indicators(database: Database, dates: Dates, filters: Filters = Filters()) -> pd.DataFrame:
    """One row an indicator, in the order of the reference data; the total is judged, in the series of the baseline.

    Of the filters only goals and priority areas narrow indicators: a country's result is no partner's.

    Columns: those of :data:`COLUMNS`; values in the unit of the indicator, progress and pace as shares, status a word
    of Result by the headline method, ``old`` when the newest value is older than the indicator's interval, target the
    final one (where periods are added up: the sum of all targets), views (:class:`monitoring.methods.Views`) what every
    method says, newest_on the day of the newest total of any series, levels a tuple of dictionaries (level,
    criteria_en, criteria_ru, criteria_tk) from 0 on, goals codes.
    """
    table = _judged_all(database, dates)
    if filters.goals:
        table = table[table["goals"].map(lambda goals: bool(set(goals) & set(filters.goals))).to_numpy(dtype=bool)]
    return table[table["area"].isin(filters.areas)] if filters.areas else table


@remembered
def _judged_all(database: Database, dates: Dates) -> pd.DataFrame:
    in_force = newest_version(IndicatorVersion, Indicator.id, IndicatorVersion.indicator_id, dates)
    statement = (
        select(Indicator.code, PriorityArea.code.label("area"), IndicatorVersion)
        .select_from(Indicator)
        .join(IndicatorVersion, IndicatorVersion.id == in_force)
        .outerjoin(PriorityArea, PriorityArea.id == IndicatorVersion.priority_area_id)
        .where(Indicator.programme_id == database.programme_id)
        .order_by(Indicator.position)
    )
    with database.reading() as connection:
        targets, points, goals = _targets(connection, dates), _points(connection, dates), _goals(connection)
        levels = _levels(connection)
        versions = connection.execute(statement).mappings().all()
    rows = []
    for version in versions:
        key, series = version["indicator_id"], version["baseline_series"]
        judged = _judged(version, targets[key], points[key, series], dates, limits(database, dates))
        newest = max((point.on for (one, _s), found in points.items() if one == key for point in found), default=None)
        rows.append([*judged, newest, version["combine"], tuple(levels[version["id"]]), tuple(goals[key])])
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _goals(connection: Connection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    statement = select(IndicatorGoal.indicator_id, Goal.code).join(Goal, Goal.id == IndicatorGoal.goal_id)
    for indicator, goal in connection.execute(statement.order_by(Goal.id)):
        found[indicator].append(goal)
    return found


def _levels(connection: Connection) -> dict[int, list[dict[str, Any]]]:
    """The criteria of levels, from the lowest on, by version of their indicator."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    columns = (IndicatorLevel.level, IndicatorLevel.criteria_en, IndicatorLevel.criteria_ru, IndicatorLevel.criteria_tk)
    statement = select(IndicatorLevel.indicator_version_id, *columns).order_by(IndicatorLevel.level)
    for row in connection.execute(statement).mappings():
        found[row["indicator_version_id"]].append({column.key: row[column.key] for column in columns})
    return found


def _judged(version: Any, targets: list[Goalpost], points: list[Point], dates: Dates, held: Thresholds) -> list[Any]:
    baseline = None
    if version["baseline"] is not None and version["baseline_on"] is not None:
        # The value stated is the baseline, whatever was observed that day; only its interval comes from there.
        same = next((point for point in points if point.on == version["baseline_on"]), None)
        interval = (same.low, same.high) if same else (None, None)
        baseline = Point(version["baseline_on"], float(version["baseline"]), *interval)
    series = Series(
        direction=version["direction"],
        unit=version["unit"],
        kind=version["kind"],
        interval_years=version["interval_years"],
        baseline=baseline,
        targets=tuple(targets),
        points=tuple(points),
        combine=version["combine"],
    )
    natural = version["natural_limit"]
    views = by_all_methods(series, version["method"], dates.as_of, held, None if natural is None else float(natural))
    judged, headline = views.path, views.headline
    by_its_rules = headline.method in (PATH, LEVEL)
    rule = judged.rule if by_its_rules else headline.reason or headline.method
    value = judged.value
    shown = [version[column] for column in COLUMNS[:6]]
    stated = [baseline and baseline.value, baseline and baseline.on, version["baseline_status"]]
    working = [judged.expected, judged.progress, judged.pace, headline.status.value, rule, judged.old]
    final = max(targets, key=lambda target: target.on, default=None)
    whole = sum(target.value for target in targets) if version["combine"] == "sum" else final and final.value
    goal = [final and whole, final and final.on, final and final.kind, judged.noise]
    about = [
        version[name] for name in ("area", "kind", "interval_years", "method", *UNIT_NAMES, "baseline_series", "note")
    ]
    about += [views, None if natural is None else float(natural)]
    return [*shown, *stated, value and value.value, value and value.on, *working, *goal, *about]


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
            # Nothing of nothing (0/0) has no value and does not count.
            Observation.value.is_not(None),
            Observation.region_id.is_(None),
            *(group == "" for group in GROUPS),
        )
        .order_by(Observation.recorded, Observation.id)
    )
    by_day: dict[tuple[int, str], dict[Any, Point]] = defaultdict(dict)
    for row in connection.execute(statement).mappings():
        interval = [None if row[side] is None else float(row[side]) for side in ("low", "high")]
        parts = None if row["numerator"] is None else (float(row["numerator"]), float(row["denominator"]))
        by_day[row["indicator_id"], row["series"]][row["observed_on"]] = Point(
            row["observed_on"], float(row["value"]), interval[0], interval[1], parts
        )
    return defaultdict(list, {key: list(points.values()) for key, points in by_day.items()})
