"""What changed between two moments: newly silent, new values, amendments, and who reported."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
from sqlalchemy import text

from db import ledger, queries
from db.engine import Database
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from tests.db.sent import file, in_percent, save

KNOWN = datetime(2026, 11, 1, tzinfo=UTC)
JUNE, SEPTEMBER = Dates(date(2025, 6, 30), KNOWN), Dates(date(2025, 9, 30), KNOWN)


def test_newly_silent_are_those_that_miss_a_report_now_and_did_not_before(planned: Database) -> None:
    def silent(dates: Dates) -> set[str]:
        found = queries.judged_activities(planned, dates)
        return set(found[(found["status"] == "no report") | found["report_late"].astype(bool)]["code"])

    found = queries.newly_silent(planned, JUNE, SEPTEMBER)
    assert set(found["code"]) == silent(SEPTEMBER) - silent(JUNE)
    assert len(found)
    education = queries.newly_silent(planned, JUNE, SEPTEMBER, Filters(partners=("MOE",)))
    assert set(education["code"]) == set(found[found["partner"] == "MOE"]["code"])
    assert queries.newly_silent(planned, SEPTEMBER, SEPTEMBER).empty


def test_amendments_between_two_days_are_those_that_came_into_force_then(planned: Database) -> None:
    found = queries.amended(planned, JUNE, SEPTEMBER)
    with planned.reading() as connection:
        counted = connection.scalar(
            text(
                "SELECT count(*) FROM activity_version JOIN activity ON activity.id = activity_id "
                "JOIN workplan ON workplan.id = workplan_id WHERE amendment_id IS NOT NULL "
                "AND valid_from > '2025-06-30' AND valid_from <= '2025-09-30' AND last_year >= 2025"
            )
        )
    assert len(found) == counted > 0
    assert (found["valid_from"] > date(2025, 6, 30)).all()
    assert queries.amended(planned, SEPTEMBER, SEPTEMBER).empty
    assert set(queries.amended(planned, JUNE, SEPTEMBER, Filters(areas=("EDU",)))["code"]) < set(found["code"])


def test_one_day_as_known_at_two_moments_differs_by_what_came_in_between(planned: Database, tmp_path: Path) -> None:
    before = Dates(SEPTEMBER.as_of, datetime.now(UTC) - timedelta(seconds=1))
    (code,) = in_percent(planned)
    save(planned, file(planned, {code: {"Percent complete": 95}}), tmp_path / "kept", by="Jeren")
    after = Dates(SEPTEMBER.as_of, datetime.now(UTC) + timedelta(seconds=1))
    moved = queries.changes(planned, before, after).set_index("code")
    assert moved.loc[code, "delivered"] == 0.95
    assert moved.loc[code, "delivered_before"] < 0.95
    sent = queries.senders(planned, after).set_index("code")
    assert sent.loc[code, "uploaded_by"] == "Jeren"
    assert sent.loc[code, "as_of"] == date(2025, 9, 30)
    assert queries.senders(planned, before).set_index("code").loc[code, "uploaded_by"] != "Jeren"


def test_who_reported_is_told_for_every_activity_with_a_report_and_no_other(planned: Database) -> None:
    found = queries.judged_activities(planned, SEPTEMBER)
    reported = set(found[found["reported_on"].notna() | found["in_words"].astype(bool)]["code"])
    sent = queries.senders(planned, SEPTEMBER)
    assert set(sent["code"]) == reported
    assert not sent["code"].duplicated().any()


def test_new_values_are_those_observed_or_known_since_and_corrections(planned: Database) -> None:
    first, later = Dates(date(2016, 6, 30), KNOWN), Dates(date(2025, 6, 30), KNOWN)
    found = queries.new_observations(planned, first, later)
    assert len(found) == len(queries.observations(planned, later)) - len(queries.observations(planned, first))
    assert (found["observed_on"] > first.as_of).all()
    assert queries.new_observations(planned, later, later).empty
    nothing_known = Dates(later.as_of, end_of_day(date(2000, 1, 1)))
    everything = queries.new_observations(planned, nothing_known, later)
    pd.testing.assert_series_equal(everything["value"], queries.observations(planned, later)["value"])


def test_an_observation_that_is_withdrawn_is_no_new_value(planned: Database, tmp_path: Path) -> None:
    before = Dates(date(2026, 1, 31), datetime.now(UTC) - timedelta(seconds=1))
    sent = file(planned, indicators={"ORGL": {"Value": 52.5, "Observed on": date(2025, 9, 1), "Source": "Register"}})
    number = save(planned, sent, tmp_path / "kept", by="Jeren")
    after = Dates(before.as_of, datetime.now(UTC) + timedelta(seconds=1))
    found = queries.new_observations(planned, before, after)
    assert found[["indicator", "value", "uploaded_by"]].values.tolist() == [["ORGL", 52.5, "Jeren"]]
    ledger.withdraw(planned, number, by="Jeren", why="typed into the wrong row")
    undone = Dates(before.as_of, datetime.now(UTC) + timedelta(seconds=1))
    assert queries.new_observations(planned, before, undone).empty
