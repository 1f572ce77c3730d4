"""Where an activity takes place: the country, and the regions it names."""

from xml.etree import ElementTree as ET

from exchange.iati import codes
from exchange.iati.elements import add
from exchange.iati.plan import Plan
from exchange.in_languages import named
from monitoring.plan_rows import ActivityRow


def write(element: ET.Element, plan: Plan, row: ActivityRow) -> None:
    """Add the scope, the country and a location for each region; an activity without any is for the whole country."""
    scopes = {0: codes.NATIONAL, 1: codes.ONE_REGION}
    add(element, "activity-scope", {"code": scopes.get(len(row.regions), codes.SEVERAL_REGIONS)})
    add(element, "recipient-country", {"code": plan.country, "percentage": "100"})
    for code in row.regions:
        region = plan.book.of("regions")[(code,)]
        location = add(element, "location", {"ref": region.iso_3166_2 or code})
        add(location, "location-reach", {"code": codes.ACTION})
        add(location, "name", texts=named(region))
        if region.iso_3166_2:
            add(location, "location-class", {"code": codes.ADMINISTRATIVE})
            add(location, "feature-designation", {"code": codes.FIRST_LEVEL})
