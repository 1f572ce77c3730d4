"""Check the sheet of activities: each filled row becomes a progress report, or its faults are listed."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from monitoring.form import CLOSED, FormActivity, FormContent
from monitoring.language import later
from monitoring.reported_words import FIELDS
from monitoring.upload import CellProblem, ReportRow, Said, Word
from monitoring.wording import MEASURE
from spreadsheets.codes import Codes
from spreadsheets.columns import FIGURE_OF
from spreadsheets.contradictions import check_contradictions
from spreadsheets.row_values import RowValues, Seen

TEXTS = ("narrative", "challenge", "next_step", "support_asked", "support_from", "evidence")
FIGURES = ("share", "stage", "quantity")
CHOSEN = ("reported_status", "rating", "cause", "waiting_for")
EARLIEST = timedelta(days=366)
_CURRENCY = {"column": Word(FIELDS["currency"])}
UNKNOWN = Said(later("There is no such activity in the plan of this period."))


def check_reports(
    rows: Iterable[RowValues], content: FormContent, today: date, seen: Seen
) -> tuple[list[ReportRow], list[CellProblem]]:
    """The reports of the rows without a fault, and all faults; ``seen`` grows by the rows."""
    activities = {activity.code: activity for activity in content.activities}
    codes = Codes(own=tuple(activities), others=tuple(content.elsewhere))
    reports: list[ReportRow] = []
    problems: list[CellProblem] = []
    for row in rows:
        activity = _activity(row, codes, activities, content)
        report = _report(row, activity, content, today)
        if report is not None:
            _refuse_twice(row, report, seen)
        if report is not None and not row.problems:
            reports.append(report)
        problems += row.problems
    return reports, problems


def _activity(
    row: RowValues, codes: Codes, activities: Mapping[str, FormActivity], content: FormContent
) -> FormActivity | None:
    code = codes.of(row, UNKNOWN)
    if code is None:
        return None
    activity = activities.get(code)
    if activity is None or activity.part == "supports":
        what = Said(later("{partner} leads this activity and reports on it."), {"partner": content.elsewhere[code]})
        row.fault("activity", what, Said(later("Clear what is filled in in this row.")))
        return None
    if activity.state in CLOSED:
        what = Said(later("A signed amendment has closed this activity."))
        row.fault("activity", what, Said(later("Clear what is filled in in this row.")))
        return None
    return activity


def _report(row: RowValues, activity: FormActivity | None, content: FormContent, today: date) -> ReportRow | None:
    """The report of a row; None when its activity or date is not known. Faults are noted in the row."""
    figures = _figures(row, activity)
    as_of = _as_of(row, activity, content, today)
    chosen = {name: row.choice(name) for name in CHOSEN}
    texts: dict[str, Any] = {name: row.text(name) for name in TEXTS}
    next_step_on = row.day("next_step_on")
    money = _money(row)
    if activity is None or as_of is None:
        return None
    report = ReportRow(
        activity=activity.code,
        as_of=as_of,
        next_step_on=next_step_on,
        illustrative=activity.illustrative,
        sheet=row.table.sheet.name,
        row=row.table.sheet.first_row + row.row + 1,
        **figures,
        **chosen,
        **texts,
        **money,
    )
    understood = all(figures.get(name) is not None for name in FIGURES if name in row.filled)
    if understood and report != activity.reported:  # what counts already was let in before
        check_contradictions(row, report, activity)
    return report


def _figures(row: RowValues, activity: FormActivity | None) -> dict[str, Any]:
    """Percent, stage or quantity, of which one applies to the activity."""
    read = {"share": row.percent, "stage": row.choice, "quantity": row.amount}
    if activity is None:
        return {name: take(name) for name, take in read.items()}
    applies = FIGURE_OF[activity.measured_by]
    for name in read:
        if name != applies and name in row.filled:
            values = {
                "measure": Word(MEASURE[activity.measured_by]),
                "column": Word(FIELDS[applies]),
            }
            what = Said(later("This activity is measured by: {measure}."), values)
            row.fault(name, what, Said(later("Write it in the column {column}, and clear this cell."), values))
    figure = read[applies](applies)
    if activity.measured_by == "event" and figure not in (None, 0, 100):
        allowed = Said(later("Write 100 when it took place, else 0."))
        row.fault("share", Said(later("This is an event: it took place or not.")), allowed)
    return {applies: figure}


def _as_of(row: RowValues, activity: FormActivity | None, content: FormContent, today: date) -> date | None:
    if "as_of" not in row.filled:
        return min(content.period.ends, today)
    as_of = row.day("as_of")
    if as_of is None:
        return None
    latest = min(content.period.ends, today)
    allowed = Said(later("Write a day up to {latest}."), {"latest": f"{latest:%d.%m.%Y}"})
    if as_of > today:
        row.fault("as_of", Said(later("This day is in the future.")), allowed)
    elif as_of > content.period.ends:
        row.fault("as_of", Said(later("This day is after the end of the period.")), allowed)
    elif activity is not None and as_of < activity.starts - EARLIEST:
        values = {"starts": f"{activity.starts:%d.%m.%Y}"}
        row.fault("as_of", Said(later("This is long before the activity begins, on {starts}."), values), allowed)
    return as_of


def _money(row: RowValues) -> dict[str, Any]:
    """What was spent, in cents, with its currency; a currency alone says nothing."""
    spent = row.amount("spent_cents")
    if spent is None:
        return {}
    currency = row.text("currency").upper()
    three_letters = Said(later("Write three letters, such as USD or TMT, in the column {column}."), _CURRENCY)
    if not currency:
        row.fault("spent_cents", Said(later("The currency of this amount is missing.")), three_letters)
    elif len(currency) != 3 or not (currency.isascii() and currency.isalpha()):
        row.fault("currency", Said(later("This is no currency.")), three_letters)
    if (spent * 100) % 1:
        row.fault("spent_cents", Said(later("This has more than two decimals.")), Said(later("Write it to the cent.")))
    return {"spent_cents": int((spent * 100).to_integral_value()), "currency": currency}


def _refuse_twice(row: RowValues, report: ReportRow, seen: Seen) -> None:
    place = row.table.sheet.address(row.row, row.table.columns["activity"])
    first = seen.setdefault((report.activity, report.as_of.isoformat()), f"{report.sheet}!{place}")
    if first != f"{report.sheet}!{place}":
        values = {"cell": first, "day": f"{report.as_of:%d.%m.%Y}"}
        what = Said(later("The same activity and date ({day}) stand in {cell} too."), values)
        row.fault("activity", what, Said(later("Keep one of the two rows.")))
