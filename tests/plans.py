"""Plan workbooks as people send them: written from a database, edited, read and checked."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
from sqlalchemy import func, select

from db import ledger, queries
from db.engine import Database
from monitoring.periods import Dates
from monitoring.plan_book import PlanBook
from monitoring.plan_changes import PlanPreview, Signed
from monitoring.upload import SentFile
from spreadsheets import plan_checking, plan_form, reading

TODAY = date(2026, 11, 26)
HEADER = 3
AMENDED = {"Holds_from": "01.10.2025", "Signed_on": "30.09.2025", "Reason": "Illustrative: agreed by both sides"}
NEW_YEAR = {
    "Workplans": {
        "Code": "WP2027-MOE",
        "Signed_by": "MOE",
        "First_year": 2027,
        "Last_year": 2027,
        "Signed_on": "10.11.2026",
        "Name_in_English": "Workplan 2027",
    },
    "Activities": {
        "Code": "MOE-2027-01",
        "Workplan": "WP2027-MOE",
        "Title_in_English": "Train 30 teachers",
        "Lead_partner": "moe",
        "Priority_area": "EDU",
        "Goals": "NAP-4; CP2125-2",
        "Start": "01.02.2027",
        "End": "30.11.2027",
        "Measured_by": "Quantity",
        "Planned_quantity": "30,0",
        "Cross_cutting_priorities": "GEN:2",
    },
    "Milestones": {"Activity": "MOE-2027-01", "Due_on": "30.06.2027", "Percent_complete": "50 %"},
    "Funding": {
        "Activity": "MOE-2027-01",
        "Source": "UNICEF cash",
        "Modality": "direct cash transfer",
        "Currency": "usd",
        "Planned_amount": "12 000,50",
    },
}


class Sheets:
    """A plan workbook in hand. Titles of columns with _ for spaces and dashes."""

    def __init__(self, content: bytes) -> None:
        self.book = openpyxl.load_workbook(BytesIO(content))

    def columns(self, sheet: str) -> dict[str, int]:
        cells = self.book[sheet][HEADER]
        return {str(cell.value).strip(" *").replace("-", " ").replace(" ", "_"): cell.column for cell in cells}

    def row(self, sheet: str, code: str) -> int:
        rows = range(HEADER + 1, self.book[sheet].max_row + 1)
        return next(row for row in rows if self.book[sheet].cell(row, 1).value == code)

    def put(self, sheet: str, code: str, **values: object) -> "Sheets":
        """Fill cells in the first row of a code."""
        row = self.row(sheet, code)
        for title, value in values.items():
            self.book[sheet].cell(row, self.columns(sheet)[title]).value = value
        return self

    def add(self, sheet: str, **values: object) -> "Sheets":
        """A row below the last one."""
        used = (row for row in range(1, self.book[sheet].max_row + 1) if self.book[sheet].cell(row, 1).value)
        row = max(used) + 1
        for title, value in values.items():
            self.book[sheet].cell(row, self.columns(sheet)[title]).value = value
        return self

    def add_new_year(self, **changed: object) -> "Sheets":
        """A workplan of 2027 with one activity; some cells of the activity may be another."""
        for sheet, values in NEW_YEAR.items():
            own: dict[str, object] = {**values, **(changed if sheet == "Activities" else {})}
            self.add(sheet, **own)
        return self

    def drop(self, sheet: str, code: str) -> "Sheets":
        """Delete the first row of a code."""
        self.book[sheet].delete_rows(self.row(sheet, code))
        return self

    def file(self) -> SentFile:
        target = BytesIO()
        self.book.save(target)
        return SentFile("plan.xlsx", target.getvalue())


def present(database: Database) -> Sheets:
    """The plan of a database as it is downloaded."""
    return Sheets(plan_form.write(queries.plan_book(database)))


def checked(book: PlanBook, file: SentFile, given: Signed = Signed()) -> PlanPreview:
    """The file read and checked beside a plan."""
    return plan_checking.check(reading.read(file.content, file.name), book, TODAY, given)


def shown(database: Database, sheets: Sheets, given: Signed = Signed()) -> PlanPreview:
    """What the page would show of the file."""
    return checked(queries.plan_book(database), sheets.file(), given)


def save(database: Database, sheets: Sheets, folder: Path) -> int:
    """Check and save; nothing may be wrong."""
    found = shown(database, sheets)
    assert [str(problem) for problem in found.faults] == []
    return ledger.save_plan(database, found, "A manager", "agreed", sheets.file(), folder)


def judged(database: Database, day: date, known_on: datetime | None = None) -> pd.DataFrame:
    """The activities judged as of a day, as known now or at a moment."""
    return queries.judged_activities(database, Dates(day, known_on or datetime.now(UTC)))


def status(database: Database, code: str, day: date) -> str:
    """The status of an activity as of a day."""
    found = judged(database, day)
    return str(found[found["code"] == code]["status"].iloc[0])


def codes(database: Database, day: date) -> set[str]:
    """The activities that are in the plan of a day."""
    return set(judged(database, day)["code"])


def rows_in(database: Database, table: type) -> int:
    """How many rows a table has."""
    with database.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(table)) or 0)
