"""What a reader sees for the keys of monitoring.words, to be translated when it is shown."""

from monitoring.language import later

# What the parts of a bullet mean, alike on the screen and in documents.
BULLET_KEY = later(
    "Of the whole plan. Blue: delivered. Tick: planned at the same report dates. Hatched: a report is missing."
)
FROM_WHOM: dict[str, str] = {
    "UNICEF funds": later("UNICEF funds"),
    "UNICEF procurement": later("UNICEF procurement"),
    "approval": later("Approval"),
    "partner": later("Partner"),
    "data": later("Data"),
    "external": later("External cause"),
}
MEASURE: dict[str, str] = {
    "stages": later("Stages"),
    "quantity": later("Quantity"),
    "percent": later("Percent, estimated"),
    "event": later("Event"),
}
FUNDING: dict[str, str] = {
    "UNICEF cash": later("UNICEF cash"),
    "UNICEF supplies": later("UNICEF supplies"),
    "government": later("government"),
    "direct cash": later("direct cash transfer"),
    "direct payment": later("direct payment"),
    "reimbursement": later("reimbursement"),
    "by UNICEF": later("spent by UNICEF"),
}
LEVEL: dict[int, str] = {1: later("marginal"), 2: later("significant"), 3: later("principal")}
AMENDMENT: dict[str, str] = {
    "cancel": later("Cancelled"),
    "postpone": later("Postponed"),
    "extend": later("Extended at no cost"),
    "carry over": later("Carried over"),
    "budget": later("Budget revised"),
    "results": later("Results revised"),
    "administrative": later("Administrative change"),
    "add": later("Added"),
}
EVENT: dict[str, str] = {
    "recorded": later("Recorded"),
    "accepted": later("Accepted"),
    "returned": later("Returned"),
    "withdrawn": later("Withdrawn"),
    "reinstated": later("Brought back"),
}
CONTRADICTION: dict[str, str] = {
    "funded above planned": later("More is funded ({one}) than is planned ({other})."),
    "released above funded": later("More is released ({one}) than is funded ({other})."),
    "spent above planned": later("More is reported as spent ({one}) than is planned ({other})."),
    "share fell": later("The delivered share fell from {one} to {other}, and no reason is given."),
    "completed below all": later("Reported as completed, at {one}."),
    "outside interval": later("The value {one} lies outside its own interval ({other})."),
    "beside its ratio": later("The value is {one}, but its numerator and denominator give {other}."),
    "outside its groups": later("The total {one} does not lie between its two groups ({other})."),
}
FACT_KIND: dict[str, str] = {
    "framework": later("Plan or programme"),
    "goal": later("Goal"),
    "partner": later("Ministry or partner"),
    "workplan": later("Workplan"),
    "area": later("Priority area"),
    "region": later("Region"),
    "indicator": later("Indicator"),
    "baseline": later("Baseline of an indicator"),
    "target": later("Target of an indicator"),
    "observation": later("Value of an indicator"),
    "activity": later("Activity"),
}
GROUP_REASON: dict[str, str] = {
    "nothing planned": later("every activity was cancelled, postponed or carried over"),
    "no weight": later("no budget is known"),
    "several currencies": later("the budgets are in several currencies, which cannot be added"),
    "too few reports": later("too few of the reports that were due have come"),
    "no report due yet": later("no report is due yet"),
}
FACT: dict[str, str] = {
    "sourced": later("From a named source"),
    "assumed": later("Assumed"),
    "unverified": later("Not verified"),
    "reported": later("Reported"),
}
COMBINATION: dict[str, str] = {
    "latest": later("the newest counts"),
    "sum": later("added up, beside the targets of the same periods"),
    "mean": later("their mean"),
    "max": later("the highest counts"),
}
DIRECTION: dict[str, str] = {"up": later("Higher is better"), "down": later("Lower is better")}
GROUP: dict[str, str] = {
    "all": later("all"),
    "female": later("girls"),
    "male": later("boys"),
    "urban": later("urban"),
    "rural": later("rural"),
    "richest": later("richest"),
    "poorest": later("poorest"),
}
RESULT_RULE: dict[str, str] = {
    "no observation": later("Nothing has been observed yet."),
    "no target": later("No target is set, so there is nothing to judge against."),
    "no baseline": later("No baseline is stated, so progress cannot be worked out."),
    "nothing after the baseline": later("There is one comparable value only: nothing newer than the baseline."),
    "hold": later(
        "The level is to be held, or was reached from the start: judged is whether the newest value keeps it."
    ),
    "final target": later("The newest value has reached the final target."),
    "near the end": later(
        "The newest value is so near to a target of 0 or 100 percent that the target counts as reached."
    ),
    "pace": later("Judged by pace: the change since the baseline beside the change that was due by then."),
    "sum": later("Judged by sums: what the periods brought together, beside what their targets ask together."),
    "level due": later("Judged by levels: the level reached beside the one due that year."),
    "level of the baseline": later("The level is still that of the baseline, and a higher one is due."),
    "below the baseline": later("The level has fallen below that of the baseline."),
    "noise": later("The change since the baseline is no larger than the uncertainty of the values."),
    "growth rate": later(
        "Judged by growth rate: the yearly change since the baseline beside the one that is required."
    ),
    "reduction rate": later("Judged by rate of reduction: the yearly fall beside the one that is required."),
    "pace below zero": later("The value has moved away from the target since the baseline."),
}

# When an indicator has each status, in the order in which the first that fits decides; by the method "path".
RESULT_WHEN: dict[str, str] = {
    "no data": later("Nothing has been observed."),
    "no target": later("No target is set; the growth rate without a target is shown as a trend."),
    "cannot be calculated": later("There is no baseline, or no date: the reason is said."),
    "target met": later(
        "The newest value is at or past the final target, or within {tolerance} point of a target of 0 or 100 percent; "
        "a level to be held is kept, a percentage to within {hold} point."
    ),
    "one value only": later("There is no comparable value after the baseline."),
    "on track": later("At or past the expected value, or a pace of {on_track} or more."),
    "no clear change": later(
        "The change is no larger than the noise: half the wider interval, or without intervals {survey} points for a "
        "survey, {administrative} for administrative data and {estimate} for an estimate."
    ),
    "moving away": later(
        "The value has moved away from the target; or it has not moved as it should where the path asks for nothing "
        "better than the baseline yet; or a level to be held is lost."
    ),
    "progressing": later("A pace of {limited} or more, but below {on_track}."),
    "limited": later("A pace below {limited}."),
}
LIMIT: dict[str, str] = {
    "on_schedule_days": later("Days behind up to which an activity is on schedule"),
    "attention_days": later("Days behind up to which it needs attention"),
    "past_end_days": later("Days after the end from which it is past its end date"),
    "closing_days": later("Days after its end on which a reporting period closes"),
    "reporting_share": later("Part of what is due to report that a group needs for a word"),
    "mixed_share": later("Part behind or past its end from which a group is mixed"),
    "group_on_schedule": later("Part of what was due from which a group is on schedule"),
    "group_attention": later("Part of what was due from which a group needs attention"),
    "cash_ahead_points": later("Points by which reported cash may run ahead of delivery"),
    "on_track_pace": later("Pace from which an indicator is on track"),
    "limited_pace": later("Pace below which its progress is limited"),
    "hold_tolerance_percent": later("Points by which a held percentage may be worse than its level"),
    "extreme_tolerance_percent": later("Points from a target of 0 or 100 percent that count as met"),
    "noise_survey": later("Points of change in a survey that are noise"),
    "noise_administrative": later("Points of change in administrative data that are noise"),
    "noise_estimate": later("Points of change in an estimate that are noise"),
}

# Why there is no status, by any of the three methods: one sentence each, never lumped together.
RESULT_REASON: dict[str, str] = {
    **{key: RESULT_RULE[key] for key in ("no observation", "no target", "no baseline", "nothing after the baseline")},
    "no direction": later("Nobody said whether higher or lower is better."),
    "no target year": later("The target has no date."),
    "no year of the baseline": later("The baseline has no year."),
    "no year of the value": later("The newest value has no year."),
    "no points": later("The values of the years are not given, and a rate of reduction needs all of them."),
    "less than a year": later("There is less than a year between the baseline and the newest value."),
    "signs differ": later("The baseline and the value or the target lie on different sides of zero."),
    "target year not after the base": later("The target is not later than the baseline."),
    "nothing required": later("The target is the baseline itself, so no change is required."),
    "no score": later("None of the series could be judged."),
    "should rise": later("A rate of reduction says nothing where higher is better."),
    "no target above zero": later("A rate of reduction needs a target above zero."),
    "below zero": later("A value below zero has no rate of reduction."),
    "out of reach": later("The time is so short, or the values so far apart, that no yearly rate can be worked out."),
    "value rounds to zero": later("A value that rounds to zero has no rate of reduction."),
    "one value only": later("A rate needs values of two years or more."),
}

# Why an indicator stands as it does: the rule that gave a status, or the reason why there is none.
RESULT_SAID: dict[str, str] = RESULT_RULE | RESULT_REASON
