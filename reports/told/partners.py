"""At which partners an activity stands in a document: at its lead and, where the reader asks for it, at its supporters.

As on the screen: a supporting partner shows the activity too, and says who leads it.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from monitoring import findings
from monitoring.rows import rows_of
from reports.tables import ReportTables

Row = dict[str, Any]


def by_partner(report: ReportTables, found: pd.DataFrame) -> dict[str, list[Row]]:
    """Rows of the table of activities (or with its columns) by the code of each partner shown, in the order of their
    table: those that it leads, then those that it supports, with the name of their lead as ``led_by``.
    """
    partners, rows = report.tables["by_partner"].frame["code"], rows_of(found)
    return {code: own for code in partners if (own := at_partner(report, rows, code))}


def at_partner(report: ReportTables, rows: Iterable[Row], code: str) -> list[Row]:
    """Those of the rows that stand at one partner."""
    leads, supports = [], []
    for row in rows:
        if row["partner"] == code:
            leads.append(row)
        elif report.cover.filters.supporting and code in row["supporter"].split(", "):
            supports.append({**row, "led_by": row["partner_name"]})
    return [*leads, *supports]


def note(shown: pd.DataFrame) -> str:
    """How many activities stand at a partner that only supports them; empty where none does."""
    return findings.shared(shown) if "shared" in shown and shown["shared"].sum() else ""
