"""What an activity says of itself in words: where it stands in the plan, whom it serves, and how far it has got."""

from xml.etree import ElementTree as ET

from exchange.iati import codes
from exchange.iati.elements import add
from exchange.iati.plan import Plan, Told
from exchange.in_languages import Texts, joined, said
from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import later, name
from monitoring.status import DELIVERY_MARKS
from monitoring.wording import MEASURE

MADE_UP = later("Illustrative: this activity is made up as an example; nobody planned, reported or paid any of it.")
PLACE = later("Activity {code} of “{workplan}”, priority area “{area}”. Progress is measured by: {measure}.")
SERVES = later("It serves these goals: {goals}.")
STANDS = later("Status beside its own plan as of {day}: {status}.")
DELIVERED = later("Delivered by the last report, of {day}: {share}.")

AMENDED = later("The plan was changed by an amendment signed on {day}: {reason}")


def write(element: ET.Element, plan: Plan, told: Told) -> None:
    """Add the descriptions of an activity."""
    general = [_place(plan, told)]
    if told.illustrative:
        general.insert(0, said(MADE_UP))
    add(element, "description", {"type": codes.GENERAL}, joined(*general))
    if told.row.goals:
        goals = [plan.book.of("goals")[(code,)] for code in told.row.goals]
        serves = said(SERVES, lambda: {"goals": "; ".join(f"{name(goal)} ({goal.code})" for goal in goals)})
        add(element, "description", {"type": codes.OBJECTIVES}, serves)
    add(element, "description", {"type": codes.OTHER}, _stands(plan, told))


def _place(plan: Plan, told: Told) -> Texts:
    row = told.row
    return said(
        PLACE,
        lambda: {
            "code": row.code,
            "workplan": name(plan.book.of("workplans")[(row.workplan,)]),
            "area": name(plan.areas[row.priority_area]),
            "measure": _(MEASURE[row.measured_by]),
        },
    )


def _stands(plan: Plan, told: Told) -> Texts:
    """How far it has got, and what was last changed in its plan; reasons stand as they were typed."""
    mark = DELIVERY_MARKS[told.status]
    parts = [said(STANDS, lambda: {"day": formats.day(plan.dates.as_of), "status": mark.label})]
    if told.figures:
        last = told.figures[-1]
        parts.append(said(DELIVERED, lambda: {"day": formats.day(last.day), "share": formats.percent(last.share)}))
    if told.amended_on is not None and told.amended_why:
        reason = told.amended_why
        parts.append(said(AMENDED, lambda: {"day": formats.day(told.amended_on), "reason": _(reason)}))
    return joined(*parts)
