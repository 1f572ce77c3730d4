"""All tables as a data package: checked by the library of its standard, whole, and never made up without saying so."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package

from db.engine import Database
from db.settings import ROOT
from monitoring import formats, language
from monitoring.csv_text import Form
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from reports.all_tables import needed, outline
from reports.data_package import package
from reports.tables import ReportTables
from tests.reports.reading import unpacked

DATES = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))
PLAN = "national action plan"


@pytest.fixture(scope="module")
def shown(demonstration: Database) -> ReportTables:
    return needed(demonstration, DATES, Filters(), PLAN)


def placed(content: bytes, folder: Path) -> Path:
    """The files of a package in a folder: where its description lies."""
    for name, file in unpacked(content).items():
        (folder / name).write_bytes(file)
    return folder / "datapackage.json"


@pytest.mark.parametrize("filters", [Filters(), Filters(partners=("MOH",), supporting=True), Filters(years=(2031,))])
@pytest.mark.parametrize("spoken", ["en", "ru", "tk"])
def test_the_library_of_the_standard_finds_no_fault(
    demonstration: Database, tmp_path: Path, filters: Filters, spoken: str
) -> None:
    with language.spoken_in(spoken):
        content = package(needed(demonstration, DATES, filters, PLAN), with_illustrative=True)
    found = Package(str(placed(content, tmp_path))).validate()
    assert found.valid, found.flatten(["rowNumber", "fieldName", "note"])[:3]


@pytest.mark.parametrize("form", [Form(), Form("semicolon"), Form("semicolon", mark=False)])
@pytest.mark.parametrize("hxl", [False, True])
def test_in_any_form_and_with_tags_it_is_the_same_package(
    shown: ReportTables, tmp_path: Path, form: Form, hxl: bool
) -> None:
    folders = [tmp_path / "plain", tmp_path / "formed"]
    packages = (package(shown, True), package(shown, True, hxl, form))
    for folder in folders:
        folder.mkdir()
    plain, formed = (Package(str(placed(content, folder))) for content, folder in zip(packages, folders, strict=True))
    found = formed.validate()
    assert found.valid, found.flatten(["rowNumber", "fieldName", "note"])[:3]
    for key in shown.tables:
        rows = formed.get_resource(key).read_rows()
        assert [row.to_dict() for row in rows] == [row.to_dict() for row in plain.get_resource(key).read_rows()]


def test_a_value_of_an_indicator_that_is_not_in_the_package_is_found(shown: ReportTables, tmp_path: Path) -> None:
    told = placed(package(shown, with_illustrative=True), tmp_path)
    table = tmp_path / "observations.csv"
    lines = table.read_bytes().splitlines(keepends=True)
    other = lines[1].split(b'"', 2)[2]
    table.write_bytes(b"".join([lines[0], b'"NONE"' + other, *lines[2:]]))
    faults = Package(str(told)).validate().flatten(["type", "note"])
    assert any(kind == "foreign-key" for kind, _note in faults), faults


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(partners=("MOH",), supporting=True), Filters(areas=("EDU",)), Filters(years=(2031,))]
)
def test_what_it_will_hold_is_known_before_it_is_made(demonstration: Database, filters: Filters) -> None:
    assert outline(demonstration, DATES, filters, PLAN) == needed(demonstration, DATES, filters, PLAN).outline


@pytest.mark.parametrize(("right", "wrong"), [(b'"MOH-2025-02"', b'"MOH-2025-01"'), (b'"2025-12-31"', b'"2025-31-12"')])
def test_the_library_does_find_a_code_that_stands_twice_and_a_day_that_is_none(
    shown: ReportTables, tmp_path: Path, right: bytes, wrong: bytes
) -> None:
    told = placed(package(shown, with_illustrative=True), tmp_path)
    table = tmp_path / "activities.csv"
    before = table.read_bytes()
    assert right in before
    table.write_bytes(before.replace(right, wrong, 1))
    assert not Package(str(told)).validate().valid


def test_it_holds_every_row_and_value_of_the_tables(shown: ReportTables, tmp_path: Path) -> None:
    read = Package(str(placed(package(shown, with_illustrative=True), tmp_path)))
    for key, table in shown.tables.items():
        rows = read.get_resource(key).read_rows()
        assert len(rows) == len(table)
        for row, (_number, known) in zip(rows, table.frame.iterrows(), strict=True):
            if "delivered" in known and known["delivered"] == known["delivered"]:
                assert float(row["delivered"]) == known["delivered"]
            assert "illustrative" not in known or row["illustrative"] is bool(known["illustrative"])


def test_each_file_is_described_with_its_size_and_fingerprint(shown: ReportTables) -> None:
    files = unpacked(package(shown, with_illustrative=True))
    told = json.loads(files.pop("datapackage.json"))
    assert [one["path"] for one in told["resources"]] == list(files)
    for one in told["resources"]:
        content = files[one["path"]]
        assert one["bytes"] == len(content)
        assert one["dialect"] == {"delimiter": ",", "quoteChar": '"', "doubleQuote": True}
        assert not content.startswith(b"\xef\xbb\xbf")
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        head = next(csv.reader(io.StringIO(content.decode("utf-8"))))
        assert [field["name"] for field in one["schema"]["fields"]] == head
    assert {"title": "MICS7 2024"} in told["sources"]
    assert told["licenses"][0]["name"] == "notspecified"


def test_titles_are_in_the_language_of_the_run_and_names_are_not(shown: ReportTables) -> None:
    with language.spoken_in("ru"):
        told = json.loads(unpacked(package(shown, with_illustrative=True))["datapackage.json"])
    assert told["languages"] == ["ru"]
    activities = next(one for one in told["resources"] if one["name"] == "activities")
    assert activities["title"] == "Мероприятия"
    delivered = next(one for one in activities["schema"]["fields"] if one["name"] == "delivered")
    assert (delivered["type"], delivered["title"]) == ("number", "Выполнено")
    assert delivered["description"] == "доля, 1 — это всё"
    areas = next(one for one in told["resources"] if one["name"] == "by_area")
    types = {field["name"]: field["type"] for field in areas["schema"]["fields"]}
    assert (types["reports_due"], types["behind"], types["delivered"]) == ("integer", "integer", "number")


def test_what_is_made_up_is_left_out_unless_asked_for_and_then_said_in_the_title(shown: ReportTables) -> None:
    real = unpacked(package(shown))
    assert not json.loads(real["datapackage.json"])["title"].startswith("Illustrative")
    rows = {name: len(content.splitlines()) - 1 for name, content in real.items() if name.endswith(".csv")}
    about = real["about.csv"].decode()
    assert {name: rows[f"{name}.csv"] for name in ("activities", "by_partner", "money")} == dict.fromkeys(
        ("activities", "by_partner", "money"), 0
    )
    assert rows["indicators.csv"] == len(shown.tables["indicators"].frame) > 0
    assert "Finding" not in about, "it counts what is made up"
    assert "Made up" not in about
    assert shown.cover.last
    assert shown.cover.last.partner not in about + json.dumps(json.loads(real["datapackage.json"]))
    told = json.loads(unpacked(package(shown, with_illustrative=True))["datapackage.json"])
    assert told["title"].startswith("Illustrative: ")


def test_money_that_is_made_up_says_so_in_its_row(shown: ReportTables) -> None:
    rows = list(csv.DictReader(unpacked(package(shown, with_illustrative=True))["money.csv"].decode().splitlines()))
    assert [row["illustrative"] for row in rows] == ["yes"]
    assert "money" in shown.outline.made_up, "so that a file of it alone has it in its name"


def test_a_report_that_shows_nothing_made_up_names_nobody_who_reported_such(demonstration: Database) -> None:
    cover = replace(needed(demonstration, DATES, Filters(), PLAN).cover, illustrative=False)
    assert cover.newest
    assert cover.last is None
    assert dict(cover.facts())["Reported last"] == formats.NOTHING


def test_where_nothing_is_made_up_nothing_says_so(demonstration: Database) -> None:
    """No activity is shown, and the values of indicators are published facts."""
    told = json.loads(unpacked(package(needed(demonstration, DATES, Filters(years=(2031,)), PLAN)))["datapackage.json"])
    assert not told["title"].startswith("Illustrative")


def test_another_clock_gives_the_same_bytes(plan_file: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from monitoring.filters import Filters;"
        "from reports.data_package import package; from reports.all_tables import needed;"
        "from tests.reports.conftest import opened; from tests.reports.test_data_package import DATES, PLAN;"
        "shown = needed(opened(sys.argv[1]), DATES, Filters(), PLAN);"
        "Path(sys.argv[2]).write_bytes(package(shown, with_illustrative=True))"
    )
    written = []
    for zone, seed in (("Pacific/Kiritimati", "1"), ("Pacific/Pago_Pago", "2")):
        target = tmp_path / f"{seed}.zip"
        clock = {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script, str(plan_file), str(target)]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **clock}, check=True)
        written.append(target.read_bytes())
    assert written[0] == written[1]


def test_a_package_without_what_is_made_up_says_so_and_has_no_reference_that_would_show_it(shown: ReportTables) -> None:
    whole, real = (
        json.loads(unpacked(package(shown, made_up))["datapackage.json"])["description"] for made_up in (True, False)
    )
    assert "Reference: " in whole
    assert "Left out" not in whole
    assert "Left out: what is made up for demonstration" in real
    assert "Reference: " not in real
    assert "everything is shown" not in real
