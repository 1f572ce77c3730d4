"""The numbers of a report equal those of the pages, and those recomputed from the file without any of our reads."""

from collections import Counter
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from db import queries
from db.engine import Database
from db.queries.received import default_period, newest_change
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from monitoring.status import Delivery
from reports.tables import TITLES, collect, outline
from tests.reports import recomputed

NAP = "national action plan"
NOW = end_of_day(date(2026, 11, 1))
SEPTEMBER = Dates(date(2025, 9, 30), NOW)
MOMENTS = [
    SEPTEMBER,
    Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 15))),
    Dates(date(2025, 6, 30), end_of_day(date(2025, 7, 15))),
    Dates(date(2024, 12, 31), NOW),
    Dates(date(2025, 8, 14), NOW),
]
PICKED = [
    Filters(),
    Filters(partners=("MOH",)),
    Filters(partners=("MOE", "SC"), areas=("EDU", "PROT")),
    Filters(areas=("HLTH",), statuses=("behind", "past end date")),
    Filters(goals=("NAP-4",), regions=("LE", "MA")),
    Filters(goals=("CP2125-1",), years=(2024,)),
    Filters(years=(2024, 2025), statuses=("completed",)),
]


@pytest.mark.parametrize("dates", MOMENTS)
def test_every_status_share_and_rule_is_what_judging_one_by_one_gives(
    demonstration: Database, plan_file: Path, dates: Dates
) -> None:
    frame = collect(demonstration, dates, Filters(), NAP).tables["activities"].frame.set_index("code")
    expected = {one.code: one for one in recomputed.activities(plan_file, dates)}
    assert set(frame.index) == set(expected)
    assert len(expected) > 50
    for code, one in expected.items():
        row, judged = frame.loc[code], one.judged
        assert (row["status"], row["status_key"], row["rule"]) == (judged.status, judged.status, judged.rule), code
        assert row["delivered"] == pytest.approx(judged.delivered, nan_ok=True) or judged.delivered is None
        assert pd.isna(row["delivered"]) == (judged.delivered is None)
        assert row["planned_now"] == pytest.approx(judged.planned_now)
        assert pd.isna(row["days_behind"]) if judged.days_behind is None else row["days_behind"] == judged.days_behind
        assert (row["report_late"], row["disagrees"]) == (judged.report_late, judged.disagrees)


@pytest.mark.parametrize("dates", MOMENTS)
@pytest.mark.parametrize("group", ["partner", "area", "goal"])
def test_every_group_is_what_its_activities_add_up_to(
    demonstration: Database, plan_file: Path, dates: Dates, group: str
) -> None:
    frame = collect(demonstration, dates, Filters(), NAP).tables[f"by_{group}"].frame.set_index("code")
    every = recomputed.activities(plan_file, dates)
    for code, row in frame.iterrows():
        own = [one for one in every if code in (one.goals if group == "goal" else (getattr(one, group),))]
        counts = Counter(one.judged.status.value for one in own)
        assert row["activities"] == len(own) > 0
        assert {status.value: row[status.value] for status in Delivery} == {s.value: counts[s.value] for s in Delivery}
        assert row["delivered"] == pytest.approx(recomputed.delivered(own), abs=1e-8, nan_ok=True)
        assert row["delivered_of_due"] == pytest.approx(recomputed.delivered_of_due(own), abs=1e-8, nan_ok=True)
    shown = {one.partner for one in every} if group == "partner" else {one.area for one in every}
    assert group == "goal" or set(frame.index) == shown


@pytest.mark.parametrize("dates", MOMENTS)
def test_money_is_what_lines_flows_and_reports_of_the_file_add_up_to(
    demonstration: Database, plan_file: Path, dates: Dates
) -> None:
    tables = collect(demonstration, dates, Filters(), NAP).tables
    every = recomputed.activities(plan_file, dates)
    for row in tables["money"].frame.to_dict("records"):
        for kind in ("planned", "funded", "released", "spent"):
            expected = recomputed.money(every, kind, row["currency"]) / 100
            assert (0 if pd.isna(row[kind]) else row[kind]) == pytest.approx(expected), kind
    assert tables["activities"].frame["released"].sum() == pytest.approx(tables["money"].frame["released"].sum())


@pytest.mark.parametrize("picked", PICKED)
def test_a_report_holds_what_the_filters_leave_and_nothing_else(
    demonstration: Database, plan_file: Path, picked: Filters
) -> None:
    report = collect(demonstration, SEPTEMBER, picked, NAP)
    wanted = {
        one.code
        for one in recomputed.activities(plan_file, SEPTEMBER, picked.years)
        if (not picked.partners or one.partner in picked.partners)
        and (not picked.areas or one.area in picked.areas)
        and (not picked.goals or one.goals & set(picked.goals))
        and (not picked.regions or one.regions & set(picked.regions))
        and (not picked.statuses or one.judged.status.value in picked.statuses)
    }
    assert set(report.tables["activities"].frame["code"]) == wanted
    assert report.tables["by_partner"].frame["activities"].sum() == len(wanted)
    assert report.tables["by_area"].frame["activities"].sum() == len(wanted)
    assert outline(demonstration, SEPTEMBER, picked, NAP) == report.outline


@pytest.mark.parametrize("picked", [*PICKED, Filters(weight="budget"), Filters(partners=("MLSP",), supporting=True)])
def test_the_numbers_are_those_of_the_pages(demonstration: Database, picked: Filters) -> None:
    tables = collect(demonstration, SEPTEMBER, picked, NAP).tables
    on_page = queries.progress_by(demonstration, SEPTEMBER, "partner", picked)
    same = [column for column in on_page if column in tables["by_partner"].frame]
    assert {"delivered", "word", "reports_in", "behind"} <= set(same)
    pd.testing.assert_frame_equal(
        tables["by_partner"].frame[same], on_page[same].reset_index(drop=True), check_dtype=False
    )
    judged = queries.judged_indicators(demonstration, SEPTEMBER, picked)
    indicators = tables["indicators"].frame
    assert indicators["status"].tolist() == judged["status"].tolist() == indicators["status_key"].tolist()
    assert indicators["value"].tolist() == pytest.approx(judged["value"].astype(float).tolist(), nan_ok=True)


def test_every_table_has_a_column_for_each_of_its_titles_and_none_twice(demonstration: Database) -> None:
    report = collect(demonstration, SEPTEMBER, Filters(), NAP)
    assert list(report.tables) == list(TITLES)
    for table in report.tables.values():
        keys = [column.key for column in table.columns]
        assert keys == list(table.frame.columns)
        assert len({column.title for column in table.columns}) == len(set(keys)) == len(keys)


def test_codes_and_names_both_stand_in_the_rows(demonstration: Database) -> None:
    frame = collect(demonstration, SEPTEMBER, Filters(partners=("MOH",)), NAP).tables["activities"].frame
    assert set(frame["partner"]) == {"MOH"}
    assert set(frame["partner_name"]) == {"Ministry of Health and Medical Industry"}
    linked = frame[frame["goal"].str.contains("NAP-1")]
    assert linked["goal_name"].str.contains("Right to health").all()
    assert set(frame[frame["region"] == ""]["region_name"]) == {"Nationwide"}


def test_the_goals_are_those_of_the_framework_that_runs(demonstration: Database) -> None:
    plan = collect(demonstration, SEPTEMBER, Filters(), NAP).tables["by_goal"].frame
    programme = collect(demonstration, SEPTEMBER, Filters(), "country programme").tables["by_goal"].frame
    assert plan["code"].str.startswith("NAP-").all()
    assert programme["code"].str.startswith("CP2125-").all()
    assert len(plan)
    assert len(programme)


def test_supporting_partners_stand_in_the_report_only_when_asked_for(demonstration: Database) -> None:
    alone = collect(demonstration, SEPTEMBER, Filters(), NAP).tables["by_partner"]
    shared = collect(demonstration, SEPTEMBER, Filters(supporting=True), NAP).tables["by_partner"]
    assert "shared" not in alone.frame
    assert shared.frame["activities"].sum() - shared.frame["shared"].sum() == alone.frame["activities"].sum()
    assert shared.frame["shared"].sum() > 0


@pytest.mark.parametrize("dates", MOMENTS)
def test_the_newest_change_shows_the_same_as_the_later_moment_it_stands_for(
    demonstration: Database, dates: Dates
) -> None:
    moment = newest_change(demonstration, dates.known_on)
    assert moment is not None
    assert moment <= dates.known_on
    late, early = (collect(demonstration, one, Filters(), NAP) for one in (dates, Dates(dates.as_of, moment)))
    for key in TITLES:
        pd.testing.assert_frame_equal(late.tables[key].frame, early.tables[key].frame)
    assert late.cover.facts() == early.cover.facts()


def test_before_any_plan_there_is_a_report_with_no_rows(demonstration: Database) -> None:
    report = collect(demonstration, Dates(date(2022, 6, 30), NOW), Filters(), NAP)
    assert report.outline.empty()
    assert [report.outline.counts[key] for key in ("totals", "by_partner", "activities", "money")] == [0, 0, 0, 0]
    assert report.cover.finding == "No activity matches these filters."


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 10, 15), "2025-Q2"),
        (date(2025, 10, 16), "2025-Q3"),
        (date(2026, 11, 1), "2025-Q3"),
        (date(2023, 1, 1), ""),
    ],
)
def test_the_default_period_is_the_last_closed_one_with_reports(
    demonstration: Database, today: date, expected: str
) -> None:
    periods = queries.received(demonstration, end_of_day(today))
    assert default_period(periods[periods["starts"] <= today], today) == expected
