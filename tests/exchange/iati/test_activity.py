"""One activity in an IATI file says what the dashboard says of it."""

from collections import Counter
from datetime import date

import pytest

from db import queries
from db.engine import Database
from exchange.iati.codes import STATUS
from exchange.iati.document import activities_xml
from monitoring.filters import Filters
from monitoring.rows import rows_of
from monitoring.status import Delivery
from tests.exchange.conftest import SEPTEMBER
from tests.exchange.iati.reading import activities, text

EVERY_YEAR = Filters(years=(2024, 2025))


@pytest.fixture(scope="module")
def told(demonstration: Database):  # type: ignore[no-untyped-def]
    return activities(activities_xml(demonstration, SEPTEMBER, with_illustrative=True))


@pytest.fixture(scope="module")
def judged(demonstration: Database):  # type: ignore[no-untyped-def]
    return {row["code"]: row for row in rows_of(queries.judged_activities(demonstration, SEPTEMBER, EVERY_YEAR))}


def day(activity, kind: str) -> date | None:  # type: ignore[no-untyped-def]
    found = activity.find(f"activity-date[@type='{kind}']")
    return None if found is None else date.fromisoformat(found.get("iso-date"))


def test_every_status_of_the_dashboard_has_a_code() -> None:
    assert set(STATUS) == set(Delivery)


def test_as_many_are_completed_cancelled_and_under_way_as_on_screen(told, judged) -> None:  # type: ignore[no-untyped-def]
    codes = Counter(one.find("activity-status").get("code") for one in told.values())
    status = Counter(row["status"] for row in judged.values())
    verified = sum(bool(row["verified"]) for row in judged.values() if row["status"] == "completed")
    assert codes["1"] == status["not yet due"] > 0
    assert codes["3"] == status["completed"] - verified > 0
    assert codes["4"] == verified + status["carried over"]
    assert codes["5"] == status["cancelled"] > 0
    assert codes["6"] == status["postponed"] > 0
    assert sum(codes.values()) == len(judged)


def test_planned_days_are_those_of_the_plan_in_force(told, judged) -> None:  # type: ignore[no-untyped-def]
    for code, activity in told.items():
        assert day(activity, "1") == judged[code]["starts"].date()
        assert day(activity, "3") == judged[code]["ends"].date()


def test_an_actual_end_is_told_of_what_is_completed_and_only_of_that(told, judged) -> None:  # type: ignore[no-untyped-def]
    for code, activity in told.items():
        ended = day(activity, "4")
        assert (ended is not None) == (judged[code]["status"] == "completed")
        assert ended is None or ended <= SEPTEMBER.as_of
    assert day(told["GPO-2024-02"], "4") == date(2024, 12, 31)
    assert "as reported" in text(told["GPO-2024-02"], "activity-date[@type='4']")


def test_an_actual_start_needs_a_report_that_something_was_done(told, judged) -> None:  # type: ignore[no-untyped-def]
    for code, activity in told.items():
        begun = day(activity, "2")
        assert begun is None or begun <= SEPTEMBER.as_of
        assert (begun is not None) or not judged[code]["delivered"] > 0


def test_partners_stand_in_their_roles(told, demonstration: Database) -> None:  # type: ignore[no-untyped-def]
    plan = queries.plan_book(demonstration, SEPTEMBER).of("activities")
    names = {row["code"]: row["name_en"] for row in rows_of(queries.partners(demonstration, SEPTEMBER))}
    for code, activity in told.items():
        row = plan[(code,)]
        at = {(one.get("role"), text(one, ".")) for one in activity.findall("participating-org")}
        assert ("3", "UNICEF") in at
        assert {name for role, name in at if role == "2"} == {names[row.lead_partner]}
        assert {name for role, name in at if role == "4"} == {names[one] for one in (row.lead_partner, *row.supporters)}
        government = any(line.source == "government" for line in row.funding)
        assert (("1", "Government (state budget)") in at) == government


def test_an_activity_names_its_regions_or_the_whole_country(told, demonstration: Database) -> None:  # type: ignore[no-untyped-def]
    plan = queries.plan_book(demonstration, SEPTEMBER).of("activities")
    scopes = {0: "4", 1: "6"}
    for code, activity in told.items():
        regions = plan[(code,)].regions
        assert len(activity.findall("location")) == len(regions)
        assert activity.find("activity-scope").get("code") == scopes.get(len(regions), "5")
        assert activity.find("recipient-country").get("code") == "TM"


def test_levels_of_priorities_keep_their_meaning_in_the_list_of_the_dac(told, demonstration: Database) -> None:  # type: ignore[no-untyped-def]
    plan = queries.plan_book(demonstration, SEPTEMBER).of("activities")
    seen = set()
    for code, activity in told.items():
        own = {one.get("code") for one in activity.findall("policy-marker[@vocabulary='99']")}
        assert own == {marker.replace(":", "-") for marker in plan[(code,)].markers}
        for one in activity.findall("policy-marker[@vocabulary='1']"):
            name = {"1": "GEN", "2": "ENV"}[one.get("code")]
            level = next(int(marker[-1]) for marker in plan[(code,)].markers if marker.startswith(name))
            seen.add((level, one.get("significance")))
    assert seen == {(1, "0"), (2, "1"), (3, "2")}


def test_what_goes_on_in_another_activity_names_it_and_is_named_by_it(told) -> None:  # type: ignore[no-untyped-def]
    before, after = told["MOH-2024-03"], told["MOH-2025-01"]
    assert before.find("related-activity").get("ref") == after.findtext("iati-identifier")
    assert after.find("related-activity").get("ref") == before.findtext("iati-identifier")


def test_titles_stand_in_all_three_languages(told) -> None:  # type: ignore[no-untyped-def]
    assert all(text(one, "title", language) for one in told.values() for language in ("en", "ru", "tk"))


def test_an_amendment_is_told_with_its_day_and_reason(told) -> None:  # type: ignore[no-untyped-def]
    said = text(told["GPO-2024-02"], "description[@type='4']")
    assert "amendment signed on 15 Nov 2024: Illustrative: the budget is revised by more than 20 percent" in said
    assert "amendment" not in text(told["GPO-2024-05"], "description[@type='4']")
