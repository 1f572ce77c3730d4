"""What it would take to be on schedule again."""

from datetime import date, timedelta

from monitoring.planned import Plan, planned_share
from monitoring.thresholds import Thresholds


def needed(plan: Plan, on: date, limits: Thresholds = Thresholds()) -> float | None:
    """The smallest share (0 to 1) that a report for a day may state for the activity to be on schedule on that day.

    On schedule means at most so many days behind; so it is what the plan asked for that many days before. None once the
    end is past: then it takes completing it, or a signed extension.
    """
    if on > plan.ends:
        return None
    return planned_share(plan, on - timedelta(days=limits.on_schedule_days))
