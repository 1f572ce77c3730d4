"""A late report for an earlier date never changes what a later date shows, where that has a report of its own."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from db import ledger, queries
from db.engine import Database
from monitoring.periods import Dates
from monitoring.sent_rows import ReportRow
from monitoring.upload import Checked, Sender, SentFile

AS_OF = date(2025, 9, 30)
TRIES = count()
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
        narrative=f"late, in try {next(TRIES)}",  # the same content again is refused while it counts
    )
    sent = SentFile("late.xlsx", f"{code} {row.as_of} {share} {words}".encode())
    late = Checked(partner=reported.loc[code, "partner"], period="2025-Q3", reports=(row,))
    shown = ledger.preview(planned, late)
    if shown.to_save:
        ledger.save(planned, shown, Sender(uploaded_by="test"), sent, tmp_path / "kept")
    after = judged(planned)
    pd.testing.assert_series_equal(after.loc[code, FIGURES], before.loc[code, FIGURES])
    pd.testing.assert_frame_equal(after.drop(index=code)[FIGURES], before.drop(index=code)[FIGURES])


def test_what_stands_at_the_end_of_each_period_is_its_last_report_and_a_silent_one_keeps_it(
    planned: Database, tmp_path: Path
) -> None:
    """The published vector: 1, 2 for the first period, 3, 5 for the second, none for the third; then 3 late."""
    found = judged(planned)
    code = found[(found["state"] == "active") & found["reported_on"].isna()].index[0]
    ends = [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)]

    def report(period: int, percent: int) -> None:
        row = ReportRow(activity=code, as_of=ends[period], share=Decimal(percent))
        sent = SentFile("one.xlsx", f"{period} {percent}".encode())
        checked = Checked(partner=found.loc[code, "partner"], period="2025-Q3", reports=(row,))
        shown = ledger.preview(planned, checked)
        ledger.save(planned, shown, Sender(uploaded_by="test"), sent, tmp_path / "kept")

    def standing() -> list[float]:
        shares = []
        for day in ends:
            table = queries.judged_activities(planned, Dates(day, datetime.now(UTC))).set_index("code")
            shares.append(round(100 * table.loc[code, "delivered"]))
        return shares

    for period, percent in ((0, 1), (0, 2), (1, 3), (1, 5)):
        report(period, percent)
    assert standing() == [2, 5, 5]
    report(0, 3)
    assert standing() == [3, 5, 5]
