"""One report as a row: its value, and what is said of it, in accord with how it will be judged."""

from datetime import date, timedelta
from random import Random

from benchmarks.plan import wording
from benchmarks.plan.activities import PERIODS, Activity
from benchmarks.plan.calendar import AS_OF
from benchmarks.plan.money import Money
from monitoring.delivery import Report, judge
from monitoring.status import Delivery

Row = dict[str, object]
CAUSES = ("approval", "approval", "partner", "data", "external")


def report_row(activity: Activity, money: Money, submission: str, day: date, value: int | None) -> Row:
    """The report of an activity at a day, brought by a submission; ``value`` None: in words only."""
    if value is None:
        report = activity.report_on(day)
        share = (report.share or 0.0) if report else 0.0
    else:
        share = activity.share(value)
    status = judge(activity.plan_on(day), Report(day, share), day, PERIODS).status
    column = {"stages": "stage", "quantity": "quantity"}.get(activity.title["measured_by"], "share")
    row: Row = {"submission": submission, "activity": activity.code, "as_of": day}
    row |= {"share": "", "stage": "", "quantity": ""} | ({} if value is None else {column: value})
    row |= {
        "reported_status": _reported_status(activity, day, share),
        "rating": _rating(activity, day, status, share),
        "narrative": wording.narrative(activity.title, status, value),
        **_delay(activity, day, status),
        "evidence": wording.EVIDENCE[activity.title["measured_by"]] if share >= 1 else "",
        "spent_cents": money.spent(day, share),
        "currency": "USD",
        "illustrative": "yes",
    }
    return row


def _reported_status(activity: Activity, day: date, share: float) -> str:
    newest = activity.report_on(AS_OF[activity.year])
    is_last = newest is not None and newest.as_of == day
    if is_last and activity.kind == "cancel":
        return "proposed for cancellation"
    if is_last and activity.kind == "carry over":
        return "proposed for carry-over"
    if share >= 1:
        return "completed"
    return "ongoing" if share > 0 else "not started"


def _rating(activity: Activity, day: date, status: Delivery, share: float) -> str:
    if activity.wanted.role == "disagrees" and day == AS_OF[activity.year]:
        return "constrained" if status is Delivery.ON_SCHEDULE else "on track"
    if Random(f"{activity.code} {day} rated").random() < 0.04:
        return "no status"
    return wording.rating(status, share)


def _delay(activity: Activity, day: date, status: Delivery) -> Row:
    """Challenge, cause and what follows, for a report that is not as planned; else empty cells."""
    columns = ("challenge", "cause", "waiting_for", "next_step", "next_step_on", "support_asked", "support_from")
    if status not in wording.TROUBLE:
        return dict.fromkeys(columns, "")
    random = Random(f"{activity.code} delay")
    role = activity.wanted.role
    cause = role if role in wording.DELAYS else random.choice(CAUSES)
    said = wording.DELAYS[cause]
    return {
        "challenge": said.challenge,
        "cause": cause,
        "waiting_for": cause,
        "next_step": said.next_step,
        "next_step_on": day + timedelta(days=random.randint(20, 60)),
        "support_asked": said.support_asked,
        "support_from": said.support_from or wording.SECTIONS[activity.title["area"]],
    }
