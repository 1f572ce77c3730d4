"""The reference on a document opens the view that made it, on any machine, and a slip of the hand opens none."""

import re
import sqlite3
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import ledger
from db.engine import Database
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day, today
from monitoring.sent_rows import ReportRow
from monitoring.status import Delivery
from monitoring.upload import Checked, Sender, SentFile
from monitoring.words import FRAMEWORK_KINDS
from reports.contents import Contents, gather
from reports.reference import NoSuchReference, View, in_file_name, of, read
from tests.reports.conftest import opened

CODES = st.lists(st.sampled_from(["MOH", "MOE", "NAP-4", "AH", "nationwide"]), unique=True, max_size=3).map(tuple)
FILTERS = st.builds(
    Filters,
    partners=CODES,
    areas=CODES,
    goals=CODES,
    regions=CODES,
    statuses=st.lists(st.sampled_from([one.value for one in Delivery]), unique=True, max_size=3).map(tuple),
    years=st.lists(st.integers(2023, 2030), unique=True, max_size=2).map(tuple),
    weight=st.sampled_from(["equal", "budget"]),
    supporting=st.booleans(),
)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
PLAIN = View(Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20))), Filters(), FRAMEWORK_KINDS[0])


@given(FILTERS, st.dates(date(2023, 1, 1), date(2030, 1, 1)), MOMENTS, st.sampled_from(FRAMEWORK_KINDS))
def test_a_reference_opens_the_view_that_made_it(
    filters: Filters, as_of: date, newest: datetime, framework: str
) -> None:
    made = View(Dates(as_of, end_of_day(as_of)), filters, framework)
    found = read(of(made, newest))
    assert (found.filters, found.framework, found.dates.as_of) == (filters, framework, as_of)
    assert timedelta(0) <= found.dates.known_on - newest < timedelta(seconds=1)


def test_a_reference_of_everything_is_short() -> None:
    assert len(of(PLAIN, datetime(2025, 10, 19, 8, 56, tzinfo=UTC))) == 15


@given(st.integers(0, 14), st.sampled_from("ABC0123456789/"))
def test_a_letter_typed_for_another_opens_nothing(place: int, letter: str) -> None:
    right = of(PLAIN, datetime(2025, 10, 19, 8, 56, tzinfo=UTC))
    wrong = right[:place] + letter + right[place + 1 :]
    if wrong != right:
        with pytest.raises(NoSuchReference, match="is no reference of a document"):
            read(wrong)


@pytest.mark.parametrize("typed", ["", "2025", "250930/", "250930/ZZ", "999999/30YWTCA", "Ы/Ы"])
def test_what_is_no_reference_is_said_so(typed: str) -> None:
    with pytest.raises(NoSuchReference):
        read(typed)


@given(st.builds(View, st.just(PLAIN.dates), FILTERS, st.sampled_from(FRAMEWORK_KINDS)))
def test_a_reference_in_the_name_of_a_file_opens_the_same_view(view: View) -> None:
    made = of(view, PLAIN.dates.known_on)
    named = in_file_name(made)
    assert re.fullmatch(r"[\w.-]+", named, re.ASCII)
    assert read(named) == read(made)


@pytest.mark.parametrize("code", ["A_B", "МЗ", "A:B"])
def test_a_code_that_no_file_name_can_hold_or_that_reads_otherwise_there_is_left_out(code: str) -> None:
    assert in_file_name(of(View(PLAIN.dates, Filters(partners=(code,)), FRAMEWORK_KINDS[0]), None)) == ""


def test_spaces_of_typing_do_not_matter() -> None:
    right = of(PLAIN, None)
    assert read(f" {right[:7]} {right[7:]} ").dates.as_of == date(2025, 9, 30)


def reported(database: Database, partner: str, activity: str, folder: Path) -> None:
    """A submission of now that says an activity is done."""
    row = ReportRow(activity=activity, as_of=date(2025, 9, 30), share=Decimal(100))
    shown = ledger.preview(database, Checked(partner=partner, period="2025-Q3", reports=(row,)))
    ledger.save(database, shown, Sender(uploaded_by="test"), SentFile(f"{activity}.xlsx", activity.encode()), folder)


def told(database: Database, dates: Dates) -> Contents:
    return gather(database, dates, Filters(), FRAMEWORK_KINDS[0])


def share(contents: Contents) -> float:
    return float(contents.report.tables["totals"].frame["delivered"].iloc[0])


def test_what_came_later_on_the_same_day_is_not_in_the_view_that_a_reference_opens(
    plan_file: Path, tmp_path: Path
) -> None:
    with sqlite3.connect(plan_file) as source, sqlite3.connect(tmp_path / "copy.sqlite3") as target:
        source.backup(target)
    database = opened(tmp_path / "copy.sqlite3")
    now = Dates(date(2025, 9, 30), end_of_day(today()))
    reported(database, "MOH", "MOH-2025-03", tmp_path / "kept")
    between = told(database, now)
    time.sleep(1.1)  # a reference tells seconds apart
    reported(database, "MIA", "MIA-2025-02", tmp_path / "kept")
    after = told(database, now)
    again = told(database, read(between.reference).dates)
    assert between.reference != after.reference == told(database, read(after.reference).dates).reference
    assert share(again) == share(between) < share(after)
    assert again.reference == between.reference
