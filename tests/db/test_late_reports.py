"""A late report for an earlier date never changes what a later date shows, where that has a report of its own."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from db import ledger, queries
from db.engine import Database
from monitoring.periods import Dates
from monitoring.upload import Checked, ReportRow, Sender, SentFile

AS_OF = date(2025, 9, 30)
FIGURES = ["delivered", "reported_on", "planned_at_report", "days_behind", "status"]


def judged(database: Database) -> pd.DataFrame:
    return queries.judged_activities(database, Dates(AS_OF, datetime.now(UTC))).set_index("code")


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=some.integers(0, 10_000), days=some.integers(1, 200), share=some.integers(0, 1000), words=some.booleans())
def test_a_late_report_for_an_earlier_date_does_not_change_a_later_one(
    planned: Database, tmp_path: Path, place: int, days: int, share: int, words: bool
) -> None:
    before = judged(planned)
    # A report in words leaves the last number standing, which may be the late one: so those without numbers wait apart.
    numbered = before["delivered"].notna() & ~before["in_words"].astype(bool)
    reported = before[numbered & before["state"].isin(["active", "postponed"])]
    code = reported.index[place % len(reported)]
    newest = reported.loc[code, "reported_on"].date()
    row = ReportRow(
        activity=code,
        as_of=newest - timedelta(days=days),
        share=None if words else Decimal(share) / 10,
        narrative="late",
    )
    sent = SentFile("late.xlsx", f"{code} {row.as_of} {share} {words}".encode())
    late = Checked(partner=reported.loc[code, "partner"], period="2025-Q3", reports=(row,))
    shown = ledger.preview(planned, late)
    if shown.to_save:
        ledger.save(planned, shown, Sender(uploaded_by="test"), sent, tmp_path / "kept")
    after = judged(planned)
    pd.testing.assert_series_equal(after.loc[code, FIGURES], before.loc[code, FIGURES])
    pd.testing.assert_frame_equal(after.drop(index=code)[FIGURES], before.drop(index=code)[FIGURES])
