"""Results in an IATI file: what an activity delivers, and what its goals count, as the dashboard judges them."""

from datetime import date
from decimal import Decimal

import pytest

from db import queries
from db.engine import Database
from exchange.iati.document import activities_xml
from exchange.iati.outcomes import observed_in
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from monitoring.rows import rows_of
from tests.exchange.conftest import SEPTEMBER
from tests.exchange.iati.reading import activities, text

EVERY_YEAR = Filters(years=(2024, 2025))


@pytest.fixture(scope="module")
def told(demonstration: Database):  # type: ignore[no-untyped-def]
    return activities(activities_xml(demonstration, SEPTEMBER, with_illustrative=True))


def test_what_is_delivered_is_what_the_dashboard_judges(told, demonstration: Database) -> None:  # type: ignore[no-untyped-def]
    judged = rows_of(queries.judged_activities(demonstration, SEPTEMBER, EVERY_YEAR))
    counted = 0
    for row in judged:
        indicator = told[row["code"]].find("result[@type='1']/indicator")
        target = Decimal(indicator.find("period/target").get("value"))
        actual = indicator.find("period/actual")
        if row["delivered"] != row["delivered"]:
            assert actual is None
        else:
            part = min(Decimal(actual.get("value")) / target, Decimal(1))
            assert float(part) == pytest.approx(row["delivered"], abs=1e-6)
            counted += 1
    assert counted > 100


def test_a_counted_activity_says_its_quantity_in_its_own_unit(told) -> None:  # type: ignore[no-untyped-def]
    result = told["MOH-2025-01"].find("result[@type='1']")
    assert text(result, "indicator/title") == "maternity hospitals"
    assert result.find("indicator/baseline").get("value") == "12"
    assert result.find("indicator/period/target").get("value") == "24"
    assert result.find("indicator/period/actual").get("value") == "18"


def test_nothing_but_whole_ones_are_brought_along_of_a_whole_quantity(told) -> None:  # type: ignore[no-untyped-def]
    """67 percent of 12 are 8."""
    baseline = told["MOE-2025-01"].find("result[@type='1']/indicator/baseline")
    assert baseline.get("value") == "8"
    assert "continues" in text(baseline, "comment")


def outcomes(activities):  # type: ignore[no-untyped-def]
    """Every indicator of the country, as it stands in the activities."""
    for activity in activities.values():
        for indicator in activity.findall("result[@type='2']/indicator"):
            yield indicator.find("reference[@vocabulary='99']").get("code"), indicator


def test_indicators_have_the_baseline_target_and_newest_value_of_the_indicators_page(
    told,  # type: ignore[no-untyped-def]
    demonstration: Database,
) -> None:
    judged = {row["code"]: row for row in rows_of(queries.judged_indicators(demonstration, SEPTEMBER))}
    seen = set()
    for code, indicator in outcomes(told):
        row = judged[code]
        seen.add(code)
        assert float(indicator.find("baseline").get("value")) == row["baseline"]
        targets = [float(one.get("value")) for one in indicator.findall("period/target")]
        assert targets == ([row["target"]] if row["target"] == row["target"] else [])
        totals = [one for one in indicator.findall("period/actual") if one.find("dimension") is None]
        newer = bool(row["value_on"]) and row["value_on"] > row["baseline_on"]
        assert bool(totals) == newer
        assert not newer or float(totals[-1].get("value")) == row["value"]
        assert (indicator.get("ascending") == "true") == (row["direction"] == "up")
    assert seen == {code for code, row in judged.items() if row["goals"]}


def test_groups_stand_as_dimensions_beside_the_total_once_they_are_known(told, demonstration: Database) -> None:  # type: ignore[no-untyped-def]
    before = next(indicator for code, indicator in outcomes(told) if code == "ORGL")
    assert before.find("period/actual") is None  # published in February 2026
    known = Dates(SEPTEMBER.as_of, end_of_day(date(2026, 3, 1)))
    since = activities(activities_xml(demonstration, known, Filters(years=(2025,), areas=("EDU",)), True))
    learning = next(indicator for code, indicator in outcomes(since) if code == "ORGL")
    values = {
        tuple((one.get("name"), one.get("value")) for one in actual.findall("dimension")): actual.get("value")
        for actual in learning.findall("period/actual")
    }
    assert values == {
        (): "44.4",
        (("residence", "urban"),): "70.7",
        (("residence", "rural"),): "24.9",
        (("wealth", "richest"),): "84.8",
        (("wealth", "poorest"),): "20.5",
    }


def test_every_value_says_where_it_comes_from(told) -> None:  # type: ignore[no-untyped-def]
    for _code, indicator in outcomes(told):
        valued = [*indicator.findall("baseline"), *indicator.findall("period/target")]
        for one in (*valued, *indicator.findall("period/actual")):
            assert "Source: " in text(one, "comment")


def test_a_result_of_the_country_says_that_it_is_not_the_activity_s_own(told) -> None:  # type: ignore[no-untyped-def]
    result = told["MOH-2025-01"].find("result[@type='2']")
    assert result.get("aggregation-status") == "false"
    assert "whole country" in text(result, "description")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 7, 1), (date(2024, 1, 1), date(2024, 12, 31))),
        (date(2024, 6, 30), (date(2024, 6, 30), date(2024, 6, 30))),
        (date(2024, 7, 2), (date(2024, 7, 2), date(2024, 7, 2))),
    ],
)
def test_the_middle_of_a_year_stands_for_the_year(day: date, expected: tuple[date, date]) -> None:
    assert observed_in(day) == expected
