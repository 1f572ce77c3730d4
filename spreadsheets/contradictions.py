"""Reports that contradict themselves, or sit oddly beside what is known: said when sent, not silently resolved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise

from monitoring.faults import Amount, Percent, Said, Word
from monitoring.form import FormActivity, LastFigure
from monitoring.language import later
from monitoring.reported_words import FIELDS, shown
from monitoring.sent_rows import ReportRow
from spreadsheets.columns import FIGURE_OF, FIGURES
from spreadsheets.read_row import ReadRow
from spreadsheets.read_table import HUNDRED, ReadTable

QUARTERS = 3
NOTHING_DONE = Decimal(0)
FAR = 5  # so many times the planned quantity are rather a year, an amount or a slip of the hand
SAY_WHY = Said(later("Say in Challenge why, or correct the figure."))
LESS = later("This is less than before: {before} on {day}.")
REASON = Said(later("Give the reason in Narrative or Challenge, or correct the figure."))


def check_contradictions(row: ReadRow, report: ReportRow, activity: FormActivity, ours: bool = False) -> None:
    """Note what cannot be true together as errors, and what is only unlikely as warnings.

    ``ours``: whether the row is one of our own form, whose cells held what was reported for the same day already.
    What is not understood contradicts nothing; the rest of its row does, so that all is said at once.
    """
    refused = row.read.refused_at(row.place)
    if "as_of" in refused:
        return
    own = FIGURE_OF[activity.measured_by]
    if not refused or refused.isdisjoint(FIGURES) or (own not in refused and getattr(report, own) is not None):
        _check_figures(row, report, activity)
    if activity.reported_on is not None and report.as_of < activity.reported_on:
        values = {"day": f"{activity.reported_on:%d.%m.%Y}"}
        what = Said(later("A later report is known already, of {day}."), values)
        row.fault("as_of", what, Said(later("Correct the day, or leave it: both are kept.")), "warning")
    if report.spent_cents is not None and refused.isdisjoint(("spent_cents", "currency")):
        _check_spending(row, report, activity)
    for field in (own, "spent_cents"):
        if ours and field not in refused and field not in report.silent_on:
            _check_emptied(row, report, activity.reported, field)


def _check_emptied(row: ReadRow, report: ReportRow, reported: ReportRow | None, field: str) -> None:
    """That a figure which was reported for the same day would be taken back: its cell is empty."""
    if reported is None or reported.as_of != report.as_of or row.given(field):
        return
    before = getattr(reported, field)
    if before is not None:
        values = {"before": shown(field, before)}
        allowed = Said(later("Write the figure, or leave the cell empty if it does not hold any more."))
        row.fault(
            field, Said(later("{before} was reported for this day, and the cell is empty."), values), allowed, "warning"
        )


def _check_figures(row: ReadRow, report: ReportRow, activity: FormActivity) -> None:
    share = _share(report, activity)
    before = _share(activity.last, activity) if activity.last and activity.last.on <= report.as_of else None
    if report.reported_status is not None:
        _check_status(row, report, before if share is None else share, activity)
    if share is not None and before is not None and activity.last is not None:
        if share < before:
            values = {"before": Percent(before), "day": f"{activity.last.on:%d.%m.%Y}"}
            row.fault(_figure(report), Said(LESS, values), REASON, "warning")
        elif share == before and share < HUNDRED:
            _check_unchanged(row, report, activity)
    if report.quantity is not None and activity.planned_quantity and report.quantity > FAR * activity.planned_quantity:
        planned = {"planned": activity.planned_quantity}
        what = Said(later("This is far more than planned: {planned} in all."), planned)
        row.fault("quantity", what, Said(later("Correct the figure, or leave it if it is true.")), "warning")


def check_undated(row: ReadRow, report: ReportRow, activity: FormActivity) -> None:
    """Note what cannot be true together on whatever day: of a row whose own day is not known."""
    share = _share(report, activity)
    if share is not None and report.reported_status is not None and not row.read.is_refused(row.place, FIGURES):
        _check_status(row, report, share, activity)


def check_order(reports: Iterable[tuple[ReadTable, ReportRow]], known: Mapping[str, FormActivity]) -> None:
    """Warn at each figure that is less than an earlier one of its activity in the same file, or stays the same, and at
    spending that goes down.
    """
    several: dict[str, list[tuple[ReadTable, ReportRow]]] = defaultdict(list)
    for read, report in reports:
        several[report.activity].append((read, report))
    for code, of_one in several.items():
        if len(of_one) > 1:
            of_one.sort(key=lambda one: one[1].as_of)
            _check_one_after_another(of_one, [_share(report, known[code]) for _, report in of_one])
            _check_spent_one_after_another(of_one)


def _check_one_after_another(reports: list[tuple[ReadTable, ReportRow]], shares: list[Decimal | None]) -> None:
    same: set[tuple[int, int]] = set()  # the quarters in which the figure stayed what it is
    for ((_, before), (read, report)), (earlier, share) in zip(pairwise(reports), pairwise(shares), strict=True):
        if share is None or earlier is None or share > earlier or share == earlier >= HUNDRED:
            same = set()
        elif share < earlier:
            same = set()
            values = {"before": Percent(earlier), "day": f"{before.as_of:%d.%m.%Y}"}
            read.fault(_place(read, report), _figure(report), Said(LESS, values), REASON, "warning")
        else:
            same |= {_quarter(before.as_of), _quarter(report.as_of)}
            if len(same) >= QUARTERS:
                read.fault(_place(read, report), _figure(report), _unchanged(len(same)), SAY_WHY, "warning")


def _check_spent_one_after_another(reports: list[tuple[ReadTable, ReportRow]]) -> None:
    spent = [(read, report) for read, report in reports if report.spent_cents is not None]
    for (_, before), (read, report) in pairwise(spent):
        earlier, now = before.spent_cents or 0, report.spent_cents or 0
        if now < earlier and before.currency == report.currency:
            values = {"before": _money(earlier, before.currency), "day": f"{before.as_of:%d.%m.%Y}"}
            read.fault(_place(read, report), "spent_cents", Said(LESS, values), REASON, "warning")


def _place(read: ReadTable, report: ReportRow) -> int:
    return report.row - 1 - read.table.sheet.first_row


def _figure(report: ReportRow) -> str:
    return next(name for name in ("stage", "quantity", "share") if getattr(report, name) is not None)


def _check_unchanged(row: ReadRow, report: ReportRow, activity: FormActivity) -> None:
    quarters = activity.unchanged | {_quarter(report.as_of)}
    if len(quarters) >= QUARTERS:
        row.fault(_figure(report), _unchanged(len(quarters)), SAY_WHY, "warning")


def _unchanged(quarters: int) -> Said:
    return Said(later("This has not changed for {n} quarters."), {"n": str(quarters)})


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def _check_status(row: ReadRow, report: ReportRow, share: Decimal | None, activity: FormActivity) -> None:
    said, status = share if share is not None else NOTHING_DONE, report.reported_status
    if not (
        (status == "completed" and said < HUNDRED)
        or (status == "not started" and said > 0)
        or (status == "ongoing" and said >= HUNDRED)
    ):
        return
    values = {"share": Percent(said)}
    if share is None and report.reported_status == "completed":
        figure = {"column": Word(FIELDS[FIGURE_OF[activity.measured_by]])}
        allowed = Said(later("Write in the column {column} that all is done, or correct the status."), figure)
        row.fault("reported_status", Said(later("Completed, and no figure says how far it is.")), allowed)
        return
    if report.reported_status == "completed":
        allowed = Said(later("Completed goes with 100 percent: correct the status or the figure."))
        row.fault("reported_status", Said(later("Completed, at {share}."), values), allowed)
    elif report.reported_status == "not started":
        allowed = Said(later("Not started goes with 0: correct the status or the figure."))
        row.fault("reported_status", Said(later("Not started, at {share}."), values), allowed)
    else:
        allowed = Said(later("Completed goes with 100 percent: correct the status or the figure."))
        row.fault("reported_status", Said(later("Ongoing, at {share}."), values), allowed)


def _check_spending(row: ReadRow, report: ReportRow, activity: FormActivity) -> None:
    """Spending that goes down, or beyond what was released; both in one currency."""
    spent, currency = report.spent_cents or 0, activity.spent_currency
    before, day = activity.spent_cents, activity.spent_on
    known = before is not None and day is not None and report.currency == currency and day <= report.as_of
    if known and before is not None and spent < before:
        values = {"before": _money(before, currency), "day": f"{day:%d.%m.%Y}"}
        row.fault("spent_cents", Said(LESS, values), REASON, "warning")
    released, funds = activity.released_cents, currency or activity.currency
    if released is not None and spent and report.currency not in ("", funds):
        what = Said(later("The funds of this activity are in {currency}, and this is not."), {"currency": funds})
        allowed = Said(later("Correct the currency, or leave it: it cannot be compared with what was released."))
        row.fault("currency" if row.given("currency") else "spent_cents", what, allowed, "warning")
    if released is not None and report.currency == funds and spent > released:
        most = {"released": _money(released, report.currency)}
        what = Said(later("This is more than was released: {released}."), most)
        allowed = Said(later("Correct the amount, or say in Narrative where it is from."))
        row.fault("spent_cents", what, allowed, "warning")


def _money(cents: int, currency: str) -> Amount:
    return Amount(Decimal(cents) / 100, currency)


def _share(said: ReportRow | LastFigure, activity: FormActivity) -> Decimal | None:
    """The percent that a report or a last figure stands for; None for words alone."""
    if said.stage is not None:
        return Decimal(said.stage)
    if said.quantity is not None and activity.planned_quantity:
        return min(HUNDRED, said.quantity * 100 / activity.planned_quantity)
    return said.share
