"""Notes of supporting partners on the activities that others lead."""

import pandas as pd
from sqlalchemy import select

from db.engine import Database
from db.models import Activity
from db.queries import standing
from monitoring.periods import Dates
from monitoring.sent_rows import NOTE_FIELDS


def notes_of(database: Database, dates: Dates, code: str) -> pd.DataFrame:
    """The notes that count of one activity, newest first. Columns: partner (code), as_of, those of a note."""
    with database.reading() as connection:
        activities = select(Activity.id).where(Activity.programme_id == database.programme_id, Activity.code == code)
        found = [note for _, note in standing.notes(connection, list(connection.scalars(activities)), dates)]
    columns = ["partner", "as_of", *NOTE_FIELDS]
    return pd.DataFrame([[getattr(note, name) for name in columns] for note in reversed(found)], columns=columns)
