"""Whatever is filled in into a form, in whatever language and kind of file, the ledger holds just that."""

from contextvars import copy_context
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import ledger, migrate, queries
from db.engine import Database, make_engine, open_database
from db.models import Indicator
from db.queries import standing
from db.settings import ROOT
from monitoring.form import FormActivity, FormContent, FormIndicator
from monitoring.language import gettext, speak
from monitoring.periods import Dates, end_of_day
from monitoring.reported_words import CHOICES
from monitoring.sent_rows import ObservationRow, ReportRow
from monitoring.upload import Sender, SentFile
from spreadsheets import checking, form, reading
from spreadsheets.columns import ACTIVITIES, FIGURE_OF, INDICATORS
from tests.spreadsheets.forms import HEADER, put, saved
from tests.spreadsheets.test_form_in_libreoffice import converted

TODAY = date(2026, 11, 1)
UTF_8 = ":Text - txt - csv (StarCalc):44,34,76,1"  # else it puts ? for the letters its own set has not
LANGUAGES = ("en", "ru", "tk")
EVER = Dates(date(2099, 1, 1), end_of_day(date(2099, 1, 1)))
Values = st.SearchStrategy[ObservationRow]
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


def value_of(indicator: FormIndicator, days: st.SearchStrategy[date], regions: list[str]) -> Values:
    """Any value of an indicator that contradicts nothing; a percent is never below 1, where it could be a share."""
    return st.builds(
        ObservationRow,
        indicator=st.just(indicator.code),
        observed_on=days,
        series=st.just(indicator.series or "Reports of the ministry"),
        value=st.integers(100, 10_000).map(lambda hundredths: Decimal(hundredths) / 100),
        source=WORDS,
        region=st.sampled_from(["", *regions]),
        sex=st.sampled_from(["", *CHOICES["sex"]]),
    )


def values_of(content: FormContent, days: st.SearchStrategy[date]) -> st.SearchStrategy[list[ObservationRow]]:
    measured = [indicator for indicator in content.indicators if not indicator.levels]
    regions = [region.code for region in content.regions]
    chosen = st.lists(st.sampled_from(measured), max_size=5, unique_by=lambda one: one.code)
    return chosen.flatmap(lambda some: st.tuples(*(value_of(one, days, regions) for one in some))).map(list)


def filled_in(written: bytes, reports: list[ReportRow], values: list[ObservationRow]) -> bytes:
    """The form with the rows of some reports and values written all anew, in the words of the language of the run."""
    book = openpyxl.load_workbook(BytesIO(written))
    for sheet, columns, rows in ((book.worksheets[0], ACTIVITIES, reports), (book.worksheets[1], INDICATORS, values)):
        lines = {sheet.cell(row, 1).value: row for row in range(HEADER + 1, sheet.max_row + 1)}
        for row in rows:
            for number, column in enumerate(columns.columns, start=1):
                if column in columns.fill:
                    code = row.activity if isinstance(row, ReportRow) else row.indicator
                    put(sheet.cell(lines[code], number), as_typed(row, column.field))
    return saved(book)


def as_typed(row: ReportRow | ObservationRow, field: str) -> Any:
    value = getattr(row, field)
    if value is None or value == "":
        return None
    if field in CHOICES:
        return gettext(CHOICES[field][value])
    if field == "spent_cents":
        return value / 100
    return float(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True)
class Held:
    """What the ledger holds of a partner: the report of each activity in the period, and all values of indicators."""

    reports: dict[str, ReportRow | None]
    values: frozenset[ObservationRow]

    @classmethod
    def of(cls, database: Database) -> "Held":
        """As it stands now."""
        with database.reading() as connection:
            keys = list(connection.scalars(select(Indicator.id)))
            values = [row for _, row in standing.observations(connection, keys, EVER)]
        return cls({activity.code: activity.reported for activity in asked(database).activities}, frozenset(values))

    def with_sent(self, reports: list[ReportRow], values: list[ObservationRow]) -> "Held":
        """What it should hold once these were sent."""
        return Held(self.reports | {one.activity: one for one in reports}, self.values | set(values))


def saved_and_withdrawn(database: Database, sent: SentFile, folder: Path) -> tuple[list[str], Held, Held]:
    """The errors of a file, and what the ledger holds while it counts, and after it was withdrawn again."""
    checked = checking.check(reading.read(sent.content, sent.name), asked(database), TODAY)
    shown = ledger.preview(database, checked)
    number = ledger.save(database, shown, Sender(uploaded_by="A tester"), sent, folder, ledger.Agreed(True, True))
    held = Held.of(database)
    ledger.withdraw(database, number, by="A tester", why="the next example")
    return [str(problem) for problem in checked.errors], held, Held.of(database)


def form_with(database: Database, language: str, reports: list[ReportRow], values: list[ObservationRow]) -> SentFile:
    """The form in a language with some reports and values filled in in its words."""

    def made() -> bytes:
        speak(language)
        return filled_in(form.write(asked(database)), reports, values)

    return SentFile("form.xlsx", copy_context().run(made))


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
    reports, values = data.draw(reports_of(asked(planned), DAYS)), data.draw(values_of(asked(planned), DAYS))
    before = Held.of(planned)
    errors, held, after = saved_and_withdrawn(planned, form_with(planned, language, reports, values), tmp_path)
    assert errors == []
    assert held == before.with_sent(reports, values)
    assert after == before


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["ods", "csv", "xlsx"])
@SLOWLY
@given(data=st.data())
def test_what_libreoffice_saved_again_is_what_the_ledger_holds(
    planned: Database, tmp_path: Path, kind: str, language: str, data: st.DataObject
) -> None:
    reports = data.draw(reports_of(asked(planned), CLEAR_DAYS))
    values = (
        data.draw(values_of(asked(planned), CLEAR_DAYS)) if kind != "csv" else []
    )  # a text has the first sheet alone
    if kind == "csv":
        reports = [without_formulas(report) for report in reports]
    source = tmp_path / "form.xlsx"
    source.write_bytes(form_with(planned, language, reports, values).content)
    again = converted(source, kind, UTF_8 if kind == "csv" else "")
    before = Held.of(planned)
    errors, held, after = saved_and_withdrawn(planned, SentFile(again.name, again.read_bytes()), tmp_path)
    assert errors == []
    assert held == before.with_sent(reports, values)
    assert after == before


def without_formulas(report: ReportRow) -> ReportRow:
    """A text file does not tell the words =1+1 from a formula."""
    texts = {name: getattr(report, name).replace("=1+1", "1+1") for name in ("narrative", "challenge", "next_step")}
    others = {name: getattr(report, name).replace("=1+1", "1+1") for name in ("support_asked", "support_from")}
    return replace(report, **texts, **others, evidence=report.evidence.replace("=1+1", "1+1"))
