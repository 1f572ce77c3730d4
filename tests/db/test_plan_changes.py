"""Plans by spreadsheet on a real database: what a workbook changes, from when on, and what it leaves as it was."""

from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import func, select

from db import ledger, migrate, queries
from db.engine import Database, make_engine, open_database
from db.ledger.plan_keys import Keys
from db.ledger.reported_rows import load_events, load_flows, load_reports, load_submissions
from db.models import Activity, ActivityVersion, Amendment, FundingLine, Submission
from db.settings import ROOT
from monitoring import errors
from monitoring.periods import Dates
from monitoring.plan_changes import State
from tests.plans import AMENDED, Sheets, codes, judged, present, rows_in, save, shown, status


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


def test_every_kind_of_row_is_kept_as_it_was_written(planned: Database, tmp_path: Path) -> None:
    sheets = present(planned).add_new_year(State="Postponed", Supporting_partners="MOH; NEW", Regions="AH; ZZ")
    for sheet, values in EVERY_KIND.items():
        sheets.add(sheet, **values)
    expected = {row.key: row.becomes for row in shown(planned, sheets).to_save}
    save(planned, sheets, tmp_path)
    plan = queries.plan_book(planned)
    assert len(expected) == 9
    for key, row in expected.items():
        assert row is not None
        assert plan.of(row.table)[key] == row
    found = shown(planned, present(planned))
    assert (found.to_save, found.problems) == ((), ())
    indicators = queries.judged_indicators(planned, Dates(date(2027, 6, 30), datetime.now(UTC))).set_index("code")
    assert [level["criteria_en"] for level in indicators.loc["LAW", "levels"]] == ["nothing", "a draft", "a law"]
    assert indicators.loc["LAW", "target"] == 2


EVERY_KIND: dict[str, dict[str, object]] = {
    "Frameworks": {
        "Code": "NAP2934",
        "Kind": "National Action Plan",
        "Name_in_English": "The next plan",
        "Start": "01.01.2029",
        "End": "31.12.2034",
        "How_sure_this_is": "Assumed",
    },
    "Goals": {"Code": "N-1", "Framework": "NAP2934", "Name_in_English": "A goal", "Note": "first"},
    "Regions": {"Code": "ZZ", "Name_in_English": "A new city", "Percent_of_the_population": "0,5 %"},
    "Reporting periods": {
        "Code": "2028-Q1",
        "Kind": "Quarter",
        "Name_in_English": "Q1 2028",
        "Start": "01.01.2028",
        "End": "31.03.2028",
        "Closes_on": "15.04.2028",
    },
    "Partners": {"Code": "NEW", "Kind": "Court", "Name_in_English": "A court", "Name_in_Russian": "Суд"},
    "Indicators": {
        "Code": "LAW",
        "Name_in_English": "A law is in force",
        "Unit": "level",
        "Unit_in_English": "level",
        "Direction": "Higher is better",
        "Kind": "Administrative data",
        "Years_between_values": 1,
        "Goals": "N-1; NAP-4",
        "Priority_area": "PROT",
        "Baseline": 0,
        "Baseline_date": "01.07.2026",
        "Levels_in_English": "nothing | a draft | a law",
        "Levels_in_Russian": "ничего | проект",
    },
    "Targets": {
        "Indicator": "LAW",
        "Framework": "NAP2934",
        "Due_on": "31.12.2030",
        "Value": 2,
        "Kind": "To be reached",
    },
}
