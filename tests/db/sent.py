"""Forms as partners send them: written from the database, filled in, read and checked."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from db import ledger, queries
from db.engine import Database
from monitoring.form import FormContent
from monitoring.upload import Checked, Sender, SentFile
from spreadsheets import checking, form, reading
from tests.spreadsheets.forms import filled

TODAY = date(2026, 11, 1)
PARTNER, PERIOD = "MOE", "2025-Q3"
Cells = Mapping[str, Mapping[str, Any]]


def content(database: Database, partner: str = PARTNER, period: str = PERIOD) -> FormContent:
    """The form of a partner as known now."""
    return queries.form_content(database, partner, period, datetime.now(UTC))


def file(database: Database, activities: Cells | None = None, indicators: Cells | None = None) -> SentFile:
    """A filled form of the Ministry of Education for the third quarter of 2025."""
    return SentFile("form.xlsx", filled(form.write(content(database)), activities, indicators))


def checked(database: Database, sent: SentFile) -> Checked:
    """The file read and checked without an error."""
    found = checking.check(reading.read(sent.content, sent.name), content(database), TODAY)
    assert [str(problem) for problem in found.errors] == []
    return found


def save(database: Database, sent: SentFile, folder: Path, by: str = "A manager") -> int:
    """Read, check, preview and save, as the page and the command line do."""
    shown = ledger.preview(database, checked(database, sent))
    return ledger.save(database, shown, Sender(uploaded_by=by), sent, folder, ledger.Agreed(warnings=True))


def in_percent(database: Database) -> tuple[str]:
    """The code of an activity that the partner reports in percent and that is below 90."""
    found = [
        one.code
        for one in content(database).activities
        if one.fillable and one.measured_by == "percent" and one.last is not None and (one.last.share or 0) < 90
    ]
    return (found[0],)
