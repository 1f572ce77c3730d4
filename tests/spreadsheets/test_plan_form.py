"""The plan workbook says the plan and nothing else: what is written is read back the same, in every language."""

import zipfile
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from monitoring import language
from monitoring.plan_book import PlanBook
from monitoring.plan_changes import State
from monitoring.plan_rows import ROWS, ActivityRow, FundingLine, Milestone
from monitoring.upload import SentFile
from monitoring.words import FUNDING_SOURCES, MODALITIES
from spreadsheets.plan import form as plan_form
from tests.plan_of_two import book, with_rows
from tests.plans import checked

DAYS = some.dates(date(2025, 1, 1), date(2025, 12, 31))
WORDS = some.text(some.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20)
SHARES = some.decimals(0, 100, places=2)
LINES = some.builds(
    FundingLine,
    source=some.sampled_from(FUNDING_SOURCES),
    modality=some.sampled_from(MODALITIES),
    currency=some.sampled_from(["USD", "TMT", "EUR"]),
    planned_cents=some.none() | some.integers(0, 10**13),
    planned_on=some.none() | DAYS,
)


@some.composite
def activities(draw: some.DrawFn, number: int) -> ActivityRow:
    starts = draw(DAYS)
    lines = draw(some.lists(LINES, max_size=3, unique_by=lambda one: (one.source, one.modality, one.currency)))
    points = draw(
        some.lists(some.builds(Milestone, due_on=DAYS, share=SHARES), max_size=3, unique_by=lambda one: one.due_on)
    )
    return ActivityRow(
        code=f"A-{number}",
        workplan="WP",
        title_en=draw(WORDS.filter(bool)),
        title_ru=draw(WORDS),
        lead_partner="MOE",
        priority_area="EDU",
        goals=tuple(sorted(draw(some.sets(some.sampled_from(["G-1", "G-2"]))))),
        starts=starts,
        ends=starts + timedelta(days=draw(some.integers(0, 500))),
        precision=draw(some.sampled_from(["day", "quarter"])),
        measured_by="quantity",
        planned_quantity=draw(some.decimals("0.000001", 10**9, places=6)),
        markers=draw(some.sampled_from([(), ("GEN:2",), ("ENV:0", "GEN:3")])),
        opening_share=draw(SHARES),
        illustrative=draw(some.booleans()),
        milestones=tuple(sorted(points, key=lambda one: one.due_on)),
        funding=tuple(sorted(lines, key=lambda one: (one.source, one.modality, one.currency))),
    )


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.data())
def test_any_plan_is_read_back_as_it_was_written(data: some.DataObject) -> None:
    rows = [data.draw(activities(number)) for number in range(3)]
    plan = with_rows(book(), *rows)
    found = checked(plan, SentFile("plan.xlsx", plan_form.write(plan)))
    assert [str(problem) for problem in found.problems] == []
    assert {row.state for row in found.rows} == {State.SAME}
    assert len(found.rows) == sum(len(plan.of(table)) for table in ROWS)


@pytest.mark.parametrize("spoken", language.available())
def test_a_workbook_of_one_language_is_understood_in_another(spoken: str) -> None:
    with language.spoken_in(spoken):
        content = plan_form.write(book())
    assert {row.state for row in checked(book(), SentFile("plan.xlsx", content)).rows} == {State.SAME}


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert plan_form.write(book()) == plan_form.write(book())


def test_a_blank_workbook_has_the_lists_of_the_plan_and_no_rows() -> None:
    content = plan_form.write(book(), blank=True)
    assert checked(book(), SentFile("plan.xlsx", content)).rows == ()
    sheet = openpyxl.load_workbook(BytesIO(content))["Activities"]
    assert sheet.max_row == 3
    lists = openpyxl.load_workbook(BytesIO(content))["_lists"]
    assert {"WP", "MOE", "EDU", "A-0"} <= {cell.value for row in lists.iter_rows() for cell in row}


def test_what_is_made_up_is_called_illustrative_in_name_and_sheets() -> None:
    made_up = with_rows(book(), illustrative=True)
    assert plan_form.file_name(made_up, blank=False) == "plan-illustrative.xlsx"
    assert plan_form.file_name(book(), blank=False) == "plan.xlsx"
    texts = zipfile.ZipFile(BytesIO(plan_form.write(made_up))).read("xl/sharedStrings.xml").decode()
    assert "Illustrative: the activities of this plan are made up." in texts


def test_text_that_begins_like_a_formula_stays_text() -> None:
    plan = with_rows(book(), title_en='=HYPERLINK("x")')
    cells = openpyxl.load_workbook(BytesIO(plan_form.write(plan)))["Activities"]
    assert cells.cell(4, 3).data_type == "s"
    assert {row.state for row in checked(plan, SentFile("plan.xlsx", plan_form.write(plan))).rows} == {State.SAME}


def test_a_table_is_found_wherever_it_stands_and_whatever_its_columns_order() -> None:
    content = plan_form.write(book())
    workbook = openpyxl.load_workbook(BytesIO(content))
    sheet = workbook["Activities"]
    sheet.title = "Our list"
    sheet.insert_rows(1, 5)
    sheet.insert_cols(1, 2)
    target = BytesIO()
    workbook.save(target)
    found = checked(book(), SentFile("plan.xlsx", target.getvalue()))
    assert ({row.state for row in found.rows}, found.problems) == ({State.SAME}, ())


def test_a_small_percent_keeps_its_sign_and_its_value() -> None:
    plan: PlanBook = with_rows(book(), opening_share=Decimal("0.5"))
    assert {row.state for row in checked(plan, SentFile("plan.xlsx", plan_form.write(plan))).rows} == {State.SAME}
