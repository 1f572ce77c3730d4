"""Plans by spreadsheet on a real database: what a saved workbook changes, what it leaves, and what undo brings back."""

from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import func, insert, select

from db import ledger, migrate, queries
from db.engine import Database, make_engine, open_database
from db.ledger.plan_keys import Keys
from db.ledger.reported_rows import load_events, load_flows, load_reports, load_submissions
from db.models import Activity, ActivityVersion, Amendment, FundingFlow, FundingLine, Submission
from db.settings import ROOT
from monitoring import errors
from monitoring.periods import Dates
from monitoring.plan_changes import State
from spreadsheets import plan_form
from tests.plans import AMENDED, Sheets, present, save, shown


def judged(database: Database, day: date, known_on: datetime | None = None) -> pd.DataFrame:
    return queries.judged_activities(database, Dates(day, known_on or datetime.now(UTC)))


def status(database: Database, code: str, day: date) -> str:
    found = judged(database, day)
    return str(found[found["code"] == code]["status"].iloc[0])


def codes(database: Database, day: date) -> set[str]:
    return set(judged(database, day)["code"])


def rows_in(database: Database, table: type) -> int:
    with database.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(table)) or 0)


def test_the_present_plan_sent_back_as_it_is_changes_nothing(planned: Database, tmp_path: Path) -> None:
    found = shown(planned, present(planned))
    assert (found.count(State.SAME), len(found.rows), found.problems) == (241, 241, ())
    with pytest.raises(errors.NothingToChange):
        ledger.save_plan(planned, found, "A manager", "why", present(planned).file(), tmp_path)


def test_a_new_year_loads_whole(planned: Database, tmp_path: Path) -> None:
    number = save(planned, present(planned).add_new_year(), tmp_path)
    assert codes(planned, date(2027, 3, 31)) == {"MOE-2027-01"}
    assert status(planned, "MOE-2027-01", date(2027, 3, 31)) == "report not due"
    assert queries.signatories(planned, Dates(date(2027, 3, 31), datetime.now(UTC)))["workplan"].tolist() == [
        "WP2027-MOE"
    ]
    detail = queries.activity_detail(planned, Dates(date(2027, 3, 31), datetime.now(UTC)), "MOE-2027-01")
    assert detail is not None
    assert [(day, share) for day, share, _name in detail.milestones] == [(date(2027, 6, 30), 0.5)]
    assert detail.funding == (("UNICEF cash", "direct cash", "USD", 1_200_050),)
    with planned.reading() as connection:
        kind, why = connection.execute(
            select(Submission.kind, Submission.uploaded_by).where(Submission.id == number)
        ).one()
    assert (kind, why) == ("plan", "A manager")


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


def test_an_extension_leaves_every_earlier_judgement_as_it_was(planned: Database, tmp_path: Path) -> None:
    day = date(2025, 9, 30)
    before, known = judged(planned, day), datetime.now(UTC)
    then = queries.judged_activities(planned, Dates(date(2026, 2, 28), known))
    sheets = present(planned).put(
        "Activities", "MOE-2025-06", Amendment="Extended at no cost", End="30.06.2026", **AMENDED
    )
    save(planned, sheets, tmp_path)
    pd.testing.assert_frame_equal(judged(planned, day), before)
    year_end = date(2026, 2, 28)
    pd.testing.assert_frame_equal(judged(planned, year_end, known), then)
    versions = queries.versions_of(planned, Dates(date(2026, 2, 28), datetime.now(UTC)), "MOE-2025-06")
    newest = versions.iloc[-1]
    assert (newest["amendment"], newest["signed_on"], newest["reason"]) == (
        "extend",
        date(2025, 9, 30),
        "Illustrative: agreed by both sides",
    )
    assert newest["ends"] == date(2026, 6, 30)
    assert len(versions) >= 2


@pytest.mark.parametrize(
    ("word", "state"), [("Cancelled", "cancelled"), ("Postponed", "postponed"), ("Carried over", "carried over")]
)
def test_an_amendment_brings_its_state_from_its_date_on(
    planned: Database, tmp_path: Path, word: str, state: str
) -> None:
    before = status(planned, "MOE-2025-05", date(2025, 9, 30))
    save(planned, present(planned).put("Activities", "MOE-2025-05", Amendment=word, **AMENDED), tmp_path)
    assert status(planned, "MOE-2025-05", date(2025, 10, 1)) == state
    assert status(planned, "MOE-2025-05", date(2025, 9, 30)) == before


@pytest.mark.parametrize(("amount", "said"), [(45_650.00, "by up to 20 percent"), (100_000, "by more than 20 percent")])
def test_a_budget_amendment_is_typed_by_how_much_it_changes(
    planned: Database, tmp_path: Path, amount: float, said: str
) -> None:
    sheets = present(planned).put("Activities", "MOE-2025-05", Amendment="Budget revised", **AMENDED)
    sheets.put("Funding", "MOE-2025-05", Planned_amount=amount)
    (row,) = shown(planned, sheets).to_save
    assert said in row.kind_shown
    save(planned, sheets, tmp_path)
    with planned.reading() as connection:
        newest = select(func.max(ActivityVersion.id))
        lines = set(
            connection.scalars(
                select(FundingLine.planned_cents).where(FundingLine.version_id == newest.scalar_subquery())
            )
        )
    assert round(amount * 100) in lines
    assert len(lines) == 3


def test_carrying_over_links_the_old_and_the_new_activity(planned: Database, tmp_path: Path) -> None:
    sheets = present(planned).put("Activities", "MOE-2025-05", Amendment="Carried over", **AMENDED)
    sheets.add_new_year(Continues="MOE-2025-05", Percent_complete_at_the_beginning=60)
    save(planned, sheets, tmp_path)
    found = queries.continuation_of(planned, "MOE-2027-01")
    assert (found.before, found.opening) == ("MOE-2025-05", 60.0)
    assert queries.continuation_of(planned, "MOE-2025-05").after == "MOE-2027-01"


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


def test_the_same_file_loaded_twice_changes_nothing_the_second_time(planned: Database, tmp_path: Path) -> None:
    sheets = present(planned).add_new_year().put("Activities", "MOE-2025-05", Amendment="Cancelled", **AMENDED)
    save(planned, sheets, tmp_path)
    found = shown(planned, sheets)
    assert (found.to_save, found.faults) == ((), ())


def test_a_renamed_partner_keeps_its_old_name_before(planned: Database, tmp_path: Path) -> None:
    sheets = present(planned).put("Partners", "MOH", Name_in_English="Ministry of Health", Holds_from="01.01.2026")
    save(planned, sheets, tmp_path)
    now = datetime.now(UTC)
    names = [
        queries.partners(planned, Dates(day, now)).set_index("code")["name_en"]["MOH"]
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    ]
    assert names == ["Ministry of Health and Medical Industry", "Ministry of Health"]


def test_a_new_baseline_and_target_hold_from_their_date_on(planned: Database, tmp_path: Path) -> None:
    sheets = present(planned).put("Indicators", "U5MR", Baseline=42, Holds_from="01.01.2026")
    sheets.put("Targets", "U5MR", Value=20, Holds_from="01.01.2026")
    save(planned, sheets, tmp_path)
    for day, expected in ((date(2025, 12, 31), (40, 25)), (date(2026, 6, 30), (42, 20))):
        row = queries.judged_indicators(planned, Dates(day, datetime.now(UTC))).set_index("code").loc["U5MR"]
        assert (row["baseline"], row["target"]) == expected


def test_a_changed_translation_waits_to_be_checked_again(planned: Database, tmp_path: Path) -> None:
    now = Dates(date(2026, 1, 1), datetime.now(UTC))
    found = queries.names_to_check(planned, now)
    assert not ((found["code"] == "NAP-1") & (found["language"] == "ru")).any()
    save(planned, present(planned).put("Goals", "NAP-1", Name_in_Russian="Здоровье", Holds_from="01.01.2000"), tmp_path)
    found = queries.names_to_check(planned, Dates(date(2026, 1, 1), datetime.now(UTC)))
    assert ((found["code"] == "NAP-1") & (found["language"] == "ru")).any()


def test_a_workplan_signed_on_another_day_moves_when_reports_are_due(planned: Database, tmp_path: Path) -> None:
    known = datetime.now(UTC)
    sheets = present(planned).put("Workplans", "WP2025-MOE", Signed_on="01.08.2025", Holds_from="01.01.2025")
    save(planned, sheets, tmp_path)
    day = date(2025, 9, 30)
    now = judged(planned, day).set_index("code")["signed_on"]
    then = judged(planned, day, known).set_index("code")["signed_on"]
    assert str(now["MOE-2025-05"])[:10] == "2025-08-01"
    assert str(then["MOE-2025-05"])[:10] == "2025-03-06"


def test_nothing_is_saved_without_who_and_why_or_with_faults(planned: Database, tmp_path: Path) -> None:
    sheets = present(planned).add_new_year()
    seen = shown(planned, sheets)
    counts = [rows_in(planned, table) for table in (Submission, Activity, Amendment)]
    with pytest.raises(errors.NameMissing):
        ledger.save_plan(planned, seen, " ", "why", sheets.file(), tmp_path)
    with pytest.raises(errors.ReasonMissing):
        ledger.save_plan(planned, seen, "A manager", "", sheets.file(), tmp_path)
    faulty = present(planned).add_new_year(End="01.01.2020")
    with pytest.raises(errors.FaultsLeft):
        ledger.save_plan(planned, shown(planned, faulty), "A manager", "why", faulty.file(), tmp_path)
    assert [rows_in(planned, table) for table in (Submission, Activity, Amendment)] == counts


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


AMENDMENT_COLUMNS = ["first_ends", "amended_on", "amended_why"]


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 9, 30), date(2025, 12, 31)])
def test_the_demonstration_plan_from_a_workbook_is_judged_like_the_one_from_files(
    planned: Database, tmp_path: Path, day: date
) -> None:
    file = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    migrate.upgrade(make_engine(file))
    ledger.load_reference(make_engine(file), ROOT / "data")
    other = open_database(file, "TKM")
    number = save(other, as_a_new_file(present(planned)), tmp_path)
    assert number == 2
    folder = ROOT / "data" / "demonstration"
    with other.writing() as connection:
        keys = Keys(connection, other.programme_id)
        for load in (load_submissions, load_events, load_reports, load_flows):
            load(keys, folder)
    with planned.reading() as connection:
        signed = select(Activity.code).join(Amendment, Amendment.activity_id == Activity.id)
        amended = set(connection.scalars(signed))
    expected, found = (judged(one, day).drop(columns=AMENDMENT_COLUMNS) for one in (planned, other))
    same = [code for code in expected["code"] if code not in amended]
    assert len(same) > 50
    pd.testing.assert_frame_equal(
        found[found["code"].isin(same)].reset_index(drop=True),
        expected[expected["code"].isin(same)].reset_index(drop=True),
    )


def as_a_new_file(sheets: Sheets) -> Sheets:
    """As a new file: the hidden mark of the plan that it was written from is left out."""
    del sheets.book["_plan"]
    return sheets
