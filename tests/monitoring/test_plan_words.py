"""The words of the plan workbook: every field has a name, and every value is shown as a reader writes it."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from monitoring import words
from monitoring.language import spoken_in
from monitoring.plan_rows import CHILDREN, ROWS, FocalPoint, FundingLine, Milestone
from monitoring.plan_words import CHOICES, FIELDS, TABLES, amount, label, shown

MILESTONE = Milestone(due_on=date(2025, 6, 30), share=Decimal("50.00"))
LINE = FundingLine(source="UNICEF cash", modality="direct cash", currency="USD", planned_cents=1_234_567_890)
PERSON = FocalPoint(side="partner", name="A. B.", post="Head", contact="12-34-56")


@pytest.mark.parametrize("table", [*ROWS.values(), *CHILDREN.values()], ids=lambda table: table.__name__)
def test_every_table_and_every_field_has_a_name(table: type[Any]) -> None:
    assert {one.name for one in fields(table)} <= set(FIELDS)
    assert set(TABLES) == {*ROWS, *CHILDREN}


def test_a_field_is_named_in_the_language_of_the_reader() -> None:
    assert label("lead_partner") == "Lead partner"
    with spoken_in("ru"):
        assert label("currency") == "Валюта"


@pytest.mark.parametrize(
    ("field", "known"),
    [
        ("partners.kind", words.PARTNER_KINDS),
        ("indicators.kind", words.INDICATOR_KINDS),
        ("direction", words.DIRECTIONS),
        ("combine", words.COMBINATIONS),
        ("method", words.METHODS),
        ("funding.source", words.FUNDING_SOURCES),
        ("modality", words.MODALITIES),
    ],
)
def test_every_word_of_a_plan_can_be_chosen(field: str, known: tuple[str, ...]) -> None:
    assert set(CHOICES[field]) == set(known)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("baseline", None, ""),
        ("note", "", ""),
        ("goals", (), ""),
        ("note", "survey", "survey"),
        ("kind", "survey", "Survey"),
        ("kind", "ministry", "Ministry"),
        ("kind", "national action plan", "National Action Plan"),
        ("kind", "half-year", "Half-year"),
        ("kind", "hold", "To be held"),
        ("kind", "unheard of", "unheard of"),
        ("illustrative", True, "yes"),
        ("illustrative", False, "no"),
        ("status", "assumed", "Assumed"),
        ("state", "carried over", "Carried over"),
        ("first_year", 2025, "2025"),
        ("interval_years", 1, "1"),
        ("starts", date(2025, 3, 6), "06.03.2025"),
        ("planned_quantity", Decimal("30.00"), "30"),
        ("planned_quantity", Decimal("1E+3"), "1000"),
        ("census_share", Decimal("12.50"), "12.5"),
        ("opening_share", Decimal("-0.0"), "0"),
        ("goals", ("G-1", "G-2"), "G-1; G-2"),
    ],
)
def test_a_value_is_shown_as_a_reader_writes_it(field: str, value: object, said: str) -> None:
    assert shown(field, value) == said


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("kind", "survey", "Обследование"),
        ("illustrative", False, "нет"),
        ("state", "cancelled", "Отменено"),
        ("title_en", "Survey", "Survey"),
        ("starts", date(2025, 3, 6), "06.03.2025"),
        (
            "funding",
            (replace(LINE, planned_cents=None),),
            "денежные средства ЮНИСЕФ, прямое перечисление средств: – USD",
        ),
        ("focal_points", (PERSON,), "Партнёр: A. B., Head, 12-34-56"),
    ],
)
def test_words_are_translated_and_what_somebody_wrote_is_not(field: str, value: object, said: str) -> None:
    with spoken_in("ru"):
        assert shown(field, value) == said


@pytest.mark.parametrize(
    ("cents", "said"),
    [
        (None, ""),
        (0, "0.00"),
        (5, "0.05"),
        (99_999, "999.99"),
        (100_000, "1\xa0000.00"),
        (1_234_567_890, "12\xa0345\xa0678.90"),
    ],
)
def test_an_amount_keeps_its_cents_and_its_thousands_apart(cents: int | None, said: str) -> None:
    assert amount(cents) == said


def test_what_hangs_on_an_activity_is_listed() -> None:
    named = Milestone(due_on=date(2025, 12, 31), share=Decimal(100), name_en="All", name_tk="Hemmesi")
    assert shown("milestones", (MILESTONE, named)) == "30.06.2025: 50 %; 31.12.2025: 100 % (All / Hemmesi)"
    dated = replace(LINE, source="government", modality="by UNICEF", planned_cents=0, planned_on=date(2025, 2, 1))
    assert shown("funding", (LINE, dated)) == (
        "UNICEF cash, direct cash transfer: 12\xa0345\xa0678.90 USD; government, spent by UNICEF: 0.00 USD (01.02.2025)"
    )
    assert shown("focal_points", (PERSON, FocalPoint(side="UNICEF", post="Officer"))) == (
        "Partner: A. B., Head, 12-34-56; UNICEF: Officer"
    )


OTHERS: list[tuple[str, Any, dict[str, Any]]] = [
    (
        "milestones",
        MILESTONE,
        {"due_on": date(2025, 7, 1), "share": Decimal(51), "name_en": "A", "name_ru": "Б", "name_tk": "Ç"},
    ),
    (
        "funding",
        LINE,
        {
            "source": "government",
            "modality": "reimbursement",
            "currency": "TMT",
            "planned_cents": 1,
            "planned_on": date(2025, 2, 1),
        },
    ),
    ("focal_points", PERSON, {"side": "UNICEF", "name": "C. D.", "post": "Deputy", "contact": "65-43-21"}),
]


@pytest.mark.parametrize(("field", "one", "others"), OTHERS, ids=[field for field, *_ in OTHERS])
def test_whatever_changes_in_what_hangs_on_an_activity_can_be_seen(
    field: str, one: Any, others: dict[str, Any]
) -> None:
    assert set(others) == {part.name for part in fields(one)}
    changed = [replace(one, **{name: value}) for name, value in others.items()]
    assert len({shown(field, (row,)) for row in (one, *changed)}) == len(others) + 1
