"""What the API answers are the figures of the dashboard's own reads, row by row."""

import math
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import pytest

from db import queries
from db.queries.received import latest_day, received
from exchange.api.parameters import ALWAYS
from exchange.api.tables import TABLES
from monitoring import why
from monitoring.filters import Filters
from monitoring.language import spoken_in
from monitoring.periods import Dates, end_of_day, today
from monitoring.rows import rows_of
from tests.exchange.api.conftest import Api
from ui import address

SEPTEMBER = Dates(date(2025, 9, 30), end_of_day(today()))
VIEWS: list[tuple[dict[str, Any], Filters]] = [
    ({}, Filters()),
    ({"partner": ["MOE", "MOH"], "supporting": "yes"}, Filters(partners=("MOE", "MOH"), supporting=True)),
    (
        {"area": "EDU", "status": ["behind", "past end date"]},
        Filters(areas=("EDU",), statuses=("behind", "past end date")),
    ),
    ({"goal": "NAP-2", "region": ["MA", "nationwide"]}, Filters(goals=("NAP-2",), regions=("MA", "nationwide"))),
    ({"year": "2024"}, Filters(years=(2024,))),
]


def told(value: Any) -> Any:
    """A value of a read as JSON has it."""
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)) or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() if value.tzinfo is None else value.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return value.isoformat() if isinstance(value, date) else value


def same(rows: list[dict[str, Any]], found: pd.DataFrame, *columns: str) -> bool:
    expected = [{name: told(row[name]) for name in columns} for row in rows_of(found[list(columns)])]
    return rows != [] and [{name: row[name] for name in columns} for row in rows] == expected


def asked(path: str, given: dict[str, Any]) -> str:
    return f"{path}?{urlencode({'as_of': '2025-09-30', **given}, doseq=True)}"


@pytest.mark.parametrize(("given", "filters"), VIEWS)
def test_activities_are_those_that_the_filters_show(api: Api, given: dict[str, Any], filters: Filters) -> None:
    found = queries.judged_activities(api.database, SEPTEMBER, filters)
    columns = ("code", "workplan", "partner", "area", "title_en", "title_ru", "title_tk", "status", "delivered")
    columns += ("starts", "ends", "first_ends", "reported_on", "amended_on", "amended_why", "planned_cents")
    columns += ("spent_cents", "spent_currency", "rating", "next_step", "verified", "in_words", "illustrative")
    assert same(api.rows(asked("activities", given)), found, *columns)


@pytest.mark.parametrize(("given", "filters"), VIEWS)
def test_an_activity_is_judged_as_on_its_page_and_says_why(api: Api, given: dict[str, Any], filters: Filters) -> None:
    found = queries.judged_activities(api.database, SEPTEMBER, filters)
    rows = api.rows(asked("judgements", given))
    assert same(rows, found, "code", "status", "delivered", "planned_at_report", "planned_now", "days_past_end", "ends")
    assert [row["days_behind"] for row in rows] == [days if days >= 0 else None for days in found["days_behind"]]
    limits = queries.limits(api.database, SEPTEMBER)
    for language in ("en", "ru", "tk"):
        with spoken_in(language):
            assert [row[f"why_{language}"] for row in rows] == why.sentences(
                found["status"], why.rules(found, limits), limits
            )


def test_what_an_amendment_took_out_gives_its_reason(api: Api) -> None:
    rows = api.rows(asked("judgements", {"status": ["cancelled", "postponed", "carried over"]}))
    assert {row["rule"] for row in rows} == {"amendment"}
    assert all(row["reason"] for row in rows)


@pytest.mark.parametrize("group", ["partner", "area", "goal", "region", "workplan", "source"])
@pytest.mark.parametrize("weight", ["equal", "budget"])
def test_a_group_has_the_figures_of_its_page(api: Api, group: Any, weight: Any) -> None:
    found = queries.progress_by(api.database, SEPTEMBER, group, Filters(weight=weight))
    found = found.assign(status=found["word"], n_past_end_date=found["past end date"], n_behind=found["behind"])
    rows = api.rows(asked("judgements/groups", {"by": group, "weight": weight}))
    columns = (
        "group",
        "status",
        "reason",
        "activities",
        "counted",
        "delivered",
        "delivered_of_due",
        "planned_at_report",
    )
    columns += ("planned_now", "reported_weight", "silent_weight", "days_behind", "n_past_end_date", "n_behind")
    assert same(rows, found, *columns)
    assert all(row["name_en"] and row["name_ru"] and row["name_tk"] and row["why_en"] for row in rows)


@pytest.mark.parametrize("framework", ["national action plan", "country programme"])
def test_goals_are_those_of_the_framework_that_is_asked_for(api: Api, framework: str) -> None:
    rows = api.rows(asked("judgements/groups", {"by": "goal", "framework": framework}))
    goals = set(queries.goals_in_force(api.database, SEPTEMBER, framework)["code"])
    found = queries.progress_by(api.database, SEPTEMBER, "goal")
    assert same(rows, found[found["group"].isin(goals)], "group", "activities", "delivered")
    every = api.rows(asked("judgements/groups", {"by": "goal"}))
    assert len(rows) < len(every)


def test_a_framework_leaves_other_groups_as_they_are(api: Api) -> None:
    every = api.rows(asked("judgements/groups", {"by": "area"}))
    assert api.rows(asked("judgements/groups", {"by": "area", "framework": "country programme"})) == every


def test_all_of_them_together_count_each_activity_once(api: Api) -> None:
    (row,) = api.rows(asked("judgements/groups", {"by": "all", "partner": "MOE"}))
    totals = queries.totals(api.database, SEPTEMBER, Filters(partners=("MOE",)))
    assert (row["activities"], row["delivered"]) == (totals["activities"], totals["delivered"])
    assert row["late"] == totals["behind"] + totals["past end date"]


def test_indicators_and_their_judgement_are_those_of_the_page(api: Api) -> None:
    found = queries.judged_indicators(api.database, SEPTEMBER, Filters(areas=("HLTH",)))
    rows = api.rows(asked("indicators", {"area": "HLTH"}))
    assert same(
        rows, found, "code", "name_tk", "unit", "baseline", "baseline_on", "value", "target", "target_on", "status"
    )
    assert [row["goals"] for row in rows] == [list(goals) for goals in found["goals"]]
    judged = api.rows(asked("judgements/indicators", {"area": "HLTH"}))
    assert same(judged, found, "code", "status", "rule", "expected", "progress", "pace", "noise", "old")
    assert all(row["why_ru"] for row in judged)


@pytest.mark.parametrize("given", [{}, {"indicator": ["STUNT", "WAST"]}, {"area": "EDU"}, {"goal": "NAP-2"}])
def test_observations_are_those_that_count(api: Api, given: dict[str, Any]) -> None:
    filters = Filters(areas=("EDU",) if "area" in given else (), goals=("NAP-2",) if "goal" in given else ())
    about = set(queries.judged_indicators(api.database, SEPTEMBER, filters)["code"]) & set(
        given.get("indicator", list(queries.stated_sources(api.database, "indicator")))
    )
    found = queries.observations(api.database, SEPTEMBER)
    found = found[found["indicator"].isin(about)]
    columns = ("indicator", "series", "observed_on", "region", "sex", "value", "low", "high", "source", "illustrative")
    assert same(api.rows(asked("observations", given)), found, *columns)


def test_partners_and_workplans_carry_names_source_and_signatures(api: Api) -> None:
    columns = ("code", "kind", "name_en", "name_ru", "name_tk", "note", "source", "illustrative")
    assert same(api.rows(asked("partners", {})), queries.partners(api.database, SEPTEMBER), *columns)
    signed = queries.signatories(api.database, SEPTEMBER)
    rows = api.rows(asked("workplans", {}))
    assert [(row["code"], partner) for row in rows for partner in row["partners"]] == list(
        zip(signed["workplan"], signed["partner"], strict=True)
    )
    shared = api.rows(asked("workplans", {"partner": "WU", "year": "2025"}))
    assert [row["partners"] for row in shared] == [["TVR", "WU"]]


@pytest.mark.parametrize(("given", "filters"), VIEWS[2:4])
def test_partners_workplans_and_submissions_are_those_of_the_activities_picked(
    api: Api, given: dict[str, Any], filters: Filters
) -> None:
    found = queries.judged_activities(api.database, SEPTEMBER, filters)
    leading = set(found["partner"])
    assert {row["code"] for row in api.rows(asked("partners", given))} == leading
    assert {row["code"] for row in api.rows(asked("workplans", given))} == set(found["workplan"])
    assert len(leading) < len(api.rows("partners"))
    sent = {row["number"] for row in api.rows(asked("submissions", given))}
    brought = [queries.reports_of(api.database, SEPTEMBER, code)["submission"] for code in found["code"]]
    periods = {"as_of": "2025-09-30"}
    known = {row["number"] for row in api.rows(asked("submissions", periods))}
    assert sent >= set(pd.concat(brought)) & known > set()
    assert len(sent) < len(api.rows("submissions?as_of=2025-09-30"))


def test_supporting_partners_stand_among_those_of_activities_where_asked_for(api: Api) -> None:
    alone, both = (
        {row["code"] for row in api.rows(asked("partners", {"status": "behind", "supporting": word}))}
        for word in ("no", "yes")
    )
    supporters = {code for row in api.rows(asked("activities", {"status": "behind"})) for code in row["supporters"]}
    assert supporters - alone
    assert both == alone | supporters


def test_submissions_have_the_state_they_had_on_the_day_asked_for(api: Api) -> None:
    for known_on in (date(2025, 10, 31), today()):
        found = queries.submissions(api.database, end_of_day(known_on))
        rows = api.rows(f"submissions?known_on={known_on}")
        assert same(rows, found, "number", "partner", "period", "recorded", "reported_by", "reports", "state", "counts")
    sent = api.rows("submissions?period=2025-Q2&partner=MOH")
    assert {(row["partner"], row["period"]) for row in sent} == {("MOH", "2025-Q2")}


def test_submissions_for_periods_after_the_reporting_date_are_left_out_where_one_is_given(api: Api) -> None:
    ended = {row["code"] for row in rows_of(queries.periods(api.database)) if row["ends"] <= date(2025, 6, 30)}
    found = api.get("submissions?as_of=2025-06-30&limit=1000").json()
    everything = api.rows("submissions?limit=1000")
    assert found["rows"] == [row for row in everything if row["period"] is None or row["period"] in ended]
    assert 0 < found["count"] < len(everything)
    assert "as_of=2025-06-30" in found["self"], "another page of it holds the same"


@pytest.mark.parametrize(("word", "shown"), [("1", "yes"), ("true", "yes"), ("no", ""), ("0", "")])
def test_supporting_is_said_in_each_of_the_usual_ways(api: Api, word: str, shown: str) -> None:
    ours = {"partner": ["MOE", "MOH"]}
    wanted = api.rows(asked("activities", ours | ({"supporting": shown} if shown else {})))
    assert api.rows(asked("activities", ours | {"supporting": word})) == wanted


@pytest.mark.parametrize("known_on", ["2025-07-10", "2025-10-31"])
def test_only_what_was_known_then_is_answered(api: Api, known_on: str) -> None:
    dates = Dates(date(2025, 6, 30), end_of_day(date.fromisoformat(known_on)))
    rows = api.rows(f"judgements?period=2025-Q2&known_on={known_on}")
    assert same(rows, queries.judged_activities(api.database, dates), "code", "status", "reported_on", "delivered")


def test_the_usual_dates_are_those_of_the_dashboard(api: Api) -> None:
    usual = api.get("activities").json()
    assert usual["as_of"] == api.get("activities?period=2025-Q3").json()["as_of"] == "2025-09-30"
    latest = latest_day(received(api.database, end_of_day(today())), today())
    assert api.get("activities?as_of=2999-01-01").json()["as_of"] == latest.isoformat()


def test_filters_have_the_names_that_the_dashboard_writes_in_its_addresses() -> None:
    ours = {parameter.name for table in TABLES.values() for parameter in table.parameters}
    assert ours <= {*address.ONE, *address.MANY}
    assert {one.name for one in ALWAYS} & {*address.ONE, *address.MANY} == {"lang"}


def test_every_table_says_what_is_made_up_and_where_it_comes_from() -> None:
    for table in TABLES.values():
        assert {"source", "illustrative"} <= {column.key for column in table.columns}, table.path
