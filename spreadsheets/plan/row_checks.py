"""What a row of a plan may not say, seen by itself or beside the rows it names."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from monitoring.faults import Said, Word
from monitoring.language import later
from monitoring.plan_rows import ActivityRow, FrameworkRow, IndicatorRow, Key, PeriodRow, Row, TargetRow, WorkplanRow
from monitoring.wording import MEASURE
from monitoring.words import LEVEL_UNITS
from spreadsheets.plan.cells import PlanCells
from spreadsheets.read_table import TO_HUNDRED

Plan = Mapping[tuple[str, Key], Row]  # the plan as it would be: what the file says, and the rest as it is
END_FIRST = Said(later("Exchange the two dates, or correct one."))
HUNDRED = Decimal(100)
LENGTH = {"periods": 16, "workplans": 64, "activities": 64}


def check_row(cells: PlanCells, row: Row, plan: Plan) -> None:
    """Note in the cells of a row whatever it contradicts."""
    if row.table in CHECKS:
        CHECKS[row.table](cells, row, plan)


def _check_dates(cells: PlanCells, starts: date, ends: date) -> None:
    if ends < starts:
        cells.fault("ends", Said(later("The end is before the start.")), END_FIRST)


def _check_framework(cells: PlanCells, row: FrameworkRow, _plan: Plan) -> None:
    _check_dates(cells, row.starts, row.ends)


def _check_period(cells: PlanCells, row: PeriodRow, plan: Plan) -> None:
    _check_dates(cells, row.starts, row.ends)
    if len(row.code) > LENGTH["periods"]:
        cells.fault("code", Said(later("This code is too long.")), Said(later("Write up to 16 letters.")))
    if row.closes < row.ends:
        cells.fault("closes", Said(later("The period closes before it ends.")), Said(later("Write a later day.")))
    alike = (
        one for one in plan.values() if isinstance(one, PeriodRow) and one.kind == row.kind and one.code != row.code
    )
    for other in alike:
        if other.starts <= row.ends and other.ends >= row.starts:
            what = Said(later("This period overlaps with {code}."), {"code": other.code})
            cells.fault("starts", what, Said(later("Correct the start or the end.")))


def _check_workplan(cells: PlanCells, row: WorkplanRow, _plan: Plan) -> None:
    if not row.first_year <= row.last_year <= row.first_year + 1:
        allowed = Said(later("Write the first year, or the year after it."))
        cells.fault("last_year", Said(later("A workplan is for one year or for two.")), allowed)
    elif row.signed_on.year > row.last_year:
        cells.warn("signed_on", Said(later("This is after the last year of the workplan.")), _LOOK)


_LOOK = Said(later("Correct it, or leave it if it is so."))


def _check_indicator(cells: PlanCells, row: IndicatorRow, _plan: Plan) -> None:
    if (row.baseline is None) != (row.baseline_on is None):
        missing = "baseline" if row.baseline is None else "baseline_on"
        what = Said(later("A baseline needs a value and a date."))
        cells.fault(missing, what, Said(later("Write both, or neither.")))
    if row.unit == "percent" and row.baseline is not None and not 0 <= row.baseline <= HUNDRED:
        cells.fault("baseline", Said(later("This is no percent.")), TO_HUNDRED)
    if row.unit in LEVEL_UNITS and len(row.criteria_en) < 2:
        what = Said(later("An indicator of levels needs what two levels or more ask for."))
        cells.fault("criteria_en", what, Said(later("Write what each level from 0 on asks for, with | between.")))
    for language in ("ru", "tk"):
        if len(getattr(row, f"criteria_{language}")) > len(row.criteria_en):
            what = Said(later("There are more levels here than in English."))
            cells.fault(f"criteria_{language}", what, Said(later("Write as many as in English, or fewer.")))


def _check_target(cells: PlanCells, row: TargetRow, plan: Plan) -> None:
    indicator = plan.get(("indicators", (row.indicator,)))
    if not isinstance(indicator, IndicatorRow):
        return
    if indicator.unit == "percent" and row.value is not None and not 0 <= row.value <= HUNDRED:
        cells.fault("value", Said(later("This is no percent.")), TO_HUNDRED)
    if indicator.baseline_on is not None and row.due_on <= indicator.baseline_on:
        what = Said(
            later("The target is due before its baseline, of {day}."), {"day": f"{indicator.baseline_on:%d.%m.%Y}"}
        )
        cells.fault("due_on", what, Said(later("Write a later day.")))
    if row.kind == "reach" and row.value is not None and indicator.baseline is not None:
        further = row.value - indicator.baseline
        if further and (further > 0) != (indicator.direction == "up"):
            baseline = {"baseline": indicator.baseline}
            what = Said(later("This is worse than the baseline, which is {baseline}."), baseline)
            cells.warn("value", what, _LOOK)


def _check_activity(cells: PlanCells, row: ActivityRow, plan: Plan) -> None:
    _check_dates(cells, row.starts, row.ends)
    if row.planned_quantity is not None and row.planned_quantity <= 0:
        cells.fault(
            "planned_quantity", Said(later("Nothing can be measured by this.")), Said(later("Write more than 0."))
        )
    elif row.measured_by == "quantity" and row.planned_quantity is None:
        what = Said(later("The activity is measured by quantity, and none is planned."))
        cells.fault("planned_quantity", what, Said(later("Write how much is planned, or choose another measure.")))
    if row.lead_partner in row.supporters:
        what = Said(later("The partner that leads cannot support as well."))
        cells.fault("supporters", what, Said(later("Take {code} out."), {"code": row.lead_partner}))
    workplan = plan.get(("workplans", (row.workplan,)))
    if isinstance(workplan, WorkplanRow):
        _check_beside_workplan(cells, row, workplan)
    _check_continued(cells, row, plan)
    _check_milestones(cells, row)


def _check_beside_workplan(cells: PlanCells, row: ActivityRow, workplan: WorkplanRow) -> None:
    if row.lead_partner not in workplan.partners:
        signed = {"partners": ", ".join(workplan.partners)}
        what = Said(later("This partner has not signed the workplan."))
        cells.fault("lead_partner", what, Said(later("Signed have: {partners}."), signed))
    first, last = date(workplan.first_year, 1, 1), date(workplan.last_year, 12, 31)
    for name, day in (("starts", row.starts), ("ends", row.ends)):
        if not first <= day <= last and not (name == "ends" and row.ends < row.starts):
            cells.warn(name, Said(later("This day lies outside the years of the workplan.")), _LOOK)


def _check_continued(cells: PlanCells, row: ActivityRow, plan: Plan) -> None:
    if not row.continues:
        if row.opening_share:
            what = Said(later("It begins with a percent, and goes on from nothing."))
            cells.fault("opening_share", what, Said(later("Name the activity under Continues, or write 0.")))
        return
    before = plan.get(("activities", (row.continues,)))
    if row.continues == row.code:
        cells.fault("continues", Said(later("An activity cannot continue itself.")), Said(later("Write another code.")))
    elif isinstance(before, ActivityRow) and before.state != "carried over":
        what = Said(later("The activity that goes on here has not been carried over."))
        allowed = later("Choose “Carried over” under Amendment in the row of {code}.")
        cells.fault("continues", what, Said(allowed, {"code": row.continues}))


def check_reported(cells: PlanCells, row: ActivityRow, before: Row | None, delivered: Mapping[str, Decimal]) -> None:
    """Warn where a change leaves what is reported already above the whole plan, or counted in another way."""
    share = delivered.get(row.code)
    if not isinstance(before, ActivityRow) or share is None:
        return
    if row.measured_by != before.measured_by:
        what = Said(
            later("It has reports, counted as before: {measure}."), {"measure": Word(MEASURE[before.measured_by])}
        )
        cells.warn("measured_by", what, _LOOK)
    elif row.planned_quantity is not None and before.planned_quantity is not None:
        reported = before.planned_quantity * share / HUNDRED
        if row.planned_quantity < reported:
            what = Said(later("More is reported already: {quantity}."), {"quantity": round(reported, 2).normalize()})
            cells.warn("planned_quantity", what, _LOOK)


def check_opening(cells: PlanCells, row: ActivityRow, delivered: Mapping[str, Decimal]) -> None:
    """Warn where an activity begins with another percent than the last one reported of what it continues."""
    last = delivered.get(row.continues)
    if last is not None and abs(last - row.opening_share) > 1:
        values = {"code": row.continues, "share": last}
        what = Said(later("The last report of {code} says {share} percent."), values)
        cells.warn("opening_share", what, _LOOK)


def _check_milestones(cells: PlanCells, row: ActivityRow) -> None:
    at = {child.values.get("due_on"): child for child in cells.children if child.table.form.table == "milestones"}
    highest = Decimal(0)
    for milestone in row.milestones:
        child = at.get(milestone.due_on)
        if child is None:
            continue
        if milestone.share < highest:
            what = Said(later("This is less than an earlier milestone asks for."))
            _note(cells, child, "share", what, Said(later("Correct the percent or the date.")))
        highest = max(highest, milestone.share)
        if not row.starts - timedelta(days=1) <= milestone.due_on <= row.ends:
            what = Said(later("This day lies outside the dates of the activity."))
            _note(cells, child, "due_on", what, Said(later("Write a day between its start and its end.")))


def _note(owner: PlanCells, child: PlanCells, name: str, what: Said, allowed: Said) -> None:
    child.fault(name, what, allowed)
    owner.problems.append(child.problems[-1])


CHECKS: dict[str, Callable[[PlanCells, Any, Plan], None]] = {
    "frameworks": _check_framework,
    "periods": _check_period,
    "workplans": _check_workplan,
    "indicators": _check_indicator,
    "targets": _check_target,
    "activities": _check_activity,
}
