"""The plan of two workplans as a workbook, edited by hand, and what is found in it."""

from monitoring.plan_book import PlanBook
from monitoring.plan_changes import PlanPreview
from spreadsheets.plan import form as plan_form
from tests.plan_of_two import book
from tests.plans import Sheets, checked

SIGNED = {"Holds_from": "01.10.2025", "Signed_on": "30.09.2025", "Reason": "agreed"}
NEW = {
    "Code": "A-1",
    "Workplan": "WP",
    "Title_in_English": "Another",
    "Lead_partner": "MOE",
    "Priority_area": "EDU",
    "Start": "01.04.2025",
    "End": "30.09.2025",
    "Measured_by": "Event",
    "Amendment": "Added",
    **SIGNED,
}


def sheets(plan: PlanBook | None = None) -> Sheets:
    return Sheets(plan_form.write(plan or book()))


def look(edited: Sheets, plan: PlanBook | None = None) -> PlanPreview:
    return checked(plan or book(), edited.file())


def faults(edited: Sheets, plan: PlanBook | None = None) -> list[str]:
    return [str(problem) for problem in look(edited, plan).faults]
