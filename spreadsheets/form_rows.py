"""The rows of the form: what is filled in beforehand, and which cells of a row are open."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from monitoring import formats
from monitoring.form import CLOSED, FormActivity, FormContent, LastFigure
from monitoring.language import gettext as _
from monitoring.language import later, name
from monitoring.reported_words import CHOICES, STAGES
from monitoring.sent_rows import NOTE_FIELDS, ReportRow
from monitoring.wording import MEASURE
from spreadsheets.columns import ACTIVITIES, FIGURE_OF, INDICATORS

SPARE_ROWS = 30
BLANK_ROWS = 200  # of a form in which nothing is filled in beforehand
OF_NOTES = frozenset({*NOTE_FIELDS, "as_of"})
PLAN_DATES = ("starts", "ends", "last_on")
PARTS = {"leads": later("Leads: please report"), "supports": later("Supports: notes in words")}
STATES = {"cancelled": later("Cancelled"), "carried over": later("Carried over")}


@dataclass(frozen=True)
class FormRow:
    """One row: values by field (text, number or date; nothing for an empty cell), and the fields that are open."""

    values: dict[str, Any]
    open: frozenset[str]


def of_activities(content: FormContent) -> Iterator[FormRow]:
    """First the activities that the partner reports on, then those it may only read."""
    fields = frozenset(column.field for column in ACTIVITIES.fill)
    for activity in content.activities:
        closed = set(FIGURE_OF.values()) - {FIGURE_OF[activity.measured_by]}
        open_fields = fields - closed if activity.fillable else fields & OF_NOTES if activity.notable else frozenset()
        yield FormRow({**_planned(activity), **_beforehand(activity, content)}, open_fields)


def of_indicators(content: FormContent) -> Iterator[FormRow]:
    """All indicators of the form."""
    fields = frozenset(column.field for column in INDICATORS.fill)
    for indicator in content.indicators:
        values = {
            "indicator": indicator.code,
            "name": name(indicator),
            "unit": name(indicator, "unit_name"),
            "baseline_series": indicator.series,
            "last": None if indicator.last is None else float(indicator.last),
            "last_on": indicator.last_on,
        }
        yield FormRow(values, fields)


def _planned(activity: FormActivity) -> dict[str, Any]:
    tag = _("Illustrative")
    part = STATES[activity.state] if activity.state in CLOSED else PARTS[activity.part]
    return {
        "activity": activity.code,
        "title": name(activity, "title") + (f" ({tag})" if activity.illustrative else ""),
        "part": _(part),
        "measured_by": _(MEASURE[activity.measured_by]),
        "unit": name(activity, "unit"),
        "planned_quantity": None if activity.planned_quantity is None else float(activity.planned_quantity),
        "starts": activity.starts,
        "ends": activity.ends,
        "last": _last(activity, activity.last) if activity.last else "",
        "last_on": activity.last.on if activity.last else None,
        "last_spent": _spent(activity),
    }


def _last(activity: FormActivity, last: LastFigure) -> str:
    if last.stage is not None:
        return _(STAGES[last.stage])
    if last.quantity is not None:
        planned = activity.planned_quantity
        return f"{last.quantity.normalize():f}" + (f" / {planned.normalize():f}" if planned else "")
    return f"{last.share.normalize():f} %" if last.share is not None else ""


def _spent(activity: FormActivity) -> str:
    if activity.spent_cents is None:
        return ""
    return f"{formats.exact(Decimal(activity.spent_cents) / 100, 2)} {activity.spent_currency}"


def _beforehand(activity: FormActivity, content: FormContent) -> dict[str, Any]:
    """What the open cells hold already: the report of this period when there is one, else its date and currency."""
    if not activity.fillable:
        return {"as_of": content.report_date} if activity.notable else {}
    if activity.reported is None:
        return {"as_of": content.report_date, "currency": activity.currency}
    values = {column.field: _as_typed(column.field, activity.reported) for column in ACTIVITIES.fill}
    return {**values, "currency": activity.reported.currency or activity.currency}


def _as_typed(field: str, report: ReportRow) -> Any:
    value = getattr(report, field)
    if value is None:
        return None
    if field in CHOICES:
        return _(CHOICES[field][value])
    if field == "spent_cents":
        return value / 100
    return float(value) if field in ("share", "quantity") else value
