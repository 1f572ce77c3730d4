"""A download holds exactly what the filters show: the figures worked out apart, the words as text, the same bytes."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import text

from db import ledger, migrate
from db.engine import Database, make_engine, open_database
from db.settings import ROOT
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from monitoring.words import REPORT_TABLES
from reports.all_tables import needed
from reports.contents import gather
from reports.csv_files import table_csv
from reports.data_package import package
from reports.names import file_name
from reports.tables import ReportTables, collect
from reports.xlsx import workbook
from tests.db import judged_apart

SEPTEMBER = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))
PLAN = "national action plan"
HEAD = 5


@pytest.fixture
def planned(tmp_path: Path) -> Database:
    url = f"sqlite:///{tmp_path / 'plan.sqlite3'}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    opened = open_database(url, "TKM")
    ledger.load_plan(opened, ROOT / "data" / "demonstration")
    return opened


def sheet_rows(content: bytes, name: str) -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content))[name]
    head, *rows = list(sheet.iter_rows(min_row=HEAD, values_only=True))
    return [dict(zip(head, row, strict=True)) for row in rows if row[0]]


def csv_rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def cover(content: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Cover"]
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("filters", [Filters(), Filters(areas=("EDU", "PROT")), Filters(partners=("MOH", "MOE"))])
def test_the_figures_of_each_partner_are_those_worked_out_apart(planned: Database, filters: Filters) -> None:
    contents = gather(planned, SEPTEMBER, filters, PLAN)
    apart = judged_apart.activities(planned, SEPTEMBER.as_of, SEPTEMBER.known_on)
    if filters.areas:
        apart = apart[apart["area"].isin(filters.areas)]
    if filters.partners:
        apart = apart[apart["partner"].isin(filters.partners)]
    rows = sheet_rows(workbook(contents), "By partner")
    tables = csv_rows(table_csv(contents.report.tables["by_partner"]))
    assert {row["Code"] for row in rows} == set(apart["partner"]) == {row["code"] for row in tables}
    for row, line in zip(rows, tables, strict=True):
        figures = judged_apart.figures(apart[apart["partner"] == row["Code"]])
        assert row["Activities signed"] == figures.activities == int(line["activities"])
        for title, column, expected in (
            ("Delivered, of what is reported", "delivered", figures.delivered),
            ("Delivered of what was due", "delivered_of_due", figures.of_due),
        ):
            shown = (row[title], float(line[column]) if line[column] else None)
            assert shown == (None, None) if expected != expected else shown == pytest.approx((expected,) * 2, abs=1e-8)
        assert (row["Reports in"], row["Reports due"]) == (figures.reports_in, figures.reports_due)
        assert row["Behind"] == figures.statuses.get("behind", 0)


def test_every_activity_stands_in_the_file_with_its_status(planned: Database) -> None:
    contents = gather(planned, SEPTEMBER, Filters(), PLAN)
    apart = judged_apart.activities(planned, SEPTEMBER.as_of, SEPTEMBER.known_on)
    expected = dict(zip(apart["code"], apart["status"], strict=True))
    assert {row["Code"]: row["Status key"] for row in sheet_rows(workbook(contents), "Activities")} == expected
    assert {
        row["code"]: row["status_key"] for row in csv_rows(table_csv(contents.report.tables["activities"]))
    } == expected


def test_the_cover_says_filters_dates_counts_and_illustrative(planned: Database) -> None:
    filters = Filters(partners=("MOE",), weight="budget")
    lines = cover(workbook(gather(planned, SEPTEMBER, filters, PLAN)))
    words = " ".join(str(cell) for line in lines for cell in line)
    assert ["As of", "30 Sep 2025"] in lines
    assert ["By partner", 1] in lines
    assert ["Activities", len(judged_of(planned, "MOE"))] in lines
    assert "Ministry of Education" in words
    assert "Illustrative" in words
    name = file_name(collect(planned, SEPTEMBER, filters, PLAN).outline, "xlsx")
    assert "illustrative" in name
    assert "2025-Q3" in name


def judged_of(planned: Database, partner: str) -> list[str]:
    apart = judged_apart.activities(planned, SEPTEMBER.as_of, SEPTEMBER.known_on)
    return apart[apart["partner"] == partner]["code"].tolist()


def test_text_that_looks_like_a_formula_stays_text(planned: Database) -> None:
    titles = ["=1+1", "+SUM(A1)", "-2+3", "@here", "\t=1+1"]
    with planned.writing() as connection:
        for number, title in enumerate(titles, start=1):
            connection.execute(
                text("UPDATE activity_version SET title_en = :title WHERE activity_id = :id"),
                {"title": title, "id": number + 70},
            )
    with planned.reading() as connection:
        changed = connection.execute(text("SELECT count(*) FROM activity_version WHERE title_en = '=1+1'")).scalar()
    assert changed
    dates = Dates(SEPTEMBER.as_of, end_of_day(date(2026, 11, 2)))
    contents = gather(planned, dates, Filters(years=(2024, 2025)), PLAN)
    book = openpyxl.load_workbook(io.BytesIO(workbook(contents)))
    cells = [cell for row in book["Activities"].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert {"=1+1", "+SUM(A1)"} <= {cell.value for cell in cells}
    for row in csv_rows(table_csv(contents.report.tables["activities"])):
        for value in row.values():
            is_number = value.replace(".", "").replace("-", "").replace("e", "").isdigit()
            assert is_number or not value.startswith(("=", "+", "-", "@", "\t", "\r")), value


def test_the_same_view_gives_the_same_bytes(planned: Database) -> None:
    def made() -> ReportTables:
        return collect(planned, SEPTEMBER, Filters(), PLAN)

    assert package(made(), True) == package(made(), True)


def test_an_empty_view_still_gives_a_finished_file(planned: Database) -> None:
    contents = gather(planned, SEPTEMBER, Filters(partners=("SC",), statuses=("carried over",)), PLAN)
    assert ["Activities", 0] in cover(workbook(contents))
    assert csv_rows(table_csv(contents.report.tables["activities"])) == []


def test_the_archive_holds_every_table(planned: Database) -> None:
    report = needed(planned, SEPTEMBER, Filters(), PLAN)
    assert tuple(report.tables) == REPORT_TABLES
    with zipfile.ZipFile(io.BytesIO(package(report, True))) as opened:
        names = opened.namelist()
    assert names == ["datapackage.json", *(f"{key}.csv" for key in ("about", "columns", *REPORT_TABLES))]
