""" "Why?" beside a status: the sentence, its numbers, the rule with its limit, and the way to the Method page.

The popover is the browser's own: it stands in any table, costs no run of the page, and closes with Esc.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats, remarks, why
from monitoring.icons import image
from monitoring.language import gettext as _
from monitoring.methods import GROWTH, REDUCTION, SAYS_NOTHING, View, Views
from monitoring.projection import completed_by_end
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, GROUP_MARKS, RESULT_MARKS, Delivery, Result
from monitoring.thresholds import Thresholds
from monitoring.wording import GROUP_REASON, RESULT_SAID
from ui import address
from ui.theme import is_dark

Numbers = Sequence[tuple[str, str]]


def activities(found: pd.DataFrame, held: Thresholds, place: str) -> list[str]:
    """Why each of some activities has its status; as :func:`activity`."""
    return [activity(row, rule, held, place) for row, rule in zip(rows_of(found), why.rules(found, held), strict=True)]


def activity(row: Mapping[str, Any], rule: str, held: Thresholds, place: str) -> str:
    """Why an activity has its status, as HTML. ``row`` of judged_activities, ``rule`` of
    :func:`monitoring.why.rules`, ``held``: the limits in force then, ``place``: where on the page, since one activity
    may be asked about in several places.
    """
    word = DELIVERY_MARKS[Delivery(row["status"])].label
    return _asked(f"a-{place}-{row['code']}", word, activity_working(row, rule, held))


def activity_working(row: Mapping[str, Any], rule: str, held: Thresholds) -> str:
    """What :func:`activity` opens: the sentence, its numbers, the limits, and the way to the Method page."""
    behind = str(int(row["days_behind"])) if row["days_behind"] >= 0 else ""
    numbers = [
        (_("Report that counts"), _day(row["reported_on"])),
        (_("Delivered by then"), formats.percent(row["delivered"], 1)),
        (_("Planned by then"), formats.percent(row["planned_at_report"], 1)),
        (_("Days behind at that report"), behind),
        (_("Planned end"), _day(row["ends"])),
        (_("Days past the end"), str(int(row["days_past_end"]))),
        (_("Planned by now"), formats.percent(row["planned_now"], 1)),
    ]
    limits = why.limits_of_activities(rule, held)
    if rule == "amendment":
        numbers = [(_("Amendment signed"), _day(row["amended_on"])), (_("Reason"), remarks.said(row["amended_why"]))]
    if row["report_late"]:
        limits += " " + _("The last closed period in which it was under way brought no report.")
    return _working(why.sentence(row["status"], rule, held), numbers, limits)


def strip(row: Mapping[str, Any], held: Thresholds, place: str) -> None:
    """Draw the word of a group's plan with its "why", and where the plan will be at its end at the pace so far."""
    ahead = completed_by_end(row["delivered"], row["planned_at_report"])
    said = "" if ahead is None else _("{share} delivered by its end at the pace so far", share=formats.percent(ahead))
    said_of = GROUP_MARKS[row["word"]].label.lower()
    marked = image(GROUP_MARKS[row["word"]], is_dark())
    if row["reason"]:
        said_of = _("{word}: {reason}", word=said_of, reason=_(GROUP_REASON[row["reason"]]))
    word = escape(_("All its activities together: {word}", word=said_of))
    st.html(
        f'<div class="strip"><span>{marked} {word}</span>{group(row, held, place)}<span>{escape(said)}</span></div>'
    )


def group(row: Mapping[str, Any], held: Thresholds, place: str) -> str:
    """Why a group of activities has its word, or none, as HTML. ``row`` of progress_by or totals."""
    late = row["past end date"] + row["behind"]
    numbers = [
        (_("Delivered of what was due"), formats.percent(row["delivered_of_due"], 1)),
        (_("Delivered, of what is reported"), formats.percent(row["delivered"], 1)),
        (_("Planned at the same report dates"), formats.percent(row["planned_at_report"], 1)),
        (_("Behind or past the end"), _("{n} of {m}", n=int(late), m=int(row["counted"]))),
        (_("Without a report that is due"), formats.percent(row["silent_weight"], 1)),
    ]
    limits = _(
        "Limits: on schedule from {good} of what was due, needs attention from {fair}; mixed when {mixed} or more is "
        "behind or past its end; no word when less than {enough} of what is due to report has.",
        good=formats.percent(held.group_on_schedule),
        fair=formats.percent(held.group_attention),
        mixed=formats.percent(held.mixed_share),
        enough=formats.percent(held.reporting_share),
    )
    word = GROUP_MARKS[row["word"]].label
    said = _(GROUP_REASON[row["reason"]]).capitalize() + "." if row["reason"] else why.of_group(row["word"], held)
    return _asked(f"g-{place}-{row['group']}", word, _working(said, numbers, limits))


def result(row: Mapping[str, Any], views: Views, held: Thresholds, place: str) -> str:
    """Why an indicator has its status, by its headline method, and what the other methods say, as HTML."""
    numbers = [
        (_("Baseline"), stated(row, "baseline")),
        (_("Newest value"), stated(row, "value")),
        (_("Expected by then"), expected(row)),
        (_("Target"), stated(row, "target")),
        (_("Progress to the final target"), formats.percent(row["progress"], 1)),
        (_("Pace"), formats.number(row["pace"], 2)),
        (_("Change that is only noise"), formats.number(row["noise"], 1)),
    ]
    if views.trend is not None and views.headline.method != GROWTH:
        numbers.append((_("Trend a year, above zero towards better"), formats.percent(views.trend.value, 1)))
    numbers += method_numbers(views.headline)
    limits = " ".join(part for part in (why.limits_of(row["rule"], held), other_methods(views)) if part)
    word = RESULT_MARKS[Result(row["status"])].label
    return _asked(f"r-{place}-{row['code']}", word, _working(_(RESULT_SAID[row["rule"]]), numbers, limits))


def method_numbers(view: View) -> list[tuple[str, str]]:
    """The figures of a method that is not the path, with what they are held against."""
    if view.method == GROWTH and view.required is None and view.value is not None:
        return [(_("Trend a year, above zero towards better"), formats.percent(view.value, 1))]
    if view.method == GROWTH:
        return [
            (_("Growth beside what is required"), formats.number(view.value, 3)),
            (_("Score, from −5 to 5"), formats.number(view.score, 2)),
            (_("Zero"), _("taken as 0.001 in the rates") if view.note else ""),
        ]
    if view.method == REDUCTION:
        return [
            (_("Falls a year, percent"), formats.number(view.value, 2)),
            (_("Required a year, percent"), formats.number(view.required, 2)),
        ]
    return []


def other_methods(views: Views) -> str:
    """What the methods say that are not the headline one, and whether they disagree, in a sentence or two."""
    said = [
        _("By {method}: {word}.", method=_(view.method_name), word=RESULT_MARKS[view.status].label.lower())
        for view in views.others
        if view.status not in SAYS_NOTHING and view is not views.trend
    ]
    if views.disagree:
        said.append(_("The methods disagree: what counts is the headline one."))
    return " ".join(said)


def _working(sentence: str, numbers: Numbers, limits: str) -> str:
    known = [(label, value) for label, value in numbers if value and value != formats.NOTHING]
    lines = "".join(f"<tr><td>{escape(label)}</td><td class='n'>{escape(value)}</td></tr>" for label, value in known)
    method, about = escape(address.link("method")), escape(_("How progress is judged"))
    return (
        f'<b>{escape(sentence)}</b><table class="rows">{lines}</table>'
        f'<p class="note">{escape(limits)}</p><a href="{method}">{about}</a>'
    )


def _asked(key: str, word: str, working: str) -> str:
    """The button and what it opens."""
    name = "why-" + "".join(letter if letter.isalnum() else "-" for letter in key)
    asked, aloud = escape(_("Why?")), escape(_("Why: {word}", word=word))
    return (
        f'<button class="ask" popovertarget="{name}" aria-label="{aloud}">{asked}</button>'
        f'<div id="{name}" popover class="why">{working}</div>'
    )


def _day(day: Any) -> str:
    return "" if day is None or pd.isna(day) else formats.day(day.date())


def stated(row: Mapping[str, Any], column: str) -> str:
    """Baseline, value or target of an indicator in its unit with the year: "6.5% (2024)"; empty for none."""
    value, on = row[column], row[f"{column}_on"]
    if value is None or pd.isna(value):
        return ""
    said = formats.value(value, row["unit"])
    return said if on is None else f"{said} ({on.year})"


def expected(row: Mapping[str, Any]) -> str:
    """The value expected by the day of the newest one; for levels the one due."""
    return formats.value(row["expected"], row["unit"]) if row["levels"] else formats.number(row["expected"], 2)
