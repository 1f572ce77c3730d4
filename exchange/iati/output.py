"""What an activity itself delivers, as the first of its results: planned, and reported last."""

from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree as ET

from exchange.figures import figure
from exchange.iati import codes
from exchange.iati.elements import add, on
from exchange.iati.plan import Figure, Plan, Told
from exchange.in_languages import Texts, named, said
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.plan_rows import ActivityRow
from monitoring.wording import MEASURE

HUNDRED = Decimal(100)
DELIVERS = later("What this activity delivers")
QUANTITY = later("Quantity delivered")
SHARE = later("Delivered part of the activity, in percent, measured by: {measure}")
REPORTED = later("As reported on {day}, from the start of the activity.")
OPENING = later("Brought along from the activity that this one continues.")


def write(element: ET.Element, plan: Plan, told: Told) -> None:
    """Add the output of an activity: its quantity, or its delivered part in percent."""
    row = told.row
    result = add(element, "result", {"type": codes.OUTPUT, "aggregation-status": "false"})
    add(result, "title", texts=said(DELIVERS))
    measure = codes.UNIT if _counted(row) else codes.PERCENTAGE
    flags = {"measure": measure, "ascending": "true", "aggregation-status": "false"}
    indicator = add(result, "indicator", flags)
    add(indicator, "title", texts=_title(row))
    baseline = {"iso-date": row.starts.isoformat(), "year": str(row.starts.year), "value": figure(_opening(row))}
    opened = add(indicator, "baseline", baseline)
    if row.opening_share:
        add(opened, "comment", texts=said(OPENING))
    period = add(indicator, "period")
    on(period, "period-start", row.starts)
    on(period, "period-end", row.ends)
    add(period, "target", {"value": figure(row.planned_quantity or 0) if _counted(row) else "100"})
    if told.figures:
        _actual(period, row, told.figures[-1])


def _actual(period: ET.Element, row: ActivityRow, last: Figure) -> None:
    share = Decimal(str(last.share)) * HUNDRED
    value = _of_plan(row, share) if last.quantity is None or not _counted(row) else last.quantity
    actual = add(period, "actual", {"value": figure(value)})
    add(actual, "comment", texts=said(REPORTED, lambda: {"day": formats.day(last.day)}))


def _counted(row: ActivityRow) -> bool:
    return row.measured_by == "quantity"


def _title(row: ActivityRow) -> Texts:
    if _counted(row):
        return named(row, "unit") or said(QUANTITY)
    return said(SHARE, lambda: {"measure": _(MEASURE[row.measured_by])})


def _opening(row: ActivityRow) -> Decimal:
    """What was brought along: a whole number of what is planned in whole numbers, since its share was rounded."""
    opening, planned = _of_plan(row, row.opening_share), row.planned_quantity
    whole = _counted(row) and planned is not None and planned == planned.to_integral_value()
    return opening.to_integral_value(ROUND_HALF_UP) if whole else opening


def _of_plan(row: ActivityRow, percent: Decimal) -> Decimal:
    """A percent as it is, or of a quantity that part of what is planned."""
    return (row.planned_quantity or Decimal(0)) * percent / HUNDRED if _counted(row) else percent
