"""Indicators in words: status, newest value, where it should be."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import findings, formats
from monitoring.icons import image
from monitoring.language import gettext as _
from monitoring.language import later, name, ngettext
from monitoring.rows import rows_of
from monitoring.status import RESULT_MARKS, Mark, Result
from monitoring.thresholds import Thresholds
from monitoring.wording import GROUP
from ui import address, cards, table_files, why
from ui.theme import is_dark

WAYS = {"up": later("higher"), "down": later("lower")}
KINDS = {
    "survey": later("survey"),
    "administrative": later("administrative data"),
    "estimate": later("estimate"),
}


def status_key(indicators: pd.DataFrame) -> None:
    """The statuses that occur, each with shape, word and number."""
    counts: dict[str, int] = {}
    images: dict[str, str] = {}
    for word in indicators["status"]:
        mark = RESULT_MARKS[Result(word)]
        counts[mark.label] = counts.get(mark.label, 0) + 1
        images[mark.label] = image(mark, is_dark())
    parts = [f"<span>{images[label]} {escape(label)} {count}</span>" for label, count in counts.items()]
    st.html(f'<div class="key">{"".join(parts)}</div>')


def goals_key(indicators: pd.DataFrame, goals: pd.DataFrame) -> None:
    """The statuses of the indicators that tell about one of these goals."""
    status_key(_of_goals(indicators, goals))


def goals_marks(indicators: pd.DataFrame, goals: pd.DataFrame) -> list[Mark]:
    """The marks of :func:`goals_key`, each word once."""
    found = (RESULT_MARKS[Result(word)] for word in _of_goals(indicators, goals)["status"])
    return list({mark.word: mark for mark in found}.values())


def _of_goals(indicators: pd.DataFrame, goals: pd.DataFrame) -> pd.DataFrame:
    shown = set(goals["code"])
    return indicators[[bool(shown & set(codes)) for codes in indicators["goals"]]]


def open_mark(picked: list[str]) -> None:
    """Open what was clicked in a row of a goal: the goal, or an indicator."""
    kind, code = picked
    if kind == "indicator":
        address.go("indicators", indicator=code)
    else:
        address.go("goal", goal=[code])


def without_goal(indicators: pd.DataFrame, goals: pd.DataFrame) -> None:
    """Say how many indicators belong to none of the goals shown, so that the sentence above adds up."""
    shown = set(goals["code"])
    count = sum(not shown & set(codes) for codes in indicators["goals"])
    if count:
        st.caption(
            ngettext("{n} indicator tells about no goal here.", "{n} indicators tell about no goal here.", count)
        )


def list_them(indicators: pd.DataFrame, held: Thresholds, key: str) -> None:
    """A line an indicator: status, name, newest value with its year, target with its year; ``key``: the table's own."""
    if indicators.empty:
        st.write(_("No indicator tells about this goal."))
        return
    head = [(_("Indicator"), ""), (_("Result"), ""), (_("Newest value"), "n wide"), (_("Target"), "n wide")]
    table_files.rows(head, [_line(row, held) for row in rows_of(indicators)], key)


def value_of(row: dict[str, Any]) -> str:
    """The newest value with its unit and year: "6.5% (2024)"; a dash for none."""
    return why.stated(row, "value") or formats.NOTHING


def target_of(row: dict[str, Any]) -> str:
    """The final target with its year; a dash for none."""
    return why.stated(row, "target") or formats.NOTHING


def amount(row: dict[str, Any], value: float) -> str:
    """A value in the unit of the indicator: "6.5%", else the number alone (the unit stands in the heading)."""
    return formats.value(value, row["unit"])


def _line(row: dict[str, Any], held: Thresholds) -> list[str]:
    asked = why.result(row, row["views"], held, "list")
    mark = RESULT_MARKS[Result(row["status"])]
    unit = "" if row["unit"] == "percent" else f"<div class='who'>{escape(name(row, 'unit_name'))}</div>"
    value, target = value_of(row), target_of(row)
    # A phone has no room for the columns at the right.
    told = escape("; ".join((value, _("target {value}", value=target))))
    return [
        f'{escape(name(row))}{unit}<div class="who narrow">{told}</div>',
        f"{cards.mark(mark)} {asked}",
        escape(value),
        escape(target),
    ]


def totals_of(seen: pd.DataFrame) -> pd.DataFrame:
    """The observations of no single group: region, sex, age, residence, wealth and disability all empty."""
    groups = ["sex", "age_group", "residence", "wealth", "disability"]
    return seen[(seen[groups] == "").all(axis=1) & seen["region"].isna() & seen["value"].notna()]


def as_judged(row: dict[str, Any], totals: pd.DataFrame) -> pd.DataFrame:
    """The totals of an indicator with the periods of a year made one value, where they are combined."""
    own = totals[(totals["series"] == row["series"]).to_numpy(dtype=bool)]
    if row["combine"] == "latest" or own.empty:
        return totals
    like = own.iloc[-1].to_dict()
    years = [
        {**like, "observed_on": one.on, "value": one.value, "low": one.low, "high": one.high}
        for one in row["views"].points
    ]
    others = totals[(totals["series"] != row["series"]).to_numpy(dtype=bool)]
    return pd.concat([others, pd.DataFrame(years, columns=totals.columns)]).sort_values("observed_on", kind="stable")


def by_indicator(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows of each indicator under its code, found in one pass."""
    return {str(code): rows for code, rows in table.groupby("indicator", sort=False)}


def of_goal(indicators: pd.DataFrame, goal: str) -> pd.DataFrame:
    """The indicators that tell about a goal."""
    return indicators[indicators["goals"].map(lambda codes: goal in codes).to_numpy(dtype=bool)]


def by_goal(indicators: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Indicators under the first goal that each tells about, in order of the goals; without a goal last."""
    first = [goals[0] if goals else "" for goals in indicators["goals"]]
    order = sorted(set(first), key=lambda goal: (goal == "", goal))
    return [(goal, indicators[[one == goal for one in first]]) for goal in order]


def card_heading(row: dict[str, Any], seen: pd.DataFrame, held: Thresholds) -> str:
    """What a card says above its chart: the finding, which is returned, and the status with its "why"."""
    asked = why.result(row, row["views"], held, "card")
    finding = _("{indicator}: {finding}", indicator=name(row), finding=findings.indicator(row, seen))
    mark = RESULT_MARKS[Result(row["status"])]
    unit = escape(name(row, "unit_name"))
    old = cards.tag(_("old value")) if row["old"] else ""
    st.html(
        f"<b>{escape(finding)}</b>"
        f'<div class="strip"><span>{cards.mark(mark)} {asked}</span><span class="who">{unit}</span> {old}</div>'
    )
    return finding


def number_card(row: dict[str, Any]) -> None:
    """One value, or none: a number without axes."""
    value = formats.NOTHING if pd.isna(row["value"]) else amount(row, row["value"])
    year = "" if row["value_on"] is None else str(row["value_on"].year)
    target = target_of(row)
    aim = "" if target == formats.NOTHING else _("target {value}", value=target)
    cards.figures((year or _("no value yet"), value, aim))


def group_words(regions: dict[str, str]) -> dict[str, str]:
    """Names of groups of children and of regions."""
    return {code: _(word) for code, word in GROUP.items()} | regions
