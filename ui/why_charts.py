"""How the figures of each kind of chart come about, in a sentence or two for a reader who asks."""

from monitoring import why
from monitoring.language import gettext as _
from monitoring.thresholds import Thresholds


def bullets() -> str:
    """Delivered beside planned, for groups of activities."""
    return _(
        "Each bar is the whole plan. The blue part is what the newest report of each activity says is delivered; the "
        "tick is what the plan asked for on the days of those reports, so that late reports do not look like late "
        "work. Hatched is the part of the plan whose report was due and has not come."
    )


def statuses(held: Thresholds) -> str:
    """Activities by status."""
    counted = _(
        "Each activity counts once, by the status that its newest report gives it. Why one has its status stands "
        "beside it in the list of activities; a click on a part of the bar opens that list."
    )
    return f"{counted} {why.limits_of_activities('days behind', held)}"


def goals() -> str:
    """Delivery and results of goals."""
    return _(
        "Left: what is delivered of the activities that serve the goal. Right: its indicators, each judged by its "
        "newest value on the way from its baseline to its target. The two are never averaged: activities can be on "
        "time while children see no change yet, and the other way round."
    )


def over_time() -> str:
    """Delivered and planned over time."""
    return _(
        "The blue steps add up what the reports of each day state as delivered. The grey line is what the plan asked "
        "for by that day; dashed, where it was signed otherwise at first. Hatched: the plan had asked for it, but no "
        "report has come."
    )


def activity() -> str:
    """The course of one activity."""
    return _(
        "The grey line is the plan: straight from start to end, or by its milestones. The blue steps are what each "
        "report states as delivered. Days behind are counted from the day on which the plan had reached the reported "
        "share."
    )


def indicator() -> str:
    """An indicator over the years."""
    return _(
        "Dots are published values of one series; hollow dots are other series, which are never compared with it. The"
        " dashed line is the path from the baseline to the target. Whiskers show how sure a survey is of its value."
    )


def regions() -> str:
    """Delivery by region."""
    return _(
        "The dot is what is delivered of the activities in a region, the tick what the plan asked for on the days of "
        "their reports. An activity in several regions counts in each, so the rows do not add up. National are the "
        "activities that name no region."
    )


def money() -> str:
    """Money beside delivery."""
    return _(
        "Planned is what the plans in force name, funded and released what had moved by the reporting date, reported "
        "as spent what the newest reports state for all funds together. Beside it stands the delivered share of the "
        "same activities. Amounts of different currencies are never added."
    )


def outstanding() -> str:
    """Direct cash by age."""
    return _(
        "Direct cash that was released and is not reported yet. What is reported is set against the oldest release "
        "first; the age counts whole months from the release to the reporting date."
    )


def timeline() -> str:
    """When activities run and how far they are."""
    return _(
        "The pale bar is the plan from start to end, the dark part of it the share that the newest report states as "
        "delivered. A hollow tick is the end that was signed first, where an amendment moved it. The mark is the "
        "status; why an activity has it stands on its own page, which a click opens."
    )


def moves() -> str:
    """From which status to which."""
    return _(
        "Each activity that was in the plan at both dates counts once, in the row of the status it had and the column"
        " of the status it has. Above the diagonal it is worse than before, below it better. A click on a number "
        "lists them."
    )


def punctuality() -> str:
    """Who has reported and how late."""
    return _(
        "A report is due in a period from each activity that was under way in it. It counts as in when its date lies "
        "in the period. Days late are counted from the closing day of the period to the first submission that counts."
    )


def groups() -> str:
    """Groups of children on one line."""
    return _("The newest published values of one survey and date, for the groups of children that it tells apart.")
