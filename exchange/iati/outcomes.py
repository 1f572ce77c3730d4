"""The national results that an activity contributes to: the indicators of the goals it serves.

They are the country's and not the activity's: the description says so, and nothing in them adds up over activities.
Values are those that the dashboard compares: of the series of the baseline, since the baseline.
"""

from collections import defaultdict
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

from exchange.figures import figure
from exchange.iati import codes
from exchange.iati.elements import add, on
from exchange.iati.plan import Plan, Row
from exchange.in_languages import Texts, joined, named, said
from monitoring.language import later, name
from monitoring.plan_rows import ActivityRow, IndicatorRow
from monitoring.reported_words import GROUPS
from monitoring.wording import FACT
from monitoring.words import LEVEL_UNITS

CONTRIBUTES = later(
    "A result of the whole country, to which this activity contributes. It is not measured for this activity, and "
    "stands alike in each activity that serves the goal: do not add it up."
)
MEASURED = later("Unit: {unit}. Series: {series}.")
HELD = later("To be held at this level or better.")
SOURCE = later("Source: {source}.")
INTERVAL = later("Interval: {low} to {high}.")
ILLUSTRATIVE = later("Illustrative")
DIMENSIONS = ("region", "sex", "age_group", *(group for group in GROUPS if group != "sex"))
Span = tuple[date, date]


def write(element: ET.Element, plan: Plan, row: ActivityRow) -> None:
    """Add a result for each goal of the activity that has indicators of which anything is known."""
    for goal in row.goals:
        known = [one for one in plan.book.of("indicators").values() if goal in one.goals and _known(plan, one)]
        if known:
            result = add(element, "result", {"type": codes.OUTCOME, "aggregation-status": "false"})
            add(result, "title", texts=named(plan.book.of("goals")[(goal,)]))
            add(result, "description", texts=said(CONTRIBUTES))
            for indicator in known:
                _indicator(result, plan, indicator)


def comparable(plan: Plan, indicator: IndicatorRow) -> list[Row]:
    """The values of the baseline's series from the day of the baseline on, totals and groups, by day."""
    return [
        one
        for one in plan.observations.get(indicator.code, [])
        if one["series"] == indicator.baseline_series
        and one["value"] == one["value"]
        and (indicator.baseline_on is None or one["observed_on"] >= indicator.baseline_on)
    ]


def _known(plan: Plan, indicator: IndicatorRow) -> bool:
    anything = indicator.baseline is not None or plan.targets.get(indicator.code) or comparable(plan, indicator)
    return bool(anything)


def _indicator(result: ET.Element, plan: Plan, indicator: IndicatorRow) -> None:
    measure = codes.PERCENTAGE if indicator.unit == "percent" else codes.UNIT
    flags = {
        "measure": codes.ORDINAL if indicator.unit in LEVEL_UNITS else measure,
        "ascending": "true" if indicator.direction == "up" else "false",
        "aggregation-status": "false",
    }
    element = add(result, "indicator", flags)
    add(element, "title", texts=named(indicator))
    if indicator.baseline_series:
        words = said(MEASURED, lambda: {"unit": name(indicator, "unit_name"), "series": indicator.baseline_series})
        add(element, "description", texts=words)
    if indicator.sdg:
        add(element, "reference", {"vocabulary": codes.SDG_INDICATORS, "code": indicator.sdg})
    add(element, "reference", {"vocabulary": codes.OWN, "code": indicator.code})
    values = comparable(plan, indicator)
    _baselines(element, plan, indicator, [one for one in values if one["observed_on"] == indicator.baseline_on])
    later_on = [one for one in values if one["observed_on"] != indicator.baseline_on]
    _periods(element, plan, plan.targets.get(indicator.code, []), later_on)


def _baselines(element: ET.Element, plan: Plan, indicator: IndicatorRow, same_day: list[Row]) -> None:
    """The baseline as stated, and the groups that were observed on its day."""
    if indicator.baseline_on is None or indicator.baseline is None:
        return
    day = {"iso-date": indicator.baseline_on.isoformat(), "year": str(indicator.baseline_on.year)}
    stated = add(element, "baseline", {**day, "value": figure(indicator.baseline)})
    total = next((one for one in same_day if not _groups(one)), None)
    words = said(FACT[indicator.baseline_status])
    add(stated, "comment", texts=joined(words, _where_from(total), by=". ") if total else words)
    for one in same_day:
        if _groups(one):
            _valued(element, plan, "baseline", one, day)


def _periods(element: ET.Element, plan: Plan, targets: list[Row], values: list[Row]) -> None:
    """A period for each span that has a target or a value: first its targets, then its values."""
    spans: dict[Span, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for target in targets:
        spans[date(target["due_on"].year, 1, 1), target["due_on"]][0].append(target)
    for one in values:
        spans[observed_in(one["observed_on"])][1].append(one)
    for first, last in sorted(spans):
        period = add(element, "period")
        on(period, "period-start", first)
        on(period, "period-end", last)
        aims, found = spans[first, last]
        for aim in aims:
            _target(period, plan, aim)
        for one in found:
            _valued(period, plan, "actual", one, {})


def _target(period: ET.Element, plan: Plan, aim: Row) -> None:
    target = add(period, "target", {"value": figure(aim["value"])})
    framework = named(plan.book.of("frameworks")[(aim["framework"],)])
    held = said(HELD) if aim["kind"] == "hold" else {}
    add(target, "comment", texts=joined(joined(framework, _source(aim), by=". "), held))


def observed_in(day: date) -> Span:
    """The span that a value speaks of: 1 July stands for its whole year, any other day for itself."""
    whole_year = (day.month, day.day) == (7, 1)
    return (date(day.year, 1, 1), date(day.year, 12, 31)) if whole_year else (day, day)


def _valued(parent: ET.Element, plan: Plan, tag: str, one: Row, day: dict[str, str]) -> None:
    element = add(parent, tag, {**day, "value": figure(one["value"])})
    for group, value in _groups(one).items():
        if group == "region":
            value = plan.book.of("regions")[(value,)].iso_3166_2 or value
        add(element, "dimension", {"name": group.replace("_", " "), "value": value})
    add(element, "comment", texts=_where_from(one))


def _groups(one: Row) -> dict[str, str]:
    return {group: one[group] for group in DIMENSIONS if one[group]}


def _where_from(one: Row) -> Texts:
    """Whether it is made up, where it comes from, and its interval."""
    made_up = said(ILLUSTRATIVE) if one["illustrative"] else {}
    return joined(made_up, _source(one), _interval(one), by=". " if made_up else " ")


def _source(one: dict[str, Any]) -> Texts:
    source = str(one["source"] or one.get("provenance") or "").rstrip(".")
    return said(SOURCE, lambda: {"source": source}) if source else said(FACT[one["status"]])


def _interval(one: Row) -> Texts:
    if one["low"] != one["low"] or one["high"] != one["high"]:
        return {}
    return said(INTERVAL, lambda: {"low": figure(one["low"]), "high": figure(one["high"])})
