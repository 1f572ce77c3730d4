"""The Method page on delivery: the rules with the limits in force, an example for each, and who changed a limit."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats, why
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, GROUP_MARKS, Delivery, Group
from monitoring.thresholds import RANGES, SHARE, Thresholds
from monitoring.wording import GROUP_REASON, LIMIT
from ui import cards, table_files
from ui import why as why_ui

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2050, 12, 31)
# The rules that give each status, in the order in which the first that fits decides.
RULES: tuple[tuple[Delivery, str], ...] = (
    (Delivery.CANCELLED, "amendment"),
    (Delivery.CARRIED_OVER, "amendment"),
    (Delivery.POSTPONED, "amendment"),
    (Delivery.COMPLETED, "verified"),
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


def delivery(held: Thresholds, plans: Iterable[pd.DataFrame]) -> None:
    """Each status of an activity: when it is given, and the first activity that has it now in one of ``plans``."""
    st.header(_("Delivery: one activity"), anchor=False)
    st.write(
        _(
            "The report used is the newest by its date. Days behind are counted at that date, back to the last day on "
            "which the plan asked for no more than what was delivered; so an old report never turns red by waiting. "
            "The first line that fits decides."
        )
    )
    examples = _examples(held, plans)
    body = []
    for status, rule in RULES:
        example = examples.get((status.value, rule))
        shown = escape(_("none at this date"))
        if example is not None:
            shown = cards.opening(example["code"], escape(name(example, "title")))
            asked = why_ui.activity(example, rule, held, f"method-{rule.replace(' ', '-')}")
            shown += f'<div class="who">{escape(_numbers(example))} {asked}</div>'
        body.append([cards.mark(DELIVERY_MARKS[status]), escape(why.sentence(status.value, rule, held)), shown])
    table_files.rows(
        [(_("Status"), ""), (_("When"), ""), (_("An example from the plan"), "wide")], body, "rules of activities"
    )
    st.caption(
        _(
            "Report late is a mark of its own: the last closed period in which the activity was under way brought no "
            "report. A reported rating stands beside the computed status and never changes it. They disagree unless: "
            "Met with completed; On track with on schedule; Constrained with needs attention, behind or past end date; "
            "No progress with behind or past end date while nothing is delivered."
        )
    )
    st.caption(
        _(
            "Money: direct cash is flagged when the part of it that is reported runs more than {n} points ahead of the "
            "delivered share. Other money is never flagged.",
            n=formats.number(held.cash_ahead_points),
        )
    )


def _examples(held: Thresholds, plans: Iterable[pd.DataFrame]) -> dict[tuple[str, str], dict[str, Any]]:
    """The first activity of each status and rule; only these are made into rows, of plans of many thousands."""
    examples: dict[tuple[str, str], dict[str, Any]] = {}
    for found in plans:
        first: dict[tuple[str, str], int] = {}
        for place, pair in enumerate(zip(found["status"], why.rules(found, held), strict=True)):
            if pair not in examples:
                first.setdefault(pair, place)
        examples |= dict(zip(first, rows_of(found.iloc[list(first.values())]), strict=True))
    return examples


def groups(held: Thresholds, progress: pd.DataFrame, names: Mapping[str, str]) -> None:
    """The words of a group of activities; ``progress`` of progress_by partner gives an example of each."""
    st.header(_("Delivery: a ministry, a priority area, a goal"), anchor=False)
    words = (Delivery.COMPLETED, Delivery.NOT_YET_DUE, Group.MIXED, Delivery.ON_SCHEDULE, Delivery.NEEDS_ATTENTION)
    enough = formats.percent(held.reporting_share)
    none = _("Less than {share} of what is due to report has a report, or nothing can be weighed.", share=enough)
    examples = {row["word"]: row for row in rows_of(progress.iloc[::-1])}
    body = []
    for word, when in [
        (Group.NONE, none),
        *((one, why.of_group(one.value, held)) for one in (*words, Delivery.BEHIND)),
    ]:
        shown = _group_example(examples[word.value], names) if word.value in examples else _("none at this date")
        body.append([cards.mark(GROUP_MARKS[word]), escape(when), escape(shown)])
    table_files.rows(
        [(_("Word"), ""), (_("When: the first line that fits"), ""), (_("An example from the plan"), "wide")],
        body,
        "rules of groups",
    )
    st.caption(
        _(
            "Each activity weighs alike, or by its planned budget. What an amendment took out is left out and counted "
            "in words. A part without a report is shown hatched, never as nothing delivered."
        )
    )


def limits(held: Thresholds, changes: pd.DataFrame) -> None:
    """The limits in force, and who changed which, when and why."""
    st.header(_("The limits in force"), anchor=False)
    body = [[escape(_(LIMIT[key])), escape(_amount(key, value)), escape(key)] for key, value in vars(held).items()]
    table_files.rows([(_("Limit"), ""), (_("Now"), "n"), (_("Name for the command line"), "wide")], body, "limits")
    if changes.empty:
        st.caption(_("All are the defaults of the method. An administrator changes one with “manage.py limit”."))
        return
    told = [
        [
            escape(_(LIMIT[row["name"]])),
            escape(str(row["value"])),
            formats.day(row["valid_from"]),
            escape(row["reason"]),
            escape(row["changed_by"]) + f'<div class="who">{formats.moment(row["recorded"])}</div>',
        ]
        for row in rows_of(changes)
    ]
    table_files.rows(
        [(_("Changed"), ""), (_("To"), "n"), (_("In force from"), ""), (_("Why"), ""), (_("By whom and when"), "")],
        told,
        "changed limits",
    )


def _group_example(row: dict[str, Any], names: Mapping[str, str]) -> str:
    """A partner's plan with the figures behind its word."""
    called = names.get(row["group"], row["group"])
    if row["reason"]:
        return _("{partner}: {reason}", partner=called, reason=_(GROUP_REASON[row["reason"]]))
    return _(
        "{partner}: {share} of what was due is delivered, {n} of {m} behind or past the end",
        partner=called,
        share=formats.percent(row["delivered_of_due"]),
        n=int(row["past end date"] + row["behind"]),
        m=int(row["counted"]),
    )


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
