"""Check a filled file: all its faults at once, each at its cell, and the rows that may be saved."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, TypeVar

from monitoring import file_errors
from monitoring.collecting import without_collecting
from monitoring.faults import CellProblem, Said
from monitoring.form import PlanContent
from monitoring.language import later
from monitoring.mapping import ColumnMapping
from monitoring.steps import Step, unseen
from monitoring.upload import Checked
from spreadsheets.below_table import without_signatures
from spreadsheets.checking_observations import CheckingObservations
from spreadsheets.checking_reports import CheckingReports, Days
from spreadsheets.columns import ACTIVITIES
from spreadsheets.finding_tables import find
from spreadsheets.headers import foreign_columns, scale_above, unmapped_columns, unread
from spreadsheets.headings_above import headings_joined
from spreadsheets.marker import Marker, marker
from spreadsheets.other_periods import of_another_period
from spreadsheets.plan.marker import is_plan
from spreadsheets.read_row import Seen
from spreadsheets.read_table import ReadTable
from spreadsheets.steps import Steps
from spreadsheets.tables import Table
from spreadsheets.unread_lines import lines_beside
from spreadsheets.workbook import Workbook

R = TypeVar("R")


def check(
    workbook: Workbook,
    content: PlanContent,
    today: date,
    as_of: date | None = None,
    mapping: ColumnMapping | None = None,
    step: Step = unseen,
) -> Checked:
    """The reports, notes and observations of a workbook, and its faults.

    ``today`` is the day in Ashgabat; ``as_of`` the day of a report that says none: without it, of our own form, the
    end of its period. Rows without an entry are passed over. ``step`` is told how far it is. Raises NotTheForm,
    PlanInstead, FormOfAnotherPartner or FormOfAnotherPeriod when the file is not what was asked for.
    """
    with without_collecting():
        return _check(workbook, content, today, as_of, mapping, step)


def _check(
    workbook: Workbook,
    content: PlanContent,
    today: date,
    as_of: date | None,
    mapping: ColumnMapping | None,
    step: Step,
) -> Checked:
    mark = marker(workbook)
    if is_plan(workbook):
        raise file_errors.PlanInstead(file=workbook.name)
    _refuse_another(mark, content)
    latest = min(content.period.ends, today)
    if as_of is None and mark is not None:
        as_of = latest
    seen: Seen = {}
    reports = CheckingReports(content, Days(as_of, latest, today), seen, mark)
    observations = CheckingObservations(content, today, seen, mark)
    if mapping is None and mark is None:
        workbook = headings_joined(workbook, as_of)
    tables = find(workbook, mapping)
    own = [one.code for one in (*content.activities, *content.earlier)]
    codes = (*own, *content.elsewhere, *(one.code for one in content.indicators))
    problems = unread(workbook, tables, codes)
    steps = Steps(step, [len(found.sheet.rows) for found in tables])
    problems += unmapped_columns(mapping, tables) if mapping is not None else []
    read: list[ReadTable] = []
    for found in tables:
        below, table = without_signatures(found, codes)
        beside, table = foreign_columns(table) if mapping is None else ([], table)
        problems += beside + below + scale_above(table)
        problems += of_another_period(table, as_of) if mark is None else []
        one = ReadTable(table, workbook, steps)
        problems += _hidden(one) + _hidden_columns(one)
        problems += lines_beside(one, codes)
        (reports if table.form is ACTIVITIES else observations).check(one)
        read.append(one)
    reports.check_order()
    for one in read:
        problems += [said for place in sorted(one.problems) for said in sorted(one.problems[place], key=_column)]
    problems = list({_said_once(one): one for one in reversed(problems)}.values())[::-1]
    # A row may turn out to contradict one that stands further down, or on another sheet.
    out = {id(one) for table in read for one in table.contradicted}
    taken = _without(reports.reports, out)
    return Checked(
        partner=content.partner.code if content.partner else "",
        period=content.period.code,
        reports=taken,
        observations=_without(observations.observations, out),
        notes=_without(reports.notes, out),
        problems=tuple(problems),
        made_on=mark.known_on if mark else None,
        leads=_leads(content, taken),
    )


def _without(rows: Sequence[R], out: Collection[int]) -> tuple[R, ...]:
    """The rows that are not among some, by their identity: two may say the same."""
    return tuple(one for one in rows if id(one) not in out) if out else tuple(rows)


def _column(problem: CellProblem) -> tuple[int, str]:
    """Faults of a row stand as its cells do, from left to right."""
    letters = problem.cell.rstrip("0123456789")
    return len(letters), letters


def _said_once(problem: CellProblem) -> tuple[object, ...]:
    """What tells a fault from others: a cell over several rows may have the same one for each of them."""
    values = sorted((name, str(value)) for name, value in problem.what.values.items())
    return problem.sheet, problem.cell, problem.what.text, problem.level, *values


def _leads(content: PlanContent, reports: Sequence[Any]) -> dict[str, str]:
    """The partner that each reported activity is led by."""
    lead = {activity.code: activity.lead for activity in (*content.activities, *content.earlier)}
    return {report.activity: lead[report.activity] for report in reports}


def _hidden(read: ReadTable) -> list[CellProblem]:
    """That rows, or a whole sheet, which the sender does not see are read as well."""
    table: Table = read.table
    if table.sheet.unseen and read.places:
        filled = {"n": str(len(read.places))}
        what = Said(later("This sheet is hidden, and it is read too: {n} of its rows are filled in."), filled)
        allowed = Said(later("Look at it, or delete the sheet."))
        return [table.problem(read.places[0], table.identity, what, allowed, "warning")]
    hidden = [place for place in read.places if place in table.sheet.hidden]
    if not hidden:
        return []
    what = Said(later("Hidden rows are read too: {n} of them are filled in."), {"n": str(len(hidden))})
    allowed = Said(later("Look at them, or delete what is in them."))
    return [table.problem(hidden[0], table.identity, what, allowed, "warning")]


def _hidden_columns(read: ReadTable) -> list[CellProblem]:
    """That columns which the sender does not see are read as well."""
    table = read.table
    what = Said(later("This column is hidden, and it is read too."))
    allowed = Said(later("Look at it, or delete what is in it."))
    return [
        CellProblem(
            table.sheet.name, table.sheet.address(table.header, place), table.name_of(place), what, allowed, "warning"
        )
        for field, place in table.columns.items()
        if place in table.sheet.hidden_columns
        and field in table.form.kinds
        and field not in table.form.untouched
        and any(cell != "" for cell in read.cells(field))
    ]


def _refuse_another(mark: Marker | None, content: PlanContent) -> None:
    if mark is None or content.partner is None:
        return
    if mark.partner and mark.partner != content.partner.code:
        raise file_errors.FormOfAnotherPartner(found=mark.partner, expected=content.partner.code)
    if mark.period and mark.period != content.period.code:
        raise file_errors.FormOfAnotherPeriod(found=mark.period, expected=content.period.code)
