"""How the cells of the form look, and which of them are locked."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook

FILL, PLAN, CLOSED, BAND, LINE = "#FFF8DC", "#F3F5F7", "#D9DDE2", "#E3EDF7", "#B4BCC8"
DATE = "dd.mm.yyyy"
# No number format where people type percent: a spreadsheet then shows 45 % as they typed it.
FORMATS = {"date": {"num_format": DATE}, "money": {"num_format": "#,##0.00"}}


@dataclass(frozen=True)
class Styles:
    """The formats of one workbook; ``fill`` by the kind of the column."""

    title: Any
    hint: Any
    band: Any
    header: Any
    fill_header: Any
    plan: Any
    plan_date: Any
    closed: Any
    words: Any
    fill: dict[str, Any]


def of(workbook: Workbook) -> Styles:
    """Make the formats of a workbook."""
    cell = {"border": 1, "border_color": LINE, "valign": "top", "text_wrap": True}
    header = {**cell, "bold": True, "valign": "vcenter"}
    plan = {**cell, "bg_color": PLAN}
    fill = {**cell, "bg_color": FILL, "locked": False}
    kinds = ("text", "percent", "number", "money", "date", "choice", "currency", "region")
    return Styles(
        title=workbook.add_format({"bold": True, "font_size": 14}),
        hint=workbook.add_format({"italic": True}),
        band=workbook.add_format({**header, "bg_color": BAND}),
        header=workbook.add_format({**header, "bg_color": PLAN}),
        fill_header=workbook.add_format({**header, "bg_color": FILL}),
        plan=workbook.add_format(plan),
        plan_date=workbook.add_format({**plan, **FORMATS["date"]}),
        closed=workbook.add_format({**cell, "bg_color": CLOSED}),
        words=workbook.add_format({"text_wrap": True, "valign": "top"}),
        fill={kind: workbook.add_format({**fill, **FORMATS.get(kind, {})}) for kind in kinds},
    )
