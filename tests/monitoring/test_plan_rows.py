"""The rows of a plan: what each is about, and in which order they lean on each other."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

from monitoring.plan_rows import CHILDREN, ROWS, FocalPoint, FundingLine, Milestone, Row, content, in_order
from tests.plan_of_two import ACTIVITY, rows


def test_a_row_is_told_from_others_by_its_code_and_a_target_by_what_it_is_of() -> None:
    assert ACTIVITY.key == ("A-0",)
    assert [row.key for row in rows() if row.table == "targets"] == [("I-1", "F", "2028-12-31")]


def test_a_table_comes_after_those_that_it_names() -> None:
    order = list(ROWS)
    names = {
        "goals": ["frameworks"],
        "workplans": ["partners"],
        "indicators": ["goals"],
        "targets": ["indicators", "frameworks"],
        "activities": ["workplans", "partners", "goals", "regions"],
    }
    for table, others in names.items():
        assert all(order.index(other) < order.index(table) for other in others), table


def test_every_row_stands_in_the_table_of_its_kind_and_what_is_fixed_is_one_of_its_fields() -> None:
    assert {row.table for row in rows()} == set(ROWS)
    assert all(type(row) is ROWS[row.table] for row in rows())
    fixed = {table: row.fixed for table, row in ROWS.items() if row.fixed}
    assert fixed == {
        "workplans": ("partners", "first_year", "last_year"),
        "indicators": ("goals",),
        "activities": ("workplan", "continues", "illustrative"),
    }


def test_the_content_of_a_row_is_each_of_its_fields_in_order() -> None:
    partner: Row = rows()[3]
    assert content(partner) == (
        ("code", "MOE"),
        ("name_en", "Ministry of Education"),
        ("name_ru", ""),
        ("name_tk", ""),
        ("kind", "ministry"),
    )


def test_milestones_stand_by_day_money_by_source_and_people_by_side() -> None:
    milestones = [Milestone(due_on=date(2025, month, 1), share=Decimal(share)) for month, share in ((12, 5), (2, 90))]
    assert [one.due_on.month for one in sorted(milestones, key=in_order)] == [2, 12]
    cash = FundingLine(source="UNICEF cash", modality="direct cash", currency="USD", planned_cents=1)
    lines = [
        cash,
        replace(cash, currency="TMT"),
        replace(cash, modality="by UNICEF"),
        replace(cash, source="UNICEF supplies"),
    ]
    assert sorted(lines, key=in_order) == [lines[2], lines[1], lines[0], lines[3]]
    head = FocalPoint(side="partner", name="B", post="Head", contact="2")
    people = [
        head,
        replace(head, contact="1"),
        replace(head, name="A"),
        replace(head, post="Deputy"),
        replace(head, side="UNICEF"),
    ]
    assert sorted(people, key=in_order) == people[::-1]


def test_what_hangs_on_an_activity_is_a_field_of_it() -> None:
    assert set(CHILDREN) <= {one.name for one in fields(ACTIVITY)}
    assert {name: type(getattr(ACTIVITY, name)[0]) for name in ("milestones", "funding")} == {
        "milestones": CHILDREN["milestones"],
        "funding": CHILDREN["funding"],
    }
