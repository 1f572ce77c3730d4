"""The illustrative plan shames nobody, holds all that happens to a plan, and its seed decides every row."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from benchmarks.plan.activities import PERIODS, Activity
from benchmarks.plan.calendar import AS_OF, SIGNED_ON, partners_of
from benchmarks.plan.partners import draw_plan
from benchmarks.plan.tables import Row, Tables, tables
from monitoring.status import LATE, Delivery


@pytest.fixture(scope="module")
def plan() -> list[Activity]:
    return draw_plan(2025)


@pytest.fixture(scope="module")
def made() -> Tables:
    return tables(2025)


def reports_by_activity(made: Tables) -> dict[object, list[Row]]:
    found: dict[object, list[Row]] = defaultdict(list)
    for row in made["reports"]:
        found[row["activity"]].append(row)
    return found


@pytest.mark.parametrize("year", [2024, 2025])
def test_every_partner_has_the_same_mix_of_statuses_within_one_activity(plan: list[Activity], year: int) -> None:
    mixes: dict[str, Counter[Delivery]] = {partner: Counter() for partner in partners_of(year)}
    for activity in plan:
        if activity.year == year:
            mixes[activity.partner][activity.judged_on(AS_OF[year]).status] += 1
    for status in Delivery:
        counts = [mix[status] for mix in mixes.values()]
        assert max(counts) - min(counts) <= 1, status
        overall = sum(counts) / sum(mix.total() for mix in mixes.values())
        for partner, mix in mixes.items():
            assert abs(mix[status] - overall * mix.total()) <= 1, (partner, status)


@pytest.mark.parametrize("period", [period for period in PERIODS if period.ends <= AS_OF[2025]], ids=lambda p: p.code)
def test_at_no_quarters_end_does_a_partner_have_far_more_late_activities(plan: list[Activity], period) -> None:
    late = Counter({partner: 0 for partner in partners_of(period.ends.year)})
    for activity in plan:
        if activity.year == period.ends.year and activity.judged_on(period.ends).status in LATE:
            late[activity.partner] += 1
    assert max(late.values()) - min(late.values()) <= 2


def test_the_plan_has_about_the_size_of_the_real_thing(made: Tables) -> None:
    years = Counter(row["year"] for row in made["activities"])
    assert years == {2024: 63, 2025: 76}
    assert {row["measured_by"] for row in made["activities"]} == {"stages", "quantity", "percent", "event"}
    for column in ("supporting", "milestones", "continues"):
        assert sum(bool(row[column]) for row in made["activities"]) >= 5, column
    assert {row["precision"] for row in made["activities"]} == {"day", "quarter"}
    assert all(row["illustrative"] == "yes" for rows in made.values() for row in rows)


def test_health_and_education_are_about_two_fifths(made: Tables) -> None:
    rows = [row for row in made["activities"] if row["year"] == 2025]
    by_ministry = sum(row["partner"] in ("MOH", "MOE") for row in rows) / len(rows)
    by_area = sum(row["area"] in ("HLTH", "EDU") for row in rows) / len(rows)
    assert 0.33 <= by_ministry <= 0.45
    assert 0.38 <= by_area <= 0.45


def test_about_85_percent_of_the_reports_are_in_at_every_partner(plan: list[Activity]) -> None:
    """Whether or not quarters after a cancellation are counted as due."""
    due = [(activity, period) for activity in plan for period in activity.due()]
    under_way = [
        (activity, period)
        for activity in plan
        for period in PERIODS
        if period.ends <= AS_OF[activity.year]
        and period.starts <= activity.plan.ends
        and period.ends >= activity.plan.starts
        and period.closes >= SIGNED_ON[activity.year]
    ]
    for pairs in (due, under_way):
        assert 0.83 <= sum(period.code in activity.values for activity, period in pairs) / len(pairs) <= 0.87
    for year in (2024, 2025):
        missing = Counter({partner: 0 for partner in partners_of(year)})
        missing.update(
            activity.partner for activity, period in due if activity.year == year and period.code not in activity.values
        )
        assert max(missing.values()) - min(missing.values()) <= 2


def test_reports_come_5_to_40_days_after_the_quarter_and_the_newest_by_20_october(made: Tables) -> None:
    ends = {period.code: period.ends for period in PERIODS}
    for row in made["submissions"]:
        recorded = date.fromisoformat(str(row["recorded"])[:10])
        if row["kind"] == "progress" and not str(row["code"]).endswith("-C"):
            assert 5 <= (recorded - ends[str(row["period"])]).days <= 40, row["code"]
        assert recorded < date(2025, 10, 20)
    assert max(row["as_of"] for row in made["reports"]) == AS_OF[2025]  # type: ignore[type-var]


def test_amendments_of_every_kind_are_signed_and_known_in_order(made: Tables) -> None:
    recorded = {row["code"]: str(row["recorded"])[:10] for row in made["submissions"]}
    assert {row["kind"] for row in made["amendments"]} == {
        "extend", "budget", "cancel", "carry over", "postpone", "add"
    }  # fmt: skip
    for row in made["amendments"]:
        assert str(row["signed_on"]) < recorded[row["submission"]]
        if "-2025-" in str(row["activity"]):
            assert date(2025, 4, 1) <= row["signed_on"] <= date(2025, 8, 31)  # type: ignore[operator]


def test_a_budget_amendment_changes_the_budget_by_more_than_a_fifth(made: Tables) -> None:
    budgets: dict[tuple[object, bool], int] = defaultdict(int)
    for row in made["funding"]:
        budgets[row["activity"], bool(row["amendment"])] += int(row["planned_cents"] or 0)  # type: ignore[call-overload]
    assert all(500_000 <= cents <= 8_000_000 for cents in budgets.values())
    revised = [activity for activity, amended in budgets if amended]
    assert len(revised) >= 3
    for activity in revised:
        assert abs(budgets[activity, True] / budgets[activity, False] - 1) > 0.2


def test_a_continuing_activity_starts_from_the_share_of_the_one_it_continues(made: Tables) -> None:
    activities = {row["code"]: row for row in made["activities"]}
    carried = {row["activity"] for row in made["amendments"] if row["kind"] == "carry over"}
    continuing = [row for row in activities.values() if row["continues"]]
    assert {row["continues"] for row in continuing} == carried
    for row in continuing:
        assert row["title_en"] == activities[row["continues"]]["title_en"]
        assert 0 < int(str(row["opening_share"])) < 100


def test_money_is_released_after_it_was_funded_and_spent_after_it_was_released(made: Tables) -> None:
    planned: dict[object, int] = defaultdict(int)
    for row in made["funding"]:
        cents = int(row["planned_cents"] or 0)  # type: ignore[call-overload]
        planned[row["activity"]] = max(planned[row["activity"]], 0) + (0 if row["amendment"] else cents)
    moved: dict[tuple[object, object], int] = defaultdict(int)
    for row in made["flows"]:
        moved[row["activity"], row["kind"]] += row["amount_cents"]  # type: ignore[operator]
        assert str(row["dated"])[:4] == str(row["activity"]).split("-")[1]
    for activity in planned:
        assert moved[activity, "released"] <= moved[activity, "funded"] <= 1.4 * planned[activity]
    for activity, rows in reports_by_activity(made).items():
        for row in rows:
            released = sum(
                flow["amount_cents"]  # type: ignore[misc]
                for flow in made["flows"]
                if flow["activity"] == activity and flow["kind"] == "released" and flow["dated"] <= row["as_of"]  # type: ignore[operator]
            )
            assert row["spent_cents"] <= released  # type: ignore[operator]


def test_some_money_is_unreported_for_more_than_three_and_more_than_six_months(made: Tables) -> None:
    newest = {activity: rows[-1] for activity, rows in reports_by_activity(made).items()}
    ages = set()
    for activity, row in newest.items():
        left = int(str(row["spent_cents"]))
        for flow in sorted(made["flows"], key=lambda flow: str(flow["dated"])):
            if flow["activity"] == activity and flow["kind"] == "released":
                left -= int(str(flow["amount_cents"]))
                if left < 0 and "-2025-" in str(activity):
                    ages.add((AS_OF[2025] - flow["dated"]).days // 91)  # type: ignore[operator]
    assert {0, 1, 2} <= ages


def test_one_direct_cash_activity_spends_far_ahead_of_what_it_delivers(plan: list[Activity], made: Tables) -> None:
    reports = reports_by_activity(made)
    ahead = []
    for activity in plan:
        flows = [row for row in made["flows"] if row["activity"] == activity.code and row["kind"] == "released"]
        report = activity.report_on(AS_OF[activity.year])
        if report and flows and all(row["modality"] == "direct cash" for row in flows):
            part = int(str(reports[activity.code][-1]["spent_cents"])) / sum(row["amount_cents"] for row in flows)  # type: ignore[misc]
            if part - (report.share or 0) > 0.25:
                ahead.append(activity.wanted.role)
    assert ahead == ["spends ahead"]


def test_a_large_plan_repeats_every_activity_under_a_code_of_its_own(made: Tables) -> None:
    larger = tables(2025, times=3, monthly=True)
    codes = [row["code"] for row in larger["activities"]]
    assert len(set(codes)) == len(codes) == 3 * len(made["activities"])
    assert len({row["code"] for row in larger["amendments"]}) == 3 * len(made["amendments"])
    assert {row["activity"] for row in larger["reports"]} <= set(codes)
    assert {row["continues"] for row in larger["activities"]} <= {"", *codes}
    assert len(larger["reports"]) > 4 * 3 * len(made["activities"])


def test_interim_reports_never_go_back(plan: list[Activity]) -> None:
    for activity in plan:
        before = 0
        for period in PERIODS:
            if activity.values.get(period.code) is not None:
                values = [activity.interim(period, 1), activity.interim(period, 2), activity.values[period.code]]
                assert [before, *values] == sorted([before, *values])
                before = activity.values[period.code]


def test_the_same_seed_draws_the_same_plan(made: Tables) -> None:
    assert tables(2025) == made
    assert tables(7) != made
