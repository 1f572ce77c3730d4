"""What the rules of IATI ask for beyond its schema, as far as a file alone shows it."""

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree

from db.engine import Database
from exchange.iati.document import activities_xml
from tests.exchange.conftest import SEPTEMBER
from tests.exchange.iati.reading import activities

VOCABULARIES = {"policy-marker": {"1", "99"}, "sector": {"1", "99"}, "tag": {"99"}}


@pytest.fixture(scope="module")
def told(demonstration: Database) -> list[etree._Element]:
    return list(activities(activities_xml(demonstration, SEPTEMBER, with_illustrative=True)).values())


def days(activity: etree._Element) -> dict[str, date]:
    found = activity.findall("activity-date")
    return {str(one.get("type")): date.fromisoformat(str(one.get("iso-date"))) for one in found}


def day(element: etree._Element, path: str) -> date:
    return date.fromisoformat(str(element.find(path).get("iso-date")))


def test_an_identifier_begins_with_the_organisation_and_has_no_forbidden_letter(told: list[etree._Element]) -> None:
    for activity in told:
        identifier = activity.findtext("iati-identifier") or ""
        assert identifier.startswith(activity.find("reporting-org").get("ref") + "-")
        assert re.fullmatch(r"[^/&|?\s]+", identifier)


def test_starts_come_before_ends_and_what_happened_is_past(told: list[etree._Element]) -> None:
    for activity in told:
        found = days(activity)
        assert found["1"] <= found["3"]
        assert found.get("2", date.min) <= found.get("4", SEPTEMBER.as_of) <= SEPTEMBER.as_of
        for period in (*activity.iter("period"), *activity.iter("budget")):
            assert day(period, "period-start") <= day(period, "period-end")
        for transaction in activity.iter("transaction"):
            assert day(transaction, "transaction-date") <= SEPTEMBER.as_of


def test_no_budget_is_longer_than_a_year(told: list[etree._Element]) -> None:
    for budget in (one for activity in told for one in activity.iter("budget")):
        assert (day(budget, "period-end") - day(budget, "period-start")).days < 366


def test_the_parts_of_each_vocabulary_are_a_hundred_percent(told: list[etree._Element]) -> None:
    for activity in told:
        shares: dict[str, Decimal] = defaultdict(Decimal)
        for sector in activity.findall("sector"):
            shares[str(sector.get("vocabulary"))] += Decimal(str(sector.get("percentage")))
        assert shares == {"1": Decimal(100), "99": Decimal(100)}
        assert activity.find("recipient-country").get("percentage") == "100"


def test_codes_of_our_own_say_their_name_and_those_of_the_dac_their_significance(told: list[etree._Element]) -> None:
    for activity in told:
        for tag, known in VOCABULARIES.items():
            for one in activity.findall(tag):
                assert one.get("vocabulary") in known
                assert (one.get("vocabulary") == "99") == (one.find("narrative") is not None)
        for marker in activity.findall("policy-marker"):
            assert (marker.get("vocabulary") == "1") == (marker.get("significance") is not None)


def test_an_organisation_has_a_name_or_a_registered_identifier(told: list[etree._Element]) -> None:
    for activity in told:
        for one in activity.findall("participating-org"):
            assert one.find("narrative") is not None
            assert one.get("ref") in (None, "XM-DAC-41122")
