"""What the cells of the form accept while they are filled in: lists to choose from, limits, and a message for each."""

from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from monitoring.form import FormContent
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.reported_words import CHOICES
from spreadsheets.columns import CURRENCIES, Column, SheetOfForm

LISTS = "_lists"
TITLE_MOST, MESSAGE_MOST = 32, 255  # longer ones are refused by Excel
FIRST_DATE = date(2000, 1, 1)
MOST = 1_000_000_000_000


def write_lists(workbook: Workbook, content: FormContent) -> dict[str, str]:
    """Write the lists to a hidden sheet; where each stands, by field."""
    worksheet = workbook.add_worksheet(LISTS)
    places = {}
    for column, (field, words) in enumerate(_lists(content).items()):
        for row, word in enumerate(words):
            worksheet.write_string(row, column, word)
        letter = xl_col_to_name(column, col_abs=True)
        places[field] = f"={LISTS}!{letter}$1:{letter}${max(1, len(words))}"
    worksheet.hide()
    return places


def _lists(content: FormContent) -> dict[str, list[str]]:
    chosen = {field: [_(word) for word in words.values()] for field, words in CHOICES.items()}
    used = sorted({activity.currency for activity in content.activities} - {"", *CURRENCIES})
    return {
        **chosen,
        "currency": [*CURRENCIES, *used],
        "region": [name(region) for region in content.regions],
        "activity": [activity.code for activity in content.activities if activity.fillable or activity.notable],
        "indicator": [indicator.code for indicator in content.indicators],
    }


def add_limits(
    worksheet: Worksheet, form: SheetOfForm, first: int, last: int, lists: dict[str, str], content: FormContent
) -> None:
    """Set limits and messages on the columns to fill of a sheet, from row ``first`` to ``last`` (both from 0)."""
    for number, column in enumerate(form.fill, start=len(form.plan)):
        rule = _rule(column, lists, content)
        worksheet.data_validation(first, number, last, number, {**rule, **_messages(column, rule)})
    rule = {"validate": "list", "source": lists[form.plan[0].field]}
    worksheet.data_validation(first, 0, last, 0, {**rule, "error_type": "warning"})


def _rule(column: Column, lists: dict[str, str], content: FormContent) -> dict[str, Any]:
    if column.kind in ("choice", "region", "currency"):
        kind = "stop" if column.kind == "choice" else "warning"
        return {"validate": "list", "source": lists[column.field], "error_type": kind}
    if column.kind == "date":
        # A date may also be typed as a text that the upload understands: warn, and let it be.
        latest = content.period.ends if column.field == "as_of" else date(2100, 1, 1)
        between = {"criteria": "between", "minimum": FIRST_DATE, "maximum": latest}
        return {"validate": "date", **between, "error_type": "warning"}
    if column.kind in ("percent", "money"):
        most = 100 if column.kind == "percent" else MOST
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": most, "error_type": "stop"}
    if column.kind == "number":
        least = 0 if column.field in ("quantity", "denominator") else -MOST
        return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": MOST, "error_type": "stop"}
    return {"validate": "any"}


def _messages(column: Column, rule: dict[str, Any]) -> dict[str, str]:
    said = {"input_title": _(column.header)[:TITLE_MOST], "input_message": _(column.hint)[:MESSAGE_MOST]}
    if rule["validate"] == "any":
        return said
    return {**said, "error_title": said["input_title"], "error_message": said["input_message"]}
