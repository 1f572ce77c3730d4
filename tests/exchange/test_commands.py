"""Files for other systems from the command line: a real process, a real file."""

import csv
import os
import subprocess
import sys
from pathlib import Path

from frictionless import Package
from lxml import etree

from db.settings import ROOT
from tests.exchange.conftest import REAL
from tests.reports.reading import unpacked

DATES = ("--as-of", "2025-09-30", "--known-on", "2025-10-15")


def export(file: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VAR_DIR": str(file.parent)}
    command = [sys.executable, str(ROOT / "manage.py"), "export", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_activities_are_written_as_iati(plan_file: Path, tmp_path: Path) -> None:
    done = export(plan_file, tmp_path, "iati", "--with-illustrative", "--partner", "MOH", *DATES, "-o", "moh.xml")
    assert (done.stdout, done.stderr) == ("moh.xml\n", "")
    root = etree.parse(str(tmp_path / "moh.xml")).getroot()
    assert {one.get("ref").partition("-")[0] for one in root.iter("other-identifier")} == {"MOH"}


def test_what_is_real_needs_no_option_and_the_file_says_what_is_in_it(partly_real_file: Path, tmp_path: Path) -> None:
    done = export(partly_real_file, tmp_path, "iati", *DATES)
    assert done.stdout == "child-rights-workplans_iati_2025-09-30.xml\n"
    root = etree.parse(str(tmp_path / done.stdout.strip())).getroot()
    assert {one.get("ref").partition("-")[0] for one in root.iter("other-identifier")} == {REAL}


def test_values_of_indicators_are_written_as_sdmx_in_a_language(plan_file: Path, tmp_path: Path) -> None:
    done = export(plan_file, tmp_path, "sdmx", "--language", "ru", *DATES)
    name = "child-rights-workplans_sdmx_2025-09-30.csv"
    assert done.stdout.strip() == name
    with (tmp_path / name).open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    assert len(rows) == 48
    assert rows[0]["INDICATOR_NAME"].startswith("Коэффициент")


def test_all_tables_are_written_as_a_data_package(plan_file: Path, tmp_path: Path) -> None:
    done = export(plan_file, tmp_path, "package", "--with-illustrative", "--year", "2024", "--partner", "MOH", *DATES)
    name = "child-rights-workplans_data-package_2025-09-30_MOH-2024_with-illustrative.zip"
    assert done.stdout.strip() == name
    for inside, content in unpacked((tmp_path / name).read_bytes()).items():
        (tmp_path / inside).write_bytes(content)
    read = Package(str(tmp_path / "datapackage.json"))
    assert read.validate().valid
    codes = {row["code"][:8] for row in read.get_resource("activities").read_rows()}
    assert codes == {"MOH-2024"}


def test_what_is_made_up_is_refused_in_one_line_and_no_file_is_written(plan_file: Path, tmp_path: Path) -> None:
    refused = export(plan_file, tmp_path, "iati", *DATES)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "--with-illustrative" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_partner_is_told_with_those_that_are_known(plan_file: Path, tmp_path: Path) -> None:
    refused = export(plan_file, tmp_path, "iati", "--partner", "MOX", *DATES)
    assert refused.returncode == 1
    assert "“MOX”" in refused.stderr
    assert "MOH" in refused.stderr


def test_values_of_indicators_are_no_partner_s(plan_file: Path, tmp_path: Path) -> None:
    refused = export(plan_file, tmp_path, "sdmx", "--partner", "MOH")
    assert refused.returncode == 2
    assert "--partner" in refused.stderr
