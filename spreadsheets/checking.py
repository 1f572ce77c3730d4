"""Check a filled form: all its faults at once, each at its cell, or the rows that may be saved."""

from datetime import date

from monitoring import errors
from monitoring.form import FormContent
from monitoring.upload import Checked, ObservationRow, ReportRow
from spreadsheets.checking_observations import check_observations
from spreadsheets.checking_reports import check_reports
from spreadsheets.columns import ACTIVITIES
from spreadsheets.marker import marker
from spreadsheets.row_values import Seen, filled_rows
from spreadsheets.tables import find, foreign_columns, unread
from spreadsheets.workbook import Workbook


def check(workbook: Workbook, content: FormContent, today: date) -> Checked:
    """The reports and observations of a workbook, or its faults. ``today`` is the day in Ashgabat.

    Rows without an entry are passed over. Raises NotTheForm, FormOfAnotherPartner or FormOfAnotherPeriod when the
    file is not what was asked for.
    """
    _refuse_another(workbook, content)
    reports: list[ReportRow] = []
    observations: list[ObservationRow] = []
    tables = find(workbook)
    codes = (*(one.code for one in content.activities), *content.elsewhere, *(one.code for one in content.indicators))
    problems = unread(workbook, codes)
    seen: Seen = {}
    for table in tables:
        problems += foreign_columns(table)
        rows = filled_rows(table)
        if table.form is ACTIVITIES:
            found, faults = check_reports(rows, content, today, seen)
            reports += found
        else:
            observed, faults = check_observations(rows, content, today, seen)
            observations += observed
        problems += faults
    return Checked(
        partner=content.partner.code,
        period=content.period.code,
        reports=tuple(reports),
        observations=tuple(observations),
        problems=tuple(problems),
    )


def _refuse_another(workbook: Workbook, content: FormContent) -> None:
    mark = marker(workbook)
    if mark is None:
        return
    if mark.partner != content.partner.code:
        raise errors.FormOfAnotherPartner(found=mark.partner, expected=content.partner.code)
    if mark.period != content.period.code:
        raise errors.FormOfAnotherPeriod(found=mark.period, expected=content.period.code)
