"""The command line as an administrator uses it: a real process, a real file."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from db.settings import ROOT


def manage(var: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "VAR_DIR": str(var), **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def activities(var: Path) -> int:
    connection = sqlite3.connect(var / "dashboard.sqlite3")
    (count,) = connection.execute("SELECT count(*) FROM activity").fetchone()
    connection.close()
    return int(count)


def test_init_with_the_demonstration_fills_a_new_file_once(tmp_path: Path) -> None:
    first = manage(tmp_path, "init", "--demo")
    assert first.returncode == 0, first.stderr
    assert "illustrative" in first.stdout
    filled = activities(tmp_path)
    second = manage(tmp_path, "init", "--demo")
    assert "kept" in second.stdout
    assert filled > 100
    assert activities(tmp_path) == filled


def test_init_without_the_demonstration_has_no_made_up_activity(tmp_path: Path) -> None:
    assert manage(tmp_path, "init").returncode == 0
    assert activities(tmp_path) == 0


def test_real_activities_are_set_up_from_a_copy_of_the_data(tmp_path: Path) -> None:
    """As data/README.md says: header rows kept, the signed activities below them, none of them illustrative."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    for file in (data / "demonstration").glob("*.csv"):
        head, *rows = file.read_text(encoding="utf-8").splitlines()
        own = [row for row in rows if file.name == "activities.csv" and row.startswith("MOE-2025-02,")]
        written = [head, *(row.removesuffix("yes") + "no" for row in own)]
        file.write_text("\n".join(written) + "\n", encoding="utf-8")
    done = manage(tmp_path, "init", "--demo", DATA_DIR=str(data))
    assert done.returncode == 0, done.stderr
    connection = sqlite3.connect(tmp_path / "dashboard.sqlite3")
    assert connection.execute("SELECT code, illustrative FROM activity").fetchall() == [("MOE-2025-02", 0)]
    connection.close()


def test_a_file_that_is_no_database_is_one_line_and_not_a_trace(tmp_path: Path) -> None:
    (tmp_path / "dashboard.sqlite3").write_bytes(b"only some words, no database at all" * 100)
    refused = manage(tmp_path, "init")
    assert refused.returncode == 1
    assert "cannot be read" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "70000"),
        ("DATABASE_URL", "nonsense"),
        ("DATA_DIR", "/no/such"),
        ("VAR_DIR", "/proc/x"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(tmp_path: Path, name: str, value: str) -> None:
    wrong = {**os.environ, "VAR_DIR": str(tmp_path), name: value}
    command = [sys.executable, "manage.py", "init"]
    refused = subprocess.run(command, cwd=ROOT, env=wrong, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"The setting {name} cannot be used: ")
    assert len(refused.stderr.splitlines()) == 1


def test_the_demonstration_in_the_project_is_what_its_generator_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.generate_plan", "-o", str(tmp_path)], cwd=ROOT, check=True)
    for file in sorted(tmp_path.iterdir()):
        assert file.read_bytes() == (ROOT / "data" / "demonstration" / file.name).read_bytes(), file.name


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("DATABASE_URL", "foo://x"),
        ("DATABASE_URL", "sqlite:/x"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:////nowhere/x.db"),
        ("PROGRAMME", "ZZZ"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_in_one_line(tmp_path: Path, setting: str, value: str) -> None:
    done = manage(tmp_path, "init", **{setting: value})
    assert done.returncode == 1
    assert done.stderr.startswith(f"The setting {setting} cannot be used: ")
    assert done.stderr.count("\n") == 1


def test_reference_data_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = manage(tmp_path / "var", "init", DATA_DIR=str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "programmes.csv" in done.stderr


def test_a_demonstration_asked_for_too_late_is_told_so(tmp_path: Path) -> None:
    manage(tmp_path, "init")
    assert "only put into a new database" in manage(tmp_path, "init", "--demo").stdout


def test_a_report_of_a_far_future_is_one_of_today(tmp_path: Path) -> None:
    manage(tmp_path, "init", "--demo")
    done = manage(tmp_path, "report", "--as-of", "9999-12-31", "-o", str(tmp_path / "far.xlsx"))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_limit_is_changed_from_a_date_on_with_who_and_why(tmp_path: Path) -> None:
    manage(tmp_path, "init")
    said = ("limit", "on_schedule_days", "14", "--from", "2026-01-01", "--by", "An administrator")
    assert (
        manage(tmp_path, *said, "--why", "agreed at the review").stdout
        == "on_schedule_days is 14 from 2026-01-01 on.\n"
    )
    assert manage(tmp_path, *said, "--why", " ").returncode == 1
    wrong = manage(tmp_path, "limit", "on_schedule_days", "many", "--by", "x", "--why", "y")
    assert (wrong.returncode, "is no number" in wrong.stderr) == (2, True)
    unknown = manage(tmp_path, "limit", "patience", "3", "--by", "x", "--why", "y")
    assert (unknown.returncode, "There is no limit “patience”" in unknown.stderr) == (1, True)


def test_a_form_and_a_report_are_written_in_the_language_asked_for(tmp_path: Path) -> None:
    manage(tmp_path, "init", "--demo")
    for command, words in (("form", ("--partner", "MOE", "--period", "2025-Q3")), ("report", ("--area", "EDU"))):
        target = tmp_path / f"{command}.xlsx"
        written = manage(tmp_path, command, *words, "--lang", "ru", "-o", str(target))
        assert written.returncode == 0, written.stderr
        assert "Мероприятия" in openpyxl.load_workbook(target, read_only=True).sheetnames
    refused = manage(tmp_path, "report", "--lang", "fr")
    assert refused.returncode == 2
    assert "invalid choice" in refused.stderr
