"""What a column holds, where its title alone does not say it: shown at its head in the workbook."""

from monitoring.language import gettext as _
from monitoring.language import later
from reports.columns import Column, Kind

# By the key of the column, which means the same in every table.
NOTES: dict[str, str] = {
    "activities": later("All that are signed, also those cancelled, postponed or carried over later."),
    "counted": later("Without those cancelled, postponed or carried over: only these are in the shares."),
    "delivered": later(
        "The share of the work that is done, by the last report that counts. Without a report: not known."
    ),
    "delivered_of_plan": later(
        "What the newest reports say is done, as a part of all that is planned; as the bars show it."
    ),
    "planned_of_plan": later("What the plan asked for on the days of these reports, as a part of all that is planned."),
    "planned_at_report": later("The share that the plan asked for on the day of the last report."),
    "planned_now": later("The share that the plan asks for on the reporting date."),
    "delivered_of_due": later("What is delivered beside what the plan asked for on the day of each report."),
    "reported_weight": later("The part of all work that any report speaks of; the shares say nothing about the rest."),
    "silent_weight": later("The part of all work that should have a report and has none: hatched in the bars."),
    "days_behind": later("Days between the last report and the day by which the plan asked for what it says is done."),
    "days_past_end": later("Days from the planned end to the reporting date."),
    "first_ends": later("Before any amendment."),
    "report_late": later("There is no report for the last closed period."),
    "in_words": later("The last report has no number, so its share waits to be rated."),
    "disagrees": later("What the partner says of the activity is better or worse than what follows from its numbers."),
    "limits": later("The limits that the rule used, as they were in force on the reporting date."),
    "days": later("Past the end, else behind the plan, else without a report since the start."),
    "cash_ahead": later("Points by which the reported part of direct cash is ahead of what is delivered."),
    "spent": later("What partners report. It is not checked against the books."),
    "old": later("The newest value is older than the usual interval between two values."),
    "expected": later("Where the value should have been on its day, on the way from the baseline to the target."),
    "progress": later("The part of the way from the baseline to the final target; 100 percent is the target."),
    "pace": later("The change since the baseline beside the change that was due by then; 1 is as planned."),
    "noise": later("A change no larger than this may be chance."),
    "disagree": later("Another method of judging gives this indicator another status."),
    "on": later("Of a value of a whole year: 1 July of that year."),
    "target_source": later("In the words of the source, which are not translated."),
    "series": later("In the words of the source, which are not translated."),
    "source": later("In the words of the source, which are not translated."),
    "rule": later("The name of the rule that decided, the same in every language."),
    "illustrative": later("Yes: made up, to show how the dashboard works."),
}
KINDS: dict[Kind, str] = {
    "money": later("Whole units of the currency named in the row."),
    "value": later("In the unit named in the row."),
}


def of(column: Column) -> str:
    """The note on a column in the language of this run; empty where its title says it all."""
    found = (NOTES.get(column.key, ""), KINDS.get(column.kind, ""))
    return " ".join(_(text) for text in found if text)
