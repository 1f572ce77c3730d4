"""Forms to try the rules out: type a plan and a report, or an indicator, and see status and working."""

from datetime import date, datetime
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitoring import formats, why
from monitoring.delivery import Report, judge
from monitoring.language import gettext as _
from monitoring.methods import METHOD_NAMES, PATH, Views, by_all_methods
from monitoring.periods import Period
from monitoring.planned import Plan
from monitoring.results import Goalpost, Point, Series
from monitoring.status import DELIVERY_MARKS, RATING_WORDS, RESULT_MARKS
from monitoring.thresholds import Thresholds
from monitoring.wording import MEASURE, RESULT_SAID
from monitoring.words import INDICATOR_KINDS, METHODS
from ui import cards, results, speaking, table_files
from ui import indicator as indicator_page
from ui import why as why_ui

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2050, 12, 31)


@speaking.fragment
def activity(held: Thresholds, periods: list[Period]) -> None:
    """Type a plan and a report, and see status and working."""
    with st.form("try an activity", border=True):
        left, right = st.columns(2)
        starts = left.date_input(_("Plan starts"), date(2025, 1, 1), FIRST_DAY, LAST_DAY, format="DD.MM.YYYY")
        ends = right.date_input(_("Plan ends"), date(2025, 12, 31), FIRST_DAY, LAST_DAY, format="DD.MM.YYYY")
        measure = left.selectbox(_("Measured by"), list(MEASURE), index=2, format_func=lambda key: _(MEASURE[key]))
        quarters = right.checkbox(_("The plan only names quarters"))
        reported = left.checkbox(_("There is a report"), value=True)
        share = right.number_input(_("Delivered, percent"), 0.0, 100.0, 50.0)
        on = left.date_input(_("The report is for"), date(2025, 9, 30), FIRST_DAY, LAST_DAY, format="DD.MM.YYYY")
        as_of = right.date_input(_("Judged as of"), date(2025, 9, 30), FIRST_DAY, LAST_DAY, format="DD.MM.YYYY")
        dated = right.text_input(_("Milestones, as date:percent"), placeholder="31.03.2025:20 30.06.2025:60")
        rating = left.selectbox(_("Reported rating"), ["", *RATING_WORDS], format_func=_rating)
        if not st.form_submit_button(_("Judge"), type="primary"):
            return
    if ends < starts:
        st.error(_("The plan ends before it starts. Exchange the two dates."))
        return
    milestones = _milestones(dated)
    if milestones is None:
        st.error(_("Write each milestone as date:percent, such as 30.06.2025:50, with spaces between them."))
        return
    if not _lie_in(milestones, starts, ends):
        st.error(_("Milestones lie between the start and the end of the plan, and none asks for less than one before."))
        return
    if reported and on > as_of:
        st.warning(_("The report is for a day after the one it is judged on, so it does not count yet."))
    plan = Plan(starts, ends, measured_by=measure, milestones=milestones, precision="quarter" if quarters else "day")
    report = Report(on, share / 100, rating=rating or None) if reported and on <= as_of else None
    found = judge(plan, report, as_of, periods, held)
    behind = "" if found.days_behind is None else str(found.days_behind)
    lines = [
        (_("Why"), why.sentence(found.status.value, found.rule, held)),
        (_("Delivered"), formats.percent(found.delivered, 1)),
        (_("Planned at the report"), formats.percent(found.planned_at_report, 1)),
        (_("Planned by now"), formats.percent(found.planned_now, 1)),
        (_("Days behind at the report"), behind),
        (_("Days past the end"), str(found.days_past_end)),
        (_("Report late"), _("yes") if found.report_late else _("no")),
        (_("Disagrees with the rating"), _("yes") if found.disagrees else _("no")),
    ]
    mark = DELIVERY_MARKS[found.status]
    st.html(f'<p class="finding">{cards.mark(mark)}</p>')
    table_files.facts(lines, "tried activity", above=[(_("Status"), mark.label)])


@speaking.fragment
def indicator(held: Thresholds) -> None:
    """Type baseline, target and values, and see status and working under each method."""
    with st.form("try an indicator", border=True):
        left, right = st.columns(2)
        rises = left.radio(
            _("Better is"), ["down", "up"], format_func=lambda way: _(results.WAYS[way]), horizontal=True
        )
        kind = right.selectbox(_("Kind"), INDICATOR_KINDS, index=2, format_func=lambda key: _(results.KINDS[key]))
        percent = left.checkbox(_("The unit is percent"), value=True)
        held_level = right.checkbox(_("The target is a level to hold"))
        based = left.checkbox(_("There is a baseline"), value=True)
        base, base_on = left.number_input(_("Baseline"), value=20.0), _on(right, _("Date of the baseline"), 2020, 7, 1)
        aimed = left.checkbox(_("There is a target"), value=True)
        target = left.number_input(_("Target"), value=10.0)
        target_on = _on(right, _("Date of the target"), 2030, 12, 31)
        seen = left.checkbox(_("There is a newest value"), value=True)
        value, value_on = left.number_input(_("Newest value"), value=12.0), _on(right, _("Its date"), 2025, 7, 1)
        others = left.text_input(_("Values between, as year:value"), placeholder="2022:17 2023:15.5")
        limit = right.number_input(_("Natural limit; empty for none"), value=None)
        if not st.form_submit_button(_("Judge"), type="primary"):
            return
    between = _between(others)
    if between is None:
        st.error(_("Write each value between as year:value, such as 2022:17, with spaces between them."))
        return
    baseline = Point(base_on, base) if based else None
    known = [*([baseline] if baseline else []), *between, *([Point(value_on, value)] if seen else [])]
    aim = (Goalpost(target_on, target, "hold" if held_level else "reach"),) if aimed else ()
    series = Series(
        direction=rises,
        unit="percent" if percent else "number",
        kind=kind,
        interval_years=5,
        baseline=baseline,
        targets=aim,
        points=tuple(sorted(set(known), key=lambda point: point.on)),
    )
    by_method(by_all_methods(series, METHODS[0], LAST_DAY, held, limit))


def _milestones(text: str) -> tuple[tuple[date, float], ...] | None:
    """Milestones typed as date:percent, by date, as shares; None where one cannot be read."""
    found = []
    for pair in text.split():
        day, _colon, share = pair.partition(":")
        try:
            found.append((datetime.strptime(day, "%d.%m.%Y").date(), float(share.replace(",", ".")) / 100))
        except ValueError:
            return None
    return tuple(sorted(found)) if all(0 <= share <= 1 for _day, share in found) else None


def _lie_in(milestones: tuple[tuple[date, float], ...], starts: date, ends: date) -> bool:
    """Whether milestones by date lie within a plan and never fall."""
    shares = [share for _day, share in milestones]
    return all(starts <= day <= ends for day, _share in milestones) and shares == sorted(shares)


def _on(column: DeltaGenerator, label: str, year: int, month: int, day: int) -> date:
    chosen: date = column.date_input(label, date(year, month, day), FIRST_DAY, LAST_DAY, format="DD.MM.YYYY")
    return chosen


def _between(text: str) -> list[Point] | None:
    """Annual values typed as year:value; None where one cannot be read."""
    found = []
    for pair in text.replace(",", ".").split():
        year, _colon, value = pair.partition(":")
        try:
            found.append(Point(date(int(year), 7, 1), float(value)))
        except ValueError:
            return None
    return found


def by_method(views: Views) -> None:
    """What every method says, with the working of the path."""
    body = []
    for view in (views.headline, *views.others):
        mark = cards.mark(RESULT_MARKS[view.status])
        said = indicator_page.method_says(view, views) if view.method != PATH else _(RESULT_SAID[views.path.rule])
        numbers = [f"{label}: {figure}" for label, figure in why_ui.method_numbers(view) if figure not in ("", "–")]
        shown = escape(said) + f'<div class="who">{escape(", ".join(numbers))}</div>'
        body.append([escape(_(METHOD_NAMES[view.method])), mark, shown])
    head = [(_("Method"), ""), (_("Status"), ""), (_("What it says"), "")]
    table_files.rows(head, body, "tried indicator by method")
    path = views.path
    lines = [
        (_("Expected by then"), formats.number(path.expected, 2)),
        (_("Progress to the final target"), formats.percent(path.progress, 1)),
        (_("Pace"), formats.number(path.pace, 3)),
        (_("Change that is only noise"), formats.number(path.noise, 1)),
    ]
    limits = why.limits_of(path.rule, path.thresholds)
    if limits:
        st.caption(limits)
    table_files.facts(lines, "tried indicator")
    if views.disagree:
        st.info(_("The methods disagree. What counts is the headline method of the indicator."))


def _rating(key: str) -> str:
    return _(RATING_WORDS[key]) if key else formats.NOTHING
