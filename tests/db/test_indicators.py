"""The real indicators, judged as the published facts say."""

from datetime import date

import pytest

from db import queries
from db.engine import Database
from monitoring.periods import Dates, end_of_day

KNOWN_NOW = end_of_day(date(2026, 11, 1))


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("ORGL", "moving away"),
        ("STUNT", "no target"),
        ("DTP3", "target met"),
        ("BREG", "target met"),
        ("WAST", "target met"),
        ("EBF", "one value only"),
        ("U5MR", "one value only"),
    ],
)
def test_the_real_indicators_stand_where_the_facts_put_them(database: Database, code: str, status: str) -> None:
    judged = queries.judged_indicators(database, Dates(date(2026, 9, 30), KNOWN_NOW)).set_index("code")
    assert len(judged) == 15
    assert judged.loc[code, "status"] == status


def test_a_survey_published_later_was_not_known_then(database: Database) -> None:
    then = Dates(date(2025, 6, 30), end_of_day(date(2025, 7, 15)))
    judged = queries.judged_indicators(database, then).set_index("code")
    assert judged.loc["ORGL", "value"] == 50
    assert judged.loc["ORGL", "status"] == "one value only"


def test_only_the_total_is_judged(database: Database) -> None:
    judged = queries.judged_indicators(database, Dates(date(2026, 9, 30), KNOWN_NOW)).set_index("code")
    assert judged.loc["ORGL", "value"] == 44.4
    assert judged.loc["ORGL", "progress"] == pytest.approx(-0.112)
