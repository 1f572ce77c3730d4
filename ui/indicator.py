"""One indicator on its own page: what it says, how its status came about, what its levels mean, and every value."""

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import findings, formats, remarks
from monitoring.combine import MIDDLE
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.methods import REDUCTION, View, Views
from monitoring.rows import rows_of
from monitoring.status import RESULT_MARKS, Result
from monitoring.thresholds import Thresholds
from monitoring.wording import COMBINATION, DIRECTION, RESULT_REASON, RESULT_SAID
from ui import cards, facts, table_files, why
from ui.results import amount, group_words, value_of


def heading(row: dict[str, Any], seen: pd.DataFrame, held: Thresholds) -> None:
    """The head of an indicator's own view."""
    asked = why.result(row, row["views"], held, "heading")
    st.title(name(row), anchor=False)
    cards.finding(findings.indicator(row, seen))
    mark = RESULT_MARKS[Result(row["status"])]
    unit = escape(name(row, "unit_name"))
    st.html(f'<div class="strip"><b>{cards.mark(mark)}</b>{asked}<span>{unit}</span></div>')


def chart_key() -> str:
    """What the marks of an indicator's chart mean."""
    return _(
        "Filled dots: the series the indicator is judged by; hollow dots: other series, never compared with it. "
        "Whiskers: interval. Dashed: the path from the baseline to the target. Shaded: the years of the plan. Line "
        "after the last dot: where it goes if it goes on as since the baseline; a band: the 90 % prediction interval."
    )


def working(row: dict[str, Any], targets: pd.DataFrame) -> None:
    """How the status came about: the rule, and the numbers it used."""
    st.header(_("Why this status"), anchor=False)
    st.write(_(RESULT_SAID[row["rule"]]))
    baseline = formats.NOTHING
    if row["baseline"] is not None and not pd.isna(row["baseline"]):
        sure = facts.status(row["baseline_status"]).lower()
        baseline = f"{amount(row, row['baseline'])} ({row['baseline_on'].year}), {sure}"
    lines = [
        (_("Direction"), _(DIRECTION[row["direction"]])),
        (_("Baseline"), baseline),
        (_("Newest value"), value_of(row)),
        (_("Expected by then"), why.expected(row)),
    ]
    if not row["levels"]:
        lines += [
            (_("Progress to the final target"), formats.percent(row["progress"])),
            (_("Pace"), formats.number(row["pace"], 2)),
        ]
    lines += [(label, value) for label, value in why.method_numbers(row["views"].headline) if value]
    if row["combine"] != "latest":
        lines.append((_("Periods of a year"), _(COMBINATION[row["combine"]])))
    lines += [
        (_("Target"), f"{amount(row, aim['value'])} ({aim['due_on'].year}) · {name(aim)} · {facts.sourced(aim)}")
        for aim in rows_of(targets)
    ]
    if row["note"]:
        lines.append((_("Note"), remarks.said(row["note"])))
    lines += [(_(view.method_name).capitalize(), method_says(view, row["views"])) for view in row["views"].others]
    if row["views"].disagree:
        st.info(_("The methods disagree. What counts is the headline method; the others are only shown here."))
    status = (_("Status"), RESULT_MARKS[Result(row["status"])].label)
    table_files.facts(
        lines, f"why the status of {row['code']}", above=[status, (_("Why this status"), _(RESULT_SAID[row["rule"]]))]
    )


def levels(row: dict[str, Any]) -> None:
    """The criteria of each level, with the one reached and the one due."""
    marks = {row["expected"]: _("due"), row["value"]: _("reached")}
    if row["expected"] == row["value"]:
        marks[row["value"]] = _("due, and reached")
    body = [
        [formats.value(one["level"], row["unit"]), escape(name(one, "criteria")), escape(marks.get(one["level"], ""))]
        for one in row["levels"]
    ]
    st.header(_("What each level means"), anchor=False)
    table_files.rows([(_("Level"), ""), (_("Criteria"), "most"), ("", "")], body, f"levels of {row['code']}")


def method_says(view: View, row_views: Views) -> str:
    """What a method that is not the headline one says, with its figure or why it has none."""
    if view is row_views.trend and view.value is not None:
        rate = formats.percent(view.value, 1)
        return _("a trend only, without a target: {rate} a year; above zero is towards better", rate=rate)
    word = RESULT_MARKS[view.status].label
    if view.note:
        word = _("{word} (a zero is taken as 0.001 in the rates)", word=word)
    if view.reason:
        return _("{word}: {reason}", word=word, reason=_(RESULT_REASON[view.reason]))
    if view.method == REDUCTION and view.required is not None:
        now, required = formats.number(view.value, 2), formats.number(view.required, 2)
        return _("{word}: falls by {now} % a year, {required} % are required", word=word, now=now, required=required)
    return _("{word}: {value}", word=word, value=formats.number(view.value, 3))


def sources(seen: pd.DataFrame, regions: dict[str, str], unit: str) -> None:
    """Every value with its series, group and source, newest first."""
    st.header(_("Every value and where it comes from"), anchor=False)
    words = group_words(regions)
    body = []
    for point in rows_of(seen.iloc[::-1]):
        group = [point[column] for column in ("region", "sex", "age_group", "residence", "wealth", "disability")]
        label = ", ".join(words.get(code, code) for code in group if code) or words["all"]
        source = f"{escape(point['source'])}<div class='who'>{escape(facts.status(point['status']))}</div>"
        body.append(
            [
                _when(point["observed_on"]),
                formats.value(point["value"], unit),
                escape(label),
                escape(point["series"]),
                source,
            ]
        )
    head = [(_("Year or day"), ""), (_("Value"), "n"), (_("Group"), ""), (_("Series"), "wide"), (_("Source"), "")]
    table_files.rows(head, body, f"values of {seen['indicator'].iloc[0]}" if len(seen) else "values")


def _when(on: date) -> str:
    """The year of an annual value, dated 1 July; else the day."""
    return str(on.year) if (on.month, on.day) == MIDDLE else formats.day(on)
