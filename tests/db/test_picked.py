"""What a reader picks narrows every read alike, and what is added to the ledger shows at once."""

from datetime import date

import pytest
from sqlalchemy import text

from db import ledger, queries
from db.engine import Database
from monitoring import findings
from monitoring.catching_up import needed
from monitoring.filters import NATIONWIDE, Filters
from monitoring.periods import Dates, end_of_day, today
from monitoring.planned import Plan
from monitoring.rows import rows_of

SEPTEMBER = Dates(date(2025, 9, 30), end_of_day(today()))
JUNE = Dates(date(2025, 6, 30), SEPTEMBER.known_on)

BOTH_YEARS = Filters(years=(2024, 2025))
PICKED = [
    Filters(partners=("MOE",)),
    Filters(areas=("EDU", "PROT")),
    Filters(goals=("NAP-4",)),
    Filters(regions=("MA",)),
    Filters(statuses=("behind", "past end date")),
    Filters(partners=("MOH", "MOE"), areas=("HLTH",), statuses=("completed",)),
]


@pytest.mark.parametrize("filters", PICKED)
def test_groups_totals_and_the_table_speak_of_the_same_activities(planned: Database, filters: Filters) -> None:
    found = queries.judged_activities(planned, SEPTEMBER, filters)
    everything = queries.judged_activities(planned, SEPTEMBER)
    assert 0 < len(found) < len(everything)
    assert queries.totals(planned, SEPTEMBER, filters)["activities"] == len(found)
    for group in ("partner", "area"):
        by_group = queries.progress_by(planned, SEPTEMBER, group, filters)  # type: ignore[arg-type]
        assert by_group["activities"].sum() == len(found)
        assert set(by_group["group"]) == set(found[group])


def test_goal_and_region_are_those_of_the_link_tables(planned: Database) -> None:
    with planned.reading() as connection:
        statement = text(
            "SELECT DISTINCT a.code FROM activity a JOIN activity_version v ON v.activity_id = a.id "
            "JOIN activity_goal l ON l.version_id = v.id JOIN goal g ON g.id = l.goal_id "
            "WHERE g.code = 'NAP-4' AND a.code LIKE '%-2025-%'"
        )
        expected = {code for (code,) in connection.execute(statement)}
    found = queries.judged_activities(planned, SEPTEMBER, Filters(goals=("NAP-4",)))
    assert set(found["code"]) == expected


def test_supporting_partners_show_shared_activities_and_totals_count_them_once(planned: Database) -> None:
    filters = Filters(supporting=True)
    alone = queries.progress_by(planned, SEPTEMBER, "partner")
    shared = queries.progress_by(planned, SEPTEMBER, "partner", filters)
    assert alone["shared"].sum() == 0
    assert shared["shared"].sum() == shared["activities"].sum() - alone["activities"].sum() > 0
    assert queries.totals(planned, SEPTEMBER, filters)["activities"] == alone["activities"].sum()


def test_weighing_by_budget_changes_shares_but_not_counts(planned: Database) -> None:
    equal = queries.totals(planned, SEPTEMBER)
    budget = queries.totals(planned, SEPTEMBER, Filters(weight="budget"))
    assert budget["activities"] == equal["activities"]
    assert budget["delivered"] != equal["delivered"]
    found = queries.judged_activities(planned, SEPTEMBER)
    told = found[(found["state"] == "active") & found["delivered"].notna()]
    weight = told["planned_cents"].fillna(0)
    assert budget["delivered"] == pytest.approx((told["delivered"] * weight).sum() / weight.sum(), abs=1e-8)


def test_plans_of_another_year_are_shown_when_asked_for(planned: Database) -> None:
    found = queries.judged_activities(planned, SEPTEMBER, Filters(years=(2024,)))
    assert set(found["code"].str.split("-").str[1]) == {"2024"}
    both = queries.judged_activities(planned, SEPTEMBER, Filters(years=(2024, 2025)))
    assert len(both) > len(found)


def test_what_is_withdrawn_leaves_every_read_at_once_and_comes_back(planned: Database) -> None:
    moe = Filters(partners=("MOE",))
    reads = (queries.judged_activities, queries.over_time, queries.money)
    before = [read(planned, SEPTEMBER, moe) for read in reads]
    newest = queries.submissions(planned, SEPTEMBER.known_on, partners=["MOE"]).iloc[0]
    ledger.withdraw(planned, int(newest["number"]), by="A tester", why="a try")
    for read, table in zip(reads, before, strict=True):
        assert not read(planned, SEPTEMBER, moe).equals(table), read.__name__
    ledger.reinstate(planned, int(newest["number"]), by="A tester", why="a try")
    for read, table in zip(reads, before, strict=True):
        assert read(planned, SEPTEMBER, moe).equals(table), read.__name__


def test_moves_between_two_dates_follow_the_statuses_at_both(planned: Database) -> None:
    moves = queries.changes(planned, JUNE, SEPTEMBER)
    before = queries.judged_activities(planned, JUNE).set_index("code")["status"]
    after = queries.judged_activities(planned, SEPTEMBER).set_index("code")["status"]
    assert {row["moved"] for row in moves.to_dict("records")} >= {"forward", "slipped", "unchanged"}
    for row in moves.to_dict("records"):
        assert (row["before"], row["after"]) == (before[row["code"]], after[row["code"]])
        if row["moved"] == "slipped":
            assert row["after"] in ("needs attention", "behind", "past end date", "no report")
        if row["moved"] == "forward":
            assert row["after"] in ("completed", "on schedule", "needs attention", "behind")


def test_what_needs_a_decision_waits_longest_first(planned: Database) -> None:
    waiting = queries.needs_decision(planned, SEPTEMBER)
    past = waiting[waiting["status"] == "past end date"]
    order = ["past end date", "behind", "no report"]
    keys = [(-days, order.index(status)) for days, status in zip(waiting["days"], waiting["status"], strict=True)]
    assert keys == sorted(keys)
    assert set(waiting["status"]) == set(order)
    assert (past["days"] == past["days_past_end"]).all()
    assert past["needed"].isna().all()


def test_what_is_needed_to_be_on_schedule_is_what_the_plan_asked_for_a_month_before(planned: Database) -> None:
    waiting = queries.needs_decision(planned, SEPTEMBER)
    for row in rows_of(waiting[waiting["days_past_end"] == 0]):
        detail = queries.activity_detail(planned, SEPTEMBER, row["code"])
        assert detail is not None
        plan = Plan(row["starts"].date(), row["ends"].date(), row["measured_by"], tuple(detail.planned[1:-1]))
        assert row["needed"] == pytest.approx(needed(plan, SEPTEMBER.as_of), abs=1e-8)


def test_a_decision_done_later_is_open_at_the_date_before(planned: Database) -> None:
    review = queries.decisions(planned, Dates(date(2025, 7, 31), SEPTEMBER.known_on))
    later = queries.decisions(planned, SEPTEMBER)
    titles = {row["code"]: row["title_en"] for row in rows_of(queries.judged_activities(planned, SEPTEMBER))}
    about = [row for row in rows_of(later) if row["activity"] in titles]
    assert about
    assert all(row["title_en"] == titles[row["activity"]] for row in about)
    assert review["is_open"].sum() > later["is_open"].sum() > 0
    assert queries.decisions(planned, Dates(date(2025, 1, 1), SEPTEMBER.known_on)).empty


def test_an_amended_activity_keeps_every_version_and_its_reason(planned: Database) -> None:
    found = queries.judged_activities(planned, SEPTEMBER)
    extended = found[found["ends"] != found["first_ends"]].iloc[0]
    versions = queries.versions_of(planned, SEPTEMBER, extended["code"])
    assert versions["amendment"].tolist()[0] is None
    assert versions["amendment"].tolist()[-1] in ("extend", "postpone", "budget")
    assert versions["reason"].tolist()[-1]
    detail = queries.activity_detail(planned, SEPTEMBER, extended["code"])
    assert detail is not None
    assert detail.planned != detail.first_planned
    assert queries.activity_detail(planned, SEPTEMBER, "NOBODY-1") is None


def test_words_that_a_title_lacks_find_nothing_and_every_word_has_to_fit(planned: Database) -> None:
    found = queries.judged_activities(planned, SEPTEMBER)
    assert queries.searched(found, "teachers moe")["partner"].unique().tolist() == ["MOE"]
    assert queries.searched(found, "обучение")["code"].size > 0
    assert queries.searched(found, "teachers xylophone").empty
    assert len(queries.searched(found, "  ")) == len(found)


def test_the_default_period_has_reports(planned: Database) -> None:
    periods = queries.received(planned, SEPTEMBER.known_on).set_index("code")
    assert periods["received"]["2025-Q3"] == periods["expected"]["2025-Q3"] == 12
    assert periods["received"]["2026-Q1"] == 0
    july = queries.received(planned, end_of_day(date(2025, 7, 5))).set_index("code")
    assert july["received"]["2025-Q2"] < 12


def test_three_of_fifteen_indicators_have_a_value_since_the_plan_began(planned: Database) -> None:
    indicators = queries.judged_indicators(planned, SEPTEMBER)
    goals = queries.goals_in_force(planned, SEPTEMBER, "national action plan")
    assert findings.values_since(indicators, goals).startswith("3 of 15 indicators")
    with planned.reading() as connection:
        statement = text(
            "SELECT count(DISTINCT indicator_id) FROM observation "
            "WHERE observed_on BETWEEN '2023-06-21' AND '2025-09-30' "
            "AND region_id IS NULL AND sex || age_group || residence || wealth || disability = ''"
        )
        assert connection.scalar(statement) == 3


def test_direct_cash_of_an_activity_is_what_was_released_by_the_date_and_no_other_money(planned: Database) -> None:
    statement = text(
        "SELECT a.code, SUM(f.amount_cents) FROM funding_flow f JOIN activity a ON a.id = f.activity_id "
        "WHERE f.kind = 'released' AND f.modality = 'direct cash' AND f.dated <= '2025-06-30' GROUP BY a.code"
    )
    with planned.reading() as connection:
        expected = dict(tuple(row) for row in connection.execute(statement))
    june = Dates(date(2025, 6, 30), SEPTEMBER.known_on)
    assert len(expected) > 20
    found = queries.direct_cash(planned, june, BOTH_YEARS)
    for code, cents in expected.items():
        assert found[code].released == cents
        assert [day for day, _cents in found[code].releases] == sorted(day for day, _cents in found[code].releases)
    assert set(found) == set(expected)
    assert queries.direct_cash(planned, Dates(date(2023, 1, 1), SEPTEMBER.known_on), BOTH_YEARS) == {}


def test_what_is_spent_speaks_of_direct_cash_only_where_there_is_no_other_money(planned: Database) -> None:
    with planned.reading() as connection:
        mixed = set(
            connection.scalars(
                text(
                    "SELECT DISTINCT a.code FROM funding_line l JOIN activity_version v ON v.id = l.version_id "
                    "JOIN activity a ON a.id = v.activity_id WHERE l.modality <> 'direct cash'"
                )
            )
        )
    spent = queries.judged_activities(planned, SEPTEMBER).set_index("code")["spent_cents"]
    found = queries.direct_cash(planned, SEPTEMBER)
    known = {code for code, cash in found.items() if cash.reported is not None}
    assert known
    assert known == {code for code in found if code not in mixed and spent[code] >= 0}
    assert all(found[code].reported == spent[code] for code in known)


def test_what_an_amendment_took_out_says_its_reason_and_when_it_was_signed(planned: Database) -> None:
    found = queries.judged_activities(planned, SEPTEMBER)
    out = found[found["status"].isin(["cancelled", "postponed"])]
    assert len(out) == 5
    for row in rows_of(out):
        newest = queries.versions_of(planned, SEPTEMBER, row["code"]).iloc[-1]
        assert (row["amended_on"].date(), row["amended_why"]) == (newest["signed_on"], newest["reason"])
    as_signed = found[found["ends"] == found["first_ends"]]
    assert as_signed[as_signed["status"] == "on schedule"]["amended_why"].isna().any()


def test_of_regions_only_those_picked_are_shown_though_activities_name_others_too(planned: Database) -> None:
    everywhere = queries.progress_by(planned, SEPTEMBER, "region").set_index("group")["activities"]
    picked = queries.progress_by(planned, SEPTEMBER, "region", Filters(regions=("MA",))).set_index("group")
    assert picked["activities"].to_dict() == {"MA": everywhere["MA"]}
    assert queries.nationwide(planned, SEPTEMBER, Filters(regions=("MA",))).empty


def test_national_are_the_activities_that_no_link_names_a_region_for(planned: Database) -> None:
    with planned.reading() as connection:
        statement = text(
            "SELECT count(*) FROM activity a WHERE a.code LIKE '%-2025-%' AND NOT EXISTS (SELECT 1 "
            "FROM activity_version v JOIN activity_region l ON l.version_id = v.id WHERE v.activity_id = a.id)"
        )
        expected = connection.scalar(statement)
    national = queries.nationwide(planned, SEPTEMBER)
    assert national["activities"].tolist() == [expected]
    assert national["group"].tolist() == [NATIONWIDE]
    assert queries.totals(planned, SEPTEMBER, Filters(regions=(NATIONWIDE,)))["activities"] == expected
    assert queries.progress_by(planned, SEPTEMBER, "region", Filters(regions=(NATIONWIDE,))).empty
    mary = queries.totals(planned, SEPTEMBER, Filters(regions=("MA",)))["activities"]
    assert queries.totals(planned, SEPTEMBER, Filters(regions=("MA", NATIONWIDE)))["activities"] == expected + mary
    assert list(national.columns) == list(queries.progress_by(planned, SEPTEMBER, "region").columns)
    links = queries.snapshot(planned, SEPTEMBER).links["region"]
    everything = queries.totals(planned, SEPTEMBER)["activities"]
    assert expected + len(set(links.row.tolist())) == everything
