"""One activity judged: which status, from which numbers, by which rule. The vectorised twin is delivery_table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitoring.periods import Period, last_closed_under_way, quarter_end
from monitoring.planned import PLACES, Plan, days_behind, planned_share
from monitoring.status import Delivery
from monitoring.thresholds import Thresholds

NEVER_LATE = (
    Delivery.COMPLETED,
    Delivery.CANCELLED,
    Delivery.CARRIED_OVER,
    Delivery.POSTPONED,
    Delivery.NOT_YET_DUE,
)
WITHOUT_REPORT = (
    Delivery.NO_REPORT,
    Delivery.REPORT_NOT_DUE,
    Delivery.NOT_YET_DUE,
    Delivery.CANCELLED,
    Delivery.CARRIED_OVER,
    Delivery.POSTPONED,
)


@dataclass(frozen=True)
class Report:
    """The report that counts for an activity: its date and the delivered share (0 to 1) it leaves.

    ``share`` None: only words so far. ``verified``: a reviewer named the evidence.
    """

    as_of: date
    share: float | None
    verified: bool = False
    rating: str | None = None


@dataclass(frozen=True)
class Judgement:
    """A status with its working. Shares between 0 and 1; days whole; ``rule`` is a key, translated when shown.

    ``limit`` is the one of ``thresholds`` that decided, in days; None where none did.
    """

    status: Delivery
    rule: str
    delivered: float | None
    planned_at_report: float | None
    planned_now: float
    days_behind: int | None
    days_past_end: int
    report_late: bool
    report_due: bool
    disagrees: bool
    limit: int | None = None
    thresholds: Thresholds = Thresholds()


def judge(
    plan: Plan,
    report: Report | None,
    as_of: date,
    periods: Sequence[Period],
    thresholds: Thresholds = Thresholds(),
) -> Judgement:
    """Judge one activity as of a day; source: progress-method.md, "Delivery: one activity", first line that fits.

    ``report`` is the newest one dated on or before ``as_of``; ``periods`` are all reporting periods.
    """
    share = round(report.share or 0.0, PLACES) if report else 0.0
    behind = days_behind(plan, share, report.as_of) if report else None
    closed = last_closed_under_way(periods, plan.starts, plan.ends, plan.signed_on, as_of)
    status, rule, limit = _first_that_fits(plan, report, share, behind, closed, as_of, thresholds)
    return Judgement(
        status=status,
        rule=rule,
        limit=limit,
        delivered=share if report else None,
        planned_at_report=planned_share(plan, report.as_of) if report else None,
        planned_now=planned_share(plan, as_of),
        days_behind=behind,
        days_past_end=max(0, (as_of - plan.ends).days),
        report_late=_late(report, closed, status),
        report_due=closed is not None,
        disagrees=disagrees(report.rating if report else None, status, share),
        thresholds=thresholds,
    )


def _first_that_fits(
    plan: Plan,
    report: Report | None,
    share: float,
    behind: int | None,
    closed: Period | None,
    as_of: date,
    limits: Thresholds,
) -> tuple[Delivery, str, int | None]:
    past_end = (as_of - plan.ends).days
    if plan.state != "active":
        return Delivery(plan.state), "amendment", None
    if report and share >= 1:
        return Delivery.COMPLETED, "verified" if report.verified else "reported", None
    if past_end > limits.past_end_days:
        return Delivery.PAST_END, "end passed", limits.past_end_days
    if as_of < plan.starts and share == 0:
        return Delivery.NOT_YET_DUE, "before start", None
    if report is None or behind is None:
        if closed:
            return Delivery.NO_REPORT, "period closed", None
        return Delivery.REPORT_NOT_DUE, "no period closed", None
    if behind <= limits.on_schedule_days and past_end <= 0:
        return Delivery.ON_SCHEDULE, "days behind", limits.on_schedule_days
    if past_end > 0:
        return Delivery.NEEDS_ATTENTION, "end just passed", limits.past_end_days
    if behind <= limits.attention_days:
        return Delivery.NEEDS_ATTENTION, "days behind", limits.attention_days
    if plan.precision == "quarter" and as_of <= quarter_end(plan.ends):
        return Delivery.NEEDS_ATTENTION, "last quarter not over", limits.attention_days
    return Delivery.BEHIND, "days behind", limits.attention_days


def _late(report: Report | None, closed: Period | None, status: Delivery) -> bool:
    if closed is None or status in NEVER_LATE:
        return False
    return report is None or report.as_of < closed.starts


def disagrees(rating: str | None, status: Delivery, share: float) -> bool:
    """Whether the rating a person reported and the computed status contradict each other."""
    if rating is None or rating == "no status":
        return False
    if status in WITHOUT_REPORT:
        return False
    agreeing: dict[str, tuple[Delivery, ...]] = {
        "met": (Delivery.COMPLETED,),
        "on track": (Delivery.ON_SCHEDULE,),
        "constrained": (Delivery.NEEDS_ATTENTION, Delivery.BEHIND, Delivery.PAST_END),
        "no progress": (Delivery.BEHIND, Delivery.PAST_END),
    }
    if status not in agreeing[rating]:
        return True
    return rating == "no progress" and share > 0
