"""The plan from the command line: a real process, a real file."""

import getpass
import json
import sqlite3
from datetime import date
from pathlib import Path

from tests.plans import AMENDED, Sheets
from tests.spreadsheets.commands import manage

SIGNED = ("--by", "A manager", "--why", "agreed")


def written(var: Path, *more: str) -> Sheets:
    told = manage(var, "plan", "-o", var / "plan.xlsx", *more)
    assert told.returncode == 0, told.stderr
    return Sheets((var / "plan.xlsx").read_bytes())


def sent(var: Path, sheets: Sheets) -> Path:
    target = var / "edited.xlsx"
    target.write_bytes(sheets.file().content)
    return target


def submissions(var: Path) -> int:
    connection = sqlite3.connect(var / "dashboard.sqlite3")
    (count,) = connection.execute("SELECT count(*) FROM submission").fetchone()
    connection.close()
    return int(count)


def test_a_plan_is_written_changed_checked_loaded_and_withdrawn(var: Path) -> None:
    file = sent(var, written(var).add_new_year().put("Activities", "MOE-2025-05", Amendment="Cancelled", **AMENDED))
    before = submissions(var)
    told = manage(var, "load-plan", file, "--check")
    assert (told.returncode, submissions(var)) == (0, before)
    assert "changed: Activities: MOE-2025-05 (Cancelled): State: Active → Cancelled" in told.stdout
    assert "2 new, 1 changed, 0 gone, 240 as before" in told.stdout

    told = manage(var, "load-plan", file, *SIGNED)
    assert told.returncode == 0, told.stderr
    assert f"Saved as submission {before + 1}" in told.stdout
    again = manage(var, "load-plan", file, *SIGNED)
    assert (again.returncode, submissions(var)) == (1, before + 1)
    assert "is in the plan already" in again.stderr

    told = manage(var, "withdraw", str(before + 1), *SIGNED)
    assert told.returncode == 0, told.stderr
    assert manage(var, "load-plan", file, *SIGNED).returncode == 0


def test_faults_are_printed_one_a_line_and_nothing_is_saved(var: Path) -> None:
    file = sent(var, written(var).put("Activities", "MOE-2025-05", Start="soon", Lead_partner="MO"))
    before = submissions(var)
    told = manage(var, "load-plan", file, *SIGNED)
    assert told.returncode == 1
    lines = told.stdout.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("Activities!") for line in lines)
    assert "Cells that have to be mended first: 2" in told.stderr
    assert submissions(var) == before


def test_faults_and_changes_are_told_to_programs_as_json(var: Path) -> None:
    edited = written(var).put("Goals", "NAP-1", Note="so", Holds_from="01.01.2000")
    file = sent(var, edited.put("Partners", "MOE", Kind="X"))
    told = manage(var, "load-plan", file, "--check", "--json")
    assert told.returncode == 1
    found = json.loads(told.stdout)
    assert [(one["sheet"], one["level"]) for one in found["problems"]] == [("Partners", "error")]
    (changed,) = [row for row in found["rows"] if row["state"] == "changed"]
    assert changed["key"] == ["NAP-1"]
    assert changed["changes"]["note"][1] == "so"


def test_without_a_name_and_a_reason_the_person_at_the_machine_and_the_file_are_kept(var: Path) -> None:
    file = sent(var, written(var).add_new_year())
    told = manage(var, "load-plan", file)
    assert told.returncode == 0, told.stderr
    connection = sqlite3.connect(var / "dashboard.sqlite3")
    (person, why) = connection.execute("SELECT person, why FROM submission_event ORDER BY id DESC LIMIT 1").fetchone()
    connection.close()
    assert person == getpass.getuser()
    assert file.name in why


def test_a_first_plan_goes_from_a_blank_workbook_into_an_empty_database(tmp_path: Path) -> None:
    assert manage(tmp_path, "init").returncode == 0
    file = sent(tmp_path, written(tmp_path, "--blank").add_new_year())
    told = manage(tmp_path, "load-plan", file, *SIGNED)
    assert told.returncode == 0, told.stderr
    assert "2 new, 0 changed, 0 gone" in told.stdout


def test_what_amendments_are_signed_with_can_be_said_once(var: Path) -> None:
    file = sent(var, written(var).put("Activities", "MOE-2025-05", Amendment="Cancelled"))
    signed = ("--from", "2025-10-01", "--signed-on", "2025-09-30", "--reason", "Illustrative: agreed", "--letter", "7")
    told = manage(var, "load-plan", file, *SIGNED, *signed)
    assert told.returncode == 0, told.stdout + told.stderr
    connection = sqlite3.connect(var / "dashboard.sqlite3")
    row = connection.execute(
        "SELECT kind, signed_on, reason, letter FROM amendment ORDER BY id DESC LIMIT 1"
    ).fetchone()
    connection.close()
    assert row == ("cancel", "2025-09-30", "Illustrative: agreed", "7")


def test_an_earlier_plan_can_be_read_and_changes_nothing_when_it_is_loaded(var: Path) -> None:
    assert manage(var, "load-plan", sent(var, written(var).add_new_year()), *SIGNED).returncode == 0
    earlier = written(var, "--as-of", "2024-03-31")
    assert "MOE-2027-01" not in {cell.value for cell in earlier.book["Activities"]["A"]}
    state = earlier.columns("Activities")["State"]
    assert earlier.book["Activities"].cell(earlier.row("Activities", "SSC-2024-04"), state).value == "Active"
    told = manage(var, "load-plan", sent(var, earlier), *SIGNED)
    assert "is in the plan already" in told.stderr
    assert "Look at this" in told.stdout


def test_warnings_about_a_plan_are_agreed_to_before_it_is_saved(var: Path) -> None:
    extended = {"Amendment": "Extended at no cost", "End": date(2026, 2, 15), **AMENDED}
    file, before = sent(var, written(var).put("Activities", "MOE-2025-13", **extended)), submissions(var)
    refused = manage(var, "load-plan", file, *SIGNED)
    assert "lies outside the years of the workplan" in refused.stdout
    assert "Cells that somebody has to look at and agree to first: 1." in refused.stderr
    assert (refused.returncode, submissions(var)) == (1, before)
    saved = manage(var, "load-plan", file, *SIGNED, "--accept-warnings")
    assert (saved.returncode, submissions(var)) == (0, before + 1), saved.stderr
