"""What a form is written from: the plan and the reports as known, for one partner and period."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from db import ledger, queries
from db.engine import Database
from monitoring import errors
from monitoring.periods import Dates, end_of_day
from tests.db.sent import content, file, in_percent, save

JUNE = Dates(date(2025, 6, 30), end_of_day(date(2026, 11, 1)))


def test_the_form_has_the_activities_that_the_partner_leads_and_those_it_supports(planned: Database) -> None:
    statement = text(
        "SELECT DISTINCT a.code FROM activity a JOIN activity_version v ON v.activity_id = a.id "
        "JOIN partner p ON p.id = v.lead_partner_id JOIN workplan w ON w.id = a.workplan_id "
        "WHERE p.code = 'MOE' AND w.first_year <= 2025 AND w.last_year >= 2025"
    )
    with planned.reading() as connection:
        led = set(connection.scalars(statement))
    found = content(planned)
    assert {one.code for one in found.activities if one.part == "leads"} == led
    supported = [one for one in found.activities if one.part == "supports"]
    assert supported
    assert all(one.lead == found.elsewhere[one.code] != "MOE" and not one.fillable for one in supported)
    assert (found.partner.code, found.period.ends) == ("MOE", date(2025, 9, 30))


def test_last_figures_are_the_newest_up_to_the_end_of_the_period(planned: Database) -> None:
    judged = queries.judged_activities(planned, JUNE).set_index("code")
    checked = 0
    for one in content(planned, period="2025-Q2").activities:
        if one.last is not None and one.last.share is not None:
            assert float(one.last.share) / 100 == pytest.approx(judged.loc[one.code, "delivered"])
            assert one.last.on <= date(2025, 6, 30)
            checked += 1
    assert checked > 0


def test_a_report_of_the_period_stands_in_the_form_and_a_withdrawn_one_does_not(
    planned: Database, tmp_path: Path
) -> None:
    (code,) = in_percent(planned)
    number = save(planned, file(planned, {code: {"Percent complete": 91, "Narrative": "went on"}}), tmp_path)
    (one,) = [one for one in content(planned).activities if one.code == code]
    assert one.reported is not None
    assert (one.reported.share, one.reported.narrative) == (91, "went on")
    ledger.withdraw(planned, number, by="A manager", why="a test")
    (one,) = [one for one in content(planned).activities if one.code == code]
    assert one.reported is None or one.reported.share != 91


def test_before_the_plan_was_known_the_form_is_empty_of_activities(planned: Database) -> None:
    early = queries.form_content(planned, "MOE", "2025-Q1", datetime(2025, 1, 2, tzinfo=UTC))
    assert early.activities == ()
    assert early.report_date == date(2025, 1, 2)


def test_indicators_are_those_that_the_activities_of_the_partner_speak_to(planned: Database) -> None:
    by_partner = {code: {one.code for one in content(planned, code).indicators} for code in ("MOE", "MOH")}
    assert "ORGL" in by_partner["MOE"]
    assert "U5MR" not in by_partner["MOE"]
    assert "U5MR" in by_partner["MOH"]


def test_a_partner_without_activities_is_offered_every_indicator(database: Database) -> None:
    found = content(database)
    assert (len(found.activities), len(found.indicators)) == (0, 15)
    (learning,) = [one for one in found.indicators if one.code == "ORGL"]
    assert (float(learning.last or 0), learning.last_on, learning.series) == (44.4, date(2024, 7, 1), "MICS")
    assert not found.illustrative


def test_an_unknown_partner_or_period_is_answered_with_those_that_are_known(database: Database) -> None:
    with pytest.raises(errors.UnknownPartner, match=r"no partner “XX”. Known are: MOH, MOE"):
        content(database, partner="XX")
    with pytest.raises(errors.UnknownPeriod, match="2025-Q3"):
        content(database, period="2031-Q9")
