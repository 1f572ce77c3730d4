"""A plan tells its codes, and the fingerprint of a row is that of its content."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from monitoring.plan_book import PlanBook, fingerprint, named
from monitoring.plan_rows import FocalPoint, FundingLine, Milestone, Row
from tests.plan_of_two import ACTIVITY, book, rows

FULL = replace(
    ACTIVITY,
    supporters=("MOH",),
    focal_points=(FocalPoint(side="partner", name="A. B.", post="Head", contact="12-34-56"),),
    milestones=(Milestone(due_on=date(2025, 6, 30), share=Decimal(50), name_en="Half are trained"),),
    funding=(replace(ACTIVITY.funding[0], planned_on=date(2025, 2, 1)),),
)


def test_the_codes_of_a_table_stand_in_the_order_of_the_plan() -> None:
    plan = book()
    assert plan.codes("partners") == ("MOE", "MOH")
    assert plan.codes("activities") == ("A-0",)


def test_priority_areas_and_cross_cutting_priorities_are_told_apart() -> None:
    plan = book()
    assert plan.codes("areas") == ("EDU",)
    assert plan.codes("markers") == ("GEN", "ENV")


def test_an_empty_plan_has_tables_without_rows() -> None:
    assert PlanBook().of("partners") == {}
    assert PlanBook().codes("partners") == PlanBook().codes("areas") == ()
    assert book().of("partners")["MOH",].name_en == "Ministry of Health"


@pytest.mark.parametrize(
    ("one", "other"),
    [("30", "30.00"), ("100", "1E+2"), ("0", "-0.0"), ("0.5", "0.50"), ("1234567890.5", "1234567890.50")],
)
def test_a_fingerprint_does_not_depend_on_how_a_number_is_written(one: str, other: str) -> None:
    written, again = Decimal(one), Decimal(other)
    assert fingerprint(replace(FULL, planned_quantity=written)) == fingerprint(replace(FULL, planned_quantity=again))
    in_a_milestone = [
        replace(FULL, milestones=(replace(FULL.milestones[0], share=share),)) for share in (written, again)
    ]
    assert len({fingerprint(row) for row in in_a_milestone}) == 1


def test_a_workbook_written_long_ago_is_still_known_by_its_fingerprints() -> None:
    # Workbooks in people's hands carry these letters: another way of working them out would refuse all of them.
    assert fingerprint(FULL) == "4428d5a157b9"
    assert fingerprint(rows()[3]) == "03c0e0e039ef"


OTHER: dict[type, Any] = {str: "another", bool: True, int: 7, date: date(2024, 2, 29), Decimal: Decimal("7.5")}


def _other(value: Any) -> Any:
    if isinstance(value, tuple):
        return (*value, "another") if not value or isinstance(value[0], str) else value * 2
    return OTHER[type(value)]


@pytest.mark.parametrize("row", [*rows()[:-1], FULL], ids=lambda row: " ".join((row.table, *row.key)))
def test_a_fingerprint_changes_with_every_field(row: Row) -> None:
    names = [one.name for one in fields(row) if getattr(row, one.name) is not None]
    changed = [replace(row, **{name: _other(getattr(row, name))}) for name in names]
    assert len({fingerprint(one) for one in (row, *changed)}) == len(names) + 1


@pytest.mark.parametrize("child", ["milestones", "funding", "focal_points"])
def test_a_fingerprint_changes_with_every_field_of_what_hangs_on_an_activity(child: str) -> None:
    (one,) = getattr(FULL, child)
    names = [field.name for field in fields(one) if getattr(one, field.name) is not None]
    changed = [replace(FULL, **{child: (replace(one, **{name: _other(getattr(one, name))}),)}) for name in names]
    assert len({fingerprint(row) for row in (FULL, *changed)}) == len(names) + 1


def test_a_missing_amount_has_another_fingerprint_than_zero() -> None:
    def planned(cents: int | None) -> str:
        line = FundingLine(source="government", modality="direct cash", currency="USD", planned_cents=cents)
        return fingerprint(replace(FULL, funding=(line,)))

    assert planned(None) != planned(0)


def test_what_some_rows_name_is_told_with_a_row_that_names_it() -> None:
    found = named(rows())
    assert {code for table, code in found if table == "partners"} >= {"MOE"}
    assert found["goals", "G-1"].table in ("activities", "indicators")
    assert found["workplans", "WP"] == ACTIVITY
    assert ("workplans", "A-0") not in found
    assert named([]) == {}
