"""Whatever is filled in into a form, in whatever language and kind of file, the ledger holds just that."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db import ledger, migrate, queries
from db.engine import Database, make_engine, open_database
from db.settings import ROOT
from monitoring.form import FormActivity, FormContent
from monitoring.language import gettext, speak
from monitoring.reported_words import CHOICES
from monitoring.upload import ReportRow, Sender, SentFile
from spreadsheets import checking, form, reading
from spreadsheets.columns import ACTIVITIES, FIGURE_OF
from tests.spreadsheets.forms import HEADER, put, saved
from tests.spreadsheets.test_form_in_libreoffice import converted

TODAY = date(2026, 11, 1)
UTF_8 = ":Text - txt - csv (StarCalc):44,34,76,1"  # else it puts ? for the letters its own set has not
LANGUAGES = ("en", "ru", "tk")
COLUMN = {column.field: number for number, column in enumerate(ACTIVITIES.columns, start=1)}
WORDS = st.lists(
    st.sampled_from(
        ("report", "отчёт", "hasabat ýok", "3 из 5", "“кавычки”", "a;b", "45 %", "“", "naïve\nline", "=1+1")
    ),
    max_size=4,
).map(" ".join)
FIGURES: dict[str, st.SearchStrategy[Any]] = {
    "percent": st.integers(100, 10_000).map(lambda cents: Decimal(cents) / 100),
    "quantity": st.integers(0, 100_000).map(lambda tenths: Decimal(tenths) / 10),
    "stages": st.sampled_from(sorted(CHOICES["stage"])),
    "event": st.sampled_from((Decimal(0), Decimal(100))),
}


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database with the illustrative plan, made once: each example withdraws what it has saved."""
    url = f"sqlite:///{tmp_path_factory.mktemp('round') / 'trip.sqlite3'}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    ledger.load_reference(engine, ROOT / "data")
    database = open_database(url, "TKM", busy_seconds=1)
    ledger.load_plan(database, ROOT / "data" / "demonstration")
    return database


def asked(database: Database) -> FormContent:
    return queries.form_content(database, "MOE", "2025-Q3", datetime.now(UTC))


def report_of(activity: FormActivity, days: st.SearchStrategy[date]) -> st.SearchStrategy[ReportRow]:
    """Any report of an activity that contradicts nothing and is the newest there is."""
    chosen = {name: st.sampled_from((None, *CHOICES[name])) for name in ("rating", "cause", "waiting_for")}
    spent = st.integers(0, 10**9)
    return st.builds(
        ReportRow,
        activity=st.just(activity.code),
        as_of=days if activity.reported is None else st.just(activity.reported.as_of),
        reported_status=st.sampled_from((None, "proposed for carry-over", "proposed for postponement")),
        **{FIGURE_OF[activity.measured_by]: FIGURES[activity.measured_by]},
        **chosen,
        **dict.fromkeys(("narrative", "challenge", "next_step", "support_asked", "support_from", "evidence"), WORDS),
        next_step_on=st.none() | days,
        spent_cents=st.none() | spent,
        currency=st.sampled_from(("USD", "TMT", "EUR")),
    ).map(lambda row: row if row.spent_cents is not None else replace(row, currency=""))


def reports_of(content: FormContent, days: st.SearchStrategy[date]) -> st.SearchStrategy[list[ReportRow]]:
    fillable = [activity for activity in content.activities if activity.fillable]
    chosen = st.lists(st.sampled_from(fillable), min_size=1, max_size=6, unique_by=lambda one: one.code)
    return chosen.flatmap(lambda some: st.tuples(*(report_of(one, days) for one in some))).map(list)


def filled_in(written: bytes, reports: list[ReportRow]) -> bytes:
    """The form with the rows of some reports written all anew; words are those of the language of the run."""
    book = openpyxl.load_workbook(BytesIO(written))
    sheet = book.worksheets[0]
    lines = {sheet.cell(row, 1).value: row for row in range(HEADER + 1, sheet.max_row + 1)}
    for report in reports:
        for column in ACTIVITIES.fill:
            put(sheet.cell(lines[report.activity], COLUMN[column.field]), as_typed(report, column.field))
    return saved(book)


def as_typed(report: ReportRow, field: str) -> Any:
    value = getattr(report, field)
    if value is None or value == "":
        return None
    if field in CHOICES:
        return gettext(CHOICES[field][value])
    if field == "spent_cents":
        return value / 100
    return float(value) if isinstance(value, Decimal) else value


@contextmanager
def sent_and_kept(database: Database, sent: SentFile, folder: Path) -> Iterator[Mapping[str, ReportRow | None]]:
    """Check and save a file, give what the ledger says then, by activity, and withdraw it again."""
    checked = checking.check(reading.read(sent.content, sent.name), asked(database), TODAY)
    assert [str(problem) for problem in checked.errors] == []
    shown = ledger.preview(database, checked)
    number = ledger.save(database, shown, Sender(uploaded_by="A tester"), sent, folder, ledger.Agreed(warnings=True))
    try:
        yield {activity.code: activity.reported for activity in asked(database).activities}
    finally:
        ledger.withdraw(database, number, by="A tester", why="the next example")


def round_trip(database: Database, folder: Path, language: str, reports: list[ReportRow], save_as: Any = None) -> None:
    before = {activity.code: activity.reported for activity in asked(database).activities}

    def there_and_back() -> None:
        speak(language)
        file = SentFile("form.xlsx", filled_in(form.write(asked(database)), reports))
        with sent_and_kept(database, save_as(file) if save_as else file, folder) as after:
            assert after == before | {report.activity: report for report in reports}

    copy_context().run(there_and_back)
    assert {activity.code: activity.reported for activity in asked(database).activities} == before


DAYS = st.dates(date(2025, 7, 1), date(2025, 9, 30))
CLEAR_DAYS = DAYS.filter(lambda day: day.day > 12)  # LibreOffice writes 03/04/2025 into a text, which may be either
IN_TURN = settings(
    max_examples=4, deadline=None, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck)
)
SLOWLY = settings(IN_TURN, max_examples=2)


@pytest.mark.parametrize("language", LANGUAGES)
@IN_TURN
@given(data=st.data())
def test_what_is_filled_in_is_what_the_ledger_holds(
    planned: Database, tmp_path: Path, language: str, data: st.DataObject
) -> None:
    round_trip(planned, tmp_path, language, data.draw(reports_of(asked(planned), DAYS)))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["ods", "csv", "xlsx"])
@SLOWLY
@given(data=st.data())
def test_what_libreoffice_saved_again_is_what_the_ledger_holds(
    planned: Database, tmp_path: Path, kind: str, language: str, data: st.DataObject
) -> None:
    def saved_again(sent: SentFile) -> SentFile:
        source = tmp_path / sent.name
        source.write_bytes(sent.content)
        again = converted(source, kind, UTF_8 if kind == "csv" else "")
        return SentFile(again.name, again.read_bytes())

    reports = data.draw(reports_of(asked(planned), CLEAR_DAYS))
    if kind == "csv":
        reports = [without_formulas(report) for report in reports]
    round_trip(planned, tmp_path, language, reports, saved_again)


def without_formulas(report: ReportRow) -> ReportRow:
    """A text file does not tell the words =1+1 from a formula."""
    texts = {name: getattr(report, name).replace("=1+1", "1+1") for name in ("narrative", "challenge", "next_step")}
    others = {name: getattr(report, name).replace("=1+1", "1+1") for name in ("support_asked", "support_from")}
    return replace(report, **texts, **others, evidence=report.evidence.replace("=1+1", "1+1"))
