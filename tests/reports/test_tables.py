"""The tables of a report hold what the filters show, with the numbers of the pages and those worked out apart."""

import io
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from pypdf import PdfReader
from sqlalchemy import text

from db import queries
from db.engine import Database
from db.queries.received import default_period, newest_change
from monitoring.delivery import Report, judge
from monitoring.filters import NATIONWIDE, Filters
from monitoring.periods import Dates, end_of_day
from monitoring.status import Delivery
from monitoring.thresholds import Thresholds
from monitoring.why import rules
from reports import pdf
from reports.all_tables import every
from reports.asked import check
from reports.contents import gather
from reports.names import file_name
from reports.tables import TITLES, collect, outline
from tests.db import judged_apart

PLAN = "national action plan"
NOW = end_of_day(date(2026, 11, 1))
SEPTEMBER = Dates(date(2025, 9, 30), NOW)
MOMENTS = [
    SEPTEMBER,
    Dates(date(2025, 9, 30), end_of_day(date(2025, 10, 15))),
    Dates(date(2025, 6, 30), end_of_day(date(2025, 7, 15))),
    Dates(date(2024, 12, 31), NOW),
    Dates(date(2025, 12, 20), NOW),
]
PICKED = [
    Filters(partners=("MOH",)),
    Filters(partners=("MOE", "SC"), areas=("EDU", "PROT")),
    Filters(areas=("HLTH",), statuses=("behind", "past end date")),
    Filters(goals=("NAP-4",), regions=("LE", "MA")),
    Filters(statuses=("completed",), regions=("AH",)),
]
LINKED = """SELECT a.code FROM activity a JOIN activity_version v ON v.activity_id = a.id
JOIN activity_{kind} l ON l.version_id = v.id JOIN {kind} o ON o.id = l.{kind}_id WHERE o.code = :code AND v.id = (
  SELECT n.id FROM activity_version n WHERE n.activity_id = a.id AND n.valid_from <= :as_of AND n.recorded <= :known_on
  ORDER BY n.valid_from DESC, n.recorded DESC LIMIT 1)"""


def linked(database: Database, kind: str, code: str, dates: Dates) -> set[str]:
    values = {"code": code, "as_of": dates.as_of.isoformat(), "known_on": dates.known_on.strftime("%Y-%m-%d %H:%M:%S")}
    with database.reading() as connection:
        return set(connection.execute(text(LINKED.format(kind=kind)), values).scalars())


@pytest.mark.parametrize("dates", MOMENTS)
@pytest.mark.parametrize("group", ["partner", "area", "goal"])
def test_each_group_has_the_figures_worked_out_apart(demonstration: Database, dates: Dates, group: str) -> None:
    frame = collect(demonstration, dates, Filters(), PLAN).tables[f"by_{group}"].frame
    apart = judged_apart.activities(demonstration, dates.as_of, dates.known_on)
    assert group == "goal" or set(frame["code"]) == set(apart[group])
    for row in frame.to_dict("records"):
        own = linked(demonstration, "goal", row["code"], dates) if group == "goal" else set()
        figures = judged_apart.figures(apart[apart["code"].isin(own) if own else apart[group] == row["code"]])
        assert row["activities"] == figures.activities > 0
        assert {word: row[word] for word in Delivery} == {word: figures.statuses.get(word, 0) for word in Delivery}
        shares = (row["delivered"], row["planned_at_report"], row["delivered_of_due"], row["planned_now"])
        expected = (figures.delivered, figures.planned_then, figures.of_due, figures.planned_now)
        assert shares == pytest.approx(expected, abs=1e-8, nan_ok=True)


@pytest.mark.parametrize("dates", MOMENTS)
def test_each_activity_has_the_figures_worked_out_apart(demonstration: Database, dates: Dates) -> None:
    tables = collect(demonstration, dates, Filters(), PLAN).tables
    frame = tables["activities"].frame.set_index("code").sort_index()
    apart = judged_apart.activities(demonstration, dates.as_of, dates.known_on).set_index("code").sort_index()
    assert list(frame.index) == list(apart.index)
    assert frame["status"].tolist() == frame["status_key"].tolist() == apart["status"].tolist()
    assert frame["days_behind"].tolist() == pytest.approx(apart["behind"].astype(float).tolist(), nan_ok=True)
    assert frame["planned_now"].tolist() == pytest.approx(apart["planned_now"].tolist(), abs=1e-8)
    for kind in ("planned", "released", "spent"):
        assert (frame[kind].fillna(0) * 100).tolist() == pytest.approx(apart[f"{kind}_cents"].tolist()), kind
        assert tables["money"].frame[kind].sum() * 100 == pytest.approx(apart[f"{kind}_cents"].sum())


@pytest.mark.parametrize("picked", PICKED)
def test_only_what_the_filters_leave_is_in_the_tables(demonstration: Database, picked: Filters) -> None:
    report = collect(demonstration, SEPTEMBER, picked, PLAN)
    apart = judged_apart.activities(demonstration, SEPTEMBER.as_of, SEPTEMBER.known_on)
    for column, codes in (("partner", picked.partners), ("area", picked.areas), ("status", picked.statuses)):
        apart = apart[apart[column].isin(codes)] if codes else apart
    for kind, codes in (("goal", picked.goals), ("region", picked.regions)):
        own = [linked(demonstration, kind, code, SEPTEMBER) for code in codes]
        apart = apart[apart["code"].isin(set().union(*own))] if codes else apart
    assert sorted(report.tables["activities"].frame["code"]) == apart["code"].tolist()
    assert report.tables["by_partner"].frame["activities"].sum() == len(apart) > 0
    assert outline(demonstration, SEPTEMBER, picked, PLAN) == report.outline


def test_what_names_no_region_can_be_asked_for_and_the_cover_says_so(demonstration: Database) -> None:
    national = Filters(regions=(NATIONWIDE,))
    check(demonstration, SEPTEMBER, national)
    report = collect(demonstration, SEPTEMBER, national, PLAN)
    everything = collect(demonstration, SEPTEMBER, Filters(), PLAN).tables["activities"].frame
    expected = everything[everything["region"] == ""]["code"].tolist()
    assert report.tables["activities"].frame["code"].tolist() == expected != []
    assert ("Region", "National (nationwide)") in report.cover.filters_in_words


@pytest.mark.parametrize(
    "picked", [*PICKED, Filters(weight="budget"), Filters(years=(2024,)), Filters(partners=("MLSP",), supporting=True)]
)
def test_the_numbers_are_those_of_the_pages(demonstration: Database, picked: Filters) -> None:
    tables = collect(demonstration, SEPTEMBER, picked, PLAN).tables
    on_page = queries.progress_by(demonstration, SEPTEMBER, "partner", picked)
    same = [column for column in on_page if column in tables["by_partner"].frame]
    assert {"delivered", "word", "reports_in", "behind"} <= set(same)
    # Each stands in an order of its own: the file as its bars do, the query as the plan does.
    in_file, on_page = (
        table[same].sort_values(same, ignore_index=True) for table in (tables["by_partner"].frame, on_page)
    )
    pd.testing.assert_frame_equal(in_file, on_page, check_dtype=False)
    judged = queries.judged_indicators(demonstration, SEPTEMBER, picked)
    indicators = tables["indicators"].frame
    assert indicators["status_key"].tolist() == judged["status"].tolist()
    assert indicators["value"].tolist() == pytest.approx(judged["value"].astype(float).tolist(), nan_ok=True)


@pytest.mark.parametrize("dates", MOMENTS)
def test_the_rule_named_is_the_one_by_which_an_activity_was_judged(demonstration: Database, dates: Dates) -> None:
    current = queries.snapshot(demonstration, dates)
    periods = queries.reporting_periods(demonstration, dates.known_on)
    named = rules(current.activities, Thresholds())
    for place, row in enumerate(current.activities.to_dict("records")):
        plan = replace(current.plans.plan(place), state=row["state"], signed_on=row["signed_on"].date())
        told = not pd.isna(row["reported_on"])
        report = Report(row["reported_on"].date(), row["delivered"], bool(row["verified"])) if told else None
        assert named.iloc[place] == judge(plan, report, dates.as_of, periods).rule, row["code"]
    assert named.nunique() >= 4


def test_every_table_has_each_of_its_columns_once_under_a_title_of_its_own(demonstration: Database) -> None:
    report = collect(demonstration, SEPTEMBER, Filters(), PLAN)
    assert list(report.tables) == list(TITLES)
    for table in report.tables.values():
        keys = [column.key for column in table.columns]
        assert keys == list(table.frame.columns)
        assert len({column.title for column in table.columns}) == len(set(keys)) == len(keys)


def test_codes_and_names_both_stand_in_the_rows(demonstration: Database) -> None:
    frame = collect(demonstration, SEPTEMBER, Filters(partners=("MOH",)), PLAN).tables["activities"].frame
    assert set(frame["partner"]) == {"MOH"}
    assert set(frame["partner_name"]) == {"Ministry of Health and Medical Industry"}
    assert frame[frame["goal"].str.contains("NAP-1")]["goal_name"].str.contains("Right to health").all()
    assert set(frame[frame["region"] == ""]["region_name"]) == {"Nationwide"}


def test_the_goals_are_those_of_the_framework_asked_for(demonstration: Database) -> None:
    for framework, codes in ((PLAN, "NAP-"), ("country programme", "CP2125-")):
        frame = collect(demonstration, SEPTEMBER, Filters(), framework).tables["by_goal"].frame
        assert len(frame) > 1
        assert frame["code"].str.startswith(codes).all()


def test_supporting_partners_stand_in_the_rows_only_when_asked_for(demonstration: Database) -> None:
    alone = collect(demonstration, SEPTEMBER, Filters(), PLAN).tables["by_partner"].frame
    shared = collect(demonstration, SEPTEMBER, Filters(supporting=True), PLAN).tables["by_partner"].frame
    assert "shared" not in alone
    assert shared["activities"].sum() - shared["shared"].sum() == alone["activities"].sum()
    assert shared["shared"].sum() > 0


@pytest.mark.parametrize("dates", MOMENTS)
def test_the_newest_change_shows_what_the_later_moment_shows(demonstration: Database, dates: Dates) -> None:
    moment = newest_change(demonstration, dates.known_on)
    assert moment is not None
    assert moment <= dates.known_on
    late, early = (collect(demonstration, one, Filters(), PLAN) for one in (dates, Dates(dates.as_of, moment)))
    for key in TITLES:
        pd.testing.assert_frame_equal(late.tables[key].frame, early.tables[key].frame)
    assert late.cover.facts() == early.cover.facts()


def test_before_any_plan_nothing_matches_and_the_report_says_so(demonstration: Database) -> None:
    report = collect(demonstration, Dates(date(2022, 6, 30), NOW), Filters(), PLAN)
    assert report.outline.empty()
    assert [report.outline.counts[key] for key in ("totals", "by_partner", "activities", "money")] == [0, 0, 0, 0]
    assert report.cover.finding == "No activity matches these filters."


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2025, 10, 15), "2025-Q2"), (date(2025, 10, 16), "2025-Q3"), (date(2026, 11, 1), "2025-Q3")],
)
def test_the_default_period_is_the_last_closed_one_with_reports(
    demonstration: Database, today: date, expected: str
) -> None:
    periods = queries.received(demonstration, end_of_day(today))
    assert default_period(periods[periods["starts"] <= today], today) == expected
    assert default_period(periods[:0], today) == ""


@pytest.mark.parametrize(
    "picked",
    [Filters(years=(2024,)), Filters(areas=("EDU",)), Filters(areas=("EDU",), statuses=("on schedule",))],
)
def test_who_reported_last_reported_on_what_is_shown(demonstration: Database, picked: Filters) -> None:
    cover = collect(demonstration, SEPTEMBER, picked, PLAN).cover
    shown = queries.judged_activities(demonstration, SEPTEMBER, picked)["code"]
    brought = pd.concat([queries.reports_of(demonstration, SEPTEMBER, code)["submission"] for code in shown])
    sent = queries.submissions(demonstration, SEPTEMBER.known_on)
    sent = sent[sent["number"].isin(set(brought)) & sent["counts"].astype(bool)]
    assert cover.last is not None
    assert cover.last.on == sent["recorded"].max().to_pydatetime()


def test_nobody_reported_last_where_no_report_on_what_is_shown_has_come(demonstration: Database) -> None:
    january = Dates(date(2025, 1, 15), NOW)
    report = collect(demonstration, january, Filters(), PLAN)
    assert report.tables["totals"].frame["reports_in"].sum() == 0
    assert report.cover.last is None


def test_open_decisions_mark_a_report_of_no_activity_as_made_up_and_name_their_partners(
    demonstration: Database,
) -> None:
    contents = gather(demonstration, Dates(date(2026, 3, 31), NOW), Filters(), PLAN)
    assert contents.report.outline.empty()
    assert contents.report.cover.illustrative
    assert file_name(contents.report.outline, "xlsx").endswith("_illustrative.xlsx")
    decisions = every(contents).tables["decisions"].frame
    assert len(decisions) > 0
    assert "Ministry of Labor and Social Protection" in decisions["partner_name"].tolist()
    texts = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.document(contents, "commission"))).pages)
    assert "Nothing matches these filters" in texts
    assert str(decisions["what"].iloc[0])[:30] in " ".join(texts.split())


def test_what_is_not_known_of_indicators_is_real_as_they_are(demonstration: Database) -> None:
    told = gather(demonstration, SEPTEMBER, Filters(), PLAN).unknown
    of_indicators = [made_up for line, made_up in told if "indicator" in line]
    assert of_indicators == [False] * len(of_indicators) != []
    assert any(made_up for _line, made_up in told)
