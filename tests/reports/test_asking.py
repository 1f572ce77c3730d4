"""A report is asked for by codes and days, and its file says by its name what is inside."""

import csv
import io
import os
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from db.engine import Database
from db.settings import ROOT
from monitoring.errors import UnknownPeriod
from monitoring.file_names import LONGEST
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from report_commands import MEANT_FOR
from reports import asked
from reports.documents import FORMATS
from reports.names import file_name
from reports.tables import Outline

TODAY = date(2026, 11, 1)
SEPTEMBER = Dates(date(2025, 9, 30), end_of_day(TODAY))


def named(filters: Filters, period: str = "2025-Q3", table: str = "", made_up: frozenset[str] = frozenset()) -> str:
    return file_name(Outline(SEPTEMBER, filters, period, {}, made_up), "xlsx", table)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (named(Filters()), "child-rights-workplans_2025-Q3.xlsx"),
        (named(Filters(), period=""), "child-rights-workplans_2025-09-30.xlsx"),
        (
            named(Filters(partners=("MOH",)), made_up=frozenset(["activities"])),
            "child-rights-workplans_2025-Q3_MOH_illustrative.xlsx",
        ),
        (
            named(Filters(areas=("EDU",), years=(2024,), weight="budget"), table="by_goal"),
            "child-rights-workplans_2025-Q3_EDU-2024-by-budget_by-goal.xlsx",
        ),
        (
            named(Filters(), table="indicators", made_up=frozenset(["activities"])),
            "child-rights-workplans_2025-Q3_indicators.xlsx",
        ),
        (named(Filters(partners=("../МЗ", "a b"))), "child-rights-workplans_2025-Q3_a-b.xlsx"),
    ],
)
def test_a_name_says_period_filters_table_and_what_is_made_up(made: str, expected: str) -> None:
    assert made == expected


def test_the_name_of_a_table_holds_its_reference_while_it_is_short() -> None:
    shown = Outline(SEPTEMBER, Filters(), "2025-Q3", {}, frozenset())
    name = file_name(shown, "csv", "activities", refers="250930/30YWTC6L/PMOH")
    assert name == "child-rights-workplans_2025-Q3_activities_250930_30YWTC6L_PMOH.csv"
    long = file_name(shown, "csv", "activities", refers="/".join(["250930/30YWTC6L", *["PMOH"] * 20]))
    assert long == "child-rights-workplans_2025-Q3_activities.csv"


def test_many_filters_leave_a_name_that_still_fits() -> None:
    made = named(Filters(partners=tuple(f"PARTNER{number}" for number in range(30))))
    filters = made.split("_")[2]
    assert filters.startswith("PARTNER0-PARTNER1-")
    assert "-and-" in filters
    assert len(filters) < LONGEST + 20


@pytest.mark.parametrize(
    ("period", "as_of", "known_on", "expected"),
    [
        ("", None, None, Dates(date(2025, 9, 30), end_of_day(TODAY))),
        ("2025-Q1", None, None, Dates(date(2025, 3, 31), end_of_day(TODAY))),
        ("2025-Q1", date(2025, 2, 14), None, Dates(date(2025, 2, 14), end_of_day(TODAY))),
        # What nobody had sent by then cannot be the period reported for last.
        ("", None, end_of_day(date(2025, 7, 16)), Dates(date(2025, 6, 30), end_of_day(date(2025, 7, 16)))),
    ],
)
def test_the_dates_are_those_of_the_period_unless_a_day_is_given(
    demonstration: Database, period: str, as_of: date | None, known_on: datetime | None, expected: Dates
) -> None:
    assert asked.dates(demonstration, period, as_of, known_on, TODAY) == expected


def test_an_unknown_period_or_code_is_refused_with_those_that_are_known(demonstration: Database) -> None:
    with pytest.raises(UnknownPeriod, match="2025-Q3"):
        asked.dates(demonstration, "2025-Q9", None, None, TODAY)
    for filters in (
        Filters(partners=("MOX",)),
        Filters(areas=("GENDER",)),
        Filters(goals=("NAP-99",)),
        Filters(regions=("XX",)),
        Filters(years=(1999,)),
    ):
        with pytest.raises(asked.UnknownCode, match="Known are: "):
            asked.check(demonstration, SEPTEMBER, filters)
    asked.check(demonstration, SEPTEMBER, Filters(partners=("MOH",), goals=("CP2125-1",), years=(2024,)))


def report(plan_file: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VAR_DIR": str(plan_file.parent)}
    command = [sys.executable, str(ROOT / "manage.py"), "report", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_command_line_writes_a_file_named_for_what_is_in_it(plan_file: Path, tmp_path: Path) -> None:
    done = report(plan_file, tmp_path, "--period", "2025-Q2", "--partner", "MOH", "MOE")
    name = "child-rights-workplans_2025-Q2_MOH-MOE_illustrative.xlsx"
    assert done.stdout.strip() == name
    assert openpyxl.load_workbook(tmp_path / name)["By partner"].max_row == 7


def test_the_command_line_writes_hxl_tags_below_the_head(plan_file: Path, tmp_path: Path) -> None:
    report(plan_file, tmp_path, "--format", "csv", "--table", "by_partner", "--hxl", "-o", "tagged.csv")
    lines = (tmp_path / "tagged.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith('"code","name"')
    assert lines[1].startswith('"#org+code","#org+name"')


def test_the_command_line_writes_one_table_as_csv(plan_file: Path, tmp_path: Path) -> None:
    arguments = ("--status", "behind", "--format", "csv", "--table", "activities", "-o", "late.csv")
    assert report(plan_file, tmp_path, *arguments).returncode == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "late.csv").read_text(encoding="utf-8-sig"))))
    assert {row["status_key"] for row in rows} == {"behind"}


def test_the_command_line_writes_semicolons_and_no_mark_where_asked(plan_file: Path, tmp_path: Path) -> None:
    arguments = ("--format", "csv", "--table", "by_area", "--separator", "semicolon", "--no-bom", "-o", "areas.csv")
    assert report(plan_file, tmp_path, *arguments).returncode == 0
    content = (tmp_path / "areas.csv").read_bytes()
    assert content.startswith(b'"code";"name";')
    assert re.search(rb";0,\d+;", content)


@pytest.mark.parametrize(
    ("wrong", "only"),
    [
        (("--hxl", "--format", "pdf"), "csv, zip"),
        (("--hxl",), "csv, zip"),
        (("--separator", "comma", "--format", "docx"), "csv, zip"),
        (("--no-bom", "--format", "pptx"), "csv, zip"),
        (("--table", "money", "--format", "zip"), "csv"),
        (("--kind", "commission", "--format", "docx"), "pdf"),
        (("--kind", "goal", "--format", "csv"), "pdf"),
    ],
)
def test_an_option_that_means_nothing_in_a_format_is_refused_and_no_file_written(
    plan_file: Path, tmp_path: Path, wrong: tuple[str, ...], only: str
) -> None:
    refused = report(plan_file, tmp_path, *wrong)
    assert refused.returncode == 2
    said = refused.stderr.splitlines()[-1]
    assert f"{wrong[0]} means nothing" in said
    assert said.endswith(f"only with {only}")
    assert list(tmp_path.iterdir()) == []


def test_the_kinds_of_documents_are_for_the_formats_that_have_them() -> None:
    assert tuple(ending for ending, one in FORMATS.items() if one.kinds) == MEANT_FOR["kind"]


@pytest.mark.parametrize(
    "arguments", [("--partner", "MOX"), ("--period", "2025-Q9"), ("-o", "no/such/folder/report.xlsx")]
)
def test_a_report_that_cannot_be_made_is_one_line_and_no_file(
    plan_file: Path, tmp_path: Path, arguments: tuple[str, str]
) -> None:
    refused = report(plan_file, tmp_path, *arguments)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert arguments[1] in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--known-on", "2025-10-15T08:56:12"),
            "is no day or moment. Write it like 2025-10-15 or 2025-10-15T18:59:59Z.",
        ),
        (("--year", "25"), "“25” is no year. Write it like 2025."),
    ],
)
def test_a_moment_or_year_that_is_none_is_answered_with_how_to_write_it(
    plan_file: Path, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    refused = report(plan_file, tmp_path, *options)
    assert (refused.returncode, list(tmp_path.iterdir())) == (2, [])
    assert told in refused.stderr


def test_the_goals_are_those_of_the_framework_of_the_goal_picked(plan_file: Path, tmp_path: Path) -> None:
    report(plan_file, tmp_path, "--format", "csv", "--table", "by_goal", "--goal", "CP2125-1", "-o", "goals.csv")
    rows = (tmp_path / "goals.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ['"CP2125-1"']


@pytest.mark.parametrize(
    "arguments", [("--goal", "CP2125-1", "NAP-2"), ("--goal", "NAP-2", "--framework", "country programme")]
)
def test_goals_of_several_frameworks_are_refused_since_no_page_shows_them_together(
    plan_file: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    refused = report(plan_file, tmp_path, *arguments)
    assert (refused.returncode, list(tmp_path.glob("*.xlsx"))) == (1, [])
    assert "are not all of one plan or programme" in refused.stderr
