"""How long it takes to read, check, preview and save a filled form of 5,000 rows, beside a bare read of the same file.

    python -m benchmarks.uploads --rows 5000

All of it runs in one process on a database made for it, in the order in which an upload happens.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from python_calamine import CalamineWorkbook
from sqlalchemy import select

from db import ledger, migrate, queries
from db.engine import Database, add, bulk, make_engine, open_database
from db.models import Activity, ActivityVersion, Partner, PriorityArea, Submission, SubmissionEvent, Workplan
from db.models import WorkplanPartner as Signed
from db.settings import ROOT
from monitoring.form import FormContent
from monitoring.upload import ReportRow, Sender, SentFile
from spreadsheets import checking, form, reading

PARTNER, PERIOD, ENDS = "MOE", "2025-Q3", date(2025, 9, 30)
PLANNED_ON = datetime(2025, 3, 10, tzinfo=UTC)
TODAY = date(2025, 10, 10)
T = TypeVar("T")


def main() -> None:
    """Print a line a step: what was done, and its time in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        database = filled_database(Path(folder) / "benchmark.sqlite3", rows)
        content_took, content = measured(lambda: form_content(database))
        writing_took, written = measured(lambda: form.write(reported(content)))
        sent = SentFile("form.xlsx", written)
        print(f"A form of {rows} rows, {len(sent.content) / 1e6:.1f} MB")
        tell("read what it is made from", content_took)
        tell("write it", writing_took)
        bare, _ = measured(lambda: bare_read(sent.content))
        tell("bare calamine read", bare)
        steps(database, content, sent, Path(folder) / "uploads", bare)


def steps(database: Database, content: FormContent, sent: SentFile, folder: Path, bare: float) -> None:
    """The steps of an upload, and their sum as a multiple of the bare read."""
    reading_took, workbook = measured(lambda: reading.read(sent.content, sent.name))
    checking_took, checked = measured(lambda: checking.check(workbook, content, TODAY))
    assert not checked.problems, checked.problems[0]
    preview_took, shown = measured(lambda: ledger.preview(database, checked))
    sender = Sender(uploaded_by="benchmark")
    saving_took, _ = measured(lambda: ledger.save(database, shown, sender, sent, folder))
    tell("read in a child process", reading_took)
    tell("check", checking_took)
    tell("preview", preview_took)
    tell("save", saving_took)
    tell("all of it", reading_took + checking_took + preview_took + saving_took)
    print(f"{'read and check : bare read':<32}{(reading_took + checking_took) / bare:>8.1f} : 1")


def tell(name: str, seconds: float) -> None:
    """Print what was done and its time."""
    print(f"{name:<32}{seconds * 1000:>8.0f} ms")


def measured(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds that some work took, and what it gave."""
    gc.collect()  # so that no step pays for what the one before left behind
    started = time.perf_counter()
    done = work()
    return time.perf_counter() - started, done


def bare_read(content: bytes) -> int:
    """The number of rows that the reader finds, without anything of ours."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    return sum(len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names)


def form_content(database: Database) -> FormContent:
    """The content of the form as known now."""
    return queries.form_content(database, PARTNER, PERIOD, datetime.now(UTC))


def reported(content: FormContent) -> FormContent:
    """The same content with every row filled in."""
    said = ReportRow(
        activity="",
        as_of=ENDS,
        share=Decimal("49.6"),
        reported_status="ongoing",
        rating="on track",
        narrative="The work went on as planned in all places, and half of it is done.",
        cause="approval",
        waiting_for="approval",
        next_step="Agree on the draft",
        next_step_on=date(2025, 11, 1),
        spent_cents=1_234_567,
        currency="USD",
    )
    filled = (replace(one, reported=replace(said, activity=one.code)) for one in content.activities)
    return replace(content, activities=tuple(filled))


def filled_database(file: Path, rows: int) -> Database:
    """A database with the reference data and a workplan of so many activities, measured in percent."""
    url = f"sqlite:///{file}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    database = open_database(url, "TKM")
    with database.writing() as connection:
        partner = connection.scalar(select(Partner.id).where(Partner.code == PARTNER))
        area = connection.scalar(select(PriorityArea.id).where(PriorityArea.code == "EDU"))
        statement = select(Workplan.id).join(Signed).where(Signed.partner_id == partner, Workplan.first_year == 2025)
        workplan = connection.scalar(statement)
        programme = database.programme_id
        brought = add(connection, Submission, programme_id=programme, kind="plan", recorded=PLANNED_ON)
        known = {"submission_id": brought, "moment": PLANNED_ON, "event": "recorded", "person": "", "why": ""}
        bulk(connection, SubmissionEvent, [known])
        given = {"programme_id": programme, "workplan_id": workplan, "illustrative": True}
        bulk(connection, Activity, [{"code": f"B-{number:05}", **given} for number in range(rows)])
        version = {
            "valid_from": date(2025, 1, 1),
            "recorded": PLANNED_ON,
            "submission_id": brought,
            "title_en": "An activity made up for measuring, with a title as long as titles are",
            "lead_partner_id": partner,
            "priority_area_id": area,
            "starts": date(2025, 1, 1),
            "ends": date(2025, 12, 31),
            "precision": "day",
            "measured_by": "percent",
        }
        keys = connection.scalars(select(Activity.id).where(Activity.workplan_id == workplan))
        bulk(connection, ActivityVersion, [{"activity_id": key, **version} for key in keys])
    return database


if __name__ == "__main__":
    main()
