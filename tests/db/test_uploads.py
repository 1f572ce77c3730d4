"""A form filled in, read, checked and saved moves the figures; withdrawn they go back, and it may be saved again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from db import ledger, queries
from db.engine import Database
from db.ledger import kept_files
from db.models import Observation, ProgressReport, Submission, SubmissionEvent
from monitoring import errors
from monitoring.faults import CellProblem, Said
from monitoring.periods import Dates, end_of_day
from monitoring.upload import Sender, SentFile, State
from tests.db.sent import Cells, checked, content, file, in_percent, save

FAR = end_of_day(date(2099, 1, 1))
SEPTEMBER = Dates(date(2025, 9, 30), FAR)
TABLES = (Submission, SubmissionEvent, ProgressReport, Observation)


def judged(database: Database) -> pd.DataFrame:
    return queries.judged_activities(database, SEPTEMBER).set_index("code")


def held(database: Database) -> list[int]:
    with database.reading() as connection:
        return [connection.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES]


def test_the_round_trip_moves_the_figures_and_withdrawing_moves_them_back(planned: Database, tmp_path: Path) -> None:
    before = judged(planned)
    (code,) = in_percent(planned)
    sent = file(planned, {code: {"Percent complete": "97,5 %", "Narrative": "nearly there"}})
    shown = ledger.preview(planned, checked(planned, sent))
    number = ledger.save(planned, shown, Sender(uploaded_by="A manager"), sent, tmp_path)
    after = judged(planned)
    assert before.loc[code, "delivered"] < after.loc[code, "delivered"] == pytest.approx(0.975)
    assert after["delivered"].drop(code).equals(before["delivered"].drop(code))
    ledger.withdraw(planned, number, by="A manager", why="the wrong file")
    assert judged(planned).equals(before)
    again = ledger.save(planned, shown, Sender(uploaded_by="A manager"), sent, tmp_path)
    assert again > number
    assert judged(planned)["delivered"].equals(after["delivered"])


def test_every_way_of_measuring_arrives_in_the_figures(planned: Database, tmp_path: Path) -> None:
    cells = {
        "percent": {"Percent complete": 95},
        "stages": {"Stage": "Submitted or delivered", "Narrative": "x"},
        "quantity": {"Quantity done": 1, "Narrative": "counted again"},
        "event": {"Percent complete": 100, "Narrative": "x"},
    }
    chosen = {one.measured_by: one for one in content(planned).activities if one.fillable}
    assert len(chosen) >= 3
    save(planned, file(planned, {one.code: cells[measure] for measure, one in chosen.items()}), tmp_path)
    found = judged(planned)["delivered"]
    planned_quantity = float(chosen["quantity"].planned_quantity or 0)
    expected = {"percent": 0.95, "stages": 0.75, "quantity": 1 / planned_quantity, "event": 1.0}
    for measure, one in chosen.items():
        assert found[one.code] == pytest.approx(expected[measure]), measure


def test_the_preview_says_what_is_new_changed_and_same(planned: Database, tmp_path: Path) -> None:
    (one,) = in_percent(planned)
    other = next(row.code for row in content(planned).activities if row.measured_by == "stages" and row.fillable)
    save(planned, file(planned, {one: {"Percent complete": 91, "Narrative": "first"}}), tmp_path)
    cells = {one: {"Percent complete": 92}, other: {"Stage": 50, "Reported on": "28.09.2025", "Narrative": "x"}}
    shown = ledger.preview(planned, checked(planned, file(planned, cells)))
    by_code = {row.code: row for row in shown.rows}
    assert (by_code[one].state, by_code[other].state) == (State.CHANGED, State.NEW)
    assert shown.count(State.SAME) == len(shown.rows) - 2
    (change,) = by_code[one].changes
    assert (change.label, change.was_shown, change.becomes_shown) == ("Percent complete", "91", "92")
    said = [(change.field, change.was, change.becomes_shown) for change in by_code[other].changes]
    assert said == [("stage", None, "Under way"), ("narrative", None, "x")]


def test_a_preview_writes_nothing(planned: Database) -> None:
    before = held(planned)
    ledger.preview(planned, checked(planned, file(planned, {in_percent(planned)[0]: {"Percent complete": 91}})))
    assert held(planned) == before


def test_only_new_and_changed_rows_are_written(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    before = held(planned)
    sent = file(planned, {code: {"Percent complete": 91, "Reported on": "29.09.2025"}})
    assert len(checked(planned, sent).reports) > 1  # what was reported already stands in the form too
    save(planned, sent, tmp_path)
    assert [now - then for now, then in zip(held(planned), before, strict=True)] == [1, 1, 1, 0]


def test_an_untouched_form_has_nothing_to_save(planned: Database, tmp_path: Path) -> None:
    before = held(planned)
    with pytest.raises(errors.NothingToSave):
        save(planned, file(planned), tmp_path)
    assert held(planned) == before


def test_the_same_content_is_recognised_while_it_counts(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    sent = file(planned, {code: {"Percent complete": 91}})
    number = save(planned, sent, tmp_path)
    rewritten = BytesIO()
    book = openpyxl.load_workbook(BytesIO(sent.content))
    book["Activities"]["B5"].value = "another file of the same content"
    book.save(rewritten)
    again = SentFile("renamed.xlsx", rewritten.getvalue())
    assert again.sha256 != sent.sha256
    with pytest.raises(errors.SubmissionAlreadyCounts, match=f"as submission {number} and counts"):
        save(planned, again, tmp_path)
    ledger.withdraw(planned, number, by="A manager", why="a test")
    second = save(planned, again, tmp_path)
    assert second > number
    with pytest.raises(errors.SubmissionAlreadyCounts, match=f"as submission {second}"):
        save(planned, sent, tmp_path)
    with pytest.raises(errors.SubmissionAlreadyCounts, match=f"as submission {second}"):
        ledger.reinstate(planned, number, by="A manager", why="it would count twice")
    ledger.withdraw(planned, second, by="A manager", why="a test")
    ledger.reinstate(planned, number, by="A manager", why="now it counts once")


def test_what_somebody_else_reported_since_the_preview_is_not_passed_over(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    mine = file(planned, {code: {"Percent complete": 91}})
    shown = ledger.preview(planned, checked(planned, mine))
    save(planned, file(planned, {code: {"Percent complete": 95}}), tmp_path)
    before = held(planned)
    with pytest.raises(errors.PlanChanged, match=code):
        ledger.save(planned, shown, Sender(uploaded_by="A manager"), mine, tmp_path)
    assert held(planned) == before


def test_an_activity_that_left_the_plan_since_the_preview_is_refused(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    mine = file(planned, {code: {"Percent complete": 91}})
    shown = ledger.preview(planned, checked(planned, mine))
    statement = text(
        "INSERT INTO activity_version (activity_id, valid_from, recorded, submission_id, title_en, lead_partner_id, "
        "priority_area_id, starts, ends, precision, measured_by, state) "
        "SELECT activity_id, '2025-09-01', :now, submission_id, title_en, lead_partner_id, priority_area_id, starts, "
        "ends, precision, measured_by, 'cancelled' FROM activity_version v JOIN activity a ON a.id = v.activity_id "
        "WHERE a.code = :code ORDER BY v.id DESC LIMIT 1"
    )
    moment = (datetime.now(UTC) - timedelta(seconds=1)).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
    with planned.writing() as connection:
        assert connection.execute(statement, {"code": code, "now": moment}).rowcount == 1
    with pytest.raises(errors.PlanChanged, match=code):
        ledger.save(planned, shown, Sender(uploaded_by="A manager"), mine, tmp_path)


def test_who_uploads_is_asked_for_and_kept_with_the_letter(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    sent = file(planned, {code: {"Percent complete": 91}})
    shown = ledger.preview(planned, checked(planned, sent))
    with pytest.raises(errors.NameMissing):
        ledger.save(planned, shown, Sender(uploaded_by="  "), sent, tmp_path)
    sender = Sender(
        uploaded_by=" A manager ",
        reported_by_name="N. N.",
        reported_by_post="Head of department",
        letter_number="12/34",
        letter_date=date(2025, 10, 3),
        received_on=date(2025, 10, 5),
    )
    number = ledger.save(planned, shown, sender, sent, tmp_path)
    with planned.reading() as connection:
        row = connection.execute(select(Submission).where(Submission.id == number)).mappings().one()
    assert (row["uploaded_by"], row["reported_by_name"], row["letter_number"]) == ("A manager", "N. N.", "12/34")
    assert (row["letter_date"], row["received_on"]) == (date(2025, 10, 3), date(2025, 10, 5))
    assert (row["file_sha256"], row["file_name"], row["status"]) == (sent.sha256, "form.xlsx", "reported")
    assert row["illustrative"]


def test_a_workbook_with_faults_is_never_saved(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    sent = file(planned, {code: {"Percent complete": 91}})
    shown = ledger.preview(planned, checked(planned, sent))
    faulty = CellProblem("Activities", "L5", "140", Said("too much"), Said("less"))
    before = held(planned)
    faults = replace(shown, checked=replace(shown.checked, problems=(faulty,)))
    with pytest.raises(errors.FaultsLeft, match="mended first: 1"):
        ledger.save(planned, faults, Sender(uploaded_by="A manager"), sent, tmp_path)
    assert held(planned) == before


def test_the_file_is_kept_as_it_came(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    sent = SentFile("../../a form.XLSX", file(planned, {code: {"Percent complete": 91}}).content)
    save(planned, sent, tmp_path / "kept" / "uploads")
    assert [one.name for one in (tmp_path / "kept" / "uploads").iterdir()] == [f"{sent.sha256}.xlsx"]
    assert (tmp_path / "kept" / "uploads" / f"{sent.sha256}.xlsx").read_bytes() == sent.content


def test_a_kind_of_file_that_is_not_known_keeps_no_name_of_its_sender() -> None:
    assert kept_files.place(Path("folder"), "form.xlsx/../../x.sh", "abc") == Path("folder/abc.bin")


def test_text_that_begins_like_a_formula_is_kept_as_it_is(planned: Database, tmp_path: Path) -> None:
    codes = in_percent(planned)
    said = {"Narrative": "=1+1", "Challenge": "+992", "Next step": "- ask again", "Evidence": "@all"}
    save(planned, file(planned, {codes[0]: said}), tmp_path)
    (one,) = [one for one in content(planned).activities if one.code == codes[0]]
    assert one.reported is not None
    kept = (one.reported.narrative, one.reported.challenge, one.reported.next_step, one.reported.evidence)
    assert kept == ("=1+1", "+992", "- ask again", "@all")
    written_again = checked(planned, file(planned))
    assert [row.narrative for row in written_again.reports if row.activity == codes[0]] == ["=1+1"]


def test_a_value_of_an_indicator_moves_its_figure_and_its_real_data_stays_real(
    planned: Database, tmp_path: Path
) -> None:
    sent = file(planned, indicators={"ORGL": {"Value": "51,5", "Observed on": "01.08.2025", "Source": "Survey"}})
    number = save(planned, sent, tmp_path)
    found = queries.judged_indicators(planned, SEPTEMBER).set_index("code")
    assert (found.loc["ORGL", "value"], found.loc["ORGL", "value_on"]) == (51.5, date(2025, 8, 1))
    with planned.reading() as connection:
        row = connection.execute(select(Observation).where(Observation.submission_id == number)).mappings().one()
    assert (row["status"], row["illustrative"], row["series"]) == ("reported", False, "MICS")
    ledger.withdraw(planned, number, by="A manager", why="a test")
    assert queries.judged_indicators(planned, SEPTEMBER).set_index("code").loc["ORGL", "value"] != 51.5


def test_reports_on_illustrative_activities_are_illustrative(planned: Database, tmp_path: Path) -> None:
    number = save(planned, file(planned, {in_percent(planned)[0]: {"Percent complete": 91}}), tmp_path)
    with planned.reading() as connection:
        flags = connection.scalars(
            select(ProgressReport.illustrative).where(ProgressReport.submission_id == number)
        ).all()
    assert flags == [True]


def test_the_list_of_submissions_says_who_sent_what_and_whether_it_counts(planned: Database, tmp_path: Path) -> None:
    before = queries.submissions(planned, FAR)
    sent = file(
        planned,
        {in_percent(planned)[0]: {"Percent complete": 91}},
        {"ORGL": {"Value": 51.5, "Observed on": "01.08.2025"}},
    )
    number = save(planned, sent, tmp_path)
    moment = datetime.now(UTC)
    ledger.withdraw(planned, number, by="A manager", why="a test")
    found = queries.submissions(planned, FAR)
    assert len(found) == len(before) + 1
    newest = found.iloc[0]
    assert (newest["number"], newest["partner"], newest["period"]) == (number, "MOE", "2025-Q3")
    assert (newest["reports"], newest["observations"], newest["file_name"]) == (1, 1, "form.xlsx")
    assert (newest["state"], newest["counts"], newest["illustrative"]) == ("withdrawn", False, True)
    then = queries.submissions(planned, moment).iloc[0]
    assert (then["number"], then["state"], then["counts"]) == (number, "recorded", True)


def test_the_list_of_submissions_is_cut_and_narrowed(planned: Database) -> None:
    every = queries.submissions(planned, FAR)
    assert every["recorded"].is_monotonic_decreasing
    own = queries.submissions(planned, FAR, partners=["MOE"], period="2025-Q2")
    assert set(own["partner"]) == {"MOE"}
    assert set(own["period"]) == {"2025-Q2"}
    assert own["number"].tolist() == [
        row["number"] for row in every.to_dict("records") if (row["partner"], row["period"]) == ("MOE", "2025-Q2")
    ]
    assert queries.submissions(planned, FAR, limit=3)["number"].tolist() == every["number"].tolist()[:3]
    assert queries.submissions(planned, end_of_day(date(2020, 1, 1))).empty


SHARES = st.decimals(min_value=90, max_value=99, places=2)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=SHARES, narrative=WORDS, spent=st.integers(0, 10**9), days=st.integers(0, 20))
def test_the_ledger_holds_what_was_filled_in(
    planned: Database, tmp_path: Path, share: object, narrative: str, spent: int, days: int
) -> None:
    (code,) = in_percent(planned)
    on = date(2025, 9, 30) - timedelta(days=days)
    cells: Cells = {
        code: {
            "Percent complete": str(share).replace(".", ","),
            "Narrative": narrative,
            "Reported on": f"{on:%d.%m.%Y}",
            "Spent in total since start": spent / 100,
            "Currency": "USD",
        }
    }
    number = save(planned, file(planned, cells), tmp_path)
    with planned.reading() as connection:
        statement = select(ProgressReport).where(ProgressReport.submission_id == number)
        row = connection.execute(statement).mappings().one()
    assert (row["share"], row["narrative"], row["as_of"], row["spent_cents"]) == (share, narrative, on, spent)
    ledger.withdraw(planned, number, by="A manager", why="the next example")
