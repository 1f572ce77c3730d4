"""Who has reported what and how late, what contradicts itself, what is unsure, and which names wait for an editor."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import text, update

from db import ledger, queries
from db.engine import Database
from db.models import Goal
from monitoring.filters import Filters
from monitoring.periods import Dates
from monitoring.sent_rows import ReportRow
from monitoring.upload import Checked, Sender, SentFile

KNOWN = datetime(2026, 11, 1, tzinfo=UTC)
SEPTEMBER = Dates(date(2025, 9, 30), KNOWN)
FIRST_RECEIVED = """
    SELECT partner.code, period.code, MIN(submission.received_on)
    FROM submission JOIN partner ON partner.id = partner_id JOIN reporting_period period ON period.id = period_id
    WHERE submission.id NOT IN (SELECT submission_id FROM submission_event WHERE event IN ('withdrawn', 'returned'))
    GROUP BY partner.code, period.code
"""


def test_reports_in_and_days_late_are_those_of_the_submissions(planned: Database) -> None:
    found = queries.punctuality(planned, SEPTEMBER)
    assert list(dict.fromkeys(found["period"])) == ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"]
    with planned.reading() as connection:
        first = {(partner, period): day for partner, period, day in connection.execute(text(FIRST_RECEIVED))}
    for row in found.to_dict("records"):
        day = first.get((row["partner"], row["period"]))
        assert str(row["received_on"]) == str(day)
        if day is not None:
            assert row["days_late"] == max(0, (date.fromisoformat(str(day)) - row["closes"]).days)
        else:
            assert row["days_late"] != row["days_late"]
            assert row["reports_in"] == 0
    newest = found[found["period"] == "2025-Q3"].set_index("partner")
    progress = queries.progress_by(planned, SEPTEMBER, "partner").set_index("group")
    for column in ("reports_in", "reports_due"):
        due = progress[progress["reports_due"] > 0][column]
        assert newest[column].to_dict() == due.to_dict()
    assert set(queries.punctuality(planned, SEPTEMBER, Filters(partners=("MOE",)))["partner"]) == {"MOE"}


def test_no_partner_of_the_illustrative_plan_is_late_more_often_than_another(planned: Database) -> None:
    found = queries.punctuality(planned, SEPTEMBER)
    late = found[found["days_late"] > 0].groupby("partner").size()
    assert late.max() <= 2
    assert found["days_late"].max() <= 7


def test_a_closing_day_that_is_moved_moves_the_days_late(planned: Database) -> None:
    before = queries.punctuality(planned, SEPTEMBER)["days_late"].sum()
    ledger.change_limit(planned, "closing_days", Decimal(5), date(2024, 1, 1), by="Jeren", why="sooner")
    again = Dates(SEPTEMBER.as_of, datetime.now(UTC) + timedelta(days=1))
    assert queries.punctuality(planned, again)["days_late"].sum() > before


def test_contradictions_are_found_in_what_was_sent(planned: Database, tmp_path: Path) -> None:
    assert queries.contradictions(planned, SEPTEMBER, {"ORGL": "percent"}) == []
    judged = queries.judged_activities(planned, SEPTEMBER)
    reported = judged[(judged["delivered"] > 0.5) & (judged["measured_by"] == "percent")].iloc[0]
    code = str(reported["code"])
    row = ReportRow(activity=code, as_of=date(2025, 9, 30), share=Decimal(10), spent_cents=10**10, currency="USD")
    checked = Checked(partner=str(reported["partner"]), period="2025-Q3", reports=(row,))
    sent = SentFile("wrong.xlsx", b"wrong")
    number = ledger.save(
        planned, ledger.preview(planned, checked), Sender(uploaded_by="Jeren"), sent, tmp_path / "kept"
    )
    later = Dates(SEPTEMBER.as_of, datetime.now(UTC) + timedelta(seconds=1))
    found = queries.contradictions(planned, later, {})
    assert {(one.kind, one.code) for one in found} == {("spent above planned", code), ("share fell", code)}
    assert (
        queries.contradictions(planned, later, {}, Filters(partners=("SC" if reported["partner"] != "SC" else "MOE",)))
        == []
    )
    ledger.withdraw(planned, number, by="Jeren", why="wrong file")
    assert queries.contradictions(planned, Dates(SEPTEMBER.as_of, datetime.now(UTC) + timedelta(seconds=2)), {}) == []


def test_unsure_facts_are_those_that_the_data_mark_so(planned: Database) -> None:
    found = queries.unsure_facts(planned, SEPTEMBER)
    with planned.reading() as connection:
        workplans = connection.scalar(text("SELECT count(*) FROM workplan WHERE status NOT IN ('sourced', 'reported')"))
    assert (found["kind"] == "workplan").sum() == workplans > 0
    assert set(found["status"]) <= {"assumed", "unverified"}
    assert (found["kind"] == "baseline").sum() == len(queries.judged_indicators(planned, SEPTEMBER))


def test_a_name_without_translation_waits_for_an_editor(planned: Database) -> None:
    before = queries.names_to_check(planned, SEPTEMBER)
    assert (before["name"] != "").all(), "every name of the reference data has a translation"
    with planned.writing() as connection:
        connection.execute(update(Goal).where(Goal.code == "NAP-1").values(name_tk="", name_tk_status="unverified"))
        connection.execute(text("UPDATE activity_version SET title_ru = '' WHERE activity_id = 1"))
    again = queries.names_to_check(planned, Dates(SEPTEMBER.as_of, KNOWN + timedelta(days=1)))
    missing = again[again["name"] == ""]
    assert ["goal", "NAP-1", "tk", "Right to health"] in missing[
        ["kind", "code", "language", "english"]
    ].values.tolist()
    assert set(missing["kind"]) <= {"goal", "activity"}


def test_two_reads_of_one_name_do_not_answer_for_each_other(planned: Database) -> None:
    queries.over_time(planned, SEPTEMBER)
    assert queries.contradictions(planned, SEPTEMBER, {}) == []
    queries.over_time(planned, SEPTEMBER, Filters(partners=("MOE",)))
