"""What an amendment of a signed plan has to say, and what goes on from one plan to the next."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from monitoring.plan_changes import Signed
from tests.plan_of_two import book
from tests.plans import checked
from tests.spreadsheets.edited_plan import NEW, SIGNED, faults, look, sheets


def test_a_change_of_a_signed_plan_asks_for_each_part_of_the_amendment() -> None:
    found = faults(sheets().put("Activities", "A-0", Title_in_English="Train 40 teachers"))
    assert [line.split(":")[0] for line in found] == [f"Activities!{letter}4" for letter in ("X", "Y", "Z", "AA")]
    assert all("is not said" in line for line in found)


def test_what_the_whole_file_is_signed_with_need_not_stand_in_each_row() -> None:
    given = Signed(kind="results", valid_from=date(2025, 10, 1), signed_on=date(2025, 9, 30), reason="agreed")
    edited = sheets().put("Activities", "A-0", Title_in_English="Train 40 teachers")
    found = checked(book(), edited.file(), given)
    assert found.faults == ()
    assert [row.signed.kind for row in found.to_save] == ["results"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"Amendment": "Extended at no cost", "Title_in_English": "Other"}, "not later than before"),
        ({"Amendment": "Budget revised", "End": "31.12.2026"}, "The money is as before"),
        ({"Amendment": "Results revised", "End": "31.12.2026"}, "What is to be delivered is as before"),
        ({"Amendment": "Administrative change", "End": "31.12.2026"}, "more than administrative"),
        ({"Amendment": "Cancelled", "State": "Postponed"}, "does not go with the amendment"),
        ({"Amendment": "Added", "Title_in_English": "Other"}, "in the plan already"),
        ({"Amendment": "Administrative change"}, "nothing in the row is changed"),
        ({"Amendment": "Cancelled", "Signed_on": "01.01.2027"}, "in the future"),
        ({"Amendment": "Cancelled", "Holds_from": "01.01.2020"}, "holds only from"),
        ({"State": "Cancelled", "Amendment": "Results revised", "Title_in_English": "Other"}, "does not go with"),
    ],
)
def test_an_amendment_goes_with_what_it_changes(values: dict[str, object], said: str) -> None:
    found = faults(sheets().put("Activities", "A-0", **{**SIGNED, **values}))
    assert any(said in line for line in found), found


def test_an_extension_at_no_cost_does_not_touch_the_money() -> None:
    edited = sheets().put("Activities", "A-0", Amendment="Extended at no cost", End="31.12.2026", **SIGNED)
    edited.put("Funding", "A-0", Planned_amount=20_000)
    assert any("the money is changed" in line for line in faults(edited))


def test_a_new_activity_of_a_signed_plan_is_an_addition() -> None:
    assert faults(sheets().add("Activities", **NEW)) == []
    without = {**NEW, "Amendment": None}
    assert any("“Amendment” is not said" in line for line in faults(sheets().add("Activities", **without)))


def test_what_goes_on_has_to_be_carried_over() -> None:
    edited = sheets().add("Activities", **NEW, Continues="A-0", Percent_complete_at_the_beginning=40)
    assert any("has not been carried over" in line for line in faults(edited))
    edited.put("Activities", "A-0", Amendment="Carried over", **SIGNED)
    assert faults(edited) == []


def test_what_goes_on_begins_where_the_last_report_left_it() -> None:
    plan = replace(book(), delivered={"A-0": Decimal(60)})
    edited = sheets(plan).put("Activities", "A-0", Amendment="Carried over", **SIGNED)
    edited.add("Activities", **NEW, Continues="A-0", Percent_complete_at_the_beginning=40)
    assert [str(problem.what) for problem in look(edited, plan).warnings] == ["The last report of A-0 says 60 percent."]
    edited.put("Activities", "A-1", Percent_complete_at_the_beginning="60 %")
    assert look(edited, plan).problems == ()


def test_what_comes_into_the_plan_is_not_taken_out_at_once() -> None:
    (said,) = faults(sheets().add("Activities", **{**NEW, "State": "Cancelled"}))
    assert "This state does not go with the amendment. Choose “Active”" in said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"Planned_quantity": 5}, ["Activities!O4: 5: More is reported already: 18."]),
        ({"Planned_quantity": 18}, []),
        ({"Measured_by": "Percent, estimated"}, ["It has reports, counted as before: Quantity."]),
    ],
)
def test_a_change_beneath_what_is_reported_is_looked_at(values: dict[str, object], said: list[str]) -> None:
    plan = replace(book(), delivered={"A-0": Decimal(60)})
    found = look(sheets(plan).put("Activities", "A-0", Amendment="Results revised", **SIGNED, **values), plan)
    told = [str(one) for one in found.problems]
    assert len(told) == len(said)
    assert all(one in text for one, text in zip(said, told, strict=True)), told
