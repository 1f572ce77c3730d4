"""Charts as points from 0 to 1, left to right and bottom to top, with the texts at their marks."""

from collections.abc import Sequence
from datetime import date
from math import isnan
from typing import Any

import pandas as pd

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from reports.contents import IndicatorPath
from reports.told.days import as_day, known
from reports.told.marks import result
from reports.told.scale import scale

Point = tuple[float, float]


NEAR_AN_END = 0.22  # of the width: nearer, the date of a day would stand on that of the end


def course(curve: pd.DataFrame, as_of: date) -> dict[str, Any] | None:
    """The planned and the delivered share over the months; None where there are no two days."""
    found = rows_of(curve)
    if len(found) < 2:
        return None
    days = [as_day(row["day"]) for row in found]
    first, last = days[0], days[-1]
    across = [_part(day, first, last) for day in days]
    told = [(x, row["delivered"]) for x, row in zip(across, found, strict=True) if not isnan(row["delivered"])]
    planned = [(x, row["planned"]) for x, row in zip(across, found, strict=True)]
    now = told[-1] if told else None
    marked = [(day, _part(day, first, last)) for day in dict.fromkeys((first, as_of, last))]
    return {
        "planned": planned,
        "delivered": _steps(told),
        "now": now,
        "now_said": _("Delivered {share}", share=formats.percent(now[1])) if now else "",
        "planned_said": _("Planned {share}", share=formats.percent(_at(planned, now[0]))) if now else _("Planned"),
        "ticks": [
            {"at": at, "text": formats.day(day)}
            for day, at in marked
            if day in (first, last) or NEAR_AN_END < at < 1 - NEAR_AN_END
        ],
        "levels": [{"at": share, "text": formats.percent(share)} for share in (0.0, 0.5, 1.0)],
        "heading": _("Delivered and planned over time"),
        "alt": _("Delivered {share} of the plan by {day}.", share=_last(told), day=formats.day(as_of)),
    }


def card(path: IndicatorPath) -> dict[str, Any]:
    """An indicator: its name, values in words, status, and its way."""
    row = path.row
    baseline = [(as_day(row["baseline_on"]), float(row["baseline"]))] if known(row["baseline"]) else []
    line = sorted({*baseline, *path.targets})
    every = [*line, *path.observed]
    axis = scale([value for _day, value in every])
    days = [day for day, _value in every]
    points = {(day, value): (_part(day, min(days), max(days)), axis.share(value)) for day, value in every}
    value, target = (formats.number(row[name], 1) for name in ("value", "target"))
    return {
        "code": row["code"],
        "name": row["name"],
        "unit": row["unit_name"],
        "status": result(row["status_key"]),
        "why": row["why"],
        "near": _("So near to the target counts as reached.") if row["rule"] == "near the end" else "",
        "value": value,
        "said": _said(path),
        "amount": formats.value(row["value"], path.unit),
        "value_on": _year(row["value_on"]),
        "target": _("target {value}", value=target) if known(row["target"]) else _("no target"),
        "target_on": _year(row["target_on"]),
        "baseline": _("from {value}", value=formats.number(row["baseline"], 1)) if baseline else "",
        "line": [points[one] for one in line],
        "targets": [points[one] for one in path.targets],
        "dots": [points[one] for one in path.observed],
        "levels": [{"at": axis.share(one), "text": formats.value(one, path.unit)} for one in axis.levels()],
        "years": [str(min(days).year), str(max(days).year)] if days else [],
        "alt": _("{name}: {value}, {status}", name=row["name"], value=value, status=row["status"]),
    }


def _said(path: IndicatorPath) -> str:
    """The newest value with its unit and year, in the order of the language; @value stands where the value does."""
    row = path.row
    if not known(row["value"]):
        return "@value"
    named, year = formats.value(row["value"], path.unit), _year(row["value_on"])
    if named != formats.number(row["value"], 1) or not row["unit_name"]:  # its unit is written with it: 59%
        return _("{value} ({year})", value="@value", year=year)
    return _("{value} {unit} ({year})", value="@value", unit=row["unit_name"], year=year)


def _steps(points: Sequence[Point]) -> list[Point]:
    """A line that keeps each value until the next one."""
    found: list[Point] = []
    for place, (x, y) in enumerate(points):
        if place:
            found.append((x, points[place - 1][1]))
        found.append((x, y))
    return found


def _at(points: Sequence[Point], x: float) -> float:
    return next((y for at, y in reversed(points) if at <= x), points[0][1])


def _last(points: Sequence[Point]) -> str:
    return formats.percent(points[-1][1]) if points else formats.NOTHING


def _part(day: date, first: date, last: date) -> float:
    return (day - first).days / max(1, (last - first).days)


def _year(value: Any) -> str:
    return str(as_day(value).year) if known(value) else ""
