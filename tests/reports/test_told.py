"""What documents say of activities and groups, before any of them draws it."""

from datetime import date

import pytest

from db.engine import Database
from monitoring import formats
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from monitoring.rows import rows_of
from monitoring.status import LEFT_OUT
from reports.contents import Contents, gather
from reports.told import groups, rows

DATES = Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 20)))


@pytest.fixture(scope="module")
def whole(demonstration: Database) -> Contents:
    return gather(demonstration, DATES, Filters(), "national action plan")


@pytest.mark.parametrize("key", ["by_partner", "by_area", "by_goal"])
def test_what_a_group_delivered_stands_beside_what_the_same_reports_should_have_told(whole: Contents, key: str) -> None:
    table = whole.report.tables[key]
    for row, told in zip(rows_of(table.frame), groups.table(table)["rows"], strict=True):
        assert told["planned"] == pytest.approx(row["planned_at_report"])
        assert told["planned_said"] == formats.percent(row["planned_at_report"])
        assert row["delivered"] / row["planned_at_report"] >= row["delivered_of_due"] - 1e-8


def test_an_activity_is_held_against_its_plan_on_the_day_of_its_report(whole: Contents) -> None:
    found = rows_of(whole.report.tables["activities"].frame)
    asked = [row for row in found if row["status_key"] not in LEFT_OUT]
    assert [rows.activity(row)["planned_said"] for row in asked] == [
        formats.percent(row["planned_at_report"]) for row in asked
    ]


def test_nothing_is_planned_of_what_was_taken_out_of_the_plan(whole: Contents) -> None:
    taken_out = [row for row in rows_of(whole.report.tables["activities"].frame) if row["status_key"] in LEFT_OUT]
    assert len(taken_out) > 2
    assert {(rows.activity(row)["planned"], rows.activity(row)["planned_said"]) for row in taken_out} == {(None, "–")}
