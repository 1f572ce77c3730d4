"""The words of the illustrative reports: general, about nobody, and saying themselves that they are made up."""

from typing import NamedTuple

from monitoring.status import Delivery

SECTIONS = {
    "HLTH": "UNICEF, Health section",
    "EDU": "UNICEF, Education section",
    "PROT": "UNICEF, Child Protection section",
    "SOC": "UNICEF, Social Policy section",
}
UPLOADER = "UNICEF, Planning and Monitoring section (illustrative)"
POST = "Planning department (illustrative)"
TROUBLE = (Delivery.NEEDS_ATTENTION, Delivery.BEHIND, Delivery.PAST_END)

WORDS_ONLY = "Illustrative: the work continued in this quarter; figures will follow with the next report."
GOING_ON = {
    "stages": "Illustrative: the drafts are being prepared and discussed as planned.",
    "quantity": "Illustrative: {value} of {planned} {unit} so far, as planned.",
    "percent": "Illustrative: work is going on as planned.",
    "event": "Illustrative: preparations for the event are going on as planned.",
}
SLOWER = {
    "stages": "Illustrative: the drafts take more time than planned.",
    "quantity": "Illustrative: {value} of {planned} {unit} so far, fewer than planned.",
    "percent": "Illustrative: work is going on more slowly than planned.",
    "event": "Illustrative: the event has not taken place yet.",
}
DONE = {
    "stages": "Illustrative: the work was delivered and accepted.",
    "quantity": "Illustrative: all of the planned {planned} {unit} are done.",
    "percent": "Illustrative: the planned work is complete.",
    "event": "Illustrative: the event took place.",
}
EVIDENCE = {
    "stages": "Illustrative: act of acceptance",
    "quantity": "Illustrative: signed lists",
    "percent": "Illustrative: final report",
    "event": "Illustrative: programme and list of participants",
}
CORRECTION = "Illustrative: this corrects the figure for the second quarter, which was counted wrongly."


class Delay(NamedTuple):
    """What is said of a delay with one cause. An empty ``support_from`` stands for UNICEF's section for the area."""

    challenge: str
    next_step: str
    support_asked: str
    support_from: str = ""


DELAYS = {
    "UNICEF procurement": Delay(
        "Illustrative: the equipment bought by UNICEF arrives later than planned.",
        "Agree a new delivery date",
        "A firm delivery date",
        "UNICEF, Supply and Procurement",
    ),
    "UNICEF funds": Delay(
        "Illustrative: the next part of UNICEF's funds has not been released yet.",
        "Start the next part once the funds are there",
        "Release of the next part of the funds",
        "UNICEF, Finance",
    ),
    "approval": Delay(
        "Illustrative: the documents are still being approved.",
        "Submit the documents once more with the comments answered",
        "Comments on the draft",
    ),
    "partner": Delay(
        "Illustrative: the joint dates had to be moved.",
        "Agree new dates with all who take part",
        "Help with agreeing the dates",
    ),
    "data": Delay(
        "Illustrative: part of the data needed has not been collected yet.",
        "Collect the missing data",
        "Advice on collecting the data",
    ),
    "external": Delay(
        "Illustrative: the rooms were not available on the planned days.",
        "Choose another place",
        "Help with finding a place",
    ),
}
REASONS = {
    "cancel": "Illustrative: the same result is reached by another activity.",
    "postpone": "Illustrative: moved to the next workplan by agreement of both sides.",
    "extend": "Illustrative: more time is needed; the budget stays the same.",
    "carry over": "Illustrative: not finished within the year; continued in the next workplan.",
    "budget": "Illustrative: the budget is revised by more than 20 percent after new prices.",
    "add": "Illustrative: added to the workplan by agreement of both sides.",
}


def narrative(title: dict[str, str], status: Delivery, value: int | None) -> str:
    """What a report says of an activity measured so, at a status."""
    if value is None:
        return WORDS_ONLY
    said = DONE if status is Delivery.COMPLETED else SLOWER if status in TROUBLE else GOING_ON
    text = said[title["measured_by"]]
    return text.format(value=value, planned=title["planned_quantity"], unit=title["unit_en"])


def rating(status: Delivery, share: float) -> str:
    """The rating that agrees with a status."""
    if status is Delivery.COMPLETED:
        return "met"
    if status is Delivery.ON_SCHEDULE:
        return "on track"
    if status in (Delivery.BEHIND, Delivery.PAST_END) and share == 0:
        return "no progress"
    return "constrained"
