"""How long it takes to read, check, preview and save a file of 50,000 rows of 12 columns, beside others that only read.

    python -m benchmarks.uploads --rows 50000

All of it runs in one process on a database made for it, in the order in which an upload happens. The others: the bare
reader that ours is built on, and pandas with openpyxl.
"""

import argparse
import gc
import resource
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import pandas as pd
from python_calamine import CalamineWorkbook
from sqlalchemy import select
from xlsxwriter import Workbook

from db import ledger, migrate, queries
from db.engine import Database, add, bulk, make_engine, open_database
from db.models import Activity, ActivityVersion, Partner, PriorityArea, Submission, SubmissionEvent, Workplan
from db.models import WorkplanPartner as Signed
from db.settings import ROOT
from monitoring.form import FormContent
from monitoring.upload import Sender, SentFile
from spreadsheets import checking, reading

PARTNER, PERIOD = "MOE", "2025-Q3"
DAYS, TRIES = 100, 3
HEAD = ["Code", "Activity", "Reported on", "Percent complete", "Status", "Rating", "Narrative", "Challenge"]
HEAD += ["Next step", "Evidence", "Spent in total since start", "Currency"]
PLANNED_ON = datetime(2025, 3, 10, tzinfo=UTC)
TODAY = date(2025, 10, 10)
T = TypeVar("T")


def main() -> None:
    """Print a line a step: what was done, its time, and what is to be reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        database = filled_database(Path(folder) / "benchmark.sqlite3", rows // DAYS)
        content = form_content(database)
        sent = SentFile("sent.xlsx", filled_file(content, rows))
        print(f"A file of {rows} rows and {len(HEAD)} columns, {len(sent.content) / 1e6:.1f} MB")
        steps(database, content, sent, Path(folder) / "uploads")
        others(sent)


def steps(database: Database, content: FormContent, sent: SentFile, folder: Path) -> None:
    """The steps of an upload, and reading with checking as a multiple of the bare read, each the best of three."""
    bare = min(measured(lambda: bare_read(sent.content))[0] for _ in range(TRIES))
    reading_took, workbook = best(lambda: reading.read(sent.content, sent.name))
    checking_took, checked = best(lambda: checking.check(workbook, content, TODAY))
    assert not checked.errors, checked.errors[0]
    preview_took, shown = measured(lambda: ledger.preview(database, checked))
    sender = Sender(uploaded_by="benchmark")
    agreed = ledger.Agreed(warnings=True)
    saving_took, _ = measured(lambda: ledger.save(database, shown, sender, sent, folder, agreed))
    tell("bare calamine read", bare)
    tell("read in a child process", reading_took)
    tell("check", checking_took)
    tell("preview", preview_took)
    tell("save", saving_took, "<= 2000 ms")
    print(f"{'read and check : bare read':<32}{(reading_took + checking_took) / bare:>8.2f} : 1   <= 3 : 1")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'most memory: this process':<32}{own:>8.0f} MB   <= 500 MB")
    print(f"{'most memory: the reading child':<32}{child:>8.0f} MB   <= 500 MB")


def others(sent: SentFile) -> None:
    """What others take to read the same file, without any check."""
    took, _ = measured(lambda: pd.read_excel(BytesIO(sent.content), engine="openpyxl"))
    tell("pandas with openpyxl, reading", took)


def best(work: Callable[[], T]) -> tuple[float, T]:
    """The shortest of three times that some work took, and what it gave."""
    return min((measured(work) for _ in range(TRIES)), key=lambda one: one[0])


def tell(name: str, seconds: float, target: str = "") -> None:
    """Print what was done and its time."""
    print(f"{name:<32}{seconds * 1000:>8.0f} ms   {target}".rstrip())


def measured(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds that some work took, and what it gave."""
    gc.collect()  # so that no step pays for what the one before left behind
    started = perf_counter()
    done = work()
    return perf_counter() - started, done


def bare_read(content: bytes) -> int:
    """The number of rows that the reader finds, without anything of ours."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    return sum(len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names)


def form_content(database: Database) -> FormContent:
    """The content of the form as known now."""
    return queries.form_content(database, PARTNER, PERIOD, datetime.now(UTC))


def filled_file(content: FormContent, rows: int) -> bytes:
    """A workbook as a partner may keep it: so many reports, a day after the other for each activity."""
    target = BytesIO()
    with Workbook(target, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Reports")
        dated = workbook.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, HEAD)
        for number in range(rows):
            activity, day = content.activities[number // DAYS], date(2025, 2, 1) + timedelta(days=number % DAYS)
            words = f"The work of week {number} went on as planned in all places."
            sheet.write_row(number + 1, 0, [activity.code, activity.title_en])
            sheet.write_datetime(number + 1, 2, datetime.combine(day, time()), dated)
            sheet.write_row(number + 1, 3, [number % DAYS, "Ongoing", "On track", words, "", f"Step {number}"])
            sheet.write_row(number + 1, 9, ["minutes", number * 100.25, "USD"])
    return target.getvalue()


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
