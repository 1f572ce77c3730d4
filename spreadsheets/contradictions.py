"""Reports that contradict themselves, or what was reported before: faults when sent, not silently resolved."""

from decimal import Decimal

from monitoring.form import FormActivity
from monitoring.language import later
from monitoring.upload import ReportRow, Said
from spreadsheets.row_values import RowValues

HUNDRED = Decimal(100)
REASON = Said(later("Give the reason in Narrative or Challenge, or correct the figure."))


def check_contradictions(row: RowValues, report: ReportRow, activity: FormActivity) -> None:
    """Note what cannot be true together: status and share, and totals that go down without a reason."""
    share = _share(report, activity)
    before = _share(activity.last, activity) if activity.last and activity.last.on <= report.as_of else None
    _check_status(row, report, before if share is None else share)
    if report.narrative or report.challenge:
        return
    if share is not None and before is not None and activity.last is not None and share < before:
        values = {"before": _percent(before), "day": f"{activity.last.on:%d.%m.%Y}"}
        figure = next(name for name in ("stage", "quantity", "share") if getattr(report, name) is not None)
        row.fault(figure, Said(later("This is less than before: {before} on {day}."), values), REASON)
    _check_spending(row, report, activity)


def _check_status(row: RowValues, report: ReportRow, share: Decimal | None) -> None:
    said = share if share is not None else Decimal(0)
    values = {"share": _percent(said)}
    if report.reported_status == "completed" and said < HUNDRED:
        allowed = Said(later("Completed goes with 100 %: correct the status or the figure."))
        row.fault("reported_status", Said(later("Completed, at {share}."), values), allowed)
    elif report.reported_status == "not started" and said > 0:
        allowed = Said(later("Not started goes with 0: correct the status or the figure."))
        row.fault("reported_status", Said(later("Not started, at {share}."), values), allowed)
    elif report.reported_status == "ongoing" and said >= HUNDRED:
        allowed = Said(later("Completed goes with 100 percent: correct the status or the figure."))
        row.fault("reported_status", Said(later("Ongoing, at {share}."), values), allowed)


def _check_spending(row: RowValues, report: ReportRow, activity: FormActivity) -> None:
    before, day = activity.spent_cents, activity.spent_on
    if report.spent_cents is None or before is None or day is None or report.currency != activity.spent_currency:
        return
    if report.spent_cents < before and day <= report.as_of:
        values = {"before": f"{Decimal(before) / 100:,.2f} {activity.spent_currency}", "day": f"{day:%d.%m.%Y}"}
        row.fault("spent_cents", Said(later("This is less than before: {before} on {day}."), values), REASON)


def _share(said: object, activity: FormActivity) -> Decimal | None:
    """The percent that a report or a last figure stands for; None for words alone."""
    stage, quantity = getattr(said, "stage", None), getattr(said, "quantity", None)
    if stage is not None:
        return Decimal(stage)
    if quantity is not None and activity.planned_quantity:
        return min(HUNDRED, Decimal(quantity) * 100 / activity.planned_quantity)
    share: Decimal | None = getattr(said, "share", None)
    return share


def _percent(share: Decimal) -> str:
    return f"{round(share, 1).normalize():f} %"
