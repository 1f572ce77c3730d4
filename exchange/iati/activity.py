"""One activity of a workplan as an ``iati-activity``, its parts in the order of the schema."""

from types import SimpleNamespace
from urllib.parse import quote
from xml.etree import ElementTree as ET

from exchange.iati import codes, descriptions, financial, outcomes, output, places
from exchange.iati.elements import DEFAULT, LANG, add, moment
from exchange.iati.plan import Plan, Told
from exchange.in_languages import Texts, joined, named, said
from monitoring.language import later
from monitoring.status import Delivery
from monitoring.wording import LEVEL

ILLUSTRATIVE = later("Illustrative")
STATE_BUDGET = later("Government (state budget)")
UNDER_WAY = later("Under way by this day, as first reported; the day on which it began is not recorded.")
COMPLETED = later("Completed by this day, as reported; the day on which it ended is not recorded.")
NOT_SERVED = later("none")


def write(root: ET.Element, plan: Plan, told: Told) -> None:
    """Add the activity to a document."""
    attributes = {"last-updated-datetime": moment(plan.moment), LANG: DEFAULT}
    element = ET.SubElement(root, "iati-activity", attributes)
    if told.illustrative:
        element.append(ET.Comment(" Illustrative: this activity is made up "))
    add(element, "iati-identifier").text = identifier(plan, told.row.code)
    add(element, "reporting-org", {"ref": codes.REPORTER, "type": codes.MULTILATERAL}, codes.REPORTER_NAME)
    add(element, "title", texts=title(told))
    descriptions.write(element, plan, told)
    _participants(element, plan, told)
    add(element, "other-identifier", {"ref": told.row.code, "type": codes.INTERNAL})
    add(element, "activity-status", {"code": _status(told)})
    _dates(element, told)
    places.write(element, plan, told.row)
    _classifications(element, plan, told)
    financial.write(element, plan, told)
    _related(element, plan, told)
    output.write(element, plan, told)
    outcomes.write(element, plan, told.row)


def identifier(plan: Plan, code: str) -> str:
    """The identifier of an activity: the reporting organisation, the programme, ``WP`` for workplan, and its code."""
    return f"{codes.REPORTER}-{plan.programme}-WP-{quote(code, safe='')}"


def title(told: Told) -> Texts:
    """The title; of a made-up activity it says so first."""
    own = named(told.row, "title")
    return joined(said(ILLUSTRATIVE), own, by=": ") if told.illustrative else own


def organisation(plan: Plan, code: str) -> tuple[str, Texts]:
    """Type and names of a partner."""
    partner = plan.book.of("partners")[(code,)]
    return codes.ORGANISATION[partner.kind], named(partner)


def _participants(element: ET.Element, plan: Plan, told: Told) -> None:
    sources = {line.source for line in told.row.funding}
    unicef = {"ref": codes.REPORTER, "type": codes.MULTILATERAL}
    if sources - {financial.GOVERNMENT}:
        add(element, "participating-org", {**unicef, "role": codes.FUNDING}, codes.REPORTER_NAME)
    if financial.GOVERNMENT in sources:
        add(element, "participating-org", {"type": codes.GOVERNMENT, "role": codes.FUNDING}, said(STATE_BUDGET))
    add(element, "participating-org", {**unicef, "role": codes.EXTENDING}, codes.REPORTER_NAME)
    lead = told.row.lead_partner
    roles = [(lead, codes.ACCOUNTABLE), (lead, codes.IMPLEMENTING)]
    for code, role in [*roles, *((helper, codes.IMPLEMENTING) for helper in told.row.supporters)]:
        kind, names = organisation(plan, code)
        add(element, "participating-org", {"type": kind, "role": role}, names)


def _status(told: Told) -> str:
    verified = told.status is Delivery.COMPLETED and told.verified
    return codes.CLOSED if verified else codes.STATUS[told.status]


def _dates(element: ET.Element, told: Told) -> None:
    """Planned days as the plan in force has them, and those by which reports say that it had begun and ended."""
    under_way = [figure.day for figure in told.figures if figure.share > 0]
    done = [figure for figure in told.figures if told.status is Delivery.COMPLETED]
    since = next((place for place in range(len(done), 0, -1) if done[place - 1].share < 1), 0)
    days = (
        (codes.PLANNED_START, told.row.starts, ""),
        (codes.ACTUAL_START, under_way[0] if under_way else None, UNDER_WAY),
        (codes.PLANNED_END, told.row.ends, ""),
        (codes.ACTUAL_END, done[since].day if done else None, COMPLETED),
    )
    for kind, day, why in days:
        if day is not None:
            given = {"iso-date": day.isoformat(), "type": kind}
            add(element, "activity-date", given, said(why) if why else None)


def _classifications(element: ET.Element, plan: Plan, told: Told) -> None:
    row = told.row
    area = {"code": row.priority_area, "vocabulary": codes.OWN}
    if row.priority_area in codes.SECTOR:
        add(element, "sector", {"code": codes.SECTOR[row.priority_area], "vocabulary": codes.DAC, "percentage": "100"})
    add(element, "sector", {**area, "percentage": "100"}, _area(plan, row.priority_area))
    for goal in row.goals:
        names = named(plan.book.of("goals")[(goal,)])
        add(element, "tag", {"code": goal, "vocabulary": codes.OWN}, names)
    for marker in row.markers:
        code, _colon, level = marker.partition(":")
        if code in codes.DAC_MARKER:
            known = {"code": codes.DAC_MARKER[code], "significance": codes.SIGNIFICANCE[int(level)]}
            add(element, "policy-marker", {"vocabulary": codes.DAC, **known})
        name = joined(_area(plan, code), said(LEVEL.get(int(level), NOT_SERVED)), by=": ")
        add(element, "policy-marker", {"vocabulary": codes.OWN, "code": f"{code}-{level}"}, name)


def _area(plan: Plan, code: str) -> Texts:
    return named(SimpleNamespace(**plan.areas[code]))


def _related(element: ET.Element, plan: Plan, told: Told) -> None:
    """What it continues and what continues it, as far as these may be told."""
    after = [row.code for row in plan.book.of("activities").values() if row.continues == told.row.code]
    for code in sorted({told.row.continues, *after} & plan.tellable):
        add(element, "related-activity", {"ref": identifier(plan, code), "type": codes.SIBLING})
