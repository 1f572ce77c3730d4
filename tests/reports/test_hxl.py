"""CSV tables with HXL tags: each column has a tag by which humanitarian platforms know it."""

import csv
import io
import re
from datetime import date

import pytest

from db.engine import Database
from db.settings import ROOT
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from reports import hxl
from reports.all_tables import needed
from reports.csv_files import table_csv
from reports.data_package import package
from reports.tables import ReportTables
from tests.reports.reading import unpacked

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


@pytest.fixture(scope="module")
def shown(demonstration: Database) -> ReportTables:
    dates = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))
    return needed(demonstration, dates, Filters(supporting=True), "national action plan")


def test_every_column_of_every_table_has_a_tag_of_its_own(shown: ReportTables) -> None:
    for table in shown.tables.values():
        tags = hxl.tags(table)
        assert all(TAG.fullmatch(tag) for tag in tags), tags
        assert len(set(tags)) == len(tags), table.key


def test_what_a_row_is_about_is_told_by_its_table(shown: ReportTables) -> None:
    codes = {key: hxl.tags(table)[0] for key, table in shown.tables.items()}
    assert codes["by_partner"] == "#org+code"
    assert codes["activities"] == "#activity+code"
    assert codes["indicators"] == "#indicator+code"


def test_the_tags_stand_in_the_second_line_and_nothing_else_changes(shown: ReportTables) -> None:
    table = shown.tables["by_area"]
    head, tags, *rows = csv.reader(io.StringIO(table_csv(table, hxl=True).decode("utf-8-sig")))
    plain = list(csv.reader(io.StringIO(table_csv(table).decode("utf-8-sig"))))
    assert tags == hxl.tags(table)
    assert [head, *rows] == plain


def test_in_an_archive_the_tables_have_tags_and_what_explains_them_has_none(shown: ReportTables) -> None:
    tagged, plain = unpacked(package(shown, True, hxl=True)), unpacked(package(shown, True))
    assert tagged["about.csv"] == plain["about.csv"]
    assert tagged["columns.csv"] == plain["columns.csv"]
    for key in shown.tables:
        assert b'\r\n"#' in tagged[f"{key}.csv"]
        assert b'\r\n"#' not in plain[f"{key}.csv"]


def test_the_page_for_its_readers_has_every_tag() -> None:
    page = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
    for column, tag in hxl.TAGS.items():
        assert f"| `{column}` | `{tag}` |" in page, column
    for table, tag in hxl.ITSELF.items():
        assert f"| `{table}` | `{tag}+code` | `{tag}+name` |" in page, table
    for (table, column), tag in hxl.OWN.items():
        assert f"| `{column}` in `{table}` | `{tag}` |" in page, (table, column)
