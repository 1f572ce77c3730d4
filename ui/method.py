"""The Method page in pieces: the rules with the limits in force, an example for each, and a form to try them out."""

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats, why
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, GROUP_WORDS, RESULT_MARKS, Delivery, Group, Result
from monitoring.thresholds import RANGES, SHARE, Thresholds
from monitoring.wording import LIMIT, RESULT_WHEN
from ui import cards, results

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2050, 12, 31)
# The rules that give each status, in the order in which the first that fits decides.
RULES: tuple[tuple[Delivery, str], ...] = (
    (Delivery.CANCELLED, "amendment"),
    (Delivery.CARRIED_OVER, "amendment"),
    (Delivery.POSTPONED, "amendment"),
    (Delivery.COMPLETED, "reported"),
    (Delivery.PAST_END, "end passed"),
    (Delivery.NOT_YET_DUE, "before start"),
    (Delivery.NO_REPORT, "period closed"),
    (Delivery.REPORT_NOT_DUE, "no period closed"),
    (Delivery.ON_SCHEDULE, "days behind"),
    (Delivery.NEEDS_ATTENTION, "end just passed"),
    (Delivery.NEEDS_ATTENTION, "days behind"),
    (Delivery.NEEDS_ATTENTION, "last quarter not over"),
    (Delivery.BEHIND, "days behind"),
)


def delivery(held: Thresholds, found: pd.DataFrame) -> None:
    """Each status of an activity: when it is given, and one activity of the ledger that has it now."""
    st.subheader(_("Delivery: one activity"), anchor=False)
    st.write(
        _(
            "The report used is the newest by its date. Days behind are counted at that date, back to the last day on "
            "which the plan asked for no more than what was delivered; so an old report never turns red by waiting. "
            "The first line that fits decides."
        )
    )
    examples = dict(zip(found["status"].iloc[::-1], rows_of(found.iloc[::-1]), strict=True))
    rules = dict(zip(found["code"], why.rules(found, held), strict=True))
    body = []
    for status, rule in RULES:
        example = examples.get(status.value)
        shown = ""
        if example is not None and rules[example["code"]] in (rule, "verified" if rule == "reported" else rule):
            shown = cards.opening(example["code"], escape(name(example, "title")))
            shown += f'<div class="who">{escape(_numbers(example))}</div>'
        body.append([cards.mark(DELIVERY_MARKS[status]), escape(why.sentence(status.value, rule, held)), shown])
    cards.rows([(_("Status"), ""), (_("When"), ""), (_("An example from the plan"), "wide")], body)
    st.caption(
        _(
            "Report late is a mark of its own: the last closed period in which the activity was under way brought no "
            "report. A reported rating stands beside the computed status and never changes it."
        )
    )


def groups(held: Thresholds) -> None:
    """The words of a group of activities."""
    st.subheader(_("Delivery: a ministry, a priority area, a goal"), anchor=False)
    words = (Delivery.COMPLETED, Delivery.NOT_YET_DUE, Group.MIXED, Delivery.ON_SCHEDULE, Delivery.NEEDS_ATTENTION)
    body = [
        [escape(_(GROUP_WORDS[word])), escape(why.of_group(word.value, held))] for word in (*words, Delivery.BEHIND)
    ]
    enough = formats.percent(held.reporting_share)
    none = _("Less than {share} of what is due to report has a report, or nothing can be weighed.", share=enough)
    body.insert(0, [escape(_(GROUP_WORDS[Group.NONE])), escape(none)])
    cards.rows([(_("Word"), ""), (_("When: the first line that fits"), "")], body)


def indicators(found: pd.DataFrame, held: Thresholds) -> None:
    """Each status of an indicator: when it is given, and an indicator that has it now."""
    st.subheader(_("Results: indicators"), anchor=False)
    st.write(
        _(
            "Expected is a straight line by days from the baseline through the dated targets. Progress is the change "
            "since the baseline as a part of the whole way; pace is the change beside the change that was due by then. "
            "Values of different series are never compared. The first line that fits decides."
        )
    )
    examples = dict(zip(found["status"].iloc[::-1], rows_of(found.iloc[::-1]), strict=True))
    body = []
    for status, when in RESULT_WHEN.items():
        example = examples.get(status)
        shown = "" if example is None else f"{escape(name(example))}: {escape(results.value_of(example))}"
        text = _(
            when,
            on_track=formats.number(held.on_track_pace, 2),
            limited=formats.number(held.limited_pace, 2),
            survey=formats.number(held.noise_survey, 1),
            administrative=formats.number(held.noise_administrative, 1),
            tolerance=formats.number(held.extreme_tolerance_percent, 1),
        )
        body.append([cards.mark(RESULT_MARKS[Result(status)]), escape(text), shown])
    cards.rows([(_("Status"), ""), (_("When"), ""), (_("An example"), "wide")], body)
    st.write(
        _(
            "Two other methods stand in the working of each indicator: the growth rate, as in published assessments of "
            "the Sustainable Development Goals, and UNICEF's average annual rate of reduction. One method is the "
            "headline of each indicator, fixed in the data."
        )
    )
    st.write(
        _(
            "Periods that are added up are judged by what they brought together beside what their targets ask "
            "together. Levels, yes and no among them, are held against the level due that year and never drawn into a "
            "line."
        )
    )


def limits(held: Thresholds, changes: pd.DataFrame) -> None:
    """The limits in force, and who changed which, when and why."""
    st.subheader(_("The limits in force"), anchor=False)
    body = [[escape(_(LIMIT[key])), escape(_amount(key, value)), escape(key)] for key, value in vars(held).items()]
    cards.rows([(_("Limit"), ""), (_("Now"), "n"), (_("Name for the command line"), "wide")], body)
    if changes.empty:
        st.caption(_("All are the defaults of the method. An administrator changes one with “manage.py limit”."))
        return
    told = [
        [
            escape(_(LIMIT[row["name"]])),
            escape(str(row["value"])),
            formats.day(row["valid_from"]),
            escape(row["reason"]),
        ]
        for row in rows_of(changes)
    ]
    cards.rows([(_("Changed"), ""), (_("To"), "n"), (_("In force from"), ""), (_("Why"), "")], told)


def _numbers(row: dict[str, Any]) -> str:
    """The figures of an example in one line."""
    if row["days_behind"] < 0:
        return _("from {first} to {last}", first=_day(row["starts"]), last=_day(row["ends"]))
    return _(
        "{share} delivered for {day}, {planned} planned by then",
        share=formats.percent(row["delivered"]),
        day=_day(row["reported_on"]),
        planned=formats.percent(row["planned_at_report"]),
    )


def _day(day: pd.Timestamp) -> str:
    return formats.day(day.date())


def _amount(key: str, value: float) -> str:
    return formats.percent(value) if RANGES[key] is SHARE and "pace" not in key else formats.number(value, 2)
