"""Load a plan and what came in for it from the CSV files that benchmarks/generate_plan writes."""

from pathlib import Path

from db.engine import Database
from db.ledger.plan_keys import Keys
from db.ledger.plan_rows import load_activities
from db.ledger.reported_rows import load_decisions, load_events, load_flows, load_reports, load_submissions


def load_plan(database: Database, folder: Path) -> None:
    """Load the nine files of a folder in one transaction, all or nothing; data/README.md says what each holds.

    A plan counts as known from four days after it was signed, all else from the moment its submission was recorded.
    Raises DataFileFaulty, naming file and line; a missing file is a fault too.
    """
    with database.writing() as connection:
        keys = Keys(connection, database.programme_id)
        load_submissions(keys, folder)
        load_activities(keys, folder)
        load_events(keys, folder)
        load_reports(keys, folder)
        load_flows(keys, folder)
        load_decisions(keys, folder)
