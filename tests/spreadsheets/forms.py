"""A small form content made by hand, and forms filled in with another library than the one that wrote them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl

from monitoring.form import (
    FormActivity,
    FormContent,
    FormIndicator,
    FormPartner,
    FormPeriod,
    InThreeLanguages,
    LastFigure,
)
from monitoring.upload import Checked
from spreadsheets import checking, form, reading

TODAY = date(2025, 10, 10)
ENDS = date(2025, 9, 30)
HEADER = 4
PLANNED = {"lead": "MOE", "starts": date(2025, 1, 1), "ends": date(2025, 12, 31), "currency": "USD"}
JUNE = date(2025, 6, 30)


def content(**changes: Any) -> FormContent:
    """The form of the Ministry of Education for the third quarter of 2025, with every way of measuring."""
    given: dict[str, Any] = {
        "partner": FormPartner(code="MOE", name_en="Ministry of Education"),
        "period": FormPeriod(
            code="2025-Q3", name_en="Q3 2025", starts=date(2025, 7, 1), ends=ENDS, closes=date(2025, 10, 15)
        ),
        "known_on": datetime(2025, 10, 10, tzinfo=UTC),
        "report_date": ENDS,
        "activities": (
            FormActivity(code="P-1", title_en="A course", measured_by="percent", illustrative=True, **PLANNED),
            FormActivity(code="S-1", title_en="A standard", measured_by="stages", **PLANNED),
            FormActivity(
                code="Q-1",
                title_en="Five trainings",
                measured_by="quantity",
                planned_quantity=Decimal(5),
                last=LastFigure(JUNE, quantity=Decimal(3)),
                spent_cents=90_000,
                spent_currency="USD",
                spent_on=JUNE,
                **PLANNED,
            ),
            FormActivity(code="E-1", title_en="A law", measured_by="event", **PLANNED),
            FormActivity(
                code="P-2",
                title_en="=1+1",
                measured_by="percent",
                last=LastFigure(JUNE, share=Decimal(60)),
                **PLANNED,
            ),
            FormActivity(code="C-1", title_en="Given up", measured_by="percent", state="cancelled", **PLANNED),
            FormActivity(
                code="H-1", title_en="Health", part="supports", measured_by="percent", **{**PLANNED, "lead": "MOH"}
            ),
        ),
        "indicators": (
            FormIndicator(
                code="ORGL",
                name_en="Organised learning",
                unit="percent",
                unit_name_en="percent",
                series="MICS",
                last=Decimal("44.4"),
                last_on=date(2024, 7, 1),
            ),
            FormIndicator(code="U5MR", name_en="Mortality", unit="per_1000", unit_name_en="per 1000"),
        ),
        "regions": (InThreeLanguages(code="AH", name_en="Ahal", name_ru="Ахал"),),
        "elsewhere": {"H-1": "MOH", "H-2": "MOH"},
    }
    return FormContent(**{**given, **changes})


def filled(
    written: bytes,
    activities: Mapping[str, Mapping[str, Any]] | None = None,
    indicators: Mapping[str, Mapping[str, Any]] | None = None,
) -> bytes:
    """A written form with cells filled in: by code, then by the word above the column."""
    workbook = openpyxl.load_workbook(BytesIO(written))
    for name, rows in (("Activities", activities or {}), ("Indicators", indicators or {})):
        sheet = workbook[name]
        columns = {cell.value: cell.column for cell in sheet[HEADER]}
        lines = {sheet.cell(row, 1).value: row for row in range(HEADER + 1, sheet.max_row + 1)}
        for code, values in rows.items():
            for header, value in values.items():
                put(sheet.cell(lines[code], columns[header]), value)
    return saved(workbook)


def put(cell: Any, value: Any) -> None:
    """Put a value into a cell; text stays text, whatever it begins with."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def saved(workbook: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def checked(
    activities: Mapping[str, Mapping[str, Any]] | None = None,
    indicators: Mapping[str, Mapping[str, Any]] | None = None,
    today: date = TODAY,
) -> Checked:
    """The small form filled in, read and checked."""
    form_content = content()
    sent = filled(form.write(form_content), activities, indicators)
    return checking.check(reading.read(sent, "form.xlsx"), form_content, today)
