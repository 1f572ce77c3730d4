"""Indicators as rows of a report: the judgement with its working, and where the newest value comes from."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from monitoring.formats import percent
from monitoring.language import gettext as _
from monitoring.language import later, name
from monitoring.methods import GROWTH, METHOD_NAMES, View, Views
from monitoring.remarks import WORDS
from monitoring.status import RESULT_MARKS
from monitoring.why import limits_of
from monitoring.wording import COMBINATION, DIRECTION, FACT, RESULT_REASON, RESULT_SAID
from reports.columns import Column, key_and_name, yes

GROUPS = ["sex", "age_group", "residence", "wealth", "disability"]
KINDS = {"survey": later("Survey"), "administrative": later("Administrative"), "estimate": later("Estimate")}
TARGET_KINDS = {"reach": later("To reach"), "hold": later("To hold")}
COLUMNS = (
    Column("code", later("Code")),
    Column("name", later("Indicator"), "long"),
    Column("status", later("Status"), "status", {status.value: mark.word for status, mark in RESULT_MARKS.items()}),
    Column("status_key", later("Status key")),
    Column("why", later("Why this status"), "long", RESULT_SAID),
    Column("value", later("Newest value"), "value"),
    Column("value_on", later("Date of the value"), "date"),
    yes("old", later("Older than its interval")),
    Column("unit_name", later("Unit"), "text"),
    Column("direction", later("Direction"), "text", DIRECTION),
    Column("baseline", later("Baseline"), "value"),
    Column("baseline_on", later("Date of the baseline"), "date"),
    Column("baseline_status", later("Baseline is"), "text", FACT),
    Column("target", later("Final target"), "value"),
    Column("target_on", later("Date of the target"), "date"),
    Column("target_kind", later("Kind of target"), "text", TARGET_KINDS),
    Column("expected", later("Expected by the date of the value"), "pace"),
    Column("progress", later("Progress to the target"), "percent"),
    Column("pace", later("Pace"), "pace"),
    Column("noise", later("Uncertainty of the change"), "pace"),
    Column("method", later("Headline method"), "text", METHOD_NAMES),
    Column("method_value", later("Figure of the headline method"), "pace"),
    Column("required", later("Required by the headline method"), "pace"),
    Column("growth", later("Growth beside what is required"), "pace"),
    Column("score", later("Score by growth rate"), "pace"),
    Column("limits", later("Limit of the rule"), "long"),
    Column("others", later("What other methods say"), "long"),
    Column("other_keys", later("Status keys of other methods"), "long"),
    yes("disagree", later("The methods disagree")),
    Column("low", later("Interval from"), "value"),
    Column("high", later("Interval to"), "value"),
    Column("combine", later("Periods of a year"), "text", COMBINATION),
    Column("kind", later("Kind of data"), "text", KINDS),
    Column("series", later("Series"), "long"),
    Column("source", later("Source of the value"), "long"),
    Column("source_status", later("The value is"), "text", FACT),
    Column("target_source", later("Source of the target"), "long"),
    *key_and_name("goal", later("Goal codes"), later("Goals")),
    *key_and_name("area", later("Area code"), later("Priority area")),
    Column("note", later("Note"), "long", WORDS),
    Column("rule", later("Rule key")),
    yes("illustrative", later("Illustrative")),
)


def indicators(
    judged: pd.DataFrame, seen: pd.DataFrame, targets: pd.DataFrame, names: Mapping[str, Mapping[str, str]]
) -> pd.DataFrame:
    """Rows of :func:`db.queries.judged_indicators` with the columns of :data:`COLUMNS`, in the same order.

    ``seen`` and ``targets`` come from :func:`db.queries.observations` and :func:`db.queries.targets`; ``names`` has
    names by code for goal and area, in the language of this run.
    """
    points = {(row["indicator"], row["series"], row["observed_on"]): row for row in _totals(seen)}
    aims = {(row["indicator"], row["due_on"]): row["source"] for row in targets.to_dict("records")}
    rows = [_row(row, points, aims, names) for row in judged.to_dict("records")]
    frame = pd.DataFrame(rows, columns=[column.key for column in COLUMNS]).astype(object)
    for column in COLUMNS:
        if column.kind in ("value", "percent", "pace"):
            frame[column.key] = frame[column.key].astype(float)
        elif column.kind == "date":
            frame[column.key] = pd.to_datetime(frame[column.key]).astype("datetime64[s]")
    return frame


def _said(view: View, trend: bool) -> str:
    """What a method says that is not the headline one: its word, or why it has none; without a target its trend."""
    if trend and view.value is not None:
        rate = percent(view.value, 1)
        told = _("a trend only, without a target: {rate} a year; above zero is towards better", rate=rate)
        return f"{_(view.method_name)}: {told}"
    word = RESULT_MARKS[view.status].label
    why = f" ({_(RESULT_REASON[view.reason])})" if view.reason else ""
    return f"{_(view.method_name)}: {word}{why}"


def _totals(seen: pd.DataFrame) -> list[dict[str, Any]]:
    whole = (seen[GROUPS] == "").all(axis=1) & seen["region"].isna()
    return [{str(key): value for key, value in row.items()} for row in seen[whole].to_dict("records")]


def _row(
    row: Mapping[Any, Any],
    points: Mapping[Any, Mapping[str, Any]],
    aims: Mapping[Any, str],
    names: Mapping[str, Mapping[str, str]],
) -> dict[str, Any]:
    point = points.get((row["code"], row["series"], row["value_on"]), {})
    views: Views = row["views"]
    growth = next((view for view in (views.headline, *views.others) if view.method == GROWTH), None)
    area = row["area"] or ""
    return {
        **{str(key): value for key, value in row.items()},
        "name": name(row),
        "status_key": row["status"],
        "why": row["rule"],
        "method": views.headline.method,
        "method_value": views.headline.value,
        "required": views.headline.required,
        "growth": growth.value if growth and growth.required is not None else None,
        "score": growth.score if growth else None,
        "limits": limits_of(row["rule"], views.path.thresholds),
        "others": "; ".join(_said(view, view is views.trend) for view in views.others),
        "other_keys": "; ".join(f"{view.method}: {view.status.value}" for view in views.others),
        "disagree": views.disagree,
        "unit_name": name(row, "unit_name"),
        "low": point.get("low"),
        "high": point.get("high"),
        "source": point.get("source", ""),
        "source_status": point.get("status", ""),
        "target_source": aims.get((row["code"], row["target_on"]), ""),
        "goal": ", ".join(row["goals"]),
        "goal_name": "; ".join(names["goal"].get(code, code) for code in row["goals"]),
        "area": area,
        "area_name": names["area"].get(area, area),
        "illustrative": bool(point.get("illustrative", False)),
    }
