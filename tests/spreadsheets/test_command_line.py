"""The form and the upload from the command line: a real process, a real file."""

import csv
import json
import sqlite3
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl

from tests.spreadsheets.commands import manage
from tests.spreadsheets.forms import HEADER, filled, put


def written(var: Path) -> Path:
    target = var / "form.xlsx"
    made = manage(var, "form", "--partner", "MOE", "--period", "2025-Q3", "-o", target)
    assert made.returncode == 0, made.stderr
    return target


def fill(form: Path, header: str, value: object) -> str:
    """Fill in the first activity that the partner reports on and whose cell of that column is open; its cell."""
    book = openpyxl.load_workbook(form)
    sheet = book["Activities"]
    column = next(cell.column for cell in sheet[HEADER] if cell.value == header)
    cells = (sheet.cell(row, column) for row in range(HEADER + 1, sheet.max_row + 1))
    cell = next(cell for cell in cells if not cell.protection.locked)
    put(cell, value)
    book.save(form)
    return f"Activities!{cell.coordinate}"


def submissions(var: Path) -> int:
    connection = sqlite3.connect(var / "dashboard.sqlite3")
    (count,) = connection.execute("SELECT count(*) FROM submission").fetchone()
    connection.close()
    return int(count)


def test_a_form_is_written_filled_in_checked_saved_and_recognised(var: Path) -> None:
    form = written(var)
    fill(form, "Narrative", "=1+1 in words")
    before = submissions(var)
    looked_at = manage(var, "upload", form, "--check")
    assert (looked_at.returncode, looked_at.stderr) == (0, "")
    assert submissions(var) == before
    saved = manage(var, "upload", form, "--by", "A manager", "--reported-by", "N. N.")
    assert (saved.returncode, saved.stderr) == (0, "")
    assert f"Saved as submission {before + 1}: " in saved.stdout
    assert submissions(var) == before + 1
    assert len(list((var / "uploads").iterdir())) == 1
    again = manage(var, "upload", form, "--by", "A manager")
    assert again.returncode == 1
    assert f"submission {before + 1} and counts" in again.stderr


def test_faults_are_printed_one_a_line_and_nothing_is_saved(var: Path) -> None:
    form = written(var)
    places = [fill(form, "Percent complete", 140), fill(form, "Rating", "Splendid")]
    before = submissions(var)
    refused = manage(var, "upload", form, "--by", "A manager")
    assert refused.returncode == 1
    lines = refused.stdout.splitlines()
    assert sorted(line.split(": ")[0] for line in lines) == sorted(places)
    assert "Cells that have to be mended first: 2" in refused.stderr
    assert submissions(var) == before


def test_an_upload_without_a_name_or_of_another_partner_is_one_line_and_not_a_trace(var: Path) -> None:
    form = written(var)
    fill(form, "Narrative", "went on")
    for arguments, said in (
        ((form,), "Please say who uploads"),
        ((form, "--partner", "MOH", "--by", "A manager"), "This is the form of MOE"),
        ((form, "--period", "2025-Q9", "--by", "A manager"), "no reporting period “2025-Q9”"),
        ((var / "missing.xlsx", "--by", "A manager"), "cannot be read"),
        ((var / "dashboard.sqlite3", "--by", "A manager"), "is no workbook"),
    ):
        refused = manage(var, "upload", *arguments)
        assert refused.returncode == 1
        assert said in refused.stderr
        assert "Traceback" not in refused.stderr


def test_a_form_with_nothing_in_it_says_so(var: Path) -> None:
    form = written(var)
    workbook = openpyxl.load_workbook(form)
    del workbook["Activities"]
    workbook.save(form)
    refused = manage(var, "upload", form, "--check")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Nothing is filled in" in refused.stderr


def test_what_somebody_reported_since_the_form_was_made_is_told_with_both_values_and_not_saved(var: Path) -> None:
    forms = [var / name for name in ("first.xlsx", "second.xlsx")]
    for form, share in zip(forms, (70, 80), strict=True):
        manage(var, "form", "--partner", "MOE", "--as-of", "2025-09-30", "-o", form)
        form.write_bytes(filled(form.read_bytes(), {"MOE-2025-13": {"Percent complete": share}}))
    saved = manage(var, "upload", forms[0], "--by", "Anna", "--accept-warnings")
    assert saved.returncode == 0, saved.stderr
    refused = manage(var, "upload", forms[1], "--by", "Berdi", "--accept-warnings")
    assert refused.returncode == 1
    assert "conflicting: MOE-2025-13" in refused.stdout
    assert "Anna reported on" in refused.stdout
    assert "70 → 80" in refused.stdout
    (row,) = json.loads(manage(var, "check", forms[1], "--json").stdout)["rows"]
    assert (row["state"], row["was"], row["reported_by"]) == ("conflicting", {"share": 70}, "Anna")
    assert row["values"] == {"share": 80}, "what its sender changed, and nothing that the form held before"
    assert "somebody else has reported since the form was made" in refused.stderr


def test_a_form_saved_as_text_still_tells_who_reported_since_it_was_made(var: Path) -> None:
    form = written(var)
    book = openpyxl.load_workbook(BytesIO(filled(form.read_bytes(), {"MOE-2025-13": {"Percent complete": 80}})))
    lines = [[_as_text(cell.value) for cell in row] for row in book["Activities"].iter_rows()]
    text = var / "sheet.csv"
    with text.open("w", encoding="cp1251", newline="", errors="replace") as target:
        csv.writer(target, delimiter=";").writerows(lines)
    form.write_bytes(filled(form.read_bytes(), {"MOE-2025-13": {"Percent complete": 70}}))
    saved = manage(var, "upload", form, "--by", "Anna", "--accept-warnings")
    assert saved.returncode == 0, saved.stderr
    told = manage(var, "check", text)
    assert "conflicting: MOE-2025-13 2025-09-30 (Anna reported on" in told.stdout
    assert "Percent complete: 70 → 80" in told.stdout


def _as_text(value: object) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else "" if value is None else str(value)


def test_the_letter_that_a_file_came_with_is_kept_with_it(var: Path) -> None:
    form = written(var)
    fill(form, "Narrative", "well")
    scan = var / "letter.pdf"
    scan.write_bytes(b"%PDF-1.4 a scan")
    letter = ("--letter-number", "12/34", "--letter-date", "2025-10-05", "--received-on", "2025-10-06")
    who = ("--by", "Berdi", "--reported-by", "Anna", "--post", "Deputy")
    saved = manage(var, "upload", form, *who, *letter, "--letter", scan)
    assert saved.returncode == 0, saved.stderr
    connection = sqlite3.connect(var / "dashboard.sqlite3")
    columns = "reported_by_name, reported_by_post, letter_number, letter_date, received_on, id"
    *kept, number = connection.execute(f"SELECT {columns} FROM submission ORDER BY id DESC LIMIT 1").fetchone()
    assert kept == ["Anna", "Deputy", "12/34", "2025-10-05", "2025-10-06"]
    statement = "SELECT name FROM submission_file WHERE submission_id = ?"
    assert connection.execute(statement, (number,)).fetchall() == [("letter.pdf",)]
    connection.close()


def test_conflicting_rows_are_left_out_only_where_that_is_asked_for_and_then_told(var: Path) -> None:
    forms = [var / name for name in ("first.xlsx", "second.xlsx")]
    for form, share in zip(forms, (70, 80), strict=True):
        manage(var, "form", "--partner", "MOE", "--as-of", "2025-09-30", "-o", form)
        cells = {"MOE-2025-13": {"Percent complete": share}, "MOE-2025-05": {"Narrative": "so"} if share > 70 else {}}
        form.write_bytes(filled(form.read_bytes(), cells))
    assert manage(var, "upload", forms[0], "--by", "Anna", "--accept-warnings").returncode == 0
    before = submissions(var)
    refused = manage(var, "upload", forms[1], "--by", "Berdi", "--accept-warnings")
    assert (refused.returncode, submissions(var)) == (1, before)
    assert "With --partly the other rows are saved" in refused.stderr
    partly = manage(var, "upload", forms[1], "--by", "Berdi", "--accept-warnings", "--partly")
    assert (partly.returncode, submissions(var)) == (0, before + 1), partly.stderr
    assert "1 row is not saved: somebody else has reported on it since the form was made." in partly.stdout


def test_a_file_of_two_partners_tells_of_each_submission_what_it_brought(var: Path) -> None:
    file = var / "two.csv"
    lines = ["Code;Reported on;Percent complete", "MOE-2025-06;30.09.2025;99", "MOH-2025-04;30.09.2025;98"]
    file.write_text("\n".join([*lines, "MOE-2025-13;30.09.2025;70"]), encoding="utf-8")
    saved = manage(var, "upload", file, "--by", "Anna", "--accept-warnings")
    assert saved.returncode == 0, saved.stderr
    told = [line.split(": ")[1] for line in saved.stdout.splitlines() if line.startswith("Saved as submission")]
    assert sorted(told) == ["0 new, 1 changed, 0 as before.", "0 new, 2 changed, 0 as before."]


def test_a_letter_of_a_day_to_come_is_refused(var: Path) -> None:
    form = written(var)
    fill(form, "Narrative", "well")
    refused = manage(var, "upload", form, "--by", "Anna", "--received-on", "2999-01-01")
    assert (refused.returncode, refused.stdout.count("Saved")) == (1, 0)
    assert "01.01.2999 is still to come" in refused.stderr
