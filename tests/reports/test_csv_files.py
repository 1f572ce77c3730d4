"""A CSV file opens in Excel as it was meant: letters whole, numbers as numbers, and words never as formulas."""

import csv
import io
import re
import zipfile
from datetime import date

import numpy as np
import pandas as pd
import pytest

from db.engine import Database
from monitoring.csv_text import Form
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day
from monitoring.status import DELIVERY_MARKS
from reports.all_tables import needed
from reports.columns import Column, yes
from reports.csv_files import AT_ONCE, table_csv
from reports.data_package import package
from reports.tables import ReportTables, Table
from tests.reports.reading import unpacked

COLUMNS = (
    Column("code", "Code"),
    Column("status", "Status", "status", {status.value: mark.word for status, mark in DELIVERY_MARKS.items()}),
    Column("delivered", "Delivered", "percent"),
    Column("days", "Days", "number"),
    Column("ends", "End", "date"),
    yes("late", "Late"),
)


def one_row(code: str, delivered: float = 0.496, days: float = -3.0, form: Form = Form()) -> bytes:
    ends = pd.to_datetime(pd.Series(["2025-09-30"])).astype("datetime64[s]")
    row = {"code": [code], "status": ["behind"], "delivered": [delivered], "days": [days], "ends": ends, "late": [True]}
    return table_csv(Table("activities", "Activities", COLUMNS, pd.DataFrame(row)), form=form)


def test_the_file_begins_with_the_mark_by_which_excel_knows_its_letters() -> None:
    content = one_row("Çäğe")
    assert content.startswith(b'\xef\xbb\xbf"code","status"')
    assert content.decode("utf-8-sig").splitlines()[1] == '"Çäğe","Behind",0.496,-3,"2025-09-30","yes"'


def test_with_semicolons_numbers_have_decimal_commas_and_days_stay_as_they_are() -> None:
    content = one_row("MOH-1", form=Form("semicolon", mark=False))
    assert content.decode().splitlines()[1] == '"MOH-1";"Behind";0,496;-3;"2025-09-30";"yes"'
    frame = pd.read_csv(io.BytesIO(content), sep=";", decimal=",")
    assert frame[["delivered", "days"]].loc[0].tolist() == [0.496, -3]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_words_that_look_like_a_formula_get_an_apostrophe_within_their_quotes(start: str) -> None:
    assert f'"\'{start}1+1",' in one_row(f"{start}1+1").decode("utf-8-sig")


@pytest.mark.parametrize("words", ["1-2", "a=b", "'already", 'say "yes", please\nor no'])
def test_other_words_stay_as_they_are(words: str) -> None:
    (row,) = csv.DictReader(io.StringIO(one_row(words).decode("utf-8-sig"), newline=""))
    assert row["code"] == words


def test_numbers_stay_numbers_and_what_is_not_known_is_empty() -> None:
    frame = pd.read_csv(io.BytesIO(one_row("MOH-1", delivered=-0.25)))
    assert frame["delivered"].tolist() == [-0.25]
    assert frame["days"].tolist() == [-3]
    assert pd.read_csv(io.BytesIO(one_row("MOH-1", np.nan, np.nan))).loc[0, ["delivered", "days"]].isna().all()


def test_a_long_table_has_all_its_rows_in_order_each_as_if_it_stood_alone() -> None:
    count = 2 * AT_ONCE + 1
    numbers = np.arange(count)
    frame = pd.DataFrame(
        {
            "code": [f"MOH-{number}" for number in numbers],
            "status": np.where(numbers % 3 > 0, "behind", None),
            "delivered": np.where(numbers % 2 > 0, numbers / 8, np.nan),
            "days": numbers,
            "ends": np.datetime64("2025-01-01", "s") + numbers.astype("timedelta64[D]"),
            "late": numbers % 5 == 0,
        }
    )
    lines = table_csv(Table("activities", "Activities", COLUMNS, frame)).splitlines()
    assert len(lines) == 1 + count
    for row in (0, 1, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 2 * AT_ONCE, count - 1):
        alone = Table("activities", "Activities", COLUMNS, frame.iloc[[row]].reset_index(drop=True))
        assert lines[1 + row] == table_csv(alone).splitlines()[1]


def education(database: Database) -> ReportTables:
    dates = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))
    return needed(database, dates, Filters(areas=("EDU",)), "national action plan")


def test_every_file_of_the_archive_has_the_form_asked_for_and_the_same_cells(demonstration: Database) -> None:
    report = education(demonstration)
    plain, other = (unpacked(package(report, True, form=form)) for form in (Form(), Form("semicolon", mark=False)))
    assert list(plain) == list(other)
    for name in [name for name in plain if name.endswith(".csv")]:
        content = plain[name]
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert not other[name].startswith(b"\xef\xbb\xbf")
        told = list(csv.reader(io.StringIO(other[name].decode("utf-8"), newline=""), delimiter=";"))
        assert [[cell.replace(",", ".") for cell in row] for row in told] == [
            [cell.replace(",", ".") for cell in row] for row in rows
        ], name
    assert re.search(rb";0,\d+;", other["activities.csv"])


def test_the_archive_explains_what_it_shows_and_every_column(demonstration: Database) -> None:
    report = education(demonstration)
    with zipfile.ZipFile(io.BytesIO(package(report, True, form=Form()))) as packed:
        texts = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    about = dict(list(csv.reader(io.StringIO(texts["about.csv"])))[1:])
    assert about["Priority area"] == "Education (EDU)"
    assert about["As of"] == "30 Sep 2025"
    assert about["Made up"] == "Illustrative"
    assert int(about["Rows: Activities"]) == len(report.tables["activities"])
    explained = list(csv.DictReader(io.StringIO(texts["columns.csv"])))
    for key, table in report.tables.items():
        assert [row["column"] for row in explained if row["table"] == key] == list(table.frame.columns)
        assert next(csv.reader(io.StringIO(texts[f"{key}.csv"]))) == [column.key for column in table.columns]
