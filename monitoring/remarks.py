"""Phrases that stand in the data in English and that a page shows: data/ holds them as the key of their translation.

What people write in their reports is theirs and stays as they wrote it: all of it, narrative and evidence as well as
challenge and next step, so that no paragraph of a document is half translated. The reports of the demonstration are
made of a few phrases, some around numbers, and those are all known here.
"""

import re

from monitoring.language import gettext as _
from monitoring.language import later, spoken

_REFERENCE = (
    later("age 36-59 months; SDG 4.2.1 is now 24-59 months (ECDI2030): a later value of that kind is another series"),
    later("an identity right (CRC article 7): belongs to none of the seven published priorities"),
    later(
        "nCa, 7 March 2025, names 11 workplans and 12 partners; which partners share one is assumed from 2024 "
        "(one row a partner otherwise)"
    ),
    later(
        "orient.tm, 18 February 2024, 22 documents were signed on the interaction of Turkmenistan with "
        "representative offices of UN agencies"
    ),
    later("priority area is our choice"),
    later("priority named at approval, not the plan's own heading; the list may be incomplete"),
    later("reported coverage; the WUENIC 2023 estimate is 98"),
)
_DEMONSTRATION = (
    later("UNICEF, Child Protection section"),
    later("UNICEF, Education section"),
    later("UNICEF, Finance"),
    later("UNICEF, Health section"),
    later("UNICEF, Planning and Monitoring section"),
    later("UNICEF, Planning and Monitoring section (illustrative)"),
    later("UNICEF, Social Policy section"),
    later("UNICEF, Supply and Procurement"),
    later("Planning department (illustrative)"),
    later("Illustrative: added to the workplan by agreement of both sides."),
    later("Illustrative: more time is needed; the budget stays the same."),
    later("Illustrative: moved to the next workplan by agreement of both sides."),
    later("Illustrative: not finished within the year; continued in the next workplan."),
    later("Illustrative: the budget is revised by more than 20 percent after new prices."),
    later("Illustrative: the same result is reached by another activity."),
    later("Illustrative: the equipment bought by UNICEF arrives later than planned."),
    later("Agree a new delivery date"),
    later("A firm delivery date"),
    later("Illustrative: the next part of UNICEF's funds has not been released yet."),
    later("Start the next part once the funds are there"),
    later("Release of the next part of the funds"),
    later("Illustrative: the documents are still being approved."),
    later("Submit the documents once more with the comments answered"),
    later("Comments on the draft"),
    later("Illustrative: the joint dates had to be moved."),
    later("Agree new dates with all who take part"),
    later("Help with agreeing the dates"),
    later("Illustrative: part of the data needed has not been collected yet."),
    later("Collect the missing data"),
    later("Advice on collecting the data"),
    later("Illustrative: the rooms were not available on the planned days."),
    later("Choose another place"),
    later("Help with finding a place"),
    later("Illustrative: the drafts are being prepared and discussed as planned."),
    later("Illustrative: the drafts take more time than planned."),
    later("Illustrative: the work was delivered and accepted."),
    later("Illustrative: work is going on as planned."),
    later("Illustrative: work is going on more slowly than planned."),
    later("Illustrative: the planned work is complete."),
    later("Illustrative: preparations for the event are going on as planned."),
    later("Illustrative: the event has not taken place yet."),
    later("Illustrative: the event took place."),
    later("Illustrative: the work continued in this quarter; figures will follow with the next report."),
    later("Illustrative: this corrects the figure for the second quarter, which was counted wrongly."),
    later("Illustrative: act of acceptance"),
    later("Illustrative: final report"),
    later("Illustrative: programme and list of participants"),
    later("Illustrative: signed lists"),
)
WORDS = {text: text for text in (*_REFERENCE, *_DEMONSTRATION)}
# With what is counted: its name stands in the title of the activity, and has other endings in other languages.
COUNTED = {
    re.compile(r"Illustrative: (?P<n>[\d.]+) of (?P<m>[\d.]+) .+ so far, as planned\."): later(
        "Illustrative: {n} of {m} so far, as planned."
    ),
    re.compile(r"Illustrative: (?P<n>[\d.]+) of (?P<m>[\d.]+) .+ so far, fewer than planned\."): later(
        "Illustrative: {n} of {m} so far, fewer than planned."
    ),
    re.compile(r"Illustrative: all of the planned (?P<m>[\d.]+) .+ are done\."): later(
        "Illustrative: all of the planned {m} are done."
    ),
}


def said(text: str | None) -> str:
    """A phrase of the data in the language of this run; as it stands where nobody translated it, empty for none."""
    if text in WORDS:
        return _(WORDS[text])
    return _counted(text or "")


def _counted(text: str) -> str:
    if spoken() != "en" and text.startswith("Illustrative: "):
        for phrase, known in COUNTED.items():
            if found := phrase.fullmatch(text):
                return _(known, **found.groupdict())
    return text
