"""Undo of a plan and what two people change apart: nothing is lost, and nothing is left that leans on nothing."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from db import ledger, queries
from db.engine import Database
from db.models import Activity, ActivityVersion, FundingFlow, Submission
from monitoring import errors
from monitoring.periods import Dates
from spreadsheets import plan_form
from tests.plans import AMENDED, codes, judged, present, rows_in, save, shown, status


def test_undo_takes_everything_a_workbook_brought_out_again(planned: Database, tmp_path: Path) -> None:
    before = plan_form.write(queries.plan_book(planned))
    sheets = present(planned).add_new_year().add("Partners", Code="NEW", Kind="Court", Name_in_English="New court")
    sheets.add("Goals", Code="NAP-9", Framework="NAP2328", Name_in_English="A new goal")
    sheets.add("Regions", Code="ZZ", Name_in_English="A new region")
    sheets.put("Goals", "NAP-1", Name_in_Turkmen="Saglyk", Holds_from="01.01.2000")
    sheets.put("Activities", "MOE-2025-05", Amendment="Cancelled", **AMENDED)
    number = save(planned, sheets, tmp_path)
    now = Dates(date(2027, 3, 31), datetime.now(UTC))
    assert "NEW" in set(queries.partners(planned, now)["code"])
    assert {"NAP-9"} <= set(queries.goals(planned)["code"])
    assert "ZZ" in set(queries.regions(planned)["code"])

    ledger.withdraw(planned, number, by="A manager", why="only a try")
    after = Dates(date(2027, 3, 31), datetime.now(UTC))
    assert "NEW" not in set(queries.partners(planned, after)["code"])
    assert "NAP-9" not in set(queries.goals(planned)["code"])
    assert "ZZ" not in set(queries.regions(planned)["code"])
    assert "WP2027-MOE" not in set(queries.workplans(planned)["code"])
    assert codes(planned, date(2027, 3, 31)) == set()
    assert plan_form.write(queries.plan_book(planned)) == before

    ledger.reinstate(planned, number, by="A manager", why="it was right")
    assert status(planned, "MOE-2025-05", date(2025, 12, 31)) == "cancelled"
    assert codes(planned, date(2027, 3, 31)) == {"MOE-2027-01"}


def test_what_was_undone_can_be_loaded_again_with_corrections(planned: Database, tmp_path: Path) -> None:
    number = save(planned, present(planned).add_new_year(), tmp_path)
    ledger.withdraw(planned, number, by="A manager", why="the wrong partner")
    sheets = present(planned).add_new_year(Lead_partner="MOH", Code="MOE-2027-01")
    sheets.put("Workplans", "WP2027-MOE", Signed_by="MOH; MOE", Name_in_English="Workplan 2027, both")
    save(planned, sheets, tmp_path)
    plan = queries.plan_book(planned)
    assert plan.of("workplans")["WP2027-MOE",].partners == ("MOH", "MOE")
    assert plan.of("activities")["MOE-2027-01",].lead_partner == "MOH"


def test_a_continuation_that_was_undone_is_no_longer_told(planned: Database, tmp_path: Path) -> None:
    sheets = present(planned).put("Activities", "MOE-2025-05", Amendment="Carried over", **AMENDED)
    sheets.add_new_year(Continues="MOE-2025-05", Percent_complete_at_the_beginning=60)
    number = save(planned, sheets, tmp_path)
    ledger.withdraw(planned, number, by="A manager", why="not yet")
    assert queries.continuation_of(planned, "MOE-2025-05").after is None


def test_money_that_moved_before_an_activity_was_added_waits_for_it(planned: Database, tmp_path: Path) -> None:
    sheets = present(planned).add_new_year()
    save(planned, sheets.put("Activities", "MOE-2027-01", Holds_from="01.07.2027"), tmp_path)
    with planned.writing() as connection:
        activity = connection.scalar(select(Activity.id).where(Activity.code == "MOE-2027-01"))
        paid = {"kind": "released", "source": "UNICEF cash", "modality": "direct cash", "currency": "USD"}
        moved = {"amount_cents": 100, "dated": date(2027, 2, 1), "recorded": datetime.now(UTC)}
        connection.execute(insert(FundingFlow).values(activity_id=activity, submission_id=1, **paid, **moved))
    there: set[str]
    for day, there in ((date(2027, 3, 31), set()), (date(2027, 9, 30), {"MOE-2027-01"})):
        assert codes(planned, day) == there
        assert set(queries.direct_cash(planned, Dates(day, datetime.now(UTC)))) == there


def test_a_deleted_row_that_nothing_hangs_on_is_gone_at_every_date(planned: Database, tmp_path: Path) -> None:
    save(planned, present(planned).add_new_year(), tmp_path)
    known = datetime.now(UTC)
    sheets = present(planned).drop("Activities", "MOE-2027-01")
    sheets.drop("Milestones", "MOE-2027-01").drop("Funding", "MOE-2027-01")
    number = save(planned, sheets, tmp_path)
    assert codes(planned, date(2027, 6, 30)) == set()
    assert set(judged(planned, date(2027, 6, 30), known)["code"]) == {"MOE-2027-01"}
    ledger.withdraw(planned, number, by="A manager", why="it stays")
    assert codes(planned, date(2027, 6, 30)) == {"MOE-2027-01"}


def test_an_activity_with_reports_cannot_be_deleted(planned: Database) -> None:
    found = shown(planned, present(planned).drop("Activities", "MOE-2025-05"))
    said = [str(problem) for problem in found.faults]
    assert any("Activities: MOE-2025-05: Something was reported on it" in line and "cancel it" in line for line in said)


def test_a_plan_that_moved_since_the_preview_is_not_saved(planned: Database, tmp_path: Path) -> None:
    first = present(planned).put("Goals", "NAP-1", Note="first", Holds_from="01.01.2000")
    second = present(planned).put("Goals", "NAP-1", Note="second", Holds_from="01.01.2000")
    seen = shown(planned, second)
    save(planned, first, tmp_path)
    before = rows_in(planned, Submission)
    with pytest.raises(errors.PlanMoved, match="NAP-1"):
        ledger.save_plan(planned, seen, "A manager", "why", second.file(), tmp_path)
    assert rows_in(planned, Submission) == before


def test_what_two_people_changed_apart_is_kept_of_both(planned: Database, tmp_path: Path) -> None:
    mine, other = present(planned), present(planned)
    save(planned, other.put("Goals", "NAP-1", Note="of another", Holds_from="01.01.2000"), tmp_path)
    mine.put("Goals", "NAP-2", Note="of mine", Holds_from="01.01.2000")
    found = shown(planned, mine)
    assert [row.code for row in found.to_save] == ["NAP-2"]
    assert ["stays as the plan is now" in str(problem) for problem in found.warnings] == [True]
    save(planned, mine, tmp_path)
    goals = queries.plan_book(planned).of("goals")
    assert (goals["NAP-1",].note, goals["NAP-2",].note) == ("of another", "of mine")


def test_a_row_that_two_people_changed_is_a_fault(planned: Database, tmp_path: Path) -> None:
    mine = present(planned).put("Goals", "NAP-1", Note="mine", Holds_from="01.01.2000")
    save(planned, present(planned).put("Goals", "NAP-1", Note="theirs", Holds_from="01.01.2000"), tmp_path)
    (problem,) = shown(planned, mine).faults
    assert "Somebody else has changed this row" in str(problem)


def test_what_later_submissions_lean_on_cannot_be_withdrawn_before_them(planned: Database, tmp_path: Path) -> None:
    first = save(planned, present(planned).add_new_year(), tmp_path)
    amended = {**AMENDED, "Holds_from": "01.01.2027", "Signed_on": "20.11.2026"}
    later = save(planned, present(planned).put("Activities", "MOE-2027-01", Amendment="Cancelled", **amended), tmp_path)
    with pytest.raises(errors.PlanLeansOnIt, match="MOE-2027-01"):
        ledger.withdraw(planned, first, by="A manager", why="too early")
    assert status(planned, "MOE-2027-01", date(2027, 3, 31)) == "cancelled"
    ledger.withdraw(planned, later, by="A manager", why="it goes on")
    ledger.withdraw(planned, first, by="A manager", why="it was a try")
    assert codes(planned, date(2027, 3, 31)) == set()


def test_a_partner_that_a_later_workplan_names_cannot_be_withdrawn(planned: Database, tmp_path: Path) -> None:
    court = {"Code": "NEW", "Kind": "Court", "Name_in_English": "New court"}
    first = save(planned, present(planned).add("Partners", **court), tmp_path)
    sheets = present(planned).add_new_year(Lead_partner="NEW")
    save(planned, sheets.put("Workplans", "WP2027-MOE", Signed_by="NEW"), tmp_path)
    with pytest.raises(errors.PlanLeansOnIt, match="WP2027-MOE"):
        ledger.withdraw(planned, first, by="A manager", why="a mistake")
    assert "NEW" in set(queries.partners(planned, Dates(date(2027, 3, 31), datetime.now(UTC)))["code"])


def test_a_plan_that_was_reported_on_is_not_withdrawn(planned: Database) -> None:
    with planned.reading() as connection:
        of_a_plan = select(ActivityVersion.submission_id).join(Activity, Activity.id == ActivityVersion.activity_id)
        number = connection.scalar(of_a_plan.where(Activity.code == "MOE-2025-05"))
    assert number is not None
    with pytest.raises(errors.PlanLeansOnIt):
        ledger.withdraw(planned, number, by="A manager", why="a mistake")
    assert "MOE-2025-05" in codes(planned, date(2025, 9, 30))


def test_the_list_of_submissions_says_who_brought_how_much_and_whether_it_counts(
    planned: Database, tmp_path: Path
) -> None:
    sheets = present(planned).add_new_year().put("Goals", "NAP-1", Note="so", Holds_from="01.01.2000")
    number = save(planned, sheets, tmp_path)
    ledger.withdraw(planned, number, by="Another", why="not yet")
    found = queries.plan_submissions(planned, datetime.now(UTC))
    newest = found.iloc[0]
    assert (newest["number"], newest["uploaded_by"], newest["why"]) == (number, "A manager", "agreed")
    assert (newest["activities"], newest["others"], newest["state"], newest["counts"]) == (1, 2, "withdrawn", False)
    assert (found["activities"] + found["others"]).min() > 0
    assert len(queries.plan_submissions(planned, datetime.now(UTC), limit=3)) == 3


def test_reference_data_that_nothing_names_can_be_deleted_and_brought_back(database: Database, tmp_path: Path) -> None:
    sheets = present(database).drop("Goals", "CP2125-1").drop("Reporting periods", "2027-Q4")
    number = save(database, sheets, tmp_path)
    assert "CP2125-1" not in set(queries.goals(database)["code"])
    assert "2027-Q4" not in set(queries.periods(database)["code"])
    assert "2027-Q4" not in {period.code for period in queries.reporting_periods(database, datetime.now(UTC))}
    ledger.withdraw(database, number, by="A manager", why="they stay")
    assert "CP2125-1" in set(queries.goals(database)["code"])
    assert "2027-Q4" in set(queries.periods(database)["code"])


def test_a_file_that_cannot_be_kept_saves_nothing(planned: Database, tmp_path: Path) -> None:
    (tmp_path / "uploads").write_text("a file where the folder should be", encoding="utf-8")
    sheets = present(planned).add_new_year()
    before = rows_in(planned, Submission)
    with pytest.raises(errors.UploadNotKept):
        ledger.save_plan(planned, shown(planned, sheets), "A manager", "why", sheets.file(), tmp_path / "uploads")
    assert (rows_in(planned, Submission), codes(planned, date(2027, 3, 31))) == (before, set())
