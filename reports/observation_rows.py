"""Baseline, values and targets of indicators as rows of a report: every point of their way, with its source."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from monitoring.language import gettext as _
from monitoring.language import later, name
from monitoring.reported_words import shown
from monitoring.rows import rows_of
from monitoring.wording import FACT, GROUP
from reports.columns import Column, yes
from reports.indicator_rows import GROUPS as FIELDS
from reports.indicator_rows import TARGET_KINDS

WHAT = {"baseline": later("Baseline"), "value": later("Value"), "target": later("Target")}
COLUMNS = (
    Column("code", later("Code")),
    Column("name", later("Indicator"), "long"),
    Column("what", later("What it is"), "text", WHAT),
    Column("on", later("Day"), "date"),
    Column("value", later("Value"), "value"),
    Column("unit_name", later("Unit")),
    Column("low", later("Interval from"), "value"),
    Column("high", later("Interval to"), "value"),
    Column("numerator", later("Numerator"), "value"),
    Column("denominator", later("Denominator"), "value"),
    Column("group", later("Group")),
    Column("series", later("Series"), "long"),
    Column("kind", later("Kind of target"), "text", TARGET_KINDS),
    Column("set_by", later("Set by"), "long"),
    Column("source", later("Source"), "long"),
    Column("provenance", later("Where exactly it stands"), "long"),
    Column("published_on", later("Published on"), "date"),
    Column("status", later("The value is"), "text", FACT),
    yes("illustrative", later("Illustrative")),
)
NUMBERS = ("value", "low", "high", "numerator", "denominator")
DAYS = ("on", "published_on")


def observations(
    judged: pd.DataFrame, seen: pd.DataFrame, targets: pd.DataFrame, regions: Mapping[str, str]
) -> pd.DataFrame:
    """Rows with the columns of :data:`COLUMNS`: by indicator in the order of ``judged``, then by day.

    ``judged``, ``seen`` and ``targets`` are :func:`db.queries.judged_indicators`, :func:`db.queries.observations` and
    :func:`db.queries.targets`; ``regions`` has names by code, in the language of this run.
    """
    values, aims = _by_indicator(seen), _by_indicator(targets)
    rows: list[dict[str, Any]] = []
    for indicator in rows_of(judged):
        code = indicator["code"]
        own = {"code": code, "name": name(indicator), "unit_name": name(indicator, "unit_name")}
        points = [_baseline(indicator)] if indicator["baseline"] == indicator["baseline"] else []
        points += [_value(row, regions) for row in values.get(code, [])]
        points += [{**row, "what": "target", "on": row["due_on"], "set_by": name(row)} for row in aims.get(code, [])]
        rows += [own | point for point in sorted(points, key=lambda point: point["on"])]
    frame = pd.DataFrame(rows, columns=[column.key for column in COLUMNS]).astype(object)
    for key in NUMBERS:
        frame[key] = frame[key].astype(float)
    for key in DAYS:
        frame[key] = pd.to_datetime(frame[key]).astype("datetime64[s]")
    frame["illustrative"] = [value is True for value in frame["illustrative"]]
    return frame


def _by_indicator(found: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    own: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of(found):
        own.setdefault(row["indicator"], []).append(row)
    return own


def _baseline(row: Mapping[str, Any]) -> dict[str, Any]:
    stated = {"value": row["baseline"], "on": row["baseline_on"], "status": row["baseline_status"]}
    return {"what": "baseline", "series": row["series"], **stated}


def _value(row: Mapping[str, Any], regions: Mapping[str, str]) -> dict[str, Any]:
    group = [regions.get(row["region"], row["region"]), *(shown(field, row[field]) for field in FIELDS)]
    told = ", ".join(word for word in group if word) or _(GROUP["all"])
    return {**row, "what": "value", "on": row["observed_on"], "group": told}
