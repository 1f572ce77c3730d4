"""The workplans as one IATI 2.03 activity file."""

from xml.etree import ElementTree as ET

from db.engine import Database
from exchange.iati import activity
from exchange.iati.elements import moment
from exchange.iati.plan import Plan, collect
from monitoring.filters import Filters
from monitoring.periods import Dates


def activities_xml(
    database: Database, dates: Dates, filters: Filters = Filters(), with_illustrative: bool = False
) -> bytes:
    """An ``iati-activities`` document: one ``iati-activity`` for each activity that the filters show, in UTF-8.

    Texts stand in every language that has them. Made-up activities and figures are left out unless asked for, and say
    then that they are. The same dates and filters give the same bytes: the moments in it are that of the newest change
    known at the second date. Raises NothingToExport and OnlyIllustrative.
    """
    plan = collect(database, dates, filters, with_illustrative)
    written = moment(plan.moment)
    root = ET.Element("iati-activities", {"version": "2.03", "generated-datetime": written})
    root.append(ET.Comment(_about(plan)))
    for told in plan.told:
        activity.write(root, plan, told)
    ET.indent(root)
    written_out: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written_out + b"\n"


def _about(plan: Plan) -> str:
    made_up = sum(told.illustrative for told in plan.told)
    return (
        f" Child-rights workplans as of {plan.dates.as_of}, known on {moment(plan.moment)}: "
        f"{len(plan.told)} activities, of which illustrative (made up): {made_up} "
    )
