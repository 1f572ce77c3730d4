"""What charts draw, as tables with titles that a reader understands: one function a kind of chart."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from monitoring import why
from monitoring.language import gettext as _
from monitoring.language import name, names_by_code
from monitoring.projection import completed_by_end
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, RATING_WORDS, RESULT_MARKS, Delivery, Result
from monitoring.thresholds import Thresholds


def progress(found: pd.DataFrame, names: Mapping[str, str], title: str) -> pd.DataFrame:
    """Bullets and bars: a row a group of :func:`db.queries.progress.progress_by`, named by ``names``."""
    statuses = [status for status in Delivery if found[status.value].any()]
    return pd.DataFrame(
        {
            title: [names.get(code, code) for code in found["group"]],
            _("Activities"): found["activities"].tolist(),
            _("Delivered, of the whole plan, %"): _percent(found["delivered"] * found["reported_weight"]),
            _("Planned at the same dates, of the whole plan, %"): _percent(
                found["planned_at_report"] * found["reported_weight"]
            ),
            _("Delivered, of what is reported, %"): _percent(found["delivered"]),
            _("Planned at the same dates, of what is reported, %"): _percent(found["planned_at_report"]),
            _("Of what was due, %"): _percent(found["delivered_of_due"]),
            _("Planned by now, %"): _percent(found["planned_now"]),
            _("Delivered by the end at this pace, %"): _by_the_end(found),
            _("Without a report that is due, %"): _percent(found["silent_weight"]),
            _("Reports in"): found["reports_in"].tolist(),
            _("Reports due"): found["reports_due"].tolist(),
            **{DELIVERY_MARKS[status].label: found[status.value].tolist() for status in statuses},
        }
    )


def goals(shown: pd.DataFrame, by_goal: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Goals: a row an indicator of each goal, beside the delivery of the goal; one row where a goal has none."""
    progress_of = {str(row["group"]): row for row in rows_of(by_goal)}
    ranked = rows_of(indicators)
    lines: list[list[Any]] = []
    for goal in rows_of(shown):
        own = progress_of.get(goal["code"])
        delivery = [None] * 5
        if own is not None:
            shares = [own["delivered"] * 100, own["planned_at_report"] * 100]
            delivery = [own["activities"], *(share * own["reported_weight"] for share in shares), *shares]
        results = [_result(row) for row in ranked if goal["code"] in row["goals"]] or [[None] * 5]
        lines += [[name(goal), *delivery, *result] for result in results]
    head = [
        _("Goal"),
        _("Activities"),
        _("Delivered, of the whole plan, %"),
        _("Planned at the same dates, of the whole plan, %"),
        _("Delivered, of what is reported, %"),
        _("Planned at the same dates, of what is reported, %"),
    ]
    results_head = [_("Indicator"), _("Result"), _("Newest value"), _("Unit"), _("Year")]
    return pd.DataFrame(lines, columns=[*head, *results_head])


def _result(row: Mapping[str, Any]) -> list[Any]:
    value = None if row["value"] is None or pd.isna(row["value"]) else row["value"]
    year = None if row["newest_on"] is None else str(row["newest_on"].year)
    return [name(row), RESULT_MARKS[Result(row["status"])].label, value, name(row, "unit_name"), year]


def over_time(curve: pd.DataFrame) -> pd.DataFrame:
    """The curve: a row a day that it is drawn from."""
    return pd.DataFrame(
        {
            _("Day"): pd.to_datetime(curve["day"]).dt.date.tolist(),
            _("Planned, %"): _percent(curve["planned"]),
            _("Planned as signed, %"): _percent(curve["first_planned"]),
            _("Delivered, %"): _percent(curve["delivered"]),
            _("Planned, but no report, %"): _percent(curve["silent"]),
        }
    )


def activities(
    found: pd.DataFrame, partners: Mapping[str, str], areas: Mapping[str, str], held: Thresholds
) -> pd.DataFrame:
    """Marks of single activities: a row each, with the rule that gave its status."""
    return pd.DataFrame(
        {
            _("Ministry or partner"): [partners.get(code, code) for code in found["partner"]],
            _("Priority area"): [areas.get(code, code) for code in found["area"]],
            _("Code"): found["code"].tolist(),
            _("Activity"): list(names_by_code(_titled(found)).values()),
            _("Status"): [DELIVERY_MARKS[Delivery(word)].label for word in found["status"]],
            _("Why"): why.sentences(found["status"], why.rules(found, held), held),
            _("Planned end"): pd.to_datetime(found["ends"]).dt.date.tolist(),
        }
    )


def listed(
    found: pd.DataFrame, partners: Mapping[str, str], areas: Mapping[str, str], held: Thresholds
) -> pd.DataFrame:
    """A list of activities: what :func:`activities` gives, with what each delivered and when it was last reported."""
    behind = found["days_behind"]
    return activities(found, partners, areas, held).assign(
        **{
            _("Delivered, %"): _percent(found["delivered"]),
            _("Planned by now, %"): _percent(found["planned_now"]),
            _("Days behind plan"): [None if pd.isna(days) or days < 0 else int(days) for days in behind],
            _("Reported rating"): [_(RATING_WORDS[rating]) if rating else None for rating in found["rating"]],
            _("Last report"): pd.to_datetime(found["reported_on"]).dt.date.tolist(),
        }
    )


def _titled(found: pd.DataFrame) -> pd.DataFrame:
    return found[["code", "title_en", "title_ru", "title_tk"]].rename(columns=lambda one: one.replace("title", "name"))


def moves(found: pd.DataFrame, partners: Mapping[str, str]) -> pd.DataFrame:
    """From which status to which: a row an activity of :func:`db.queries.changes.changes`."""
    return pd.DataFrame(
        {
            _("Ministry or partner"): [partners.get(code, code) for code in found["partner"]],
            _("Code"): found["code"].tolist(),
            _("Activity"): list(names_by_code(_titled(found)).values()),
            _("Status before"): [DELIVERY_MARKS[Delivery(word)].label for word in found["before"]],
            _("Status now"): [DELIVERY_MARKS[Delivery(word)].label for word in found["after"]],
            _("Delivered before, %"): _percent(found["delivered_before"]),
            _("Delivered now, %"): _percent(found["delivered"]),
        }
    )


def punctuality(found: pd.DataFrame, partners: Mapping[str, str], periods: Mapping[str, str]) -> pd.DataFrame:
    """Who has reported and how late: a row a partner and period of :func:`db.queries.punctuality.punctuality`."""
    return pd.DataFrame(
        {
            _("Ministry or partner"): [partners.get(code, code) for code in found["partner"]],
            _("Period"): [periods.get(code, code) for code in found["period"]],
            _("Reports in"): found["reports_in"].tolist(),
            _("Reports due"): found["reports_due"].tolist(),
            _("Closing day"): found["closes"].tolist(),
            _("First received"): found["received_on"].tolist(),
            _("Days late"): [None if pd.isna(days) else int(days) for days in found["days_late"]],
        }
    )


def activity(
    planned: list[tuple[date, float]], first_planned: list[tuple[date, float]], reports: pd.DataFrame
) -> pd.DataFrame:
    """The course of one activity: the corners of its planned lines, and its reports."""
    lines = [(_("Planned"), day, share * 100) for day, share in planned]
    if first_planned != planned:
        lines += [(_("Planned, as signed"), day, share * 100) for day, share in first_planned]
    lines += [(_("Reported"), row["as_of"], row["share"] * 100) for row in rows_of(reports)]
    return pd.DataFrame(lines, columns=[_("What"), _("Day"), _("Share, %")])


def observations(row: Mapping[str, Any], seen: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """An indicator over the years: its values with their series and source, then its targets."""
    unit = name(row, "unit_name")
    lines = [
        (_("Value"), one["observed_on"], one["value"], one["low"], one["high"], unit, one["series"], one["source"])
        for one in rows_of(seen)
    ]
    lines += [
        (_("Target"), one["due_on"], one["value"], None, None, unit, name(one), one["source"])
        for one in rows_of(targets)
    ]
    head = [_("What"), _("Day"), _("Value"), _("From"), _("To"), _("Unit"), _("Series"), _("Source")]
    return pd.DataFrame(lines, columns=head)


def groups(found: pd.DataFrame) -> pd.DataFrame:
    """Groups of children on one line: ``found`` as :func:`charts.equity_dots.groups_of` gives it."""
    return pd.DataFrame({_("Group"): found["label"].tolist(), _("Value"): found["value"].tolist()})


def _percent(shares: pd.Series) -> list[float | None]:
    return [None if pd.isna(share) else share * 100 for share in shares]


def _by_the_end(found: pd.DataFrame) -> list[float | None]:
    """Percent of each plan delivered by its end at the pace so far; None where nothing was planned yet."""
    shares = map(completed_by_end, found["delivered"], found["planned_at_report"])
    return [None if share is None else share * 100 for share in shares]
