"""Indicators whose periods are combined, and indicators of levels, from the file to the judgement."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from db import ledger, migrate, queries
from db.engine import Database, make_engine
from monitoring.file_errors import DataFileFaulty
from monitoring.methods import LEVEL
from monitoring.periods import Dates, end_of_day
from tests.db.more_indicators import append, database_with_more

DATES = Dates(date(2026, 9, 30), end_of_day(date(2026, 11, 1)))


@pytest.fixture
def more(tmp_path: Path) -> Database:
    return database_with_more(tmp_path)


def judged(database: Database, dates: Dates = DATES) -> pd.DataFrame:
    return queries.judged_indicators(database, dates).set_index("code")


def test_counts_are_added_up_beside_the_targets_of_the_same_periods(more: Database) -> None:
    row = judged(more).loc["TRAIN"]
    assert (row["value"], row["target"], row["progress"]) == (1300, 1300, 1)
    assert (row["status"], row["rule"]) == ("target met", "final target")
    half = judged(more, Dates(date(2025, 4, 15), DATES.known_on)).loc["TRAIN"]
    assert half["value"] == 800
    assert half["expected"] == pytest.approx(500 + 800 * 90 / 365)


def test_ratios_of_a_year_are_combined_by_their_parts_and_nothing_of_nothing_does_not_count(more: Database) -> None:
    row = judged(more).loc["ATTEND"]
    assert row["value"] == pytest.approx(100 * 4 / 6)
    assert row["value_on"] == date(2025, 6, 30)


def test_the_highest_period_of_a_year_counts_where_it_is_said_so(more: Database) -> None:
    assert judged(more).loc["PEAK", "value"] == 90


def test_levels_are_judged_as_levels(more: Database) -> None:
    found = judged(more)
    assert found.loc["LAW", ["status", "rule"]].tolist() == ["target met", "final target"]
    row = found.loc["SYSTEM"]
    assert (row["status"], row["rule"], row["value"], row["expected"]) == ("on track", "level due", 2, 2)
    assert row["views"].headline.method == LEVEL
    assert not row["views"].others
    assert [one["criteria_en"] for one in row["levels"]] == ["not begun", "drafted", "adopted", "funded and run"]
    assert found.loc["ORGL", "levels"] == ()


def test_the_headline_method_is_the_one_fixed_in_the_data(more: Database) -> None:
    views = judged(more).loc["STEADY", "views"]
    assert views.headline.method == "reduction rate"
    assert views.path.pace is not None
    assert {view.method for view in views.others} == {"path", "growth rate"}


def test_an_indicator_of_levels_needs_their_criteria(tmp_path: Path) -> None:
    database_with_more(tmp_path)
    row = {"code": "BARE", "name_en": "Bare", "unit": "level", "unit_name_en": "level", "direction": "up"}
    row |= {"priority_area": "HLTH", "kind": "estimate", "interval_years": "1", "combine": "latest", "method": "path"}
    append(tmp_path / "data" / "indicators.csv", {**row, "baseline_status": "assumed", "levels_en": "only one"})
    engine = make_engine(f"sqlite:///{tmp_path / 'bare.sqlite3'}")
    migrate.upgrade(engine)
    with pytest.raises(DataFileFaulty, match="two levels or more"):
        ledger.load_reference(engine, tmp_path / "data")
